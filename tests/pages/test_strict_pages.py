"""A page whose policy forbids inline code: the binding works, but handlers and scripts in the page don't."""

from __future__ import annotations

import pytest

from rtpsnippets import Button, Carrier, Event, Link, render
from tests.hostile import TEXTS
from tests.pages.visitor import BLOCKED, STRICT, TAG, Visitor, html_and_xhtml, sent

_BUTTON = Button("Download")
_LINK = Link("Download", {"href": "#whitepaper"})

_either_element = pytest.mark.parametrize("format", ["button", "link"])


def _event(carrier: Carrier) -> Event:
    return Event("download", "Download!", _BUTTON, link=_LINK, carrier=carrier)


@html_and_xhtml
@_either_element
def test_strict_page__an_element_with_the_carrier_data_sends(visitor: Visitor, format: str, content_type: str) -> None:
    visitor.bind(_event("data"))
    visitor.open(render(_event("data"), format), policy=STRICT, content_type=content_type)
    visitor.click("#download")
    assert visitor.calls == sent("Download!")
    assert visitor.messages == []


@html_and_xhtml
@_either_element
def test_strict_page__an_inline_handler_does_not_run(visitor: Visitor, format: str, content_type: str) -> None:
    visitor.open(render(_event("inline"), format), head=TAG, policy=STRICT, content_type=content_type)
    visitor.click("#download")
    assert visitor.calls == []
    assert BLOCKED.search(visitor.messages[0])


@html_and_xhtml
def test_strict_page__an_inline_script_does_not_run(visitor: Visitor, content_type: str) -> None:
    visitor.open(render(Event("go", "Go!"), "script"), head=TAG, policy=STRICT, content_type=content_type)
    assert visitor.calls == []
    assert BLOCKED.search(visitor.messages[0])


@pytest.mark.parametrize(
    "element",
    [
        '<a {} href="#x">x</a>',
        "<span {}>x</span>",
        '<div role="button" {}>x</div>',
        "<button {}>x</button>",
        '<input type="button" value="x" {}/>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" {}><rect width="9" height="9"/></svg>',
        "<details><summary {}>x</summary>y</details>",
    ],
    ids=["a", "span", "div", "button", "input", "svg", "summary"],
)
def test_strict_page__any_element_that_is_marked_by_hand_sends(visitor: Visitor, element: str) -> None:
    visitor.bind(Event("download", "Download!"))
    visitor.open(element.format('data-rtp-event="download"'), policy=STRICT)
    visitor.click("[data-rtp-event]")
    assert visitor.calls == sent("Download!")


@html_and_xhtml
def test_strict_page__an_element_that_a_selector_matches_sends(visitor: Visitor, content_type: str) -> None:
    visitor.bind(Event("download", "Download!", selector='.nav > .download[title="it\'s"]'))
    body = '<p class="download" title="it\'s">other</p><div class="nav"><p class="download" title="it\'s">x</p></div>'
    visitor.open(body, policy=STRICT, content_type=content_type)
    visitor.click("body > .download")
    assert visitor.calls == []
    visitor.click(".nav .download")
    assert visitor.calls == sent("Download!")
    assert visitor.messages == []


def test_strict_page__every_hostile_value_is_sent(visitor: Visitor) -> None:
    events = [Event(f"e{at}", text) for at, text in enumerate(TEXTS)]
    visitor.bind(*events)
    visitor.open("".join(f'<p data-rtp-event="{event.id}">x</p>' for event in events), policy=STRICT)
    visitor.click_all("p")
    assert visitor.calls == sent(*TEXTS)
    assert visitor.messages == []
