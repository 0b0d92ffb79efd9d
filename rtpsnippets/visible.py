r"""Show a text in a page so that nothing of it is hidden: blanks, controls and invisible signs are marked.

>>> print(visible("a\ufeff"), visible_value("a "))
a<mark>&#x5c;ufeff</mark> a<mark>&#x20;</mark>
"""

from __future__ import annotations

import json
import re

from markupsafe import Markup

from rtpsnippets.html import escape_text

# Signs that a font leaves out, though they are letters or marks to Python: the property
# Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties.txt), and the blank of Braille.
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
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
    return Markup("").join(
        Markup("<mark>{}</mark>").format(escape_text(_shown(part)))
        if at % 2 and _is_hidden(part)
        else escape_text(part)
        for at, part in enumerate(suspect.split(text))
    )


def _is_hidden(part: str) -> bool:
    return part.isspace() or not part.isprintable() or _INVISIBLE.fullmatch(part) is not None


def _shown(part: str) -> str:
    return part if part.startswith(" ") else json.dumps(part)[1:-1]
