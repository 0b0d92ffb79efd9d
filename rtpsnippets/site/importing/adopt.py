"""Create events from what a site sends: each value once, with the button and the link that send it.

>>> from rtpsnippets.site.javascript.model import Call, Script, Span
>>> from rtpsnippets.site.model import Code, Contents
>>> code = Code(Span(0, 40), Script((Call(Span(0, 40), ("Sale: shoes",)),)))
>>> adopted = adopt([SiteFile("a.js", Contents(False, (code,)))])
>>> [(each.event.id, str(each.location)) for each in adopted.events]
[('sale-shoes', 'a.js')]
>>> ids = Ids()
>>> [ids.take(["sale"]), ids.take(["sale"]), ids.take([])]
['sale', 'sale-2', 'event-1']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from rtpsnippets.errors import Location, Problem
from rtpsnippets.events.event import ID_LENGTH, Event, id_problems
from rtpsnippets.site.importing.candidate import Candidate
from rtpsnippets.site.importing.locations import Locations
from rtpsnippets.site.importing.sends import Send, Unknown, Value, sends_of
from rtpsnippets.site.javascript.model import NOT_READ, Span
from rtpsnippets.site.site_file import SiteFile

_WHOLE = Span(0, 0)
_IN_TEXT = "may be a call, but it is in a string or other text"


@dataclass(frozen=True, slots=True)
class AdoptedEvent:
    """An event, the first location that sends it, and the number of others."""

    event: Event
    location: Location
    others: int


@dataclass(slots=True)
class Adopted:
    """The events of a site, the calls that no definition can send (`unknown`), and notes about the events.

    `files` and `calls` are the totals; `skipped` are the files that were not read, and why. `uncertain` is the number
    of events without a certain trigger; `old` are the locations of the calls that the events replace.
    """

    events: list[AdoptedEvent] = field(default_factory=list)
    unknown: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    skipped: list[Problem] = field(default_factory=list)
    files: int = 0
    calls: int = 0
    uncertain: int = 0
    old: Locations = field(default_factory=partial(Locations, 20))


def adopt(files: Iterable[SiteFile]) -> Adopted:
    """Return the events that `files` send, in the order in which they first appear.

    The same files result in the same events, with the same ids.
    """
    adopted = Adopted()
    candidates = _Candidates()
    for file in files:
        adopted.files += 1
        if file.contents is None:
            adopted.skipped.append(Problem(file.refusal, location=Location(file.path)))
            continue
        unknown: list[Problem] = []
        for part in file.parts:
            _take(part, adopted, unknown, candidates)
        adopted.unknown += sorted(unknown, key=lambda problem: problem.location.order)
    for candidate, event_id in candidates.with_ids():
        event = candidate.event(event_id)
        adopted.events.append(AdoptedEvent(event, candidate.locations.first, candidate.locations.number - 1))
        adopted.notes += candidate.notes(event_id)
        adopted.uncertain += candidate.is_uncertain
    return adopted


def _take(file: SiteFile, adopted: Adopted, unknown: list[Problem], candidates: _Candidates) -> None:
    """Add what a file, or a part of it, sends."""
    if file.part and file.part.refusal:
        adopted.notes.append(Problem(file.part.refusal, location=file.location(_WHOLE)))
        return
    for mention in file.contents.all_mentions if file.contents else ():
        what = _IN_TEXT if mention.is_text else NOT_READ
        (adopted.notes if mention.is_text else unknown).append(Problem(what, location=file.location(mention.span)))
        adopted.calls += not mention.is_text
    for send in sends_of(file):
        adopted.calls += send.calls
        if isinstance(send, Unknown):
            unknown.append(Problem(send.reason, location=send.location))
        else:
            candidates.take(send)
            if not send.id:
                adopted.old.add(send.location)


class _Candidates:
    """The future events, in the order in which they first appear."""

    def __init__(self) -> None:
        self._all: list[Candidate] = []
        self._of_value: dict[Value, Candidate] = {}
        self._of_row: dict[tuple[str, Value], Candidate] = {}

    def take(self, send: Send) -> None:
        """Add a send to the event with its value and, in a row of a binding, with its id."""
        candidate = self._of_value.get(send.value)
        if send.id and candidate is not None and candidate.row_id:
            candidate = self._of_row.get((send.id, send.value))
        if candidate is None:
            candidate = Candidate(send.value)
            self._all.append(candidate)
            self._of_value.setdefault(send.value, candidate)
        if send.id:
            candidate.row_id = send.id
            self._of_row[send.id, send.value] = candidate
        candidate.add(send)

    def with_ids(self) -> Iterator[tuple[Candidate, str]]:
        """Yield each event with its id. Marked elements use the ids of rows, so rows get theirs first."""
        ids = Ids()
        given = {candidate: ids.take(candidate.preferred_ids) for candidate in self._all if candidate.row_id}
        for candidate in self._all:
            yield candidate, given.get(candidate) or ids.take(candidate.preferred_ids)


_NAMELESS = "event"


class Ids:
    """The ids that are already used."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last_numbers: dict[str, int] = {_NAMELESS: 0}

    def take(self, preferred_ids: Iterable[str]) -> str:
        """Return the first valid id in `preferred_ids`, with a number if it is already used."""
        preferred = next((each for each in preferred_ids if not id_problems(each)), _NAMELESS)
        event_id = preferred
        while event_id in self._taken or event_id == _NAMELESS:
            event_id = self._numbered(preferred)
        self._taken.add(event_id)
        return event_id

    def _numbered(self, preferred: str) -> str:
        """Return `preferred` with the next number."""
        number = self._last_numbers.get(preferred, 1) + 1
        self._last_numbers[preferred] = number
        suffix = f"-{number}"
        return preferred[: ID_LENGTH - len(suffix)].rstrip("-_") + suffix
