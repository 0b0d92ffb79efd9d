r"""Show a text in a page so that nothing of it is hidden: blanks, controls and invisible signs are marked.

>>> print(visible("a\ufeff"), visible_value("a "))
a<mark>&#x5c;ufeff</mark> a<mark>&#x20;</mark>
"""

from __future__ import annotations

import json
import re

from markupsafe import Markup

from rtpsnippets.html import escape_text
from rtpsnippets.unseen import unseen

_SUSPECT = re.compile(r"([^\t\n -~])")
_SUSPECT_IN_VALUE = re.compile(r"(^ +| +\Z| {2,}|[^ -~])")


def visible(text: str) -> Markup:
    """Return `text` for the inside of an element, with each sign that can't be seen as a marked escape.

    Tabs, line ends and blanks stay, for a page that keeps them (`white-space: pre-wrap`).
    """
    return _marked(_SUSPECT, text)


def visible_value(text: str) -> Markup:
    """Likewise, with marked escapes for tabs and line ends, too, and with blanks marked at the ends and in a row."""
    return _marked(_SUSPECT_IN_VALUE, text)


def _marked(suspect: re.Pattern[str], text: str) -> Markup:
    # Every second part is one that the pattern has found.
    parts = suspect.split(text)
    return Markup("").join(_mark(part) if at % 2 else escape_text(part) for at, part in enumerate(parts))


def _mark(part: str) -> Markup:
    if part.startswith(" "):
        shown = part
    elif unseen(part):
        shown = json.dumps(part)[1:-1]
    else:
        return escape_text(part)
    return Markup("<mark>{}</mark>").format(escape_text(shown))
