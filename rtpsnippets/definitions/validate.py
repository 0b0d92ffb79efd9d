r"""Turn a document into events, and all that is wrong with it into problems.

>>> from rtpsnippets.definitions.readers.document import Document
>>> definitions = define(Document("events.toml", {"events": {"a": {"valeu": "x"}}}))
>>> print(*definitions.problems, sep="\n")
events.toml: events.a: unknown key "valeu"
    did you mean "value"?
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import Any

from rtpsnippets.definitions.build_table import BUILD, BUILD_FIELDS, BuildTable, build_table
from rtpsnippets.definitions.defaults import (
    DEFAULT_FIELDS,
    DEFAULTS,
    Table,
    good_defaults,
    with_default_class,
    with_defaults,
)
from rtpsnippets.definitions.readers.document import Document
from rtpsnippets.definitions.schema import FIRST_EVENT, TOP_FIELDS
from rtpsnippets.display import quoted
from rtpsnippets.errors import FileAccessError, Key, Problem, ProblemsError, first, key_path, under
from rtpsnippets.events.element import LABEL, SHARED_REASONS, Element, is_data_or_aria
from rtpsnippets.events.event import DATA, ELEMENTS, EVENTS, FIELDS, Event, event_key
from rtpsnippets.events.field import table_problems
from rtpsnippets.events.text_rules import kind, wrong_type
from rtpsnippets.limits import MAX_PROBLEMS
from rtpsnippets.suggestions import did_you_mean, key_meant, nearest_to, unknown_key

EVENT_KEYS = tuple(FIELDS)
"""Every key of an event."""
_ALL_KEYS = (*EVENT_KEYS, *(key for kind in ELEMENTS.values() for key in kind.all_keys()))

_NO_VALUE = Problem("has no value", 'give it the key "value": a string, or a list of strings')
_REASONS = {
    **SHARED_REASONS,
    "text": 'the key "value" holds what is sent; the text on a button or link is its "label"',
    "url": 'the address of a link belongs in its table, at the key "href"',
    "id": 'the id of an event is its own key; that of a button belongs in a table at the key "button"',
}
_NO_KEYS = "write its keys below it; in YAML, indent them"
_KEY_IN_TEXT = re.compile(r"([a-z]+) *[:=]")
_NOT_GIVEN = "-"
"""Stands in for a value that is missing, so that the rest of the event is judged too."""


@dataclass(slots=True)
class Definitions:
    """The events of one or more documents, the problems that forbid their use, and the warnings.

    `documents` has the document of every id, of those with problems too; `refusals` has the files
    that the system did not let us read; `build` is the table of the one document that has it.
    """

    events: dict[str, Event] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    refusals: list[FileAccessError] = field(default_factory=list)
    build: BuildTable | None = None


def define(document: Document, for_all: Table = MappingProxyType({})) -> Definitions:
    """Return the definitions of `document`; each problem says its file, line and key.

    `for_all` has fields that every event gets, whatever its definition says. Of very many problems,
    only the first are looked for (`errors.first`). Warnings are not given: they are about events of
    all documents.
    """
    definitions = Definitions()
    tables, defaults, found = _tables(document)
    for event_id, table in tables.items():
        if len(found) > MAX_PROBLEMS:
            break
        definitions.documents[event_id] = document
        event, problems = _event(event_id, table, defaults, for_all)
        if problems:
            found += under(event_key(event_id), problems)
        if event is not None:
            definitions.events[event_id] = event
    definitions.build = build_table(document)
    definitions.problems = document.locate([*document.problems, *_news(document, found)])
    return definitions


def located(documents: Mapping[str, Document], problems: Iterable[Problem]) -> list[Problem]:
    """The problems of events with their places, the files in the order in which they come first."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(_document(documents, problem).file, []).append(problem)
    return [problem for of_file in by_file.values() for problem in _document(documents, of_file[0]).locate(of_file)]


def _document(documents: Mapping[str, Document], problem: Problem) -> Document:
    """The document of the event that the problem is about."""
    _, event_id, *_ = problem.key
    return documents[str(event_id)]


def _tables(document: Document) -> tuple[Mapping[str, object], Table, list[Problem]]:
    """The tables of the events, what these share, and the problems of what stands around and beside them."""
    data = document.data
    if not isinstance(data, dict):
        return {}, {}, [Problem(f'must be a table with the key "{EVENTS}", not {kind(data)}', FIRST_EVENT)]
    problems = table_problems(data, TOP_FIELDS, partial(_why_not_at_the_top, data))
    tables = data.get(EVENTS, {})
    if not tables and not problems and not document.problems:
        problems = [Problem("defines no event", FIRST_EVENT)]
    by_id = _by_id(tables) if isinstance(tables, dict) else {}
    return by_id, good_defaults(data.get(DEFAULTS), problems), problems


def _by_id(tables: Mapping[str, object]) -> Mapping[str, object]:
    """The tables of events by id. Of the keys of an event in the place of ids, only the first is kept.

    In YAML, the id above keys that are not indented is empty, and is left out, too.
    """
    keys = [name for name, table in tables.items() if name in FIELDS and not isinstance(table, dict)]
    if not keys:
        return tables
    return {
        name: table for name, table in tables.items() if name == keys[0] or (name not in keys and table is not None)
    }


def _event(event_id: str, table: object, defaults: Table, for_all: Table) -> tuple[Event | None, list[Problem]]:
    """The event of `table` with the fields `for_all`, or all problems of the table."""
    if not isinstance(table, dict):
        return None, [replace(wrong_type("a table", table), hint=_how_to_write_a_table(event_id, table))]
    fields: dict[str, Any] = {"value": _NOT_GIVEN, **with_defaults(table, defaults), **for_all}
    # What gives way to a field of `for_all` is judged, too: nothing wrong goes unseen.
    problems = table_problems({name: table[name] for name in for_all if name in table}, FIELDS) if for_all else []
    if not fields.keys() <= FIELDS.keys():
        problems += first(_unknown_key(event_id, name, table) for name in table if name not in FIELDS)
        fields = {name: value for name, value in fields.items() if name in FIELDS}
    meant = {problem.meant for problem in problems}
    if "value" not in table and "value" not in meant:
        problems.append(_NO_VALUE)
    if "carrier" in meant:
        fields["carrier"] = DATA  # with which any trigger is right
    for name, element_kind in ELEMENTS.items():
        if name in fields:
            fields[name], element_problems = _element(element_kind, fields[name], defaults)
            if element_problems:
                problems += under((name,), element_problems)
    try:
        event = Event(event_id, **fields)
    except ProblemsError as error:
        return None, problems + list(error.problems)
    return (None if problems else event), problems


def _element(kind: type[Element], given: object, defaults: Table) -> tuple[Element | None, list[Problem]]:
    """The element of a label, or of a table of label and attributes; or all of its problems."""
    table = {LABEL: given} if isinstance(given, str) and not kind.NEEDED else given
    if not isinstance(table, dict):
        return None, [_no_element(kind, given)]
    attributes = with_default_class(table, defaults)
    element, problems = None, []
    try:
        element = kind(attributes.pop(LABEL, _NOT_GIVEN), attributes)
    except ProblemsError as error:
        problems = (
            [replace(problem, key=()) for problem in error.problems] if isinstance(given, str) else [*error.problems]
        )
    if LABEL not in table and all(problem.meant != LABEL for problem in problems):
        noun = kind.__name__.lower()
        problems.append(Problem("has no label", f'give it the key "label": the text on the {noun}'))
    return element, problems


def _no_element(kind: type[Element], given: object) -> Problem:
    """The problem of what is not an element; where only a label is needed, a string would be one."""
    expected = "a table" if kind.NEEDED else "a string or a table"
    hint = "write the label, or a table of label and attributes, or leave the key out"
    if given is None:
        hint = _NO_KEYS
    elif kind.NEEDED:
        hint = f"write a table with the keys {' and '.join((LABEL, *kind.NEEDED))}"
    return replace(wrong_type(expected, given), hint=hint)


def _why_not_at_the_top(data: Mapping[str, object], name: str) -> str:
    """Where a key belongs that stands at the top of a document, if that is known."""
    if nearest_to(name, TOP_FIELDS):
        return ""
    if name in BUILD_FIELDS:
        return f'it belongs to a build: write it in a table at the key "{BUILD}"'
    if name in DEFAULT_FIELDS:
        return f'for all events, write it in a table at the key "{DEFAULTS}"'
    if name in FIELDS:
        return f'it belongs to an event: write it at the key "{EVENTS}", below the id of the event'
    if isinstance(data[name], dict):
        return f'if it is an event, write it at the key "{EVENTS}": {key_path(event_key(name))}'
    return ""


def _how_to_write_a_table(event_id: str, given: object) -> str:
    """How to fix an event that is not a table: often a level, or the space after YAML's colon, is missing."""
    if event_id in FIELDS:
        return (
            f'the id is missing: write it between "{EVENTS}" and "{event_id}"; or indent what belongs to the id above'
        )
    if given is None:
        return _NO_KEYS
    if isinstance(given, list):
        return f"write [{key_path(event_key(event_id))}] in single brackets, once; in JSON and YAML, a table"
    if isinstance(given, str) and (found := _KEY_IN_TEXT.match(given)) and found[1] in FIELDS:
        return f'in YAML, write a colon and a space after a key: "{found[1]}: "'
    return 'write the value below the id, at the key "value"'


def _unknown_key(event_id: str, name: str, table: Table) -> Problem:
    """The problem of an unknown key of an event; it may be meant for one of the event's elements, or for its id."""
    if isinstance(below := table[name], dict) and "value" in below:
        reason = f'if it belongs to the id, write "{event_id}-{name}": an id has no dot'
        return replace(unknown_key(name, EVENT_KEYS, reason), meant="value")
    if "value" not in table and key_meant(name, EVENT_KEYS) == "value":
        return unknown_key(name, EVENT_KEYS)
    if name in _REASONS:
        return unknown_key(name, EVENT_KEYS, _REASONS[name])
    meant = "data-*" if is_data_or_aria(name) else key_meant(name, _ALL_KEYS)
    homes = [at for at, element in ELEMENTS.items() if meant not in FIELDS and meant in element.all_keys()]
    if homes:
        question = "" if meant in (name, "data-*") else f"{did_you_mean(meant)} "
        belongs = f"it belongs to a {' or '.join(homes)}: write it in a table at the key"
        return unknown_key(name, EVENT_KEYS, f"{question}{belongs} {' or '.join(map(quoted, homes))}")
    return unknown_key(name, EVENT_KEYS)


def _news(document: Document, problems: list[Problem]) -> list[Problem]:
    """The problems that don't follow from what the reader lost."""
    return [problem for problem in problems if not any(_follows_from(key, problem) for key in document.lost)]


def _follows_from(lost: Key, problem: Problem) -> bool:
    """Whether the problem is that of the lost value, or that its table lacks what may have been in it."""
    is_missing = problem.what.startswith("has no ")
    return problem.key == lost or (is_missing and problem.key == lost[:-1])
