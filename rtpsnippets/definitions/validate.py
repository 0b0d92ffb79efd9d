r"""Turn a document into events, or report all of its problems.

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

from rtpsnippets.definitions.audit_table import AUDIT, AUDIT_FIELDS, AuditTable, audit_table
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

_NO_VALUE = Problem("has no value", 'add the key "value": a string or a list of strings')
_REASONS = {
    **SHARED_REASONS,
    "text": 'use "value" for what is sent, or "label" for the text of a button or link',
    "url": 'write the address of a link as "href" in its table, under "link"',
    "id": 'the id of an event is the key of its table; write the id of a button in its table, under "button"',
}
_NO_KEYS = "write its keys below it; in YAML, indent them"
_KEY_IN_TEXT = re.compile(r"([a-z]+) *[:=]")
_NOT_GIVEN = "-"
"""Replaces a missing value, so that the rest of the event is also validated."""


@dataclass(slots=True)
class Definitions:
    """The events of one or more documents, the problems that prevent their use, and the warnings.

    `documents` contains the document of every id, including ids with problems. `refusals` contains an
    error for each file that the system refused to read. `build` and `audit` are the tables of the one document that has
    them.
    """

    events: dict[str, Event] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    refusals: list[FileAccessError] = field(default_factory=list)
    build: BuildTable | None = None
    audit: AuditTable | None = None


def define(document: Document, for_all: Table = MappingProxyType({})) -> Definitions:
    """Return the definitions of `document`; each problem has its file, line and key.

    `for_all` contains fields that override the definitions of all events. If there are very many
    problems, only the first are found (`errors.first`). Warnings are left out, because they compare
    the events of all documents.
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
    definitions.audit = audit_table(document)
    definitions.problems = document.locate([*document.problems, *_independent(document, found)])
    return definitions


def located(documents: Mapping[str, Document], problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of events with their locations, grouped by file in order of appearance."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(_document(documents, problem).file, []).append(problem)
    return [problem for of_file in by_file.values() for problem in _document(documents, of_file[0]).locate(of_file)]


def _document(documents: Mapping[str, Document], problem: Problem) -> Document:
    """Return the document of the event that the problem is about."""
    _, event_id, *_ = problem.key
    return documents[str(event_id)]


def _tables(document: Document) -> tuple[Mapping[str, object], Table, list[Problem]]:
    """Return the tables of the events, the defaults, and the problems of everything else."""
    data = document.data
    if not isinstance(data, dict):
        return {}, {}, [Problem(f'must be a table with the key "{EVENTS}", not {kind(data)}', FIRST_EVENT)]
    problems = table_problems(data, TOP_FIELDS, partial(_where_it_belongs, data))
    tables = data.get(EVENTS, {})
    if not tables and not problems and not document.problems:
        problems = [Problem("defines no events", FIRST_EVENT)]
    by_id = _by_id(tables) if isinstance(tables, dict) else {}
    return by_id, good_defaults(data.get(DEFAULTS), problems), problems


def _by_id(tables: Mapping[str, object]) -> Mapping[str, object]:
    """Return the tables of events by id. If keys of an event are where ids should be, keep only the first of them.

    In YAML, the id above keys that are not indented has no table, and is also removed.
    """
    keys = [name for name, table in tables.items() if name in FIELDS and not isinstance(table, dict)]
    if not keys:
        return tables
    return {
        name: table for name, table in tables.items() if name == keys[0] or (name not in keys and table is not None)
    }


def _event(event_id: str, table: object, defaults: Table, for_all: Table) -> tuple[Event | None, list[Problem]]:
    """Return the event of `table` with the fields `for_all`, or all problems of the table."""
    if not isinstance(table, dict):
        return None, [replace(wrong_type("a table", table), hint=_table_hint(event_id, table))]
    fields: dict[str, Any] = {"value": _NOT_GIVEN, **with_defaults(table, defaults), **for_all}
    # What `for_all` overrides is also validated.
    problems = table_problems({name: table[name] for name in for_all if name in table}, FIELDS) if for_all else []
    if not fields.keys() <= FIELDS.keys():
        problems += first(_unknown_key(event_id, name, table) for name in table if name not in FIELDS)
        fields = {name: value for name, value in fields.items() if name in FIELDS}
    meant = {problem.meant for problem in problems}
    if "value" not in table and "value" not in meant:
        problems.append(_NO_VALUE)
    if "carrier" in meant:
        fields["carrier"] = DATA  # it allows every trigger
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
    """Return the element for a label, or for a table of label and attributes, or all of its problems."""
    table = {LABEL: given} if isinstance(given, str) and not kind.NEEDED else given
    if not isinstance(table, dict):
        return None, [_not_an_element(kind, given)]
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
        problems.append(Problem("has no label", f'add the key "label": the text of the {noun}'))
    return element, problems


def _not_an_element(kind: type[Element], given: object) -> Problem:
    """Return the problem of a value that cannot be an element; a string can if only the label is required."""
    expected = "a table" if kind.NEEDED else "a string or a table"
    hint = "write a label, or a table with a label and attributes, or remove the key"
    if given is None:
        hint = _NO_KEYS
    elif kind.NEEDED:
        hint = f"write a table with the keys {' and '.join((LABEL, *kind.NEEDED))}"
    return replace(wrong_type(expected, given), hint=hint)


def _where_it_belongs(data: Mapping[str, object], name: str) -> str:
    """Return where a key at the top of a document belongs; empty if that is unknown."""
    if nearest_to(name, TOP_FIELDS):
        return ""
    for table, fields in ((BUILD, BUILD_FIELDS), (AUDIT, AUDIT_FIELDS)):
        if name in fields:
            return f'it belongs to the {table}: move it under "{table}"'
    if name in DEFAULT_FIELDS:
        return f'to set it for all events, move it under "{DEFAULTS}"'
    if name in FIELDS:
        return f'it belongs to an event: move it under "{EVENTS}" and the id of the event'
    if isinstance(data[name], dict):
        return f'if it is an event, move it under "{EVENTS}": {key_path(event_key(name))}'
    return ""


def _table_hint(event_id: str, given: object) -> str:
    """Return how to fix an event that is not a table; often a level, or the space after a colon in YAML, is missing."""
    if event_id in FIELDS:
        return f'write the id between "{EVENTS}" and "{event_id}"; if it is already there, indent the keys below it'
    if given is None:
        return _NO_KEYS
    if isinstance(given, list):
        return f"write [{key_path(event_key(event_id))}] once, in single brackets; in JSON and YAML, write a table"
    if isinstance(given, str) and (found := _KEY_IN_TEXT.match(given)) and found[1] in FIELDS:
        return f'in YAML, write a colon and a space after a key: "{found[1]}: "'
    return 'write the value below the id, under the key "value"'


def _unknown_key(event_id: str, name: str, table: Table) -> Problem:
    """Return the problem of an unknown key of an event; the key may belong to one of its elements, or to its id."""
    if isinstance(below := table[name], dict) and "value" in below:
        reason = f'if it is part of the id, write "{event_id}-{name}": ids contain no dots'
        return replace(unknown_key(name, EVENT_KEYS, reason), meant="value")
    if "value" not in table and key_meant(name, EVENT_KEYS) == "value":
        return unknown_key(name, EVENT_KEYS)
    if name in _REASONS:
        return unknown_key(name, EVENT_KEYS, _REASONS[name])
    meant = "data-*" if is_data_or_aria(name) else key_meant(name, _ALL_KEYS)
    homes = [at for at, element in ELEMENTS.items() if meant not in FIELDS and meant in element.all_keys()]
    if homes:
        question = "" if meant in (name, "data-*") else f"{did_you_mean(meant)} "
        belongs = f"it belongs to a {' or '.join(homes)}: move it under"
        return unknown_key(name, EVENT_KEYS, f"{question}{belongs} {' or '.join(map(quoted, homes))}")
    return unknown_key(name, EVENT_KEYS)


def _independent(document: Document, problems: list[Problem]) -> list[Problem]:
    """Return the problems that do not follow from values that the reader could not read."""
    return [problem for problem in problems if not any(_follows_from(key, problem) for key in document.lost)]


def _follows_from(lost: Key, problem: Problem) -> bool:
    """Return whether the problem is about the lost value, or about a missing key that the lost value may be."""
    is_missing = problem.what.startswith("has no ")
    return problem.key == lost or (is_missing and problem.key == lost[:-1])
