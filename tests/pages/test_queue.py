"""The queue of the tag's stub, in order: several calls, several events, and the refresh at the end."""

from __future__ import annotations

import pytest

from rtpsnippets import Button, Event, Link, render
from tests.pages.visitor import BINDING, LEAVING, STRICT, TAG, Visitor, html_and_xhtml, sent

_VALUES = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
_CALLS = [*sent(["1", "2", "3", "4"], ["5", "6", "7", "8"], ["9"]), ["get", "campaign", True]]


def _many(on: str = "click") -> Event:
    link = Link("Many", {"href": "#x"})
    return Event("many", _VALUES, Button("Many"), link=link, carrier="data", refresh=True, on=on)


@pytest.mark.parametrize("format", ["button", "link"])
def test_element__sends_all_values_by_the_binding_and_then_refreshes(visitor: Visitor, format: str) -> None:
    visitor.bind(_many())
    visitor.open(render(_many(), format))
    visitor.click("#many")
    assert visitor.calls == _CALLS


@html_and_xhtml
@pytest.mark.parametrize("on", ["load", "visible", "after 1s"])
def test_trigger__sends_all_values_and_then_refreshes_under_a_strict_policy(
    visitor: Visitor, on: str, content_type: str
) -> None:
    visitor.bind(_many(on))
    visitor.open('<p data-rtp-event="many">x</p>', policy=STRICT, content_type=content_type)
    visitor.wait_for(_CALLS)
    assert visitor.messages == []


@html_and_xhtml
def test_submit__sends_all_values_and_then_refreshes_under_a_strict_policy(visitor: Visitor, content_type: str) -> None:
    visitor.bind(_many("submit"))
    visitor.open(
        '<form data-rtp-event="many" action="/never.js"><button>x</button></form>',
        head=TAG + LEAVING + BINDING,
        policy=STRICT,
        content_type=content_type,
    )
    visitor.click("button")
    assert visitor.calls_before_leaving == _CALLS


def test_events__reach_the_queue_in_the_order_in_which_they_happen(visitor: Visitor) -> None:
    visitor.bind(Event("loaded", "Loaded", on="load"), Event("clicked", "Clicked"), Event("sent", "Sent", on="submit"))
    form = '<form data-rtp-event="sent" onsubmit="return false"><button>x</button></form>'
    script = render(Event("early", "Early"), "script")
    visitor.open(f'{script}<p data-rtp-event="clicked">x</p>{form}', head=TAG + BINDING)
    visitor.wait_for(sent("Early", "Loaded"))
    visitor.click("button")
    visitor.click("p")
    assert visitor.calls == sent("Early", "Loaded", "Sent", "Clicked")


@pytest.mark.parametrize("format", ["button", "link"])
def test_handler__sends_at_each_click(visitor: Visitor, format: str) -> None:
    event = Event("go", "Go!", Button("Go"), link=Link("Go", {"href": "#x"}))
    visitor.open(render(event, format))
    visitor.click("#go")
    visitor.click("#go")
    assert visitor.calls == sent("Go!", "Go!")
