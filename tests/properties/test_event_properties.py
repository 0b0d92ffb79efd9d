"""An event that can be created can be sent, and what is sent is what was given."""

from __future__ import annotations

import copy
import pickle
import re
from dataclasses import fields
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rtpsnippets import Button, Event, Link, ProblemsError, render_binding
from rtpsnippets.events.event import slug
from rtpsnippets.snippets.formats import FORMATS, offered_formats
from rtpsnippets.snippets.render import render
from rtpsnippets.snippets.verify import is_marked, is_sent
from tests.properties.decoders import decode_binding
from tests.properties.strategies import (
    ATTRIBUTES,
    BROKEN_TEXT,
    EVENTS,
    IDS,
    LABEL,
    LINK_ATTRIBUTES,
    SENDING,
    TEXT,
    VALUE,
)

ANYTHING = st.one_of(BROKEN_TEXT, st.none(), st.booleans(), st.integers(), st.binary(), st.lists(BROKEN_TEXT))
ATTRIBUTE_NAMES = st.one_of(
    st.sampled_from([*Button.all_keys(), *Link.all_keys(), "data-a", "aria-b-1", "onclick", "type", "Data-a", "data-"]),
    BROKEN_TEXT,
)
ANY_ATTRIBUTES = st.one_of(ATTRIBUTES, ATTRIBUTES, st.dictionaries(ATTRIBUTE_NAMES, ANYTHING, max_size=4), ANYTHING)
ANY_LINK_ATTRIBUTES = st.one_of(
    LINK_ATTRIBUTES, LINK_ATTRIBUTES, st.dictionaries(ATTRIBUTE_NAMES, ANYTHING, max_size=4)
)
ANY_LINK = st.none() | st.tuples(st.one_of(LABEL, LABEL, ANYTHING), ANY_LINK_ATTRIBUTES)
_OTHERS = ["description", "was", "owner", "deprecated", "carrier", "guard", "refresh", "selector", "on"]
ANY_FIELDS = st.one_of(
    st.builds(lambda description, sending: {"description": description, **sending}, TEXT, SENDING),
    st.dictionaries(st.sampled_from(_OTHERS), ANYTHING, max_size=3),
)
ANY_BUTTON = st.none() | st.tuples(st.one_of(LABEL, LABEL, st.just(""), ANYTHING), ANY_ATTRIBUTES)

_DEVICES = ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
RESERVED = ["rtp", "window", *_DEVICES]
"""Forbidden names of form controls, and of files on Windows."""


def _made(kind: type[Button | Link], given: tuple[Any, Any] | None) -> Button | Link | None:
    return None if given is None else kind(*given)


@given(st.one_of(IDS, IDS, ANYTHING), st.one_of(VALUE, VALUE, ANYTHING), ANY_BUTTON, ANY_LINK, ANY_FIELDS)
def test_event__is_refused_with_problems_or_can_be_sent_in_every_format_that_fits(
    event_id: Any, value: Any, button: Any, link: Any, others: dict[str, Any]
) -> None:
    try:
        elements: dict[str, Any] = {"button": _made(Button, button), "link": _made(Link, link)}
        event = Event(event_id, value, **elements, **others)
    except ProblemsError:
        return
    assert all(event.values)
    for row in offered_formats(event):
        snippet = render(event, row.name)
        is_element_with_mark = event.carrier == "data" and row.name in ("button", "link")
        assert is_marked(event.id, snippet) == is_element_with_mark
        assert is_sent(event.calls, snippet, is_html=row.is_html) != is_element_with_mark
    assert list(decode_binding(render_binding([event]))) == [event.id]


@given(EVENTS)
def test_offered_formats__have_an_element_if_there_is_one_and_a_script_if_nothing_else_sends_the_event(
    event: Event,
) -> None:
    has_element = event.button is not None or event.link is not None
    is_sent_otherwise = event.carrier == "data" or event.selector != "" or event.on not in ("", "load")
    has = {
        "js": True,
        "script": not (has_element or is_sent_otherwise),
        "button": event.button is not None,
        "link": event.link is not None,
    }
    assert [row.name for row in offered_formats(event)] == [name for name in FORMATS if has[name]]


@given(EVENTS)
def test_event__recreated_from_its_fields_or_copied_is_the_same(event: Event) -> None:
    twins = [
        Event(**{field.name: getattr(event, field.name) for field in fields(event)}),
        copy.deepcopy(event),
        pickle.loads(pickle.dumps(event)),  # noqa: S301 (it is ours)
    ]
    assert all(twin == event and hash(twin) == hash(event) and twin.calls == event.calls for twin in twins)


@given(IDS)
def test_slug__of_a_valid_id_is_the_id_with_single_hyphens(event_id: str) -> None:
    assert slug(event_id) == re.sub("-+", "-", event_id)


@given(
    st.one_of(
        st.text(), st.text("Aà É-_.:/"), st.text("ab-é", min_size=100), st.sampled_from(["con", "RTP", "Lpt1 ", "nul-"])
    )
)
def test_slug__is_stable_plain_and_keeps_the_words(text: str) -> None:
    offered = slug(text)
    assert re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?)?", offered)
    assert slug(offered) == offered
    assert bool(offered) or not re.search(r"[A-Za-z0-9]", text)


@given(
    st.one_of(st.text("RTPrtp109 -_", max_size=6), st.sampled_from(RESERVED), st.sampled_from(RESERVED).map(str.upper))
)
def test_event__an_invalid_id_is_refused_with_a_valid_suggestion(event_id: str) -> None:
    try:
        Event(event_id, "x")
    except ProblemsError as error:
        offered = re.search(r'use "(.*?)"', error.problems[0].hint)
        assert offered is None or Event(offered[1], "x").id == offered[1]
        assert offered or not re.search(r"[A-Za-z0-9]", event_id)
    else:
        assert re.fullmatch(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?", event_id)
        assert event_id not in RESERVED
