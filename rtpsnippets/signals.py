"""Handle the signals that end a run: SIGINT (Ctrl-C), SIGTERM, and SIGHUP (the terminal was closed).

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
"""Those signals. Windows has no SIGHUP."""


@contextmanager
def held_back() -> Iterator[None]:
    """Block these signals until the body ends, except on Windows.

    Threads that the body starts never receive them.
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


def is_stop_pending() -> bool:
    """Return whether a signal that is not ignored is pending until the end of `held_back`; always False on Windows."""
    if not hasattr(signal, "sigpending"):
        return False
    waiting = signal.sigpending().intersection(STOPPING)
    return any(signal.getsignal(number) is not signal.SIG_IGN for number in waiting)


class Stopped(BaseException):
    """A signal stopped the run; `exit_code` is 128 plus its number, as in a shell."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise `Stopped` in the body for the first of these signals; signals that were ignored before stay ignored.

    The handlers are restored afterward, except after a `Stopped`: all signals stay ignored while the process ends.
    """
    before = {number: signal.getsignal(number) for number in STOPPING}
    handled = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    is_stopped = False
    try:
        for number in handled:
            signal.signal(number, _stop)
        yield
    except Stopped:
        is_stopped = True
        raise
    finally:
        if not is_stopped:
            for number in handled:
                signal.signal(number, before[number])


def _stop(number: int, _frame: FrameType | None) -> None:
    for each in STOPPING:  # a second signal must not interrupt the shutdown
        signal.signal(each, signal.SIG_IGN)
    raise Stopped(number)
