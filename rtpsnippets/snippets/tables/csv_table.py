r"""The table of events for spreadsheets: CSV that no spreadsheet runs as a formula, with exact values.

A value may begin like a formula. If a spreadsheet splits cells at semicolons or tabs (depending on the language of
the system), each part of a value may become a cell. So:

1. Every cell is in double quotes.
2. In texts, everything that cannot be seen (line breaks and other control characters, marks that change the direction
   of text, invisible characters, spaces other than U+0020) is escaped as in JSON. So is ``##[``, which starts a command
   in GitHub Actions.
3. What looks like a formula (``=``, ``+``, ``-``, ``@`` and their full-width forms, also after spaces, quotes and
   backslashes) is prefixed with an apostrophe: one at the beginning of the cell, and three after a separator
   (``,`` ``;`` ``|``), since a reader that treats apostrophes as quotes then still keeps one.
4. The cell next to the value contains the exact value as JSON: the characters that a JavaScript literal keeps, except
   separators, and all others as ``\uXXXX``.

>>> print(_text("x;=1"), _text("-50%"), exact("-50%; x"))
x;'''=1 '-50% "\u002d50\u0025\u003b x"
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import StringIO

from rtpsnippets.events.invisible import in_one_line, visible
from rtpsnippets.snippets.tables.row import Row
from rtpsnippets.web.javascript import literal

# A text is never the last cell: if it ends with a semicolon, its quote could begin a cell that contains the newline.
_HEAD = ("event", "value", "exact value (JSON)", "description", "owner", "deprecated", "former")
_END = ("calls", "formats")
_BYTE_ORDER_MARK = "\ufeff"

_FORMULA = r"(?=[\s\"'\\]*[=+\-@\uff1d\uff0b\uff0d\uff20])"
_FORMULA_FIRST = re.compile(rf"^{_FORMULA}")
_FORMULA_IN_A_PART = re.compile(rf"(?<=[,;|]){_FORMULA}")
_SEPARATOR = re.compile("[,;]")


def make(rows: Sequence[Row], _templates: object = None) -> str:
    """Return a complete line for each value, after a byte order mark, without which Excel misreads UTF-8.

    The format is RFC 4180. OWASP's "CSV Injection" explains what makes a cell a formula.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    has_pages = any(row.used_on for row in rows)
    writer.writerow([*_HEAD, *(["pages"] if has_pages else []), *_END])
    for row in rows:
        pages = [_text(row.used_on)] if has_pages else []
        said = [_text(in_one_line(text)) for text in (row.description, row.owner, row.deprecated)]
        for at, value in enumerate(row.values):
            former = "yes" if row.is_former(at) else ""
            writer.writerow([row.id, _text(value), exact(value), *said, former, *pages, row.calls, row.used_in])
    return _BYTE_ORDER_MARK + text.getvalue()


def exact(value: str) -> str:
    """Return the value as a JSON string that no spreadsheet splits: ASCII without separators, formulas and quotes."""
    return f'"{_SEPARATOR.sub(_escaped, literal(value)[1:-1])}"'


def _text(text: str) -> str:
    """Return the text as a readable cell: visible text that is not a formula stays unchanged."""
    return _FORMULA_FIRST.sub("'", _FORMULA_IN_A_PART.sub("'''", visible(text)))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
