"""Name a key that nobody knows, and the one that was meant.

>>> print(unknown_key("lable", ["label", "class"]))
unknown key "lable"
    did you mean "label"?
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from rtpsnippets.errors import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def nearest_to(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to `word`, if one is near."""
    return next(iter(get_close_matches(word, list(known), n=1)), None)


def did_you_mean(word: str) -> str:
    """The question that offers `word`."""
    return f'did you mean "{word}"?'


def unknown_key(key: str, known: Iterable[str], reasons: Mapping[str, str] | None = None) -> Problem:
    """The problem of an unknown key, with the nearest known key or all of them.

    `reasons` has, by key, why a key that is known elsewhere may not stand here.
    """
    known, reasons = list(known), reasons or {}
    nearest = nearest_to(key, [*known, *reasons])
    if nearest is None:
        hint = f"known keys: {', '.join(known)}"
    else:
        hint = " ".join(filter(None, ("" if nearest == key else did_you_mean(nearest), reasons.get(nearest))))
    return Problem(f"unknown key {quoted(key)}", hint, member=key)
