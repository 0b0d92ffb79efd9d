r"""Turn a document into events, and all that is wrong with it into problems.

>>> from rtpsnippets.definitions.readers.document import Document
>>> definitions = define(Document("events.toml", {"events": {"a": {"valeu": "x"}}}))
>>> print(*definitions.problems, sep="\n")
events.toml: events.a: unknown key "valeu"
    did you mean "value"?
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
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
from rtpsnippets.display import cut, quoted
from rtpsnippets.errors import FileAccessError, Key, Problem, ProblemsError, first, key_path, under
from rtpsnippets.events.element import LABEL, SHARED_REASONS, Element, is_data_or_aria
from rtpsnippets.events.event import DATA, ELEMENTS, EVENTS, FIELDS, Event, event_key
from rtpsnippets.events.field import table_problems
from rtpsnippets.events.text_rules import kind, wrong_type
from rtpsnippets.limits import MAX_PROBLEMS
from rtpsnippets.suggestions import did_you_mean, key_meant, nearest_to, unknown_key

EVENT_KEYS = tuple(FIELDS)
"""Every key of an event."""

_NO_VALUE = Problem("has no value", 'give it the key "value": a string, or a list of strings')
_REASONS = {
    **SHARED_REASONS,
    "text": 'what is sent stands at the key "value"; the text on a button or link is its "label"',
    "url": 'the address of a link stands in its table, at the key "href"',
    "id": 'the id of an event is its own key; that of a button stands in a table at the key "button"',
}
_BELONGS = 'it belongs to a {0}: write it in a table at the key "{0}"'
_LIKE_A_VALUE = ("name", "title")
"""Keys of a button or link that stand for the value of an event that has none."""
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
    tables = data.get(EVENTS, {})
    problems = table_problems(data, TOP_FIELDS, partial(_why_not_at_the_top, data))
    if not tables and not problems and not document.problems:
        problems = [Problem("defines no event", FIRST_EVENT)]
    defaults = good_defaults(data.get(DEFAULTS), problems)
    strays = _strays_at_the_top(data, problems)
    for at, of_one in strays.items():
        also = _also(str(problem.member) for problem in of_one[1:])
        # A table that is empty lacks what is not indented.
        others = [it for it in problems if it not in of_one and (it.key != (at,) or data[at] is not None)]
        problems = [replace(of_one[0], hint=of_one[0].hint + also), *others]
    is_cut = EVENTS in strays
    return _without_followers(tables, is_cut=is_cut) if isinstance(tables, dict) else {}, defaults, problems


def _strays_at_the_top(data: Mapping[str, object], problems: Iterable[Problem]) -> Mapping[str, list[Problem]]:
    """The problems of keys that belong to a table, by the key of that: it is missing, or they are not indented."""
    unknown = [problem for problem in problems if not problem.key and not problem.meant]
    # A key that defaults have too says least.
    of_event = sorted((it for it in unknown if it.member in FIELDS), key=lambda it: it.member in DEFAULT_FIELDS)
    if not of_event and not data.get(EVENTS):
        of_event = [problem for problem in unknown if isinstance(data.get(str(problem.member)), dict)]
    of_build = [problem for problem in unknown if problem.member in BUILD_FIELDS]
    return {at: found for at, found in {EVENTS: of_event, BUILD: of_build}.items() if found}


def _without_followers(tables: Mapping[str, object], *, is_cut: bool) -> Mapping[str, object]:
    """The tables of events, but those of which only what follows from another problem would be said.

    Where the keys of an event stand beside its id or at the top, the table of the id is empty.
    """
    strays = [name for name, table in tables.items() if name in FIELDS and not isinstance(table, dict)]
    if not strays and not is_cut:
        return tables
    parts = [name for name in ELEMENTS if strays and isinstance(part := tables.get(name), dict) and "value" not in part]
    followers = {*strays[1:], *parts, *(name for name, table in tables.items() if table is None and name not in strays)}
    return {name: table for name, table in tables.items() if name not in followers}


def _event(event_id: str, table: object, defaults: Table, for_all: Table) -> tuple[Event | None, list[Problem]]:
    """The event of `table` with the fields `for_all`, or all problems of the table."""
    if not isinstance(table, dict):
        return None, [replace(wrong_type("a table", table), hint=_how_to_write_a_table(event_id, table))]
    fields: dict[str, Any] = {"value": _NOT_GIVEN, **with_defaults(table, defaults), **for_all}
    # What gives way to a field of `for_all` is judged, too: nothing wrong goes unseen.
    problems = table_problems({name: table[name] for name in for_all if name in table}, FIELDS) if for_all else []
    if not fields.keys() <= FIELDS.keys():
        strays = _strays(table)
        problems += [_stray(at, names, table) for at, names in strays.items()]
        unknown = fields.keys() - FIELDS.keys() - {name for names in strays.values() for name in names}
        problems += first(_unknown_key(event_id, name, table) for name in table if name in unknown)
        # What stands beside an element, and not in it, leaves nothing for it.
        fields = {name: value for name, value in fields.items() if name in FIELDS and (name not in strays or value)}
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
    if not isinstance(table, dict) or not table:
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
    """The problem of what is no element; where nothing but a label is needed, that alone would be one."""
    expected = "a table" if kind.NEEDED else "a string or a table"
    hint = "write the label, or a table of label and attributes, or leave the key out"
    if kind.NEEDED:
        hint = f"write a table with the keys {' and '.join((LABEL, *kind.NEEDED))}"
    return Problem("is empty", hint) if given == {} else replace(wrong_type(expected, given), hint=hint)


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
    """How to mend an event that is no table: often a level, or the blank after YAML's colon, is missing."""
    if event_id in FIELDS:
        return (
            f'the id is missing: write it between "{EVENTS}" and "{event_id}"; or indent what belongs to the id above'
        )
    if isinstance(given, list):
        return f"write [{key_path(event_key(event_id))}] in single brackets, once; in JSON and YAML, a table"
    if isinstance(given, str) and (found := _KEY_IN_TEXT.match(given)) and found[1] in FIELDS:
        return f'in YAML a colon and a blank stand after a key: "{found[1]}: "'
    return 'write the value below the id, at the key "value"'


def _unknown_key(event_id: str, name: str, table: Table) -> Problem:
    """The problem of an unknown key of an event; it may be meant for one of the event's elements, or for its id."""
    meant = key_meant(name, (*EVENT_KEYS, *(key for kind in ELEMENTS.values() for key in kind.all_keys())))
    is_value = "value" not in table and not meant
    if isinstance(below := table[name], dict) and ("value" in below or is_value):
        reason = f'if it belongs to the id, write "{event_id}-{name}": an id has no dot'
        return replace(unknown_key(name, EVENT_KEYS, reason), meant="value")
    if name in _REASONS:
        return unknown_key(name, EVENT_KEYS, _REASONS[name])
    if is_value:
        return replace(unknown_key(name, EVENT_KEYS, 'what is sent stands at the key "value"'), meant="value")
    for at, element in ELEMENTS.items():
        if meant not in EVENT_KEYS and meant in element.all_keys():
            return unknown_key(name, EVENT_KEYS, f"{did_you_mean(meant)} {_BELONGS.format(at)}")
    return unknown_key(name, EVENT_KEYS)


def _strays(table: Table) -> Mapping[str, Sequence[str]]:
    """The unknown keys of an event that belong to one of its elements, by the key of that."""
    led = (at for at, kind in ELEMENTS.items() if any(name in table for name in kind.NEEDED))
    home = next(led, None) or next(filter(table.__contains__, ELEMENTS), None)
    strays: dict[str, list[str]] = {}
    for name in table:
        fit = [at for at, kind in ELEMENTS.items() if name in kind.all_keys() or is_data_or_aria(name)]
        is_value = isinstance(table[name], dict) or ("value" not in table and name in _LIKE_A_VALUE)
        if fit and not is_value and name not in FIELDS and name not in _REASONS:
            strays.setdefault(home if home in fit else fit[0], []).append(name)
    return strays


def _stray(at: str, names: Sequence[str], table: Table) -> Problem:
    """The one problem of keys that belong to the element `at`."""
    is_outside = at in table and not table[at]
    belongs = f'it belongs to the {at}: indent it below the key "{at}"' if is_outside else _BELONGS.format(at)
    return unknown_key(names[0], EVENT_KEYS, belongs + _also(names[1:]))


def _also(names: Iterable[str]) -> str:
    """What is said of others that have the same problem; empty if there are none."""
    listed = ", ".join(map(quoted, islice(names, 9)))
    return f"; the same goes for {cut(listed)}" if listed else ""


def _news(document: Document, problems: list[Problem]) -> list[Problem]:
    """The problems that don't follow from what the reader lost."""
    return [problem for problem in problems if not any(_follows_from(key, problem) for key in document.lost)]


def _follows_from(lost: Key, problem: Problem) -> bool:
    """Whether the problem is that of the lost value, or that its table lacks what may have been in it."""
    is_missing = problem.what.startswith("has no ")
    return problem.key == lost or (is_missing and problem.key == lost[:-1])
