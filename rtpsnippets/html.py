"""The HTML text and attribute values that we emit: character references for all but the plainest signs.

Five escaped signs are enough for a browser but not for what reads the page before it: typographers,
short codes, emoji and link finders, wrong charsets. References leave them nothing to find.

>>> print(escape("Café it's <free>, re-use"))
Caf&#xe9; it&#x27;s &#x3c;free&#x3e;, re-use

The rule, in plain words: ASCII letters and digits stay; a space or comma stays between two other
characters (not at an end, not repeated); a hyphen stays between two ASCII letters or digits; all
the rest is a hexadecimal character reference.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_REFERENCED = re.compile(
    r"[^A-Za-z0-9 ,\-]"
    r"|^[ ,]|[ ,]\Z|(?<=([ ,]))\1"
    r"|(?<![A-Za-z0-9])-|-(?![A-Za-z0-9])",
)


def escape(text: str) -> Markup:
    """Return `text` for HTML text or a double-quoted attribute, the same in HTML and in XHTML.

    `text` is any string without controls, surrogates, U+FFFE and U+FFFF: `Button` refuses those,
    since a reference can't carry them (HTML, "Numeric character reference end state"; XML 1.0,
    section 2.2). It is taken as plain text, also if it is a `Markup` or has `__html__`.
    """
    return Markup(_REFERENCED.sub(_reference, str.__str__(text)))  # noqa: S704 (escaped just here)


def _reference(match: re.Match[str]) -> str:
    return f"&#x{ord(match[0]):x};"
