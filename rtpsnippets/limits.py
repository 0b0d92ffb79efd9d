"""The limits on definitions files and on the files of a site. The values of an event have no limit.

>>> Deadline(60).check()
>>> Allowance().is_used_up
False
"""

from __future__ import annotations

import time
from mmap import PAGESIZE
from pathlib import Path

BYTES_PER_MB = 1_000_000

MAX_BYTES = {"toml": BYTES_PER_MB, "json": 5 * BYTES_PER_MB, "yaml": BYTES_PER_MB}
"""The default size limit of a file, by its format: TOML and YAML have slower parsers, written in Python."""

MAX_DEPTH = 32
"""How deep tables and lists may be nested: the parsers are recursive."""

MAX_DOTS = 100_000
"""How many dots each MB of TOML may contain: the parser needs about a kilobyte for each dot in a key."""

MAX_DIGITS = 4_300
"""How many digits a number may have: Python's own limit (`sys.set_int_max_str_digits`)."""

MAX_ADDRESS = 8_192
"""How many characters the address of a link may have: decoding it takes a hundred times its size in memory."""

MAX_PROBLEMS = 100
"""How many problems are listed: a file may have a million."""

MAX_BUILT_FILE = 500 * BYTES_PER_MB
"""The size limit for reading a file in an output folder: a build from 5 MB of JSON generates less."""

MAX_MANIFEST = 100 * BYTES_PER_MB
"""The size limit for reading a manifest: once parsed, it takes many times its size."""

MAX_SITE_FILE = 10 * BYTES_PER_MB
"""The size limit for reading one page or script of a site."""

MAX_SITE_FILE_SECONDS = 10
"""How many seconds reading a page or script may take: a typical page takes a few milliseconds."""

MAX_CODE_MEMORY = 400
"""How many MB the parser may use for one piece of code: a large bundle needs less, very deep nesting more."""

MAX_TEXT = 50 * BYTES_PER_MB
"""How many characters the strings concatenated in one file may have: short code can repeat a long string."""

MAX_FINDINGS = 1_000
"""How many findings of an audit are listed; all are counted."""

MAX_COMPARED = 2_000_000
"""How many characters of values are compared in all findings together, to suggest what an unknown value means."""


class TooSlowError(Exception):
    """Reading a file took too long."""


class Deadline:
    """The limits for reading one file: the time, and the length of the strings that its code concatenates.

    `seconds` count from now. `text` is the total length so far.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self.text = 0

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() > self._end

    def check(self) -> None:
        """Raise `TooSlowError` if the time is up."""
        if self.is_over:
            raise TooSlowError

    def take(self, text: str) -> None:
        """Count a concatenated text; raise `MemoryError` if the total is too long."""
        self.text += len(text)
        if self.text > MAX_TEXT:
            raise MemoryError


_PAGES = Path("/proc/self/statm")
_CHECKS_PER_MEASUREMENT = 16
"""Only one in this many checks asks the system, because the parser checks after every few tokens."""


def memory_now() -> int:
    """Return the memory that this process uses now, in bytes; 0 on systems other than Linux.

    This is not the peak, which would hide what later code uses.
    """
    try:
        return int(_PAGES.read_bytes().split()[1]) * PAGESIZE
    except OSError:
        return 0


class Allowance:
    """A limit on the memory that the process may use from now on, in addition to what it uses already."""

    def __init__(self) -> None:
        self._limit = memory_now() + MAX_CODE_MEMORY * BYTES_PER_MB
        self._checks = 0

    @property
    def is_used_up(self) -> bool:
        """Whether the process uses too much; most calls return False without asking the system."""
        self._checks += 1
        return self._checks % _CHECKS_PER_MEASUREMENT == 0 and memory_now() > self._limit
