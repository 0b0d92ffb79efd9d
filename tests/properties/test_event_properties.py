"""An event: what can be made can be sent, and what is sent is what was given."""

from __future__ import annotations

import copy
import pickle
import re
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rtpsnippets import Button, Event, ProblemsError
from rtpsnippets.event import slug
from rtpsnippets.formats import FORMATS, formats_of
from rtpsnippets.snippets import render
from rtpsnippets.verify import is_sent
from tests.properties.decoders import Seen, decode_call
from tests.properties.strategies import ATTRIBUTES, BROKEN_TEXT, EVENTS, IDS, LABEL, TEXT, VALUE, VALUES

ANYTHING = st.one_of(BROKEN_TEXT, st.none(), st.booleans(), st.integers(), st.binary(), st.lists(BROKEN_TEXT))
ATTRIBUTE_NAMES = st.one_of(
    st.sampled_from([*Button.all_keys(), "data-a", "aria-b-1", "onclick", "type", "Data-a", "data-"]), BROKEN_TEXT
)
ANY_ATTRIBUTES = st.one_of(ATTRIBUTES, ATTRIBUTES, st.dictionaries(ATTRIBUTE_NAMES, ANYTHING, max_size=4), ANYTHING)
ANY_BUTTON = st.none() | st.tuples(st.one_of(LABEL, LABEL, st.just(""), ANYTHING), ANY_ATTRIBUTES)

RESERVED = ["rtp", "con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
"""What a form's control, or a file on Windows, may not be called."""


@given(VALUES)
def test_event__its_calls_send_the_list_whole_and_in_order_in_as_few_calls_as_can_be(values: list[str]) -> None:
    sent = [decode_call(call) for call in Event("any", values).calls]
    assert [text for batch in sent for text in batch] == values
    assert [len(batch) for batch in sent[:-1]] == [4] * (len(sent) - 1)
    assert 1 <= len(sent[-1]) <= 4


@given(VALUE)
def test_event__a_string_is_one_call_and_a_list_of_it_says_the_same_values(value: str | list[str]) -> None:
    event = Event("any", value)
    if isinstance(value, str):
        assert [decode_call(call) for call in event.calls] == [value]
        assert event.values == Event("any", [value]).values
    else:
        assert event.values == tuple(value)


def _event(event_id: Any, value: Any, button: tuple[Any, Any] | None, description: Any) -> Event:
    return Event(event_id, value, None if button is None else Button(*button), description)


@given(st.one_of(IDS, IDS, ANYTHING), st.one_of(VALUE, VALUE, ANYTHING), ANY_BUTTON, st.one_of(TEXT, TEXT, ANYTHING))
def test_event__is_refused_with_problems_or_can_be_sent_in_every_format_that_fits(
    event_id: Any, value: Any, button: tuple[Any, Any] | None, description: Any
) -> None:
    try:
        event = _event(event_id, value, button, description)
    except ProblemsError:
        return
    assert all(event.values)
    for row in formats_of(event):
        assert is_sent(event.calls, render(event, row.name), is_html=row.is_html)


@given(st.one_of(LABEL, st.just(""), ANYTHING), ANY_ATTRIBUTES)
def test_button__is_refused_with_problems_or_shows_its_label(label: Any, attributes: Any) -> None:
    try:
        button = Button(label, attributes)
    except ProblemsError:
        return
    assert Seen(render(Event("any", "x", button), "button")).seen[1] == ("text", label)


@given(EVENTS)
def test_event__fits_the_button_only_if_it_has_one(event: Event) -> None:
    assert [row.name for row in formats_of(event)] == list(FORMATS)[: 2 if event.button is None else 3]


@given(EVENTS)
def test_event__made_again_from_its_fields_or_copied_is_the_same(event: Event) -> None:
    twins = [
        Event(event.id, event.value, event.button, event.description),
        copy.deepcopy(event),
        pickle.loads(pickle.dumps(event)),  # noqa: S301 (it is ours)
    ]
    assert all(twin == event and hash(twin) == hash(event) and twin.calls == event.calls for twin in twins)


@given(st.lists(st.sampled_from(["a", "A", "a ", "é", "e\u0301"]), min_size=1, max_size=9))
def test_event__warns_once_of_each_value_that_is_there_more_than_once(values: list[str]) -> None:
    repeated = [f'has the value "{value}" {times} times' for value, times in Counter(values).items() if times > 1]
    assert [warning.what for warning in Event("any", values).warnings] == repeated


@given(IDS)
def test_slug__of_a_good_id_is_the_id_with_its_hyphens_single(event_id: str) -> None:
    assert slug(event_id) == re.sub("-+", "-", event_id)


@given(
    st.one_of(
        st.text(),
        st.text("Aà É-_.:/"),
        st.text("ab-é", min_size=100),
        st.sampled_from(["con", "RTP", "Lpt1 ", "nul-"]),
    )
)
def test_slug__is_steady_plain_and_says_what_is_left_of_the_words(text: str) -> None:
    offered = slug(text)
    assert re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?)?", offered)
    assert slug(offered) == offered
    assert bool(offered) or not re.search(r"[A-Za-z0-9]", text)


@given(
    st.one_of(st.text("RTPrtp109 -_", max_size=6), st.sampled_from(RESERVED), st.sampled_from(RESERVED).map(str.upper))
)
def test_event__a_bad_id_is_refused_with_one_that_is_good(event_id: str) -> None:
    try:
        Event(event_id, "x")
    except ProblemsError as error:
        offered = re.search(r'; take "(.*)"\Z', error.problems[0].hint)
        assert offered is None or Event(offered[1], "x").id == offered[1]
        assert offered or not re.search(r"[A-Za-z0-9]", event_id)
    else:
        assert re.fullmatch(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?", event_id)
        assert event_id not in RESERVED
