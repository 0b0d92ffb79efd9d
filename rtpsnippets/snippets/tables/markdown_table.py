r"""The table of events for a Markdown page: a GFM table that shows the exact values once it is rendered.

>>> from rtpsnippets.snippets.tables.row import row_of
>>> from rtpsnippets.events.event import Event
>>> print(make([row_of(Event("a", ["MyEvent", "x|y", "\n"]))]), end="")
| Event | Value | Calls | Formats | Description |
| --- | --- | --- | --- | --- |
| `a` | `MyEvent` | 1 | js, script |  |
|  | <code>x&#x7c;y</code> |  |  |  |
|  | <code>&#x22;&#x5c;n&#x22;</code> (JSON) |  |  |  |
<BLANKLINE>
The exact value is shown as JSON where text cannot show it: `\n` is a line break, `\u0020` a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from rtpsnippets.events.invisible import as_json, is_clear, is_for_html
from rtpsnippets.snippets.tables.row import Row
from rtpsnippets.web.html import escape_text
from rtpsnippets.web.javascript import is_plain

_HEAD = ("Event", "Value", "Calls", "Formats", "Description")
_NOTE = "\nThe exact value is shown as JSON where text cannot show it: `\\n` is a line break, `\\u0020` a space.\n"
# A rendered page collapses repeated spaces, and drops those at an end.
_LOST_SPACE = re.compile(r'(?<=[" ]) | (?=")')


def make(rows: Sequence[Row], _templates: object = None) -> str:
    """Return a table with a row for each value, and a note if any value is also shown as JSON."""
    head = (*_HEAD, *(["Pages"] if any(row.used_on for row in rows) else []))
    table = [head, ("---",) * len(head), *chain.from_iterable(map(_lines, rows))]
    lines = "".join(f"| {' | '.join(cells)} |\n" for cells in table)
    return lines if all(map(_is_shown, chain.from_iterable(row.values for row in rows))) else lines + _NOTE


def _lines(row: Row) -> Iterator[tuple[str, ...]]:
    pages = [_note(row.used_on)] if row.used_on else []
    first = (str(row.calls), row.used_in, "<br>".join(map(_note, row.notes)), *pages)
    starts = chain([(f"`{row.id}`", first)], repeat(("", ("",) * len(first))))
    for at, ((start, rest), value) in enumerate(zip(starts, row.values, strict=False)):
        yield (start, value_cell(value) + " (former)" * row.is_former(at), *rest)


def value_cell(value: str) -> str:
    """Return the value as code: in backquotes if nothing in it is markup, otherwise in character references."""
    if is_plain(value):
        return f"`{value}`"
    if not is_for_html(value):
        return f"{_json(value)} (JSON)"
    return _code(value) if is_clear(value) else f"{_code(value)} (JSON: {_json(value)})"


def _is_shown(value: str) -> bool:
    return is_for_html(value) and is_clear(value)


def _code(text: str) -> str:
    # A code span trims and collapses spaces, and a '|' in it ends the cell.
    return f"<code>{escape_text(text)}</code>"


def _json(value: str) -> str:
    return _code(_LOST_SPACE.sub(r"\\u0020", as_json(value)))


def _note(words: str) -> str:
    return words if is_plain(words) else escape_text(words)
