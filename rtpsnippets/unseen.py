r"""What of a text a person can't see, and so can't type: it looks as if it were another text.

>>> unseen("abc"), unseen("a\u200bc"), unseen("a\tb\0")
('', '\u200b', '\t')
"""

from __future__ import annotations

import re
from unicodedata import is_normalized

# Unicode's "Default_Ignorable_Code_Point" and a blank of Braille, as far as Python takes them for printable.
_WITHOUT_SHAPE = r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff"

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
