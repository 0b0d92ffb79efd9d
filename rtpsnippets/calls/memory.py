"""The memory that one piece of code may take: some that is small to read is large to the parser.

>>> Allowance().is_used_up
False
"""

from __future__ import annotations

import sys

from rtpsnippets.limits import BYTES_PER_MB, MAX_CODE_MEMORY

try:
    from resource import RUSAGE_SELF, getrusage
except ImportError:  # Windows has none, and isn't asked
    _UNIT = 0
else:
    _UNIT = 1 if sys.platform == "darwin" else 1024

_MORE = 25 * BYTES_PER_MB
"""What code may take in any case, however large the process is already."""


def peak_memory() -> int:
    """The most memory that this process has had so far, in bytes; 0 if the system doesn't tell."""
    return getrusage(RUSAGE_SELF).ru_maxrss * _UNIT if _UNIT else 0


class Allowance:
    """What may be taken from now on, beside what the process had when it began to read.

    What it has had since, for other things or other files, is no reason to refuse this one.
    """

    _most = peak_memory() + MAX_CODE_MEMORY * BYTES_PER_MB

    def __init__(self) -> None:
        self._before = peak_memory() + _MORE

    @property
    def is_used_up(self) -> bool:
        """Whether the process takes much more than it ever has, and too much."""
        return peak_memory() > max(self._before, self._most)
