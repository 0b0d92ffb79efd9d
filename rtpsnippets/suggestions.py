"""Name a key or an id that nobody knows, and the one that was meant.

>>> print(unknown_key("lable", ["label", "class"]))
unknown key "lable"
    did you mean "label"?
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from rtpsnippets.display import cut, quoted
from rtpsnippets.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest_to(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to `word`, if one is near; nothing is near to a very long one."""
    return next(iter(get_close_matches(word, list(known), n=1)), None) if word == cut(word) else None


def did_you_mean(word: str | None) -> str:
    """The question that offers `word`."""
    return f'did you mean "{word}"?'


def unknown_key(key: str, known: Iterable[str], reason: str = "") -> Problem:
    """The problem of an unknown key, with the reason why it may not be there, or the nearest known key, or all."""
    known = list(known)
    nearest = None if reason else nearest_to(key.lower().replace("_", "-"), known)
    hint = reason or (did_you_mean(nearest) if nearest not in (None, key) else f"known keys: {', '.join(known)}")
    return Problem(f"unknown key {quoted(key)}", hint, member=key)


def unknown_id(event_id: str, known: Iterable[str], otherwise: str) -> Problem:
    """The problem of an id that no event has, with the nearest known one; `otherwise` is the hint if none is near."""
    nearest = nearest_to(event_id.lower(), known)
    return Problem(f"no event has the id {quoted(event_id)}", did_you_mean(nearest) if nearest else otherwise)


def unknown_name(noun: str, name: str, known: Iterable[str]) -> Problem:
    """The problem of a name that no `noun` (format, kind of finding) has, with the nearest known name, or all.

    >>> print(unknown_name("format", "buton", ["button", "link"]))
    no format has the name "buton"
        did you mean "button"?
    """
    known = list(known)
    nearest = nearest_to(name.lower(), known)
    hint = did_you_mean(nearest) if nearest else f"known {noun.partition(' ')[0]}s: {', '.join(known)}"
    return Problem(f"no {noun} has the name {quoted(name)}", hint)
