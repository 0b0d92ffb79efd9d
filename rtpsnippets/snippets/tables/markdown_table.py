r"""The table of events for a page in Markdown: a table of GFM that shows the exact values once it is rendered.

>>> from rtpsnippets.snippets.tables.row import row_of
>>> from rtpsnippets.events.event import Event
>>> print(make([row_of(Event("a", ["MyEvent", "x|y", "\n"]))]), end="")
| Event | Value | Calls | Formats | Description |
| --- | --- | --- | --- | --- |
| `a` | `MyEvent` | 1 | js, script |  |
|  | <code>x&#x7c;y</code> |  |  |  |
|  | <code>&#x22;&#x5c;n&#x22;</code> (JSON) |  |  |  |
<BLANKLINE>
JSON says a value exactly where a page can't: `\n` is a line end, `\u0020` a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from rtpsnippets.events.invisible import as_json, in_one_line, is_clear, is_for_html
from rtpsnippets.snippets.tables.row import Row
from rtpsnippets.web.html import escape_text
from rtpsnippets.web.javascript import is_plain

_HEAD = ("Event", "Value", "Calls", "Formats", "Description")
_NOTE = "\nJSON says a value exactly where a page can't: `\\n` is a line end, `\\u0020` a blank.\n"
# A page that is rendered makes one blank of several, and none of those at an end.
_LOST_BLANK = re.compile(r'(?<=[" ]) | (?=")')


def make(rows: Sequence[Row], _templates: object = None) -> str:
    """Return the rows as a table with a row for each value, and a note where one of them is also in JSON."""
    table = [_HEAD, ("---",) * len(_HEAD), *chain.from_iterable(map(_lines, rows))]
    lines = "".join(f"| {' | '.join(cells)} |\n" for cells in table)
    return lines if all(map(_is_shown, chain.from_iterable(row.values for row in rows))) else lines + _NOTE


def _lines(row: Row) -> Iterator[tuple[str, ...]]:
    first = (str(row.calls), row.used_in, _description(row.description))
    starts = chain([(f"`{row.id}`", first)], repeat(("", ("",) * len(first))))
    for (start, rest), value in zip(starts, row.values, strict=False):
        yield (start, _value(value), *rest)


def _value(value: str) -> str:
    """The value as code: in backquotes where nothing in it is markup, else in references, which nothing reads."""
    if is_plain(value):
        return f"`{value}`"
    if not is_for_html(value):
        return f"{_json(value)} (JSON)"
    return _code(value) if is_clear(value) else f"{_code(value)} (JSON: {_json(value)})"


def _is_shown(value: str) -> bool:
    return is_for_html(value) and is_clear(value)


def _code(text: str) -> str:
    # A code span trims blanks and joins them, and a '|' in it ends the cell.
    return f"<code>{escape_text(text)}</code>"


def _json(value: str) -> str:
    return _code(_LOST_BLANK.sub(r"\\u0020", as_json(value)))


def _description(description: str) -> str:
    words = in_one_line(description)
    return words if is_plain(words) else escape_text(words)
