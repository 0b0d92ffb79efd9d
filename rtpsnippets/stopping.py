"""The signals that tell a run to stop: Ctrl-C, a polite kill, and a terminal that is closed.

>>> import signal
>>> signal.SIGINT in STOPPING
True
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

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
