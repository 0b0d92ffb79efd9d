r"""Decode attribute values and scripts as a browser does, and map each character back to its source.

>>> value = attribute_value("f(&quot;a&quot;)\r\n")
>>> value.text, value.place(2), value.place(3)
('f("a")\n', 2, 8)
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from html.entities import html5

# A browser reads each line break as a line feed, and NUL as the replacement character.
_REPLACED = {"\r\n": "\n", "\r": "\n", "\0": "\ufffd"}
_REPLACED_PATTERN = re.compile(r"\r\n|\r+(?!\n)|\0+")
_REPLACED_STARTS = ("\r", "\0")
_REFERENCE = re.compile(_REPLACED_PATTERN.pattern + r"|&(?:#[0-9]+;?|#[xX][0-9A-Fa-f]+;?|[A-Za-z][A-Za-z0-9]*;?)")
_CDATA = "<![CDATA["
_CDATA_END = re.compile(r"\]\]>|\Z")
_MARKUP = re.compile(rf"{_REFERENCE.pattern}|<!--(?s:.*?)(?:-->|\Z)|{re.escape(_CDATA)}")
_UNKNOWN = "\ufffd"
_MAX_DIGITS = 7
"""No code point has more digits."""


class Mapped:
    """A text with some parts replaced; `place` returns where a character was in the source."""

    def __init__(self, source: str, matches: Iterable[re.Match[str]], replaced: Callable[[re.Match[str]], str]) -> None:
        parts: list[str] = []
        self._results, self._sources = array("L", [0]), array("L", [0])  # a text may have millions of references
        end = length = 0
        for found in matches:
            text = replaced(found)
            if text == found[0]:
                continue
            parts += (source[end : found.start()], text)
            length += found.start() - end + len(text)
            end = found.end()
            if len(text) != len(found[0]):  # otherwise all places stay the same
                self._results.extend((length - len(text), length))
                self._sources.extend((found.start(), end))
        self.text = "".join([*parts, source[end:]]) if parts else source

    def place(self, index: int) -> int:
        """Return where the character at `index` is in the source; in a replaced part, return where that part begins."""
        at = bisect_right(self._results, index) - 1
        # A replaced part goes from an entry with an odd index to the next entry.
        return self._sources[at] + (0 if at % 2 else index - self._results[at])


def attribute_value(written: str) -> Mapped:
    """Return the value of an attribute with its references decoded: HTML, "Named character reference state".

    In an attribute, a name without a semicolon before `=`, a letter or a digit is not a reference.
    """
    return Mapped(written, _REFERENCE.finditer(written), _character)


def script_text(written: str) -> Mapped:
    """Return the text of a script: HTML, "Preprocessing the input stream" and "Script data state"."""
    return Mapped(written, _REPLACED_PATTERN.finditer(written), lambda found: _read_as(found[0]))


def markup_text(written: str, *, is_xml: bool) -> Mapped:
    """Return the text of a script that is read as markup, as in SVG and XHTML.

    References are decoded, comments removed, and CDATA is kept as it is: HTML, "Data state" and "CDATA section
    state", and XML 1.0, sections 2.5, 2.7 and 4.1.
    """
    return Mapped(written, _parts_of_markup(written), lambda found: _text_of_markup(found[0], is_xml=is_xml))


def _parts_of_markup(written: str) -> Iterator[re.Match[str]]:
    """Yield the parts to replace: references, comments, line breaks, and the delimiters of CDATA."""
    at = 0
    while found := _MARKUP.search(written, at):
        yield found
        at = found.end()
        if found[0] == _CDATA and (end := _CDATA_END.search(written, at)):
            yield from _REPLACED_PATTERN.finditer(written, at, end.start())
            yield end
            at = end.end()


def _text_of_markup(part: str, *, is_xml: bool) -> str:
    if part.startswith("&#"):
        return _numbered(part[2:].rstrip(";"), is_xml=is_xml)
    if part.startswith("&"):
        return unescape(part)
    return _read_as(part) if part[:1] in _REPLACED_STARTS else ""


def _read_as(written: str) -> str:
    return _REPLACED[written] if written in _REPLACED else _REPLACED[written[0]] * len(written)


def _character(found: re.Match[str]) -> str:
    reference = found[0]
    if reference[0] != "&":
        return _read_as(reference)
    if reference.startswith("&#"):
        return _numbered(reference[2:].rstrip(";"), is_xml=False)
    is_cut = not reference.endswith(";") and found.string[found.end() : found.end() + 1] == "="
    return html5[reference[1:]] if reference[1:] in html5 and not is_cut else reference


def _numbered(number: str, *, is_xml: bool) -> str:
    """Return the character with a number: HTML, "Numeric character reference end state"; XML has no exceptions."""
    base, digits = (16, number[1:]) if number[0] in "xX" else (10, number)
    digits = digits.lstrip("0")
    code = int(digits, base) if digits and len(digits) <= _MAX_DIGITS else 0
    if 0x80 <= code <= 0x9F and not is_xml:  # noqa: PLR2004 (controls that HTML reads as windows-1252)
        return unescape(f"&#{code};")
    return _UNKNOWN if not code or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)  # noqa: PLR2004 (Unicode)
