"""The snippets and files of all events: what parsers of HTML, XML, JSON and JavaScript see in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from hypothesis import assume, given
from hypothesis import strategies as st

from rtpsnippets import Button, Event, call
from rtpsnippets.files import JSON_FILE, files_of, snippets_by_id, to_json
from rtpsnippets.formats import FORMATS, JSON, formats_of
from rtpsnippets.made_calls import made_calls
from rtpsnippets.manifest import digest, dump, parse
from rtpsnippets.snippets import render, snippets_of
from rtpsnippets.verify import is_sent
from tests.properties.decoders import Seen
from tests.properties.strategies import ATTRIBUTES, BUTTONS, EVENTS, IDS, LABEL, MANY_EVENTS, TEXT, VALUE, VALUE_TEXT

EVENTS_WITH_BUTTONS = st.builds(Event, IDS, VALUE, BUTTONS)
SOME_FORMATS = st.lists(st.sampled_from([*FORMATS, JSON]), min_size=1, unique=True)
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
            ]
        ),
        st.builds(call, st.lists(TEXT, min_size=1, max_size=2)),
        TEXT,
    ),
    max_size=12,
).map("".join)


def attributes_on_page(event: Event) -> dict[str, str | None]:
    """What a page must show of an event's button: an attribute that is true has no text, a false one isn't there."""
    assert event.button is not None
    shown = {name: value for name, value in event.button.attributes.items() if value is not False}
    texts = {name: "" if value is True else value for name, value in shown.items()}
    return {"id": event.id, **texts, "type": "button", "onclick": " ".join(event.calls)}


@given(EVENTS)
def test_render__every_snippet_is_printable_ascii_on_one_line_but_for_the_calls_of_js(event: Event) -> None:
    for name, snippet in snippets_of(event).items():
        lines = snippet.split("\n")
        assert all(line.isascii() and line.isprintable() for line in lines)
        assert len(lines) == (len(event.calls) if name == "js" else 1)


@given(EVENTS_WITH_BUTTONS)
def test_render__an_html_parser_sees_one_button_with_its_attributes_each_once_and_its_label(event: Event) -> None:
    assert event.button is not None
    start, *rest = Seen(render(event, "button")).seen
    assert rest == [("text", event.button.label), ("</button>", None)]
    assert start[0] == "<button>"
    assert isinstance(start[1], list)
    assert len(start[1]) == len(dict(start[1]))
    assert dict(start[1]) == attributes_on_page(event)


@given(EVENTS_WITH_BUTTONS)
def test_render__an_xml_parser_sees_the_same_button(event: Event) -> None:
    assert event.button is not None
    element = ET.fromstring(render(event, "button"))  # noqa: S314 (it is ours)
    assert (element.tag, element.text, len(element)) == ("button", event.button.label, 0)
    assert element.attrib == attributes_on_page(event)


@given(EVENTS)
def test_render__an_html_parser_sees_one_script_with_the_calls(event: Event) -> None:
    calls = " ".join(event.calls)
    assert Seen(render(event, "script")).seen == [("<script>", []), ("text", calls), ("</script>", None)]


@given(VALUE, LABEL, LABEL, ATTRIBUTES, ATTRIBUTES)
def test_render__what_is_sent_depends_on_the_value_only(
    value: str | list[str], label: str, other: str, attributes: dict[str, str], others: dict[str, str]
) -> None:
    one = Event("one", value, Button(label, attributes), "note")
    two = Event("two", value, Button(other, others))
    assert one.calls == two.calls
    assert render(one, "js") == render(two, "js")
    assert render(one, "script") == render(two, "script")


@given(EVENTS, EVENTS)
def test_is_sent__a_snippet_sends_its_own_event_and_no_other(event: Event, other: Event) -> None:
    assume(event.calls != other.calls)
    for name, snippet in snippets_of(event).items():
        assert is_sent(event.calls, snippet, is_html=FORMATS[name].is_html)
        assert not is_sent(other.calls, snippet, is_html=FORMATS[name].is_html)


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
def test_made_calls__finds_all_calls_of_ours_in_the_code_around_them(event: Event, code: str) -> None:
    assert made_calls(code.format("\n".join(event.calls))) == list(event.calls)


@given(
    EVENTS, st.sampled_from(["// {}", "/* {} */", "<!-- {}", '"{}"', "`{}`", "[{}]", "f({})", "{} }}", "{}'", "x {}"])
)
def test_made_calls__finds_none_where_nothing_runs(event: Event, code: str) -> None:
    assert made_calls(code.format(" ".join(event.calls))) == []


@given(ANY_CODE)
def test_made_calls__what_is_found_in_any_code_stands_there_in_that_order(code: str) -> None:
    at = 0
    for found in made_calls(code):
        at = code.index(found, at) + len(found)
        assert found.startswith("rtp('send', 'event', { value: ")
        assert found.endswith(" });")


@given(MANY_EVENTS)
def test_to_json__is_ascii_and_reads_back_as_every_snippet_in_order(events: Sequence[Event]) -> None:
    text = to_json(snippets_by_id(events))
    assert text.isascii()
    read = json.loads(text)
    assert read == {event.id: snippets_of(event) for event in events}
    assert list(read) == [event.id for event in events]


@given(MANY_EVENTS)
def test_files_of__no_two_names_are_one_on_any_system_and_a_manifest_takes_all(events: Sequence[Event]) -> None:
    files = files_of(events)
    assert len({name.casefold() for name in files}) == sum(len(formats_of(event)) for event in events) + 1
    digests = {name: {digest(content)} for name, content in files.items()}
    assert parse(dump(digests)) == digests


@given(MANY_EVENTS, SOME_FORMATS)
def test_files_of__some_formats_are_some_of_the_files_with_the_same_bytes(
    events: Sequence[Event], formats: list[str]
) -> None:
    all_files, files = files_of(events), files_of(events, formats)
    assert files.items() <= all_files.items()
    assert (JSON_FILE in files) == (JSON in formats)
    suffixes = tuple(FORMATS[name].suffix for name in formats if name != JSON)
    expected = [name for name in all_files if name != JSON_FILE and name[name.index(".") :] in suffixes]
    assert [name for name in files if name != JSON_FILE] == expected


@given(MANY_EVENTS)
def test_files_of__another_event_beside_it_changes_no_file_of_an_event(events: Sequence[Event]) -> None:
    together = files_of(events, list(FORMATS))
    alone = {name: content for event in events for name, content in files_of([event], list(FORMATS)).items()}
    assert together == alone
