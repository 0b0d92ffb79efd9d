r"""Find the line and column of a character: only a line feed ends a line, as in an editor.

>>> lines = Lines("a\u2028b\nc")
>>> lines.number(2), lines.number(4), lines.column(2), lines.column(4)
(1, 2, 3, 1)
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left


class Lines:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        # An array is smaller than a list: a text may have millions of lines.
        self._ends = array("I", (found.start() for found in re.finditer("\n", text)))

    def number(self, index: int) -> int:
        """Return the line of the character at `index`, counted from 1."""
        return bisect_left(self._ends, index) + 1

    def column(self, index: int) -> int:
        """Return the column of the character at `index`, counted from 1."""
        before = bisect_left(self._ends, index)
        return index - self._ends[before - 1] if before else index + 1
