"""Where something stands in a site, for a person and for a comment.

>>> places = Places()
>>> for line in (12, 30, 40, 51, 60):
...     places.add(Place("site/index.html", line, 8))
>>> str(places), str(places.first)
('site/index.html:12:8, site/index.html:30:8, site/index.html:40:8 and 2 more', 'site/index.html:12:8')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rtpsnippets.errors import Key, Problem
from rtpsnippets.site.javascript.model import Span
from rtpsnippets.site.site_file import SiteFile

_LISTED = 3
"""How many of very many are named."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file, a line and a column of it, both from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return self.problem("").place

    def problem(self, what: str, hint: str = "", key: Key = ()) -> Problem:
        """What is to be said of this place."""
        return Problem(what, hint, key, self.file, self.line, self.column)


class Places:
    """Any number of places: the first ones, and how many there are. It is false if there is none."""

    def __init__(self) -> None:
        self._listed: list[str] = []
        self.first = Place("", 1, 1)
        self.number = 0

    def __bool__(self) -> bool:
        return self.number > 0

    def __str__(self) -> str:
        return named(self._listed, self.number)

    def add(self, place: Place) -> None:
        """Take in one more."""
        self.first = place if not self.number else self.first
        self.number += 1
        if self.number <= _LISTED:
            self._listed.append(str(place))


def place_of(file: SiteFile, span: Span) -> Place:
    """The place in `file` at which `span` begins."""
    return Place(file.path, *file.place(span))


def named(texts: Sequence[str], number: int) -> str:
    """The first of `texts`, and how many more of the `number` there are.

    >>> named(["a", "b"], 2), named(["a", "b", "c", "d"], 4)
    ('a, b', 'a, b, c and 1 more')
    """
    listed = ", ".join(texts[:_LISTED])
    return f"{listed} and {number - _LISTED} more" if number > _LISTED else listed
