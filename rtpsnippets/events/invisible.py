r"""Find invisible characters, which make a text look like another one, and show them as escapes.

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

# Unicode's "Default_Ignorable_Code_Point" as far as Python treats them as printable; then the Braille space, the
# joiners of Tifinagh and Brahmi, the filler of Khitan and the musical null notehead.
_WITHOUT_SHAPE = (
    r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff"
    r"\u2800\u2d7f\U0001107f\U00016fe4\U0001d159"
)

WITHOUT_SHAPE = re.compile(f"[{_WITHOUT_SHAPE}]")
"""Characters that count as printable but are invisible or look like a space: fillers, joiners and others."""


def unseen(text: str) -> str:
    """Return the first character that is invisible or looks like a space; empty if there is none.

    These are controls, format characters, separators other than U+0020, unassigned characters (`str.isprintable`),
    and those of `WITHOUT_SHAPE`.
    """
    if text.isprintable() and not WITHOUT_SHAPE.search(text):
        return ""
    return next(each for each in text if not each.isprintable() or WITHOUT_SHAPE.match(each))


def is_nfc(text: str) -> bool:
    r"""Return whether the text is in NFC, the Unicode form that keyboards usually produce.

    >>> is_nfc("\u00e9"), is_nfc("e\u0301")
    (True, False)
    """
    return is_normalized("NFC", text)


_SPACES_AT_ENDS_OR_REPEATED = re.compile(r"^ | \Z|  ")


def is_clear(value: str) -> bool:
    """Return whether the value is what it looks like: in NFC, without invisible characters or extra spaces."""
    is_visible = value == printable(value) and not unseen(value) and is_nfc(value)
    return is_visible and not _SPACES_AT_ENDS_OR_REPEATED.search(value)


def as_json(value: str) -> str:
    r"""Return the value as a JSON string with all invisible characters but spaces escaped.

    If it is not in NFC, everything beyond ASCII is escaped.

    >>> print(as_json("e\u0301"))
    "e\u0301"
    """
    return visible(json.dumps(value, ensure_ascii=not is_nfc(value)))


# Up to 1,000 characters at once, because each match takes a hundred bytes of memory until the end.
_ESCAPED = re.compile(r'["\\]|[^ -~]{1,1000}')
_SHORT = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"}


def as_toml(text: str) -> str:
    r"""Return `text` as a TOML string with all invisible characters escaped.

    If it is not in NFC, which an editor could change, everything beyond ASCII is escaped. The escapes are those of
    TOML 1.0 ("String"), also valid in YAML 1.2 (5.7). `text` must not contain a lone surrogate.

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
        return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004 (the last character of \u)

    written = _ESCAPED.sub(lambda found: "".join(map(escaped, found[0])), text)
    return f'"{defused(written)}"'


def visible(text: str) -> str:
    r"""Return the text with all invisible characters but spaces escaped as in JSON.

    >>> print(visible("a\u202eb\u034f"))
    a\u202eb\u034f
    """
    return WITHOUT_SHAPE.sub(lambda found: json.dumps(found[0])[1:-1], printable(text))


def is_for_html(value: str) -> bool:
    """Return whether HTML can contain the value: it has neither controls nor noncharacters."""
    return not html_text(value)


def in_one_line(description: str) -> str:
    """Return the description on one line, with single spaces, and escaped if HTML cannot contain it."""
    words = " ".join(description.split())
    return words if is_for_html(words) else printable(words)
