"""Addresses at random: a scheme, disguised by blanks, controls, references, per cent escapes and case."""

from __future__ import annotations

import random
from collections.abc import Iterator

_SCHEMES = ("javascript", "data", "vbscript", "http", "https", "mailto", "tel", "blob", "x", "")
_MIDDLES = (":", ":", ":", "::", "&colon;", "%3A", "\uff1a", "/:", "", "\\:", ";")
_ENDS = ("rtp()", "//example.com/", "text/html,x", "a@example.com", "", "/", "#x", "?x")
_INSERTED = (
    *(chr(point) for point in range(0x21)),
    *"\x7f\x80\x85\xa0\xad\u034f\u115f\u180e\u200b\u200d\u2028\u2060\u3000\ufe0f\ufeff\ufffe\U000e0061",
    *("&Tab;", "&NewLine;", "&#9;", "&#0;", "%09", "%00", "%0d%0a", "%20", "\\", "/", "+", ".", "-", "0"),
)


def random_addresses(count: int, seed: int) -> Iterator[str]:
    """So many addresses, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (the same addresses in each run)
    for _ in range(count):
        signs = [_disguised(chance, sign) for sign in chance.choice(_SCHEMES) + chance.choice(_MIDDLES)]
        for _ in range(chance.choice((0, 0, 1, 1, 2, 5))):
            signs.insert(chance.randrange(len(signs) + 1), chance.choice(_INSERTED))
        yield "".join(signs) + chance.choice(_ENDS)


def _disguised(chance: random.Random, sign: str) -> str:
    """The character, in few cases in another form."""
    forms = (sign.upper(), sign.upper(), f"%{ord(sign):02x}", f"&#{ord(sign)};", f"&#x{ord(sign):x}")
    return chance.choice(forms) if chance.random() < 0.1 else sign
