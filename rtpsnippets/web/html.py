"""The HTML text and attribute values that we emit: character references for all but the plainest characters.

Five escaped characters are enough for a browser but not for what reads the page before it: typographers,
short codes, emoji and link finders, wrong charsets. References leave them nothing to find.

>>> print(escape("Café it's <free>, re-use"))
Caf&#xe9; it&#x27;s &#x3c;free&#x3e;, re-use

The rule, in plain words: ASCII letters and digits stay; a space or comma stays between two other
characters (not at an end, not repeated); a hyphen stays between two ASCII letters or digits; all
the rest is a hexadecimal character reference, and so is the ``p`` of ``Wordpress``. In text, though not
in an attribute, so is a digit that touches a letter (``1st``), an ``x`` beside a digit or between two
spaces (``2 x 4``), and the hyphen of the smiley ``8-O``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from markupsafe import Markup

from rtpsnippets.web.javascript import REWRITTEN

finished: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Give a text that needs no escape any more as markup; `Markup(text)` first asks what it says of itself, which takes
most of the time."""

_REFERENCED = re.compile(
    r"[^A-Za-z0-9 ,\-]"
    r"|^[ ,]|[ ,]\Z|(?<=([ ,]))\1"
    r"|(?<![A-Za-z0-9])-|-(?![A-Za-z0-9])"
    r"|(?<=Word)p(?=ress)",
)
# Most ids, classes and labels. Nothing but REWRITTEN is a reference in them.
_are_words = re.compile(r"[A-Za-z0-9]++(?:[ -][A-Za-z0-9]++)*+").fullmatch
_are_words_in_text = re.compile(r"(?:[A-Za-z]{2,}+|[0-9]++)(?:[ -](?:[A-Za-z]{2,}+|[0-9]++))*+").fullmatch
# Typographers make a multiplication sign of the x in `2x4`, and raise the letters of `1st`; WordPress draws smileys.
_REFERENCED_IN_TEXT = re.compile(
    rf"{_REFERENCED.pattern}"
    r"|[0-9](?=[A-Za-z])|(?<=[A-Za-z])[0-9]"
    r"|[xX](?=[0-9])|(?<=[0-9])[xX]|(?<= )[xX](?= )"
    r"|(?<=8)-(?=O(?![A-Za-z0-9]))",
)


def escape(text: str) -> Markup:
    """Return `text` for a double-quoted attribute, the same in HTML and in XHTML.

    `text` is any string without controls, surrogates and noncharacters: `Button` refuses those, since a
    reference can't carry them (HTML, "Numeric character reference end state"; XML 1.0, section 2.2).
    It is taken as plain text, also if it is a `Markup` or has `__html__`.
    """
    plain = text if type(text) is str else str.__str__(text)
    return finished(plain if _are_words(plain) and REWRITTEN not in plain else _REFERENCED.sub(_reference, plain))


def escape_text(text: str) -> Markup:
    """Return `text` for the text of an element; for the rest see `escape`."""
    plain = text if type(text) is str else str.__str__(text)
    is_plain = _are_words_in_text(plain) and REWRITTEN not in plain
    return finished(plain if is_plain else _REFERENCED_IN_TEXT.sub(_reference, plain))


def _reference(match: re.Match[str]) -> str:
    return f"&#x{ord(match[0]):x};"
