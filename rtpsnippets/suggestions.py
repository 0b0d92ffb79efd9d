"""Report an unknown key, id or name, and suggest the one that was meant.

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
    "was": ("former", "old", "old-value", "previous", "renamed-from"),
}
"""Other names that people use for a key, where the right one is not the closest match."""


def nearest_to(word: str, known: Iterable[str]) -> str | None:
    """Return the closest match for `word`, None if there is none; a very long word has none."""
    return next(iter(get_close_matches(word, list(known), n=1)), None) if word == cut(word) else None


def key_meant(key: str, known: Iterable[str]) -> str | None:
    """Return the known key that `key` stands for, by another name or misspelled; None if there is none.

    >>> key_meant("url", ["label", "href"]), key_meant("hreff", ["label", "href"]), key_meant("x", ["label"])
    ('href', 'href', None)
    """
    known, name = list(known), key.lower().replace("_", "-")
    if name in known:
        return name
    renamed = (right for right, others in _OTHER_NAMES.items() if right in known and name in others)
    return next(renamed, None) or nearest_to(name, known)


def did_you_mean(word: str | None) -> str:
    """Return the hint that suggests `word`."""
    return f'did you mean "{word}"?'


def unknown_key(key: str, known: Iterable[str], reason: str = "") -> Problem:
    """Return the problem of an unknown key; the hint is `reason`, the key that is meant, or all known keys."""
    known = list(known)
    meant = key_meant(key, known)
    hint = reason or (did_you_mean(meant) if meant not in (None, key) else f"known keys: {', '.join(known)}")
    return Problem(f"unknown key {quoted(key)}", hint, member=key, meant=meant or "")


def unknown_id(event_id: str, known: Iterable[str], otherwise: str) -> Problem:
    """Return the problem of an unknown event id; the hint is the closest id, or `otherwise` if there is none."""
    nearest = nearest_to(event_id.lower(), known)
    return Problem(f"no event has the id {quoted(event_id)}", did_you_mean(nearest) if nearest else otherwise)


def unknown_name(noun: str, name: str, known: Iterable[str]) -> Problem:
    """Return the problem of an unknown `noun` (format, kind of finding); the hint is the closest name, or all names.

    >>> print(unknown_name("format", "buton", ["button", "link"]))
    unknown format "buton"
        did you mean "button"?
    """
    known = list(known)
    nearest = nearest_to(name.lower(), known)
    hint = did_you_mean(nearest) if nearest else f"known {noun.partition(' ')[0]}s: {', '.join(known)}"
    return Problem(f"unknown {noun} {quoted(name)}", hint)
