"""Handlers on marked elements: whatever stands on the page, only the marks of tags change, and a parser sees why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from rtpsnippets import Event
from rtpsnippets.snippets.marks import put_handlers
from tests.properties.decoders import Seen
from tests.properties.strategies import TEXT

MARK = "data-rtp-event"
HANDLERS = {"click": "onclick", "submit": "onsubmit"}
IDS = ("go", "a-b", "1")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page, and the id of the event whose mark it has, if it is a tag with one."""

    before: str
    event_id: str = ""
    quote: str = '"'
    after: str = ""

    def text(self, attribute: str = "") -> str:
        """The part as it is written, or with another attribute in the place of the mark."""
        mark = f"{MARK}={self.quote}{self.event_id}{self.quote}" if self.event_id else ""
        return f"{self.before}{attribute or mark}{self.after}"


def _without(signs: str) -> st.SearchStrategy[str]:
    return st.one_of(TEXT, st.sampled_from([f'{MARK}="go"', f"<a {MARK}=go>", f"<!-- <b {MARK}='go'>"])).map(
        lambda text: text.translate(dict.fromkeys(map(ord, signs)))
    )


_ATTRIBUTES = st.lists(
    st.one_of(
        _without('"\0').map(' title="{}"'.format),
        _without("'\0").map("\ttitle='{}'".format),
        st.sampled_from([" href=x.pdf", "\n  download", " data-rtp-events=go", f" x-{MARK}='go'", " class = 'a'"]),
    ),
    max_size=3,
).map("".join)
_UNMARKED = st.one_of(
    _without("<>&"),
    _without("->").map("<!--x{}-->".format),
    _without("/").map("<script>{}</script>".format),
    _without("/").map("<textarea>{}</textarea>".format),
    st.builds("<p{}>".format, _ATTRIBUTES),
    st.sampled_from(["</p>", "<br/>", "<!DOCTYPE html>", "\r\n", "&amp;", "&lt;a " + MARK + '="go"&gt;']),
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
# Small ones, so that pages are large; mostly those that a handler can send.
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
    """The name and the code of the handler that an element of the event gets, if it gets one."""
    on = event.on or "click" if event else ""
    if event is None or event.carrier != "inline" or on not in HANDLERS:
        return None
    return HANDLERS[on], " ".join(event.statements)


def expected_text(part: Part, events: dict[str, Event]) -> str:
    handler = handler_of(events.get(part.event_id))
    return part.text('{}="{}"'.format(*handler) if handler else "")


@settings(max_examples=6 * settings().max_examples)  # small ones, of many kinds of parts
@given(PAGES, KNOWN)
def test_put_handlers__all_but_the_marks_of_tags_stays_as_it_is(parts: list[Part], events: dict[str, Event]) -> None:
    page = "".join(part.text() for part in parts)
    assert put_handlers(page, events.get) == "".join(expected_text(part, events) for part in parts)


@given(PAGES, KNOWN)
def test_put_handlers__a_parser_sees_the_handler_where_the_mark_was(
    parts: list[Part], events: dict[str, Event]
) -> None:
    page = "".join(part.text() for part in parts if "<textarea>" not in part.before)
    before, after = Seen(page).seen, Seen(put_handlers(page, events.get)).seen
    assert after == [(what, _handled(seen, events)) for what, seen in before]


def _handled(seen: object, events: dict[str, Event]) -> object:
    """What must be seen of what was seen: of a tag, its attributes with the handler in the place of the mark."""
    if not isinstance(seen, list):
        return seen
    return [(name == MARK and handler_of(events.get(value))) or (name, value) for name, value in seen]


_SIGNS = ["<a ", "<b", "</a>", *"<>\"'= \n&", "<!--", "-->", "<script>", "</script>", "<textarea>", "</textarea>"]
_SOUP = st.lists(st.sampled_from([*_SIGNS, f" {MARK}=go ", f' {MARK}="go"', f"<a {MARK}='go'>"]), max_size=20)


@given(_SOUP.map("".join), KNOWN)
def test_put_handlers__a_broken_page_loses_nothing_but_marks(page: str, events: dict[str, Event]) -> None:
    handler = handler_of(events.get("go"))
    code = '{}="{}"'.format(*handler) if handler else ""
    assert _without_marks(put_handlers(page, events.get).replace(code, "")) == _without_marks(page)


def _without_marks(page: str) -> str:
    """The page without blanks and marks, but for what stands beside them."""
    return re.sub(rf"\s|{MARK}(?:=go|=\"go\"|='go')", "", page)
