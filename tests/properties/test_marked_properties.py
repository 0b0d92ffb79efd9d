"""Handlers on marked elements: whatever is on the page, only `data-rtp-event` attributes of tags change."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from rtpsnippets import Event
from rtpsnippets.snippets.marked_elements import put_handlers
from tests.properties.decoders import Seen
from tests.properties.strategies import TEXT

EVENT_ATTRIBUTE = "data-rtp-event"
HANDLERS = {"click": "onclick", "submit": "onsubmit"}
IDS = ("go", "a-b", "1")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page, and its event id if it is a marked tag."""

    before: str
    event_id: str = ""
    quote: str = '"'
    after: str = ""

    def text(self, attribute: str = "") -> str:
        """The source of the part, or with another attribute in place of `data-rtp-event`."""
        own = f"{EVENT_ATTRIBUTE}={self.quote}{self.event_id}{self.quote}" if self.event_id else ""
        return f"{self.before}{attribute or own}{self.after}"


def _without(characters: str) -> st.SearchStrategy[str]:
    return st.one_of(
        TEXT,
        st.sampled_from([f'{EVENT_ATTRIBUTE}="go"', f"<a {EVENT_ATTRIBUTE}=go>", f"<!-- <b {EVENT_ATTRIBUTE}='go'>"]),
    ).map(lambda text: text.translate(dict.fromkeys(map(ord, characters))))


_ATTRIBUTES = st.lists(
    st.one_of(
        _without('"\0').map(' title="{}"'.format),
        _without("'\0").map("\ttitle='{}'".format),
        st.sampled_from(
            [" href=x.pdf", "\n  download", " data-rtp-events=go", f" x-{EVENT_ATTRIBUTE}='go'", " class = 'a'"]
        ),
    ),
    max_size=3,
).map("".join)
_UNMARKED = st.one_of(
    _without("<>&"),
    _without("->").map("<!--x{}-->".format),
    _without("/").map("<script>{}</script>".format),
    _without("/").map("<textarea>{}</textarea>".format),
    st.builds("<p{}>".format, _ATTRIBUTES),
    st.sampled_from(["</p>", "<br/>", "<!DOCTYPE html>", "\r\n", "&amp;", "&lt;a " + EVENT_ATTRIBUTE + '="go"&gt;']),
).map(Part)
_MARKED = st.builds(
    lambda tag, before, event_id, quote, after, end: Part(f"<{tag}{before} ", event_id, quote, f"{after}{end}"),
    st.sampled_from(["a", "BUTTON", "form"]),
    _ATTRIBUTES,
    st.sampled_from(IDS),
    st.sampled_from(['"', "'", ""]),
    _ATTRIBUTES,
    st.sampled_from([">", " >", " />"]),
)
_PARTS = st.lists(_MARKED | _UNMARKED, max_size=3)
PAGES = st.builds(lambda before, marked, after: [*before, marked, *after], _PARTS, _MARKED, _PARTS)
# Small events, so that pages can be large; mostly those that a handler can send.
_EVENTS = st.builds(
    Event,
    st.just("any"),
    st.sampled_from(["x", "it's <b>", ["a", "b", "c", "d", "e"]]),
    carrier=st.sampled_from(["inline", "inline", "inline", "data"]),
    guard=st.booleans(),
    refresh=st.booleans(),
    on=st.sampled_from(["", "click", "submit", "load", "after 5s"]),
)
KNOWN: st.SearchStrategy[dict[str, Event]] = st.fixed_dictionaries({"go": _EVENTS}, optional={"a-b": _EVENTS})


def handler_of(event: Event | None) -> tuple[str, str] | None:
    """The name and code of the handler that an element of the event gets, if any."""
    on = event.on or "click" if event else ""
    if event is None or event.carrier != "inline" or on not in HANDLERS:
        return None
    return HANDLERS[on], " ".join(event.statements)


def expected_text(part: Part, events: dict[str, Event]) -> str:
    handler = handler_of(events.get(part.event_id))
    return part.text('{}="{}"'.format(*handler) if handler else "")


@settings(max_examples=6 * settings().max_examples)  # small pages with many kinds of parts
@given(PAGES, KNOWN)
def test_put_handlers__changes_only_the_event_attributes_of_tags(parts: list[Part], events: dict[str, Event]) -> None:
    page = "".join(part.text() for part in parts)
    assert put_handlers(page, events.get) == "".join(expected_text(part, events) for part in parts)


@given(PAGES, KNOWN)
def test_put_handlers__a_parser_sees_the_handler_in_place_of_the_attribute(
    parts: list[Part], events: dict[str, Event]
) -> None:
    page = "".join(part.text() for part in parts if "<textarea>" not in part.before)
    before, after = Seen(page).seen, Seen(put_handlers(page, events.get)).seen
    assert after == [(what, _handled(seen, events)) for what, seen in before]


def _handled(seen: object, events: dict[str, Event]) -> object:
    """What a parser must see after the change: attributes with the handler in place of `data-rtp-event`."""
    if not isinstance(seen, list):
        return seen
    return [(name == EVENT_ATTRIBUTE and handler_of(events.get(value))) or (name, value) for name, value in seen]


_MARKUP = ["<a ", "<b", "</a>", *"<>\"'= \n&", "<!--", "-->", "<script>", "</script>", "<textarea>", "</textarea>"]
_SOUP = st.lists(
    st.sampled_from([*_MARKUP, f" {EVENT_ATTRIBUTE}=go ", f' {EVENT_ATTRIBUTE}="go"', f"<a {EVENT_ATTRIBUTE}='go'>"]),
    max_size=20,
)


@given(_SOUP.map("".join), KNOWN)
def test_put_handlers__a_broken_page_loses_only_event_attributes(page: str, events: dict[str, Event]) -> None:
    handler = handler_of(events.get("go"))
    code = '{}="{}"'.format(*handler) if handler else ""
    assert _without_event_attributes(put_handlers(page, events.get).replace(code, "")) == _without_event_attributes(
        page
    )


def _without_event_attributes(page: str) -> str:
    """The page without white space and `data-rtp-event`."""
    return re.sub(rf"\s|{EVENT_ATTRIBUTE}(?:=go|=\"go\"|='go')", "", page)
