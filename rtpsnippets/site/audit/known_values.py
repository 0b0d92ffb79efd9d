"""The values in the definitions, and which of them a user probably meant.

>>> from rtpsnippets.events.event import Event
>>> Known({"go": Event("go", "Download")}).meant_by("download ")
'did you mean "Download" of the event "go"? it differs only in case and spaces'
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from rtpsnippets.display import quoted
from rtpsnippets.events.event import Event
from rtpsnippets.events.invisible import unseen
from rtpsnippets.limits import MAX_COMPARED, MAX_FINDINGS
from rtpsnippets.suggestions import nearest_to

_COMPARED = 1_000
"""The maximum length of a text that is normalized."""

_NORMALIZATION = "the Unicode form of a character"
_ALIKE: Mapping[str, Callable[[str], str]] = {
    # Normalization sorts combining characters, in quadratic time.
    _NORMALIZATION: lambda text: unicodedata.normalize("NFC", text) if len(text) <= _COMPARED else text,
    "case": str.casefold,
    "spaces": lambda text: text.replace(" ", ""),
    "invisible characters": lambda text: "".join(one for one in text if not unseen(one)) if unseen(text) else text,
}
"""The differences between texts that look alike, and how to remove each one."""


class Known:
    """The events in the definitions, by id and by value."""

    def __init__(self, events: Mapping[str, Event]) -> None:
        self.events = events
        self.values: dict[str, str] = {}
        self._others: dict[str, list[Event]] = {}
        for event in events.values():
            for value in event.values:
                if self.values.setdefault(value, event.id) != event.id:
                    self._others.setdefault(value, []).append(event)
        self._alike: dict[str, str] = {}
        for value in self.values:
            self._alike.setdefault(_folded(value), value)
        self._left = MAX_COMPARED
        self.meant_by = lru_cache(MAX_FINDINGS)(self._meant_by)

    def events_of(self, value: str) -> list[Event]:
        """Return the events that have the value."""
        first = [self.events[self.values[value]]] if value in self.values else []
        return first + self._others.get(value, [])

    def _meant_by(self, value: str) -> str:
        """Return a question with the value that was probably meant; empty if none is similar."""
        known = self._alike.get(_folded(value))
        difference = f" it differs only in {_differences(value, known)}" if known else ""
        known = known or self._nearest_to(value)
        return f"did you mean {quoted(known)} of the event {quoted(self.values[known])}?{difference}" if known else ""

    def _nearest_to(self, value: str) -> str | None:
        """Return the most similar value."""
        return nearest_to(value, self.compared(self.values))

    def compared(self, known: Collection[str]) -> Collection[str]:
        """Return `known`, or nothing once too much text has been compared, which is slow."""
        if self._left > 0:
            self._left -= sum(map(len, known))
        return known if self._left > 0 else ()


def _folded(text: str, but: str = "") -> str:
    """Return the text with all differences in `_ALIKE` removed except `but`."""
    for name, same in _ALIKE.items():
        text = text if name == but else same(text)
    return text


def _differences(text: str, other: str) -> str:
    """Return how two texts differ that look alike."""
    names = [name for name in _ALIKE if _folded(text, name) != _folded(other, name)]
    return " and ".join(names) or _NORMALIZATION  # one character may differ in case and in its Unicode form
