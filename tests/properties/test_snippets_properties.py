"""The snippets and files of all events: what HTML, XML, JSON and JavaScript parsers see in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rtpsnippets import Button, Event, Link, call
from rtpsnippets.output.manifest import digest, dump, parse
from rtpsnippets.snippets.bundle import JSON_FILE, files_of, snippets_by_id, to_json
from rtpsnippets.snippets.formats import BINDING, BINDING_FILE, FORMATS, JSON, offered_formats
from rtpsnippets.snippets.render import render, snippets_of
from rtpsnippets.snippets.verify import is_marked, is_sent
from rtpsnippets.web.javascript import is_safe
from rtpsnippets.web.own_calls import calls_in
from tests.properties.decoders import Seen
from tests.properties.strategies import EVENTS, MANY_EVENTS, SCRIPTED_EVENTS, TEXT, VALUE_TEXT

REFRESH = "rtp('get', 'campaign', true);"
TAGS = {"button": "button", "link": "a"}
WITH_ELEMENT = {
    "button": EVENTS.filter(lambda event: event.button is not None),
    "link": EVENTS.filter(lambda event: event.link is not None),
}
INLINE_EVENTS = EVENTS.filter(lambda event: event.carrier == "inline")
MARKED_EVENTS = EVENTS.filter(lambda event: event.carrier == "data")
every_element = pytest.mark.parametrize("format", TAGS)
SOME_FORMATS = st.lists(st.sampled_from([*FORMATS, BINDING, JSON]), min_size=1, unique=True)
ANY_CODE = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *"'\"`/\\(){}[];,.+*=-<!\n\u2028",
                "//",
                "/*",
                "*/",
                "<!--",
                "--",
                "if (x) ",
                "return ",
                "else ",
                "window.",
                REFRESH,
            ]
        ),
        st.builds(call, st.lists(TEXT, min_size=1, max_size=2)),
        TEXT,
    ),
    max_size=12,
).map("".join)


def statements_of(event: Event) -> list[str]:
    """The code that sends an event: its calls, the guard before each, and the refresh after all."""
    calls = [call(value) for value in event.batches]
    refresh = ["rtp('get', 'campaign', true);"] if event.refresh else []
    return [f"{'if (window.rtp) ' if event.guard else ''}{made}" for made in [*calls, *refresh]]


def element_of(event: Event, format: str) -> Button | Link:
    """The element that the snippet shows."""
    element = {"button": event.button, "link": event.link}[format]
    assert element is not None
    return element


def attributes_on_page(event: Event, format: str) -> dict[str, str]:
    """The attributes of an event's element on a page: a true one has no value, a false one is missing."""
    given = element_of(event, format).attributes
    texts = {name: "" if value is True else str(value) for name, value in given.items() if value is not False}
    opens_tab = texts.get("target", "").lower() == "_blank" and "rel" not in texts
    carrier = {"onclick": " ".join(statements_of(event))} if event.carrier == "inline" else {"data-rtp-event": event.id}
    own = {"type": "button"} if format == "button" else {"rel": "noopener"} if opens_tab else {}
    return {"id": event.id, **texts, **own, **carrier}


@given(EVENTS)
def test_render__every_snippet_is_printable_ascii_on_one_line_except_for_js(event: Event) -> None:
    for name, snippet in snippets_of([event])[event.id].items():
        lines = snippet.split("\n")
        assert all(line.isascii() and line.isprintable() for line in lines)
        assert len(lines) == (len(event.calls) if name == "js" else 1)


@given(EVENTS)
def test_render__the_code_of_js_is_the_statements_and_each_keeps_the_invariant(event: Event) -> None:
    assert render(event, "js").split("\n") == statements_of(event)
    assert all(map(is_safe, statements_of(event)))


@every_element
@given(data=st.data())
def test_render__an_html_parser_sees_one_element_with_its_attributes_each_once_and_its_label(
    format: str, data: st.DataObject
) -> None:
    event = data.draw(WITH_ELEMENT[format])
    start, *rest = Seen(render(event, format)).seen
    assert rest == [("text", element_of(event, format).label), (f"</{TAGS[format]}>", None)]
    assert start[0] == f"<{TAGS[format]}>"
    assert isinstance(start[1], list)
    assert len(start[1]) == len(dict(start[1]))
    assert dict(start[1]) == attributes_on_page(event, format)


@every_element
@given(data=st.data())
def test_render__an_xml_parser_sees_the_same_element(format: str, data: st.DataObject) -> None:
    event = data.draw(WITH_ELEMENT[format])
    element = ET.fromstring(render(event, format))  # noqa: S314 (it is ours)
    assert (element.tag, element.text, len(element)) == (TAGS[format], element_of(event, format).label, 0)
    assert element.attrib == attributes_on_page(event, format)


@given(SCRIPTED_EVENTS)
def test_render__an_html_parser_sees_one_script_with_the_calls(event: Event) -> None:
    code = " ".join(statements_of(event))
    assert Seen(render(event, "script")).seen == [("<script>", []), ("text", code), ("</script>", None)]


@given(INLINE_EVENTS, INLINE_EVENTS)
def test_is_sent__a_snippet_sends_its_own_event_and_no_other(event: Event, other: Event) -> None:
    assume(event.calls != other.calls)
    for name, snippet in snippets_of([event])[event.id].items():
        assert is_sent(event.calls, snippet, is_html=FORMATS[name].is_html)
        assert not is_sent(other.calls, snippet, is_html=FORMATS[name].is_html)


@given(MARKED_EVENTS, EVENTS)
def test_is_marked__an_element_is_marked_with_its_own_event_and_no_other(event: Event, other: Event) -> None:
    assume(event.id != other.id)
    for row in offered_formats(event):
        snippet = render(event, row.name)
        assert is_marked(event.id, snippet) == (row.name in TAGS)
        assert not is_marked(other.id, snippet)


@given(st.lists(VALUE_TEXT, min_size=5, max_size=9))
def test_is_sent__neither_a_part_of_the_calls_nor_another_order_is_enough(values: list[str]) -> None:
    calls = Event("any", values).calls
    assume(len(set(calls)) == len(calls))
    for made in (calls[1:], calls[:-1], calls[::-1], (*calls, calls[0])):
        code = " ".join(made)
        assert not is_sent(calls, code, is_html=False)
        assert not is_sent(calls, f"<script>{code}</script>", is_html=True)
        assert not is_sent(calls, f'<b onclick="{code}">', is_html=True)


@given(EVENTS, st.sampled_from(["{}", "a()\n{}", "if (x) {{ {} }}", "window.rtp&&{}", "f(function () {{ {} }});"]))
def test_calls_in__finds_all_calls_of_ours_in_the_code_around_them(event: Event, code: str) -> None:
    assert calls_in(code.format("\n".join(event.calls))) == list(event.calls)
    assert calls_in("\n".join(event.statements)) == list(event.calls)


@given(
    EVENTS, st.sampled_from(["// {}", "/* {} */", "<!-- {}", '"{}"', "`{}`", "[{}]", "f({})", "{} }}", "{}'", "x {}"])
)
def test_calls_in__finds_none_in_code_that_does_not_run(event: Event, code: str) -> None:
    assert calls_in(code.format(" ".join(event.calls))) == []


@given(ANY_CODE)
def test_calls_in__what_is_found_in_any_code_is_there_in_that_order(code: str) -> None:
    at = 0
    for found in calls_in(code):
        at = code.index(found, at) + len(found)
        assert found == REFRESH or (found.startswith("rtp('send', 'event', { value: ") and found.endswith(" });"))


@given(MANY_EVENTS)
def test_to_json__is_ascii_and_reads_back_as_every_snippet_in_order(events: Sequence[Event]) -> None:
    text = to_json(snippets_by_id(events))
    assert text.isascii()
    read = json.loads(text)
    assert read == snippets_of(events)
    assert list(read) == [event.id for event in events]


@given(MANY_EVENTS)
def test_files_of__names_are_distinct_on_any_system_and_valid_in_a_manifest(events: Sequence[Event]) -> None:
    files = files_of(events)
    of_events = sum(len(offered_formats(event)) for event in events)
    assert len({name.casefold() for name in files}) == of_events + len({BINDING_FILE, JSON_FILE})
    digests = {name: {digest(content)} for name, content in files.items()}
    assert parse(dump(digests)) == digests


@given(MANY_EVENTS, SOME_FORMATS)
def test_files_of__with_some_formats_gives_some_of_the_files_with_the_same_bytes(
    events: Sequence[Event], formats: list[str]
) -> None:
    all_files, files = files_of(events), files_of(events, formats)
    assert files.items() <= all_files.items()
    of_all = {BINDING: BINDING_FILE, JSON: JSON_FILE}
    assert {format for format, name in of_all.items() if name in files} == of_all.keys() & formats
    suffixes = [FORMATS[name].suffix for name in formats if name in FORMATS]
    expected = [name for name in all_files if name not in of_all.values() and name[name.index(".") :] in suffixes]
    assert [name for name in files if name not in of_all.values()] == expected


@given(MANY_EVENTS)
def test_files_of__another_event_changes_no_file_of_an_event(events: Sequence[Event]) -> None:
    together = files_of(events, list(FORMATS))
    alone = {name: content for event in events for name, content in files_of([event], list(FORMATS)).items()}
    assert together == alone
