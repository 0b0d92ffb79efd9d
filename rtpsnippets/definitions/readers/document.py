"""What a definitions file says, before anyone judges it: plain data, and where each key stands.

>>> document = Document("events.toml", {"events": {}}, lambda _: {("events",): Place(3)})
>>> [str(problem) for problem in document.locate([Problem("is empty", key=("events",))])]
['events.toml:3: events: is empty']
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from rtpsnippets.display import cut
from rtpsnippets.errors import Key, Problem


def twice(first: str, key: Key, line: int | None = None) -> Problem:
    """The problem of a key that is there twice; `first` says where it was seen first."""
    return Problem("is there twice", f"it stands {first} already; keep one of them", key, line=line)


class Place(NamedTuple):
    """Where a key stands: its line, from 1, and how its value is written where the reader changed it."""

    line: int | None = None
    source: str | None = None


def _nowhere(_keys: Collection[Key]) -> Mapping[Key, Place]:
    return {}


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one definitions file: tables, lists, strings and what else the format has.

    `file` is its name for messages. `places` finds the places of some keys; it is asked only if there
    is something to say, since lines cost a second reading. `problems` are what the reader itself saw,
    and `lost` has the keys whose values it could not take.
    """

    file: str
    data: object
    places: Callable[[Collection[Key]], Mapping[Key, Place]] = _nowhere
    problems: tuple[Problem, ...] = ()
    lost: frozenset[Key] = frozenset()

    def locate(self, problems: Iterable[Problem]) -> list[Problem]:
        """The same problems with this file's name and the lines of their keys, in the order of lines."""
        problems = list(problems)
        keys = {_located_key(problem) for problem in problems} - {()}
        places = self.places(keys) if keys else {}
        located = [self._located(problem, places.get(_located_key(problem), Place())) for problem in problems]
        return sorted(located, key=lambda problem: problem.line or 0)

    def _located(self, problem: Problem, place: Place) -> Problem:
        hint = problem.hint
        if problem.read_as and place.source:  # the format made something else of what stands in the file
            in_quotes = json.dumps(cut(place.source), ensure_ascii=False)
            hint = f"YAML reads {cut(place.source)} as {problem.read_as}; put it in quotes: {in_quotes}"
        return replace(problem, hint=hint, file=self.file, line=problem.line or place.line)


def _located_key(problem: Problem) -> Key:
    return problem.key if problem.member is None else (*problem.key, problem.member)
