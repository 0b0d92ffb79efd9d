"""From a document to events: how many problems are looked for, and which follow from what the reader lost."""

from __future__ import annotations

import pytest

from rtpsnippets.definitions.readers.document import Document
from rtpsnippets.definitions.validate import Definitions, define
from rtpsnippets.limits import MAX_PROBLEMS

MANY = [f"event-{number}" for number in range(2 * MAX_PROBLEMS)]


def whats(definitions: Definitions) -> list[str]:
    return [f"{'.'.join(map(str, problem.key))}: {problem.what}" for problem in definitions.problems]


def test_define__a_key_beside_the_events_is_a_problem_wherever_it_stands_in_the_alphabet() -> None:
    data = {"a": 1, "events": {"a": {"value": "x"}}, "z": 1}
    assert whats(define(Document("a.json", data))) == [': unknown key "a"', ': unknown key "z"']


def test_define__of_very_many_problems_one_more_than_are_listed_is_looked_for() -> None:
    definitions = define(Document("a.json", {"events": {key: {"value": ""} for key in MANY}}))
    assert len(definitions.problems) == MAX_PROBLEMS + 1
    assert list(definitions.documents) == MANY[: MAX_PROBLEMS + 1]


def test_define__that_a_lost_value_is_missing_is_no_news_but_all_else_is() -> None:
    tables = {"a": {}, "m": {"lable": "x"}, "z": {}}
    document = Document("a.yaml", {"events": tables}, lost=frozenset({("events", "m", "value")}))
    assert whats(define(document)) == [
        "events.a: has no value",
        'events.m: unknown key "lable"',
        "events.z: has no value",
    ]


def test_definitions__have_no_parts_but_their_own() -> None:
    with pytest.raises(AttributeError):
        object.__setattr__(Definitions(), "other", 1)


def test_define__every_event_gets_what_is_for_all_whatever_it_says_itself() -> None:
    data = {"events": {"a": {"value": "x", "carrier": "inline"}, "b": {"value": "x", "carrier": "data"}}}
    events = define(Document("a.json", data), {"carrier": "data"}).events
    assert [event.carrier for event in events.values()] == ["data", "data"]
    assert [event.carrier for event in define(Document("a.json", data)).events.values()] == ["inline", "data"]


def test_define__what_is_for_all_hides_no_problem_of_what_it_replaces() -> None:
    data = {"events": {"a": {"value": "x", "carrier": "both"}, "b": {"value": "x", "guard": 1}}}
    definitions = define(Document("a.json", data), {"carrier": "data", "guard": True})
    assert whats(definitions) == [
        'events.a.carrier: must be "inline" or "data"',
        "events.b.guard: must be true or false, not a number",
    ]
