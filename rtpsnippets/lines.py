r"""Count the lines of a text as an editor does: only a line feed ends one.

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
        # An array, for a text may have millions of them.
        self._ends = array("I", (found.start() for found in re.finditer("\n", text)))

    def number(self, index: int) -> int:
        """The number of the line that the character at `index` is in, from 1."""
        return bisect_left(self._ends, index) + 1

    def column(self, index: int) -> int:
        """The place of the character at `index` in its line, from 1."""
        before = bisect_left(self._ends, index)
        return index - self._ends[before - 1] if before else index + 1
