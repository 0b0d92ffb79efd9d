r"""What of a text a person can't see, and so can't type: it looks as if it were another text.

>>> unseen("abc"), unseen("a\u200bc"), unseen("a\tb\0")
('', '\u200b', '\t')
>>> [is_clear(value) for value in ("MyEvent", "日本", " x", "a  b", "a\u200bb", "\n")]
[True, True, False, False, False, False]
>>> print(as_json(" a\u200bb"))
" a\u200bb"
"""

from __future__ import annotations

import json
import re
from unicodedata import is_normalized

from rtpsnippets.display import defused, printable
from rtpsnippets.events.text_rules import html_text

# Unicode's "Default_Ignorable_Code_Point", as far as Python takes them for printable; then, by their names, the space
# of Braille, the joiners of Tifinagh and Brahmi, the filler of Khitan and the null notehead of music.
_WITHOUT_SHAPE = (
    r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff"
    r"\u2800\u2d7f\U0001107f\U00016fe4\U0001d159"
)

WITHOUT_SHAPE = re.compile(f"[{_WITHOUT_SHAPE}]")
"""The signs that are printable and yet have no shape, or that of a blank: fillers, joiners, variation selectors."""


def unseen(text: str) -> str:
    """Return the first sign that can't be seen or told from a blank; empty if there is none.

    They are the controls and formats, the separators but U+0020, what has no meaning yet
    (`str.isprintable`), and what is `WITHOUT_SHAPE`.
    """
    if text.isprintable() and not WITHOUT_SHAPE.search(text):
        return ""
    return next(sign for sign in text if not sign.isprintable() or WITHOUT_SHAPE.match(sign))


def is_nfc(text: str) -> bool:
    r"""Tell whether the text is written as a keyboard makes it, where characters look alike (Unicode's NFC).

    >>> is_nfc("\u00e9"), is_nfc("e\u0301")
    (True, False)
    """
    return is_normalized("NFC", text)


_BLANKS_AT_ENDS_OR_REPEATED = re.compile(r"^ | \Z|  ")


def is_clear(value: str) -> bool:
    """Tell whether the value is what it looks like: no control, no invisible sign, no blank that is easily lost."""
    is_visible = value == printable(value) and not unseen(value) and is_nfc(value)
    return is_visible and not _BLANKS_AT_ENDS_OR_REPEATED.search(value)


def as_json(value: str) -> str:
    r"""Return the value as a JSON string in which all that can't be seen is an escape, but for blanks.

    Where another spelling of the same text looks alike (Unicode's NFC changes the value), all beyond ASCII is.

    >>> print(as_json("e\u0301"))
    "e\u0301"
    """
    return visible(json.dumps(value, ensure_ascii=not is_nfc(value)))


# Many at a time: the replacement of each is kept until the end, and takes a hundred bytes.
_ESCAPED = re.compile(r'["\\]|[^ -~]{1,1000}')
_SHORT = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"}


def as_toml(text: str) -> str:
    r"""Return `text` as a string of TOML, in which all that can't be seen is an escape.

    Where an editor could make another text of it (Unicode's NFC changes it), all beyond ASCII is. The escapes are
    those of TOML 1.0 ("String"), which YAML 1.2 has too (5.7). `text` has no lone surrogate.

    >>> print(as_toml("e\u0301 \U000e0001"))
    "e\u0301 \U000e0001"
    """
    is_ascii = not is_nfc(text)

    def escaped(character: str) -> str:
        if character in _SHORT:
            return _SHORT[character]
        if not is_ascii and not unseen(character):
            return character
        number = ord(character)
        return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004 (the last that \u has)

    written = _ESCAPED.sub(lambda found: "".join(map(escaped, found[0])), text)
    return f'"{defused(written)}"'


def visible(text: str) -> str:
    r"""Return the text in which all that can't be seen is an escape as in JSON, except spaces.

    >>> print(visible("a\u202eb\u034f"))
    a\u202eb\u034f
    """
    return WITHOUT_SHAPE.sub(lambda found: json.dumps(found[0])[1:-1], printable(text))


def is_for_html(value: str) -> bool:
    """Tell whether HTML can carry the value: it has neither controls nor noncharacters."""
    return not html_text(value)


def in_one_line(description: str) -> str:
    """Return the description for people: its words with single blanks between, what HTML can't carry as escapes."""
    words = " ".join(description.split())
    return words if is_for_html(words) else printable(words)
