"""What all events of a file share: the table `defaults`, through the definitions of all formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from rtpsnippets import Event, ProblemsError, load
from rtpsnippets.errors import Key

Define = Callable[..., Mapping[str, Event]]

ALL = 'carrier = "data"\nguard = true\nrefresh = true\nclass = "cta"\n'
ELEMENTS = 'button = "Go"\nlink = { label = "Go", href = "/x" }\n'


@pytest.fixture
def define(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Define:
    """Write definitions into an empty current folder, and load them."""
    monkeypatch.chdir(tmp_path)

    def define_text(text: str, name: str = "a.toml") -> Mapping[str, Event]:
        Path(name).write_text(text, "utf-8")
        return load(name)

    return define_text


def classes(event: Event) -> list[str | bool | None]:
    return [element.attributes.get("class") for element in (event.button, event.link) if element]


def test_defaults__reach_every_event(define: Define) -> None:
    events = define(f'[defaults]\n{ALL}[events.a]\nvalue = "x"\n{ELEMENTS}[events.b]\nvalue = "y"\n')
    assert [(event.carrier, event.guard, event.refresh) for event in events.values()] == [("data", True, True)] * 2
    assert classes(events["a"]) == ["cta", "cta"]
    assert (events["b"].button, events["b"].link) == (None, None)


def test_defaults__reach_events_that_stand_before_them(define: Define) -> None:
    assert define('[events.a]\nvalue = "x"\n[defaults]\nguard = true')["a"].guard


def test_defaults__are_not_there_where_nothing_is_said(define: Define) -> None:
    event = define(f'[defaults]\n[events.a]\nvalue = "x"\n{ELEMENTS}')["a"]
    assert (event.carrier, event.guard, event.refresh) == ("inline", False, False)
    assert classes(event) == [None, None]


@pytest.mark.parametrize(
    ("key", "own", "expected"),
    [("carrier", '"inline"', "inline"), ("guard", "false", False), ("refresh", "false", False)],
)
def test_defaults__each_is_overridden_by_an_event(define: Define, key: str, own: str, expected: object) -> None:
    event = define(f'[defaults]\n{ALL}[events.a]\nvalue = "x"\n{key} = {own}')["a"]
    shared = {"carrier": "data", "guard": True, "refresh": True}
    assert {name: getattr(event, name) for name in shared} == {**shared, key: expected}


def test_defaults__a_class_is_overridden_by_each_element(define: Define) -> None:
    elements = 'button = { label = "Go", class = "own" }\nlink = { label = "Go", href = "/x", class = "" }\n'
    assert classes(define(f'[defaults]\n{ALL}[events.a]\nvalue = "x"\n{elements}')["a"]) == ["own", ""]


DATA = {
    "defaults": {"carrier": "data", "class": "cta"},
    "events": {"a": {"value": "x", "button": "Go"}, "b": {"value": "y", "carrier": "inline"}},
}
TOML = '[defaults]\ncarrier = "data"\nclass = "cta"\n[events]\na = { value = "x", button = "Go" }\n'
FORMATS = {
    "a.toml": f'{TOML}b = {{ value = "y", carrier = "inline" }}',
    "a.json": json.dumps(DATA),
    "a.yaml": yaml.safe_dump(DATA),
}


@pytest.mark.parametrize("name", FORMATS)
def test_defaults__are_the_same_in_every_format(define: Define, name: str) -> None:
    events = define(FORMATS[name], name)
    assert {event.id: event.carrier for event in events.values()} == {"a": "data", "b": "inline"}
    assert classes(events["a"]) == ["cta"]


def test_defaults__do_not_reach_the_events_of_another_file(define: Define) -> None:
    define('[defaults]\nguard = true\n[events.a]\nvalue = "x"')
    define('[defaults]\nrefresh = true\n[events.b]\nvalue = "y"', "b.toml")
    events = load(["a.toml", "b.toml"])
    assert [(event.guard, event.refresh) for event in events.values()] == [(True, False), (False, True)]


KNOWN_KEYS = "known keys: carrier, guard, refresh, ignore, class"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.toml", "[defaults]\n\ncarier = 1", 'a.toml:3: defaults: unknown key "carier"\n    did you mean "carrier"?'),
        ("a.json", '{"defaults":\n{"on": "load"}}', f'a.json:2: defaults: unknown key "on"\n    {KNOWN_KEYS}'),
        ("a.yaml", "defaults:\n  value: x", f'a.yaml:2: defaults: unknown key "value"\n    {KNOWN_KEYS}'),
        (
            "a.toml",
            '[defaults]\ncarrier = "both"',
            (
                'a.toml:2: defaults.carrier: must be "inline" or "data"\n'
                '    use "data" with rtp-events.js, otherwise "inline"'
            ),
        ),
        (
            "a.json",
            '{"defaults": {\n"guard": 1}}',
            "a.json:2: defaults.guard: must be true or false, not a number\n    write true or false, without quotes",
        ),
        (
            "a.yaml",
            "defaults:\n  refresh: 'yes'",
            "a.yaml:2: defaults.refresh: must be true or false, not a string\n    write true or false, without quotes",
        ),
        (
            "a.yaml",
            "defaults:\n  class: 1.10",
            (
                "a.yaml:2: defaults.class: must be a string, not a number\n"
                '    YAML reads 1.10 as a number; put it in quotes: "1.10"'
            ),
        ),
        (
            "a.toml",
            '[defaults]\nclass = "a\\tb"',
            (
                "a.toml:2: defaults.class: contains a control character (U+0009) at position 2\n"
                "    remove it; for a tab or a line break, use a space"
            ),
        ),
        ("a.toml", "[[defaults]]", "a.toml:1: defaults: must be a table, not a list\n    write a table"),
        ("a.yaml", "defaults:", "a.yaml:1: defaults: must be a table, not null\n    write a table"),
    ],
)
def test_defaults__what_is_wrong_is_said_with_its_place(define: Define, name: str, text: str, expected: str) -> None:
    with pytest.raises(ProblemsError) as error:
        define(text, name)
    assert str(error.value) == expected


@pytest.mark.parametrize(
    ("line", "key"), [('carrier = "x"', ("defaults", "carrier")), ('ignore = ["x"]', ("defaults", "ignore", 0))]
)
def test_defaults__one_that_is_wrong_is_said_once_and_not_of_each_event(define: Define, line: str, key: Key) -> None:
    with pytest.raises(ProblemsError) as error:
        define(f'[defaults]\n{line}\nguard = true\n[events.a]\nvalue = "x"\n[events.b]\nvalue = ""')
    assert [problem.key for problem in error.value.problems] == [key, ("events", "b", "value")]
