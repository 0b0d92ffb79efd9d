"""The table of events for a terminal: a line for each value, and below them the description, the owner and the pages.

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
_AMBIGUOUS = re.compile(r'^"|^::|\\')
_DESCRIPTION = TextWrapper(
    width=100, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
)


def make(rows: Sequence[Row], _templates: object = None) -> str:
    """Return the rows in columns; the values come last, because their width is not limited.

    A value in quotes is JSON. It has spaces at an end or repeated spaces, characters that a terminal cannot show, a
    backslash (some terminals show missing characters as escapes), or a quote or two colons at its beginning; or it is a
    former value.
    """
    starts = [(row.id, str(row.calls), row.used_in) for row in rows]
    widths = [max(map(len, column)) for column in zip(_HEAD, *starts, strict=False)]
    lines = [_line(_HEAD, widths)]
    for row, start in zip(rows, starts, strict=True):
        for at, (cells, value) in enumerate(zip(chain([start], repeat(_NOTHING)), row.values, strict=False)):
            shown = f"{as_json(value)} (former)" if row.is_former(at) else _shown(value)
            lines.append(_line((*cells, shown), widths))
        for note in (*row.notes, *([f"used on {row.used_on}"] if row.used_on else [])):
            lines += map(harmless, _DESCRIPTION.wrap(printable(note)))
    return "".join(f"{line}\n" for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    *start, value = cells
    return "  ".join([*(cell.ljust(width) for cell, width in zip(start, widths, strict=True)), value])


def _shown(value: str) -> str:
    return value if is_clear(value) and not _AMBIGUOUS.search(value) else as_json(value)
