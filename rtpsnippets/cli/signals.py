"""End a run that is told to stop (Ctrl-C, SIGTERM, a closed terminal) as an error does: cleanly, with an exit code."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rtpsnippets.stopping import STOPPING


class Stopped(BaseException):
    """A signal has told the run to stop; `exit_code` is the shell's: 128 and the signal's number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise `Stopped` in the body for the first signal that says stop; those that the caller ignores stay ignored.

    Afterwards signals do what they did before; but after a `Stopped` all that say stop are ignored: the
    process ends.
    """
    before = {number: signal.getsignal(number) for number in STOPPING}
    heeded = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    is_stopped = False
    try:
        for number in heeded:
            signal.signal(number, _stop)
        yield
    except Stopped:
        is_stopped = True
        raise
    finally:
        if not is_stopped:
            for number in heeded:
                signal.signal(number, before[number])


def _stop(number: int, _frame: FrameType | None) -> None:
    for each in STOPPING:  # the end of the run is on its way: a second signal would tear it
        signal.signal(each, signal.SIG_IGN)
    raise Stopped(number)
