"""Name a key that nobody knows, and the one that was meant.

>>> print(unknown_key("lable", ["label", "class"]))
unknown key "lable"
    did you mean "label"?
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from rtpsnippets.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean "label"?`, or nothing where no known word is near."""
    nearest = get_close_matches(word, list(known), n=1)
    return f'did you mean "{nearest[0]}"?' if nearest else ""


def unknown_key(key: object, known: Iterable[str], reasons: Mapping[str, str] | None = None) -> Problem:
    """The problem of an unknown key: with the reason for this key, the nearest known one, or all of them."""
    known = list(known)
    name = str(key)
    hint = (reasons or {}).get(name) or did_you_mean(name, known) or f"known keys: {', '.join(known)}"
    return Problem(f'unknown key "{name}"', hint)
