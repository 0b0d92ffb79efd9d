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

_OTHER_NAMES = {
    "value": ("content", "data", "name", "payload", "text", "title"),
    "label": ("caption", "text", "value"),
    "href": ("address", "src", "target-url", "to", "uri", "url"),
    "on": ("event", "trigger", "when"),
    "selector": ("css", "element", "elements"),
    "description": ("comment", "desc", "note"),
}
"""What people call a key, where the right name is not the nearest one."""


def nearest_to(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to `word`, if one is near; nothing is near to a very long one."""
    return next(iter(get_close_matches(word, list(known), n=1)), None) if word == cut(word) else None


def key_meant(key: str, known: Iterable[str]) -> str | None:
    """The known key that `key` stands for: it has another name, or is misspelled.

    >>> key_meant("url", ["label", "href"]), key_meant("hreff", ["label", "href"]), key_meant("x", ["label"])
    ('href', 'href', None)
    """
    known, name = list(known), key.lower().replace("_", "-")
    if name in known:
        return name
    renamed = (right for right, others in _OTHER_NAMES.items() if right in known and name in others)
    return next(renamed, None) or nearest_to(name, known)


def did_you_mean(word: str | None) -> str:
    """The question that offers `word`."""
    return f'did you mean "{word}"?'


def unknown_key(key: str, known: Iterable[str], reason: str = "") -> Problem:
    """The problem of an unknown key, with the reason why it may not be there, or the key that is meant, or all."""
    known = list(known)
    meant = key_meant(key, known)
    hint = reason or (did_you_mean(meant) if meant not in (None, key) else f"known keys: {', '.join(known)}")
    return Problem(f"unknown key {quoted(key)}", hint, member=key, meant=meant or "")


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
