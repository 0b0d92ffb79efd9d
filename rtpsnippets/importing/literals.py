r"""Write a text as a string of TOML and of YAML: both have the double quotes and the escapes of JSON, and `\U`.

>>> print(string('say "日本\u200b'))
"say \"日本\u200b"
"""

from __future__ import annotations

import re

from rtpsnippets.errors import defused
from rtpsnippets.unseen import is_nfc, unseen

_ESCAPED = re.compile(r'["\\]|[^ -~]')
_SHORT = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"}


def string(text: str) -> str:
    r"""Return the string literal of `text`, in which all that can't be seen is an escape.

    Where an editor could make another text of it (Unicode's NFC changes it), all beyond ASCII is. The escapes are
    those of TOML 1.0 ("String"), which YAML 1.2 has too (5.7). `text` has no lone surrogate.

    >>> print(string("e\u0301 \U000e0001"))
    "e\u0301 \U000e0001"
    """
    is_ascii = not is_nfc(text)

    def escaped(found: re.Match[str]) -> str:
        character = found[0]
        if character in _SHORT:
            return _SHORT[character]
        if not is_ascii and not unseen(character):
            return character
        number = ord(character)
        return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004 (the last that \u has)

    return f'"{defused(_ESCAPED.sub(escaped, text))}"'
