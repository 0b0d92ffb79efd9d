"""What a definitions file says, before anyone judges it: plain data, and where each key stands.

>>> document = Document("events.toml", {"events": {}}, lambda: {("events",): Place(3)})
>>> document.place(("events",)).line
3
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from rtpsnippets.errors import Key, Problem


def twice(first: str, key: Key, line: int | None = None) -> Problem:
    """The problem of a key that is there twice; `first` says where it was seen first."""
    return Problem("is there twice", f"it stands {first} already; keep one of them", key, line=line)


class Place(NamedTuple):
    """Where a key stands: its line, from 1, and how its value is written where the reader changed it."""

    line: int | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one definitions file: tables, lists, strings and what else the format has.

    `file` is its name for messages. `places` finds the place of each key; it is asked only if there
    is something to say, since lines cost a second reading. `problems` are what the reader itself saw,
    and `lost` has the keys whose values it could not take.
    """

    file: str
    data: object
    places: Callable[[], Mapping[Key, Place]] = dict
    problems: tuple[Problem, ...] = ()
    lost: frozenset[Key] = frozenset()

    def place(self, key: Key) -> Place:
        """The place of `key`, as far as it is known."""
        try:
            return self.places().get(key, Place())
        except RecursionError:
            return Place()

    def locate(self, problem: Problem) -> Problem:
        """The same problem with this file's name and the line of its key."""
        key = problem.key if problem.member is None else (*problem.key, problem.member)
        return replace(problem, file=self.file, line=problem.line or self.place(key).line)
