r"""Decode what stands in an attribute or a script as a browser does, and find each character's place again.

>>> value = attribute_value("f(&quot;a&quot;)\r\n")
>>> value.text, value.place(2), value.place(3)
('f("a")\n', 2, 8)
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable
from html import unescape
from html.entities import html5

# A browser reads each line end as a line feed, and shows a NUL as the sign for what is unknown.
_SIGNS = {"\r\n": "\n", "\r": "\n", "\0": "\ufffd"}
_SIGN = re.compile(r"\r\n|\r+(?!\n)|\0+")
_REFERENCE = re.compile(_SIGN.pattern + r"|&(?:#[0-9]+;?|#[xX][0-9A-Fa-f]+;?|[A-Za-z][A-Za-z0-9]*;?)")
_UNKNOWN = "\ufffd"
_MAX_DIGITS = 7
"""No character has a number with more digits."""


class Mapped:
    """A text that was made of another one by replacing parts of it: `place` tells where a character of it stood."""

    def __init__(self, source: str, pattern: re.Pattern[str], replaced: Callable[[re.Match[str]], str]) -> None:
        parts: list[str] = []
        self._made, self._source = array("L", [0]), array("L", [0])  # a text may have millions of references
        end = length = 0
        for found in pattern.finditer(source):
            text = replaced(found)
            if text == found[0]:
                continue
            parts += (source[end : found.start()], text)
            length += found.start() - end + len(text)
            end = found.end()
            if len(text) != len(found[0]):  # else all places stay as they are
                self._made.extend((length - len(text), length))
                self._source.extend((found.start(), end))
        self.text = "".join([*parts, source[end:]]) if parts else source

    def place(self, index: int) -> int:
        """Where the character at `index` stood in the source; the first of a part that was made longer or shorter."""
        at = bisect_right(self._made, index) - 1
        # What was replaced stands between an odd number and the next: all of it has the place of its first.
        return self._source[at] + (0 if at % 2 else index - self._made[at])


def attribute_value(written: str) -> Mapped:
    """The value of an attribute with its references decoded: HTML, "Named character reference state".

    One without a semicolon before `=`, a letter or a digit is none, in an attribute.
    """
    return Mapped(written, _REFERENCE, _character)


def script_text(written: str) -> Mapped:
    """The text of a script: HTML, "Preprocessing the input stream" and "Script data state"."""
    return Mapped(written, _SIGN, lambda found: _read_as(found[0]))


def _read_as(written: str) -> str:
    return _SIGNS[written] if written in _SIGNS else _SIGNS[written[0]] * len(written)


def _character(found: re.Match[str]) -> str:
    reference = found[0]
    if reference[0] != "&":
        return _read_as(reference)
    if reference.startswith("&#"):
        return _numbered(reference[2:].rstrip(";"))
    is_cut = not reference.endswith(";") and found.string[found.end() : found.end() + 1] == "="
    return html5[reference[1:]] if reference[1:] in html5 and not is_cut else reference


def _numbered(number: str) -> str:
    """The character with a number: HTML, "Numeric character reference end state"."""
    base, digits = (16, number[1:]) if number[0] in "xX" else (10, number)
    digits = digits.lstrip("0")
    code = int(digits, base) if digits and len(digits) <= _MAX_DIGITS else 0
    if 0x80 <= code <= 0x9F:  # noqa: PLR2004 (the controls that are read as characters of windows-1252)
        return unescape(f"&#{code};")
    return _UNKNOWN if not code or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)  # noqa: PLR2004 (Unicode)
