"""A renamed event on a page: it sends its new values first and then its former ones, four per call."""

from __future__ import annotations

import pytest

from rtpsnippets import Button, Event, Link, render
from rtpsnippets.events.event import CARRIERS, Carrier
from tests.pages.visitor import BINDING, TAG, Visitor, sent

_NINE = [f"new {at}" for at in range(9)]

renamed = pytest.mark.parametrize(
    ("value", "was", "calls"),
    [
        ("Demo request", "Demo", sent(["Demo request", "Demo"])),
        ("Demo request", ["Demo", "Free demo", "Demo"], sent(["Demo request", "Demo", "Free demo"])),
        (["a"], ["old"], sent(["a", "old"])),
        (["a", "b", "c"], ["old"], sent(["a", "b", "c", "old"])),
        (["a", "b", "c"], ["old", "a", "older"], sent(["a", "b", "c", "old"], ["older"])),
        (["a", "b", "c", "d"], ["old"], sent(["a", "b", "c", "d"], ["old"])),
        (_NINE, ["old"], sent(_NINE[:4], _NINE[4:8], [_NINE[8], "old"])),
        (_NINE, [*_NINE[5:], "1", "2", "3", "4"], sent(_NINE[:4], _NINE[4:8], [_NINE[8], "1", "2", "3"], ["4"])),
    ],
    ids=[
        "string",
        "string-of-two",
        "list-of-1",
        "list-of-3",
        "list-of-3-in-common",
        "list-of-4",
        "list-of-9",
        "9-of-8",
    ],
)
"""The values of an event, its former ones, and the calls that send both."""


@renamed
@pytest.mark.parametrize("carrier", CARRIERS)
def test_element__sends_both(visitor: Visitor, value: str, was: str, calls: list[object], carrier: Carrier) -> None:
    event = Event("go", value, Button("Go"), link=Link("Go", {"href": "#x"}), was=was, carrier=carrier)
    visitor.bind(event)
    for format in ("button", "link"):
        visitor.open(render(event, format))
        visitor.click("#go")
        assert visitor.calls == calls


@renamed
def test_script__sends_both(visitor: Visitor, value: str, was: str, calls: list[object]) -> None:
    visitor.open(render(Event("go", value, was=was), "script"), head=TAG)
    assert visitor.calls == calls


@renamed
@pytest.mark.parametrize("mark", ['data-rtp-event="go"', 'class="rtp-event--go"', 'id="selected"'])
def test_binding__sends_both(visitor: Visitor, value: str, was: str, calls: list[object], mark: str) -> None:
    visitor.bind(Event("go", value, was=was, selector="#selected"))
    visitor.open(f"<p {mark}>x</p>", head=TAG + BINDING)
    visitor.click("p")
    assert visitor.calls == calls


@renamed
def test_binding__sends_both_by_itself(visitor: Visitor, value: str, was: str, calls: list[object]) -> None:
    visitor.bind(Event("go", value, was=was, on="load"))
    visitor.open("x", head=TAG + BINDING)
    visitor.wait_for(calls)
