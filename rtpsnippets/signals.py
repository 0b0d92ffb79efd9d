"""The signals that tell a run to stop: Ctrl-C, a polite kill, and a terminal that is closed.

>>> import signal
>>> signal.SIGINT in STOPPING
True
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STOPPING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Those of them that the system has: Windows has no SIGHUP."""


@contextmanager
def held_back() -> Iterator[None]:
    """Let the signals that say stop wait for the end of the body; on Windows they don't wait.

    A thread that the body starts never takes one.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def is_stop_waiting() -> bool:
    """Tell whether one that is heeded waits for the end of `held_back`; on Windows never."""
    if not hasattr(signal, "sigpending"):
        return False
    waiting = signal.sigpending().intersection(STOPPING)
    return any(signal.getsignal(number) is not signal.SIG_IGN for number in waiting)


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
