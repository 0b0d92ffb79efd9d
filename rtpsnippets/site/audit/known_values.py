r"""What the definitions know: their values, and which of them an unknown one was meant to be.

>>> from rtpsnippets.events.event import Event
>>> Known({"go": Event("go", "Download")}).meant_by("download ")
'did you mean "Download" of the event "go"? it differs by case and blanks only'
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
"""How long a text may be of which other ways to write its characters are compared."""

_WRITING = "the way in which a character is written"
_ALIKE: Mapping[str, Callable[[str], str]] = {
    # To put very many combining characters in order takes the square of their number.
    _WRITING: lambda text: unicodedata.normalize("NFC", text) if len(text) <= _COMPARED else text,
    "case": str.casefold,
    "blanks": lambda text: text.replace(" ", ""),
    "what can't be seen": lambda text: "".join(sign for sign in text if not unseen(sign)) if unseen(text) else text,
}
"""By what texts differ that look alike, and how each is made the same."""


class Known:
    """The events of the definitions, and the event of each value."""

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
        """The events that have the value."""
        first = [self.events[self.values[value]]] if value in self.values else []
        return first + self._others.get(value, [])

    def _meant_by(self, value: str) -> str:
        """The question that offers the value that was meant; empty if none is near."""
        known = self._alike.get(_folded(value))
        difference = f" it differs by {_differences(value, known)} only" if known else ""
        known = known or self._nearest_to(value)
        return f"did you mean {quoted(known)} of the event {quoted(self.values[known])}?{difference}" if known else ""

    def _nearest_to(self, value: str) -> str | None:
        """The value that is nearest."""
        return nearest_to(value, self.compared(self.values))

    def compared(self, known: Collection[str]) -> Collection[str]:
        """Return what one more text is to be compared with: nothing any more when very much was."""
        if self._left > 0:
            self._left -= sum(map(len, known))
        return known if self._left > 0 else ()


def _folded(text: str, but: str = "") -> str:
    """The text without all that is no difference to the eye, but for one of these."""
    for name, same in _ALIKE.items():
        text = text if name == but else same(text)
    return text


def _differences(text: str, other: str) -> str:
    """By what two texts differ that look alike."""
    names = [name for name in _ALIKE if _folded(text, name) != _folded(other, name)]
    return " and ".join(names) or _WRITING  # a sign may have its capital and another writing in one
