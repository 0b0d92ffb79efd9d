"""The table of events for a terminal: a line for each value, and one below them for what the event is for.

>>> from rtpsnippets.snippets.tables.row import row_of
>>> from rtpsnippets.events.event import Event
>>> print(make([row_of(Event("my-event", ["MyEvent", " x"], description="An example."))]), end="")
ID        CALLS  FORMATS     VALUES
my-event  1      js, script  MyEvent
                             " x"
  An example.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, repeat
from textwrap import TextWrapper

from rtpsnippets.display import harmless, printable
from rtpsnippets.events.invisible import as_json, is_clear
from rtpsnippets.snippets.tables.row import Row

_HEAD = ("ID", "CALLS", "FORMATS", "VALUES")
_NOTHING = ("",) * (len(_HEAD) - 1)
_LIKE_ANOTHER = re.compile(r'^"|^::|\\')
_DESCRIPTION = TextWrapper(
    width=100, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
)


def make(rows: Sequence[Row], _templates: object = None) -> str:
    """Return the rows in columns; the last, the values, is as wide as it likes.

    A value in quotes is JSON: one with blanks at an end or repeated, with what a terminal can't show, with a
    backslash (some terminals show an escape for what they lack), or with a quote or colons at its beginning.
    """
    starts = [(row.id, str(row.calls), row.used_in) for row in rows]
    widths = [max(map(len, column)) for column in zip(_HEAD, *starts, strict=False)]
    lines = [_line(_HEAD, widths)]
    for row, start in zip(rows, starts, strict=True):
        for cells, value in zip(chain([start], repeat(_NOTHING)), row.values, strict=False):
            lines.append(_line((*cells, _shown(value)), widths))
        lines += map(harmless, _DESCRIPTION.wrap(printable(" ".join(row.description.split()))))
    return "".join(f"{line}\n" for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    *start, value = cells
    return "  ".join([*(cell.ljust(width) for cell, width in zip(start, widths, strict=True)), value])


def _shown(value: str) -> str:
    return value if is_clear(value) and not _LIKE_ANOTHER.search(value) else as_json(value)
