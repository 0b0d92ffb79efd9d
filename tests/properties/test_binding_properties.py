"""The binding of all events: its table says what each event sends and when, and its code is always the same."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given

from rtpsnippets import Event, render_binding
from rtpsnippets.web.javascript import is_safe
from tests.properties.decoders import decode_binding
from tests.properties.strategies import EVENTS, MANY_EVENTS


def known_of(event: Event) -> dict[str, object]:
    """The data of an event that the binding must have."""
    number = event.on.removeprefix("after ").removesuffix("s")
    own, was = ([field] if isinstance(field, str) else list(field) for field in (event.value, event.was))
    values = list(dict.fromkeys(own + was)) if set(was) - set(own) else own
    is_string = isinstance(event.value, str) and values == own
    batches = own if is_string else [values[at : at + 4] for at in range(0, len(values), 4)]
    return {
        "on": "load" if number.isdigit() else event.on or "click",
        "seconds": int(number) if number.isdigit() else 0,
        "selector": event.selector,
        "refresh": event.refresh,
        "calls": batches,
    }


@given(MANY_EVENTS)
def test_render_binding__its_table_says_what_each_event_sends_and_when(events: Sequence[Event]) -> None:
    table = decode_binding(render_binding(events))
    assert table == {event.id: known_of(event) for event in events}
    assert list(table) == [event.id for event in events]


@given(MANY_EVENTS)
def test_render_binding__every_line_keeps_the_invariant_of_the_call(events: Sequence[Event]) -> None:
    assert [line for line in render_binding(events).split("\n") if not is_safe(line)] == []


@given(MANY_EVENTS, EVENTS)
def test_render_binding__the_code_around_the_table_is_the_same_for_all_events(
    events: Sequence[Event], other: Event
) -> None:
    one, another = render_binding(events).split("\n"), render_binding([other]).split("\n")
    at = one.index("var events = {") + 1
    assert (one[:at], one[at + len(events) :]) == (another[:at], another[at + 1 :])
