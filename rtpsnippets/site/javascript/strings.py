r"""Read what stands between the quotes of JavaScript.

>>> unescaped(r"\x41\u00e9\
... \u{1f600}")
'Aé😀'
"""

from __future__ import annotations

import re
import sys

from rtpsnippets.site.javascript.model import UnknownError

_ESCAPE = re.compile(
    r"\\(?:u\{(?P<braced>[0-9a-fA-F]+)\}|u(?P<four>[0-9a-fA-F]{4})|x(?P<two>[0-9a-fA-F]{2})"
    r"|(?P<octal>[0-3][0-7]{0,2}|[4-7][0-7]?)|(?P<end>\r\n|[\n\r\u2028\u2029])|(?P<sign>(?s:.)))"
)
_SIGNS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


def unescaped(text: str) -> str:
    r"""The text that a string of JavaScript has, from what stands between its quotes.

    https://tc39.es/ecma262/#sec-static-semantics-sv and, for `\101`, its annex B. Raises `UnknownError` for an escape
    beyond all characters.
    """
    return joined(_ESCAPE.sub(_character, text) if "\\" in text else text)


def joined(text: str) -> str:
    """The text with the two halves of each character beyond U+FFFF made one."""
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def has_lone_surrogate(text: str) -> bool:
    """Whether the text has half a character, which JavaScript can hold but no page and no file can."""
    return _LONE.search(text) is not None


def _character(escape: re.Match[str]) -> str:
    digits = escape["braced"] or escape["four"] or escape["two"]
    if digits:
        point = int(digits, 16)
        if point > sys.maxunicode:
            raise UnknownError("has an escape of no character")
        return chr(point)
    if escape["octal"]:
        return chr(int(escape["octal"], 8))
    return "" if escape["end"] else _SIGNS.get(escape["sign"], escape["sign"])
