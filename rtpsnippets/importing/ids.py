"""Find an id for each event that none has yet.

>>> ids = Ids()
>>> [ids.take(["sale"]), ids.take(["sale"]), ids.take([])]
['sale', 'sale-2', 'event-1']
"""

from __future__ import annotations

from collections.abc import Iterable

from rtpsnippets.event import ID_LENGTH, id_problems

_NAMELESS = "event"


class Ids:
    """The ids that are taken."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last_numbers: dict[str, int] = {_NAMELESS: 0}

    def take(self, wishes: Iterable[str]) -> str:
        """Return the first of `wishes` that an event may have, with a number where another has it already."""
        wish = next((wish for wish in wishes if not id_problems(wish)), _NAMELESS)
        event_id = wish
        while event_id in self._taken or event_id == _NAMELESS:
            event_id = self._numbered(wish)
        self._taken.add(event_id)
        return event_id

    def _numbered(self, wish: str) -> str:
        """The next of the ids that tell events with the same wish apart."""
        number = self._last_numbers.get(wish, 1) + 1
        self._last_numbers[wish] = number
        suffix = f"-{number}"
        return wish[: ID_LENGTH - len(suffix)].rstrip("-_") + suffix
