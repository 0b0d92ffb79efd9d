"""The memory that one piece of code may take: some that is small to read is large to the parser.

>>> Allowance().is_used_up
False
"""

from __future__ import annotations

from mmap import PAGESIZE
from pathlib import Path

from rtpsnippets.limits import BYTES_PER_MB, MAX_CODE_MEMORY

_PAGES = Path("/proc/self/statm")
_OFTEN = 16
"""Of how many questions one is put to the system: the parser asks after every few words."""


def memory_now() -> int:
    """The memory that this process has now, in bytes; 0 if the system doesn't tell: only Linux does.

    Not the most that it has had, which says nothing of this piece of code once another has taken more.
    """
    try:
        return int(_PAGES.read_bytes().split()[1]) * PAGESIZE
    except OSError:
        return 0


class Allowance:
    """What may be taken from now on, beside what the process has when it begins to read."""

    def __init__(self) -> None:
        self._most = memory_now() + MAX_CODE_MEMORY * BYTES_PER_MB
        self._asked = 0

    @property
    def is_used_up(self) -> bool:
        """Whether the process has taken too much since; looked at now and then."""
        self._asked += 1
        return self._asked % _OFTEN == 0 and memory_now() > self._most
