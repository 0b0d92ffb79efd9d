"""The JSON Schema of definitions: it accepts what `check` accepts and nothing else, but for rules that it can't say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rtpsnippets.definitions.readers.document import Document
from rtpsnippets.definitions.schema import schema, schema_text
from rtpsnippets.definitions.validate import define
from tests.definitions.schema_documents import UNSAYABLE, Readable, problems_of, readable_documents, sayable
from tests.docs.pages import read_page
from tests.events.urls import ALL_DISGUISED, HONEST
from tests.hostile import TEXTS

SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)
DOCUMENTS = readable_documents()

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)


def test_schema__is_one_of_the_dialect_that_it_names() -> None:
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(SCHEMA)


def test_schema__is_ascii_text_with_a_line_end() -> None:
    text = schema_text()
    assert text.isascii()
    assert text.endswith("}\n")
    assert json.loads(text) == SCHEMA


@every_document
def test_schema__accepts_a_document_if_check_does(document: Readable) -> None:
    assert VALIDATOR.is_valid(document.data) == (not sayable(document.problems))


def test_schema__has_seen_many_documents_of_each_format_and_verdict() -> None:
    for format in ("toml", "json", "yaml"):
        good = [not document.problems for document in DOCUMENTS if document.format == format]
        assert good.count(True) > 30, format
        assert good.count(False) > 50, format


@pytest.mark.parametrize("rule", UNSAYABLE)
def test_unsayable_rule__is_met_alone_and_the_schema_accepts(rule: str) -> None:
    of_it = [
        document
        for document in DOCUMENTS
        if document.problems and all(re.match(UNSAYABLE[rule], what) for what in document.problems)
    ]
    assert of_it
    assert [document.name for document in of_it if not VALIDATOR.is_valid(document.data)] == []


def test_unsayable_rules__are_those_that_the_page_about_definitions_lists() -> None:
    section = read_page("docs/guides/definitions.md").partition("\n## In your editor\n")[2].partition("\n## ")[0]
    assert re.findall(r"(?m)^- (.+)[;.]$", section) == list(UNSAYABLE)


CARRIERS: list[dict[str, str]] = [{}, {"carrier": "inline"}, {"carrier": "data"}]


@pytest.mark.parametrize("shared", [None, *CARRIERS], ids=str)
@pytest.mark.parametrize("own", CARRIERS, ids=str)
def test_schema__accepts_a_trigger_beside_an_element_if_check_does(
    own: Mapping[str, str], shared: Mapping[str, str] | None
) -> None:
    defaults = {} if shared is None else {"defaults": shared}
    for on in ({}, {"on": ""}, {"on": "click"}, {"on": "visible"}):
        for element in ({}, {"button": "Go"}, {"link": {"label": "Go", "href": "/x"}}):
            data = {**defaults, "events": {"a": {"value": "x", **own, **on, **element}}}
            assert VALIDATOR.is_valid(data) == (not problems_of(Document("events.json", data))), data


# Each key by itself.

Place = tuple[str, ...]

NEEDED: Mapping[str, Mapping[str, str]] = {
    "a": {"value": "x"},
    "link": {"label": "Go", "href": "/x"},
    "button": {"label": "Go"},
}
"""What a table has to have, so that it can be judged for another key."""


def places(of: Mapping[str, Any], above: Place = ()) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """Each key that a definitions file may have, by its path, with its own part of the schema."""
    others = of.get("additionalProperties")
    below = {
        **of.get("properties", {}),
        **({"a": others} if isinstance(others, dict) else {}),
        **dict(zip(["data-x"], of.get("patternProperties", {}).values(), strict=False)),
    }
    for key, own in below.items():
        yield (*above, key), own
        yield from places(own, (*above, key))


PLACES = dict(places(SCHEMA))


def data_with(place: Place, value: object) -> dict[str, Any]:
    """A good document but for the value at that place."""
    data: dict[str, Any] = {"events": {"a": {"value": "x"}}}
    table = data
    for key in place[:-1]:
        table = table.setdefault(key, dict(NEEDED.get(key, {})))
    table[place[-1]] = value
    return data


NOT_TEXTS = [None, True, False, 0, 1.5, [], ["a"], [""], ["a", 1], {}, {"a": "x"}, {"label": "Go"}]
EDGES = [
    *(
        "window",
        "windows",
        "a {{ b }}",
        "ng-init: a()",
        "x-ngInit",
        "ThickBox",
        'a"b',
        "a--b",
        "modal:open",
        "a<b",
        "a < b",
        "\\u003cb",
        "JavaScript:x",
        "a#b",
    ),
    *("site/rtp", "site//rtp/", "/site", "./site", "site/.", "..", "a/../b", "a..b", ".a", "a\\b", "~/a", "a~", "C:/a"),
    *("", " ", "  ", "\n", "a\n", "\na", "a b", "rtp", "rtp\n", "RTP", "\ud800", "a\x85", "a\u2028", "\xa0"),
    *("_blank", "_BLANK", "_blank\n", "_blan\N{KELVIN SIGN}", "_new", "_", "blank", "a_"),
    *("click", "click\n", "Click", "after 1s", "after 0s", "after 60s\n", "after 99999s", "after 100000s", "after 06s"),
    *("inline", "data", "data\n", "Data", ".a > .b", ".a >", ".a\n>", "/* a */", "/* a", "/**/ a /**/", "a /* ' */"),
    *(
        "a /* b */ ' */",
        "a '",
        "'\\'",
        "'\\''",
        "'\n'",
        "a\\",
        "a \\,",
        "a,",
        "a /",
        "/",
        "/*/",
        "/*/ a",
        "a { }",
        "a;",
    ),
]
VALUES = [*TEXTS, *ALL_DISGUISED, *HONEST, *EDGES, *(f"{text}\n" for text in HONEST), *NOT_TEXTS]


WRONG_IN_TWO_WAYS: Mapping[Place, list[str]] = {
    ("events", "a", "on"): ["\ud800"],
    ("events", "a", "selector"): ["]]>", "]]]]><![CDATA[>", "//]]>", "\x1b]0;x\x07"],
}
"""Of what is wrong with these, `check` says just what no schema can; the schema sees the rest."""


@pytest.mark.no_cover
@pytest.mark.parametrize("place", PLACES, ids=".".join)
def test_schema__accepts_a_value_of_a_key_if_check_does(place: Place) -> None:
    validator = Draft202012Validator({**PLACES[place], "$defs": SCHEMA["$defs"]})
    otherwise = [
        value
        for value in VALUES
        if validator.is_valid(value) != (not sayable(problems_of(Document("events.json", data_with(place, value)))))
    ]
    assert otherwise == sorted(WRONG_IN_TWO_WAYS.get(place, []), key=VALUES.index)


def test_schema__accepts_an_id_if_check_does() -> None:
    ids = [
        *TEXTS,
        *EDGES,
        "a" * 64,
        "a" * 65,
        "a-b_c",
        "-a",
        "a-",
        "con",
        "con1",
        "com0",
        "lpt9",
        "com10",
        "nul",
        "rtp-events",
        "rtp-recorder",
    ]
    data = [{"events": {event_id: {"value": "x"}}} for event_id in ids]
    accepted = [VALIDATOR.is_valid(of_one) for of_one in data]
    assert accepted == [not problems_of(Document("events.json", of_one)) for of_one in data]


@pytest.mark.parametrize(
    "name",
    [
        "data-a",
        "data-a-1",
        "aria-label",
        "data-",
        "data-A",
        "data-a--b",
        "data-rtp-event",
        "data-rtp-event-x",
        "data-a\n",
        "xdata-a",
        "onclick",
        "style",
        "",
        "label",
    ],
)
@pytest.mark.parametrize("element", ["button", "link"])
def test_schema__accepts_the_name_of_an_attribute_if_check_does(element: str, name: str) -> None:
    data = data_with(("events", "a", element, name), "x")
    assert VALIDATOR.is_valid(data) == (not problems_of(Document("events.json", data)))


@pytest.mark.parametrize(
    "classes",
    ["rtp-event--a", "a rtp-event--", "a rtp-event--a b", "rtp-event-a", "xrtp-event--a", "a-rtp-event--a", ""],
)
def test_schema__accepts_classes_if_check_does(classes: str) -> None:
    data = data_with(("events", "a", "link", "class"), classes)
    assert VALIDATOR.is_valid(data) == (not problems_of(Document("events.json", data)))


@pytest.mark.parametrize("place", PLACES, ids=".".join)
def test_key__is_described_and_its_examples_are_good(place: Place) -> None:
    own = PLACES[place]
    assert re.fullmatch(r"[A-Za-z].*\.", own["description"], re.DOTALL)
    for example in own.get("examples", []):
        data = data_with(place, example)
        assert problems_of(Document("events.json", data)) == []
        assert VALIDATOR.is_valid(data)


def test_key__every_one_that_takes_a_text_of_its_own_has_an_example() -> None:
    without = {place for place, own in PLACES.items() if "examples" not in own}
    assert {PLACES[place].get("type") for place in without if place[-1] not in ("a", "data-x")} == {"boolean"}


def test_schema__has_all_keys_that_check_knows() -> None:
    # What is said of an unknown key lists the known ones.
    for above in (
        (),
        ("defaults",),
        ("build",),
        ("audit",),
        ("events", "a"),
        ("events", "a", "button"),
        ("events", "a", "link"),
    ):
        (problem,) = define(Document("events.json", data_with((*above, "zzzzzzzz"), "x"))).problems
        known = problem.hint.removeprefix("known keys: ").split(", ")
        assert [key for key in known if "*" not in key] == [
            place[-1] for place in PLACES if place[:-1] == above and place[-1] != "data-x"
        ]
