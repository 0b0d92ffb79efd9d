"""The content of a definitions file before it is validated: plain data, and the line of each key.

>>> document = Document("events.toml", {"events": {}}, lambda _: {("events",): 3})
>>> [str(problem) for problem in document.locate([Problem("is empty", key=("events",))])]
['events.toml:3: events: is empty']
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from rtpsnippets.display import cut
from rtpsnippets.errors import Key, Location, Problem

_UNKNOWN = Location()


def twice(first: str, key: Key, location: Location = _UNKNOWN) -> Problem:
    """Return the problem of a key that is defined twice; `first` says where it was defined first."""
    return Problem("is defined twice", f"it is also defined {first}; keep only one of them", key, location)


def _nowhere(_keys: Collection[Key]) -> Mapping[Key, int]:
    return {}


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one definitions file: tables, lists, strings and whatever else the format has.

    `file` is its name in messages. `lines` finds the lines of some keys; it is only called for
    messages, because it reads the text again. `sources` contains the source text of values that the
    format did not read as strings. `problems` are those that the reader found, and `lost` contains the
    keys whose values it could not read.
    """

    file: str
    data: object
    lines: Callable[[Collection[Key]], Mapping[Key, int]] = _nowhere
    sources: Mapping[Key, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    lost: frozenset[Key] = frozenset()

    def locate(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems with this file's name and the lines of their keys, sorted by line."""
        problems = list(problems)
        keys = {_located_key(problem) for problem in problems} - {()}
        lines = self.lines(keys) if keys else {}
        located = [self._located(problem, lines.get(_located_key(problem))) for problem in problems]
        return sorted(located, key=lambda problem: problem.location.line or 0)

    def _located(self, problem: Problem, line: int | None) -> Problem:
        hint, source = problem.hint, self.sources.get(_located_key(problem))
        if problem.read_as and source:
            in_quotes = json.dumps(cut(source), ensure_ascii=False)
            hint = f"YAML reads {cut(source)} as {problem.read_as}; put it in quotes: {in_quotes}"
        location = replace(problem.location, file=self.file, line=problem.location.line or line)
        return replace(problem, hint=hint, location=location)


def _located_key(problem: Problem) -> Key:
    return problem.key if problem.member is None else (*problem.key, problem.member)
