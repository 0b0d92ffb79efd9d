"""Everything that we emit keeps the invariant of the call: each statement, handler, mark and line of the binding."""

from __future__ import annotations

import pytest

from rtpsnippets import Button, Carrier, Event, Link, render, render_binding
from rtpsnippets.events.triggers import selector_problems
from rtpsnippets.snippets.marked_elements import put_handlers
from rtpsnippets.web.javascript import is_safe
from tests.hostile import GROUPS, address_form, label_form

every_group = pytest.mark.parametrize("group", GROUPS)


def events_of(group: str, *, carrier: Carrier = "inline") -> list[Event]:
    """An event for each text: as value, label, attribute and address, with a guard and a refresh."""
    return [
        Event(
            f"e{at}",
            [text, "b", "c", "d", text],
            Button(label_form(text), {"aria-label": label_form(text)}),
            link=Link(label_form(text), {"href": f"#{address_form(text)}"}),
            carrier=carrier,
            guard=True,
            refresh=True,
            selector="" if selector_problems(text) else text,
        )
        for at, text in enumerate(GROUPS[group])
    ]


def attribute_of(snippet: str, name: str) -> str:
    """The value of an attribute as it is written, with nothing decoded."""
    (value,) = [part.partition('"')[0] for part in snippet.split(f' {name}="')[1:]]
    return value


@every_group
@pytest.mark.parametrize("format", ["button", "link"])
def test_render__every_handler_keeps_the_invariant(format: str, group: str) -> None:
    for event in events_of(group):
        assert len(event.statements) == 3
        assert attribute_of(render(event, format), "onclick") == " ".join(event.statements)
        assert is_safe(attribute_of(render(event, format), "onclick"))


@every_group
@pytest.mark.parametrize("format", ["button", "link"])
def test_render__every_mark_keeps_the_invariant(format: str, group: str) -> None:
    for event in events_of(group, carrier="data"):
        assert attribute_of(render(event, format), "data-rtp-event") == event.id
        assert is_safe(event.id)


@every_group
def test_put_handlers__every_handler_keeps_the_invariant(group: str) -> None:
    for event in events_of(group):
        handled = put_handlers(f'<a data-rtp-event="{event.id}">x</a>', {event.id: event}.get)
        assert is_safe(attribute_of(handled, "onclick"))


@every_group
def test_render_binding__every_line_keeps_the_invariant(group: str) -> None:
    lines = render_binding(events_of(group)).split("\n")
    assert sum(line.startswith("'e") for line in lines) == len(GROUPS[group])
    assert [line for line in lines if line and not is_safe(line)] == []
