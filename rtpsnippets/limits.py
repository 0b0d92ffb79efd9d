"""How much a definitions file or a file of a site may hold: all in one place. What an event sends has no limit.

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
"""The size of a file, by its format, unless a caller says another one. The parsers of TOML and YAML are in Python."""

MAX_DEPTH = 32
"""How many levels of tables and lists may be nested: the parsers call themselves for each."""

MAX_DOTS = 100_000
"""How many dots each MB of TOML may have: its parser needs about a kilobyte for each in a key."""

MAX_DIGITS = 4_300
"""How many digits a number may have: Python makes no longer ones (`sys.set_int_max_str_digits`)."""

MAX_ADDRESS = 8_192
"""How many characters the address of a link may have: it is decoded again and again, in a hundred times its memory."""

MAX_PROBLEMS = 100
"""How many problems are listed: nobody reads more, and a file may have a million."""

MAX_BUILT_FILE = 500 * BYTES_PER_MB
"""The size of a file of an output folder that is read: what a build makes of 5 MB of JSON is smaller."""

MAX_MANIFEST = 100 * BYTES_PER_MB
"""The size of a manifest that is read: its data takes many times its size."""

MAX_SITE_FILE = 10 * BYTES_PER_MB
"""The size of one page or script of a site that is read."""

MAX_SITE_FILE_SECONDS = 10
"""How long reading one of them may take: a usual page takes some thousandths of a second."""

MAX_CODE_MEMORY = 400
"""How many MB the parser may take for one piece of code: a large bundle needs less, deep brackets without end more."""

MAX_TEXT = 50 * BYTES_PER_MB
"""How many characters the code of one file may put together: a short one can name a long text again and again."""

MAX_FINDINGS = 1_000
"""How many findings of an audit are listed; all are counted."""

MAX_COMPARED = 2_000_000
"""How many characters of values are compared to find what an unknown one was meant to be, in all findings together."""


class TooSlowError(Exception):
    """A file took longer to read than it may."""


class Deadline:
    """The moment, some `seconds` from now, at which the reading of a file ends; or it ends after too much text.

    `text` is how many characters its code has put together so far.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self.text = 0

    @property
    def is_over(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() > self._end

    def check(self) -> None:
        """Raise `TooSlowError` if the time is over."""
        if self.is_over:
            raise TooSlowError

    def take(self, text: str) -> None:
        """Count a text that code has put together; raise `MemoryError` if all of them are too long."""
        self.text += len(text)
        if self.text > MAX_TEXT:
            raise MemoryError


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
