"""Count locations in a site and list the first ones.

>>> locations = Locations()
>>> for line in (12, 30, 40, 51, 60):
...     locations.add(Location("site/index.html", line, 8))
>>> str(locations), str(locations.first)
('site/index.html:12:8, site/index.html:30:8, site/index.html:40:8 and 2 more', 'site/index.html:12:8')
"""

from __future__ import annotations

from collections.abc import Sequence

from rtpsnippets.errors import Location

_LISTED = 3
"""The default number of listed locations."""


class Locations:
    """Any number of locations: the first ones, and how many there are. It is false if it is empty."""

    def __init__(self, most: int = _LISTED) -> None:
        self._most = most
        self._listed: list[str] = []
        self.first = Location()
        self.number = 0

    def __bool__(self) -> bool:
        return bool(self.number)

    def __str__(self) -> str:
        return named(self._listed, self.number, self._most)

    def add(self, location: Location) -> None:
        """Add one more."""
        self.first = location if not self.number else self.first
        self.number += 1
        if self.number <= self._most:
            self._listed.append(str(location))


def named(texts: Sequence[str], number: int, most: int = _LISTED) -> str:
    """Return the first of `texts`, and how many more of the `number` there are.

    >>> named("abc", 3), named("abcdefg", 7)
    ('a, b, c', 'a, b, c and 4 more')
    """
    listed = ", ".join(texts[:most])
    return f"{listed} and {number - most} more" if number > most else listed
