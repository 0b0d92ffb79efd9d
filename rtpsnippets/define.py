r"""Turn a document into events, and all that is wrong with it into problems.

>>> from rtpsnippets.document import Document
>>> definitions = define(Document("events.toml", {"events": {"a": {"valeu": "x"}}}))
>>> print(*definitions.problems, sep="\n")
events.toml: events.a: unknown key "valeu"
    did you mean "value"?
events.toml: events.a: has no value
    give it the key "value": a string, or a list of strings
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rtpsnippets.button import BUTTON_KEYS, Button, is_data_or_aria
from rtpsnippets.document import Document
from rtpsnippets.errors import FileAccessError, Key, Problem, ProblemsError, first, under
from rtpsnippets.event import Event
from rtpsnippets.keys import did_you_mean, nearest_to, unknown_key
from rtpsnippets.limits import MAX_PROBLEMS
from rtpsnippets.text import kind, wrong_type

EVENTS = "events"
"""The one key at the top of a definitions file."""

EVENT_KEYS = ("value", "button", "description")
"""Every key of an event."""

_NO_VALUE = Problem("has no value", 'give it the key "value": a string, or a list of strings')
_NO_LABEL = Problem("has no label", 'give it the key "label": the text on the button')
_IN_BUTTON = 'it belongs to a button: write it in a table at the key "button"'
_FIRST_EVENT = f'write an event: a table at the key "{EVENTS}", then the id, with the key "value"'
_NOT_GIVEN = "-"
"""Stands in for a value that is missing, so that the rest of the event is judged too."""


@dataclass(slots=True)
class Definitions:
    """The events of one or more documents, the problems that forbid their use, and the warnings.

    `documents` has the document of every id, of those with problems too; `refusals` has the files
    that the system did not let us read.
    """

    events: dict[str, Event] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    refusals: list[FileAccessError] = field(default_factory=list)


def define(document: Document) -> Definitions:
    """Return the definitions of `document`; each problem and warning says its file, line and key.

    Of very many problems or warnings, only the first are looked for (`errors.first`).
    """
    definitions = Definitions()
    tables, found = _event_tables(document)
    for event_id, table in tables.items():
        if len(found) > MAX_PROBLEMS:
            break
        key = event_key(event_id)
        definitions.documents[event_id] = document
        event, problems = _event(event_id, table)
        found += under(key, problems)
        if event is not None:
            definitions.events[event_id] = event
            if len(definitions.warnings) <= MAX_PROBLEMS:
                definitions.warnings += under(key, event.warnings)
    definitions.problems = document.locate([*document.problems, *_news(document, found)])
    definitions.warnings = document.locate(definitions.warnings)
    return definitions


def event_key(event_id: str) -> Key:
    """The key path at which an event stands."""
    return (EVENTS, event_id)


def _event_tables(document: Document) -> tuple[Mapping[str, object], list[Problem]]:
    """The tables of the events, and the problems of what stands around and beside them."""
    data = document.data
    if not isinstance(data, dict):
        return {}, [Problem(f'must be a table with the key "{EVENTS}", not {kind(data)}', _FIRST_EVENT)]
    problems = first(unknown_key(name, [EVENTS]) for name in data if name != EVENTS)
    tables = data.get(EVENTS, {})
    if not isinstance(tables, dict):
        return {}, problems + under((EVENTS,), [replace(wrong_type("a table of events", tables), hint=_FIRST_EVENT)])
    if not tables and not problems and not document.problems:
        problems = [Problem("defines no event", _FIRST_EVENT)]
    return tables, problems


def _event(event_id: str, table: object) -> tuple[Event | None, list[Problem]]:
    """The event of `table`, or all of its problems."""
    if not isinstance(table, dict):
        return None, [replace(wrong_type("a table", table), hint='write the value below the id, at the key "value"')]
    problems = first(_unknown_key(name) for name in table if name not in EVENT_KEYS)
    if "value" not in table:
        problems.append(_NO_VALUE)
    button, button_problems = _button(table["button"]) if "button" in table else (None, [])
    problems += under(("button",), button_problems)
    value, description = table.get("value", _NOT_GIVEN), table.get("description", "")
    try:
        event = Event(event_id, value, button, description)
    except ProblemsError as error:
        return None, problems + list(error.problems)
    return (None if problems else event), problems


def _button(given: object) -> tuple[Button | None, list[Problem]]:
    """The button of a label, or of a table of label and attributes; or all of its problems."""
    if isinstance(given, str):
        button, problems = _button({"label": given})
        return button, [replace(problem, key=()) for problem in problems]
    if not isinstance(given, dict):
        hint = "write the label, or a table of label and attributes"
        return None, [replace(wrong_type("a string or a table", given), hint=hint)]
    problems = [] if "label" in given else [_NO_LABEL]
    attributes = {name: value for name, value in given.items() if name != "label"}
    try:
        button = Button(given.get("label", _NOT_GIVEN), attributes)
    except ProblemsError as error:
        return None, problems + list(error.problems)
    return button, problems


def _unknown_key(name: str) -> Problem:
    """The problem of an unknown key of an event; it may be meant for the event's button."""
    nearest = nearest_to(name, (*EVENT_KEYS, *BUTTON_KEYS))
    if name in BUTTON_KEYS or is_data_or_aria(name):
        return unknown_key(name, EVENT_KEYS, _IN_BUTTON)
    if nearest in BUTTON_KEYS:
        return unknown_key(name, EVENT_KEYS, f"{did_you_mean(nearest)} {_IN_BUTTON}")
    return unknown_key(name, EVENT_KEYS)


def _news(document: Document, problems: list[Problem]) -> list[Problem]:
    """The problems that don't follow from what the reader lost."""
    return [problem for problem in problems if not any(_follows_from(key, problem) for key in document.lost)]


def _follows_from(lost: Key, problem: Problem) -> bool:
    """Whether the problem is that of the lost value, or that its table lacks the lost key."""
    is_missing = problem.what in (_NO_VALUE.what, _NO_LABEL.what)
    return problem.key == lost or (is_missing and problem.key == lost[:-1])
