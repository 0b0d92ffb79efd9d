"""The memory that one piece of code may take: some that is small to read is large to the parser.

>>> Allowance().is_used_up
False
"""

from __future__ import annotations

import sys

from rtpsnippets.limits import BYTES_PER_MB, MAX_CODE_MEMORY

if sys.platform == "win32":

    def peak_memory() -> int:
        """0: this system isn't asked."""
        return 0

else:
    from resource import RUSAGE_SELF, getrusage

    _UNIT = 1 if sys.platform == "darwin" else 1024

    def peak_memory() -> int:
        """The most memory that this process has had so far, in bytes."""
        return getrusage(RUSAGE_SELF).ru_maxrss * _UNIT


class Allowance:
    """What may be taken from now on, beside what the process had when it began to read."""

    _most = peak_memory() + MAX_CODE_MEMORY * BYTES_PER_MB

    def __init__(self) -> None:
        self._before = peak_memory()

    @property
    def is_used_up(self) -> bool:
        """Whether the process takes more than it ever has, and too much."""
        return peak_memory() > max(self._before, self._most)
