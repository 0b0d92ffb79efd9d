"""What the binding reports on the console: unknown ids and invalid selectors, once each."""

from __future__ import annotations

import contextlib

import pytest

from rtpsnippets import Event, ProblemsError
from tests.hostile import TEXTS
from tests.pages.visitor import Visitor, sent


@pytest.mark.parametrize("mark", ["typo", "constructor", "__proto__", "", "Go", " go"])
def test_unknown_id__is_reported_once(visitor: Visitor, mark: str) -> None:
    visitor.bind(Event("go", "Go!"))
    visitor.open(f'<p data-rtp-event="{mark}">x</p><i data-rtp-event="{mark}">x</i><b data-rtp-event="go">x</b>')
    assert visitor.messages == [f'rtpsnippets: no event has the id "{mark}"']
    for _ in range(2):
        visitor.click("p")
        visitor.click("i")
    visitor.click("b")
    assert visitor.messages == [f'rtpsnippets: no event has the id "{mark}"']
    assert visitor.calls == sent("Go!")


@pytest.mark.parametrize("mark", ["typo", "__proto__", "Go", ""])
def test_unknown_id__in_a_class_is_reported_once(visitor: Visitor, mark: str) -> None:
    visitor.bind(Event("go", "Go!"))
    name = f"rtp-event--{mark}"
    visitor.open(f'<p class="cta {name}">x</p><i class="{name}">x</i><b>x</b>')
    assert visitor.messages == [f'rtpsnippets: no event has the id "{mark}"']
    visitor.click("p")
    visitor.click("i")
    visitor.page.evaluate("document.querySelector('b').className = 'rtp-event--late'")
    visitor.click("b")
    assert visitor.messages == [f'rtpsnippets: no event has the id "{unknown}"' for unknown in (mark, "late")]
    assert visitor.calls == []


def test_unknown_id__is_reported_when_an_element_that_is_added_later_is_clicked(visitor: Visitor) -> None:
    visitor.bind(Event("go", "Go!"))
    visitor.open("")
    visitor.page.evaluate("""document.body.innerHTML = '<p data-rtp-event="typo">x</p>'""")
    assert visitor.messages == []
    visitor.click("p")
    assert visitor.messages == ['rtpsnippets: no event has the id "typo"']


def test_unknown_id__each_is_reported(visitor: Visitor) -> None:
    visitor.bind(Event("go", "Go!"))
    visitor.open('<p data-rtp-event="a">x</p><p data-rtp-event="b">x</p><p data-rtp-event="a">x</p>')
    assert visitor.messages == [f'rtpsnippets: no event has the id "{mark}"' for mark in "ab"]


@pytest.mark.parametrize("on", ["click", "load", "visible"])
def test_invalid_selector__is_reported_once_and_breaks_nothing_else(visitor: Visitor, on: str) -> None:
    visitor.bind(Event("bad", "Bad", selector="p:nonsense", on=on), Event("go", "Go!", selector="p"))
    visitor.open("<p>x</p>")
    visitor.click("p")
    visitor.click("p")
    assert visitor.calls == sent("Go!")
    assert visitor.messages == ['rtpsnippets: the event "bad" has a bad selector: p:nonsense']


def test_invalid_selector__a_marked_element_of_its_event_still_sends(visitor: Visitor) -> None:
    visitor.bind(Event("bad", "Bad", selector="p:nonsense"))
    visitor.open('<p data-rtp-event="bad">x</p>')
    visitor.click("p")
    assert visitor.calls == sent("Bad")


def test_invalid_selector__is_reported_whatever_it_contains(visitor: Visitor) -> None:
    visitor.bind(*_with_hostile_selectors(), Event("go", "Go!", selector="p.last"))
    visitor.open('<p class="last">x</p>')
    visitor.click("p")
    assert visitor.calls[-1:] == sent("Go!")
    assert [message for message in visitor.messages if " has a bad selector: " not in message] == []
    assert len(visitor.messages) > 100


def _with_hostile_selectors() -> list[Event]:
    """An event for each hostile text that Python accepts as a selector."""
    events = []
    for at, text in enumerate(TEXTS):
        with contextlib.suppress(ProblemsError):
            events.append(Event(f"e{at}", "x", selector=text))
    return events
