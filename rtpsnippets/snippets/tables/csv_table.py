r"""The table of events for a spreadsheet: CSV that runs no formula, wherever it is opened, and says values exactly.

A value may begin like a formula, and where a spreadsheet takes semicolons or tabs for separators (the
language of the system says which) each part of a value may become a cell. So, in plain words:

1. Every cell is in double quotes.
2. In a value and a description, all that can't be seen (line ends and other controls, marks that turn the direction
   of text, invisible characters, spaces other than U+0020) is written as in JSON, as is ``##[``, a command to GitHub
   Actions.
3. What looks like a formula (``=``, ``+``, ``-``, ``@`` and their full-width forms, after blanks, quotes and
   backslashes too) gets an apostrophe before it: one at the beginning of the cell; three after a separator
   (``,`` ``;`` ``|``), of which a reader that takes apostrophes for quotes still leaves one.
4. The cell beside the value has it exactly, as JSON: the signs that the literal of JavaScript keeps, but no
   separator, and all others as ``\uXXXX``.

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

# A text is never the last cell: where it ends with a semicolon, its quote could begin a cell with the line end in it.
_HEAD = ("event", "value", "exact value (JSON)", "description", "calls", "formats")
_BYTE_ORDER_MARK = "\ufeff"

_FORMULA = r"(?=[\s\"'\\]*[=+\-@\uff1d\uff0b\uff0d\uff20])"
_FORMULA_FIRST = re.compile(rf"^{_FORMULA}")
_FORMULA_IN_A_PART = re.compile(rf"(?<=[,;|]){_FORMULA}")
_SEPARATOR = re.compile("[,;]")


def make(rows: Sequence[Row], _templates: object = None) -> str:
    """Return a line for each value, whole in itself; with a byte order mark, without which Excel misreads UTF-8.

    The form is RFC 4180; what makes a formula of a cell is said in OWASP's "CSV Injection".
    """
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for row in rows:
        for value in row.values:
            description = _text(in_one_line(row.description))
            writer.writerow([row.id, _text(value), exact(value), description, row.calls, row.used_in])
    return _BYTE_ORDER_MARK + text.getvalue()


def exact(value: str) -> str:
    """Return the value as a JSON string that no spreadsheet takes apart: ASCII, no separator, no formula, no quote."""
    return f'"{_SEPARATOR.sub(_escaped, literal(value)[1:-1])}"'


def _text(text: str) -> str:
    """The text as a cell for people: what is no formula and can be seen is as it was."""
    return _FORMULA_FIRST.sub("'", _FORMULA_IN_A_PART.sub("'''", visible(text)))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
