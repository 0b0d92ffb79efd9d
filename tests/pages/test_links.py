"""A link stays a link: the visitor gets to its target however it is followed, and the event is sent before."""

from __future__ import annotations

import pytest
from playwright.sync_api import Download
from playwright.sync_api import Page as BrowserPage

from rtpsnippets import Carrier, Event, Link, render
from tests.engines.web_site import Page
from tests.pages.visitor import BINDING, HTML, LEAVING, TAG, Visitor, sent

_HEAD = TAG + LEAVING + BINDING
_NEXT = "/whitepaper.html?a=1&b=2"

_either_carrier = pytest.mark.parametrize("carrier", ["inline", "data"])


def _open(visitor: Visitor, carrier: Carrier, href: str = _NEXT, **attributes: str) -> None:
    """A page with one link, and its target."""
    event = Event("go", "Go!", link=Link("Go", {"href": href, **attributes}), carrier=carrier)
    visitor.site.pages[_NEXT] = Page(HTML, '<title>next</title><link rel="icon" href="data:,">')
    visitor.bind(event)
    visitor.open(render(event, "link"), head=_HEAD)


def _follow(visitor: Visitor, how: str) -> None:
    if how == "click":
        visitor.click("#go")
    elif how == "Enter":
        visitor.page.press("#go", "Enter")
    else:
        visitor.page.evaluate("document.querySelector('#go').click()")


def _is_next(visitor: Visitor, page: BrowserPage) -> bool:
    page.wait_for_url(visitor.site.url(_NEXT))  # a new tab starts with its own page
    return page.url == visitor.site.url(_NEXT)


@_either_carrier
@pytest.mark.parametrize("how", ["click", "Enter", "script"])
def test_link__leads_on_and_has_sent_before(visitor: Visitor, carrier: Carrier, how: str) -> None:
    _open(visitor, carrier)
    _follow(visitor, how)
    visitor.page.wait_for_url(visitor.site.url(_NEXT))
    assert visitor.calls_before_leaving == sent("Go!")


@pytest.mark.playwright
@_either_carrier
@pytest.mark.parametrize("key", ["Control", "Shift"])
def test_link__a_key_that_opens_it_elsewhere_still_does(visitor: Visitor, carrier: Carrier, key: str) -> None:
    _open(visitor, carrier)
    with visitor.tab.context.expect_page() as opened:
        visitor.tab.keyboard.down(key)
        visitor.click("#go")
        visitor.tab.keyboard.up(key)
    assert _is_next(visitor, opened.value)
    assert visitor.page.url == visitor.site.url("/page")
    assert visitor.calls == sent("Go!")


@pytest.mark.playwright
@_either_carrier
@pytest.mark.parametrize("target", ["_blank", "_BLANK"])
def test_link__a_new_tab_has_no_opener(visitor: Visitor, carrier: Carrier, target: str) -> None:
    _open(visitor, carrier, target=target)
    with visitor.tab.context.expect_page() as opened:
        visitor.click("#go")
    assert _is_next(visitor, opened.value)
    assert opened.value.evaluate("window.opener === null")
    assert visitor.calls == sent("Go!")


@pytest.mark.playwright
@_either_carrier
def test_link__a_new_tab_has_the_opener_that_the_definition_asks_for(visitor: Visitor, carrier: Carrier) -> None:
    _open(visitor, carrier, target="_blank", rel="opener")
    with visitor.tab.context.expect_page() as opened:
        visitor.click("#go")
    assert _is_next(visitor, opened.value)
    assert opened.value.evaluate("window.opener !== null")


@pytest.mark.playwright
@_either_carrier
@pytest.mark.parametrize(("download", "name"), [(True, "whitepaper.html"), ("paper & more.html", "paper & more.html")])
def test_link__a_download_is_one(visitor: Visitor, carrier: Carrier, *, download: str | bool, name: str) -> None:
    event = Event("go", "Go!", link=Link("Go", {"href": "/whitepaper.html", "download": download}), carrier=carrier)
    visitor.site.pages["/whitepaper.html"] = Page(HTML, "paper")
    visitor.bind(event)
    visitor.open(render(event, "link"))
    with visitor.tab.expect_download() as started:
        visitor.click("#go")
    loaded: Download = started.value
    assert loaded.suggested_filename == name
    assert loaded.path().read_text() == "paper"
    loaded.delete()  # Firefox renames the next file of that name
    assert visitor.calls == sent("Go!")


@_either_carrier
def test_link__an_anchor_on_the_page_is_reached_and_nothing_is_prevented(visitor: Visitor, carrier: Carrier) -> None:
    _open(visitor, carrier, "#there")
    visitor.page.evaluate("""() => {
        window.prevented = [];
        addEventListener('click', event => prevented.push(event.defaultPrevented));
    }""")
    visitor.click("#go")
    assert visitor.page.evaluate("location.hash") == "#there"
    assert visitor.page.evaluate("prevented") == [False]
    assert visitor.calls == sent("Go!")


def test_link__one_that_is_marked_by_hand_leads_on_and_has_sent_before(visitor: Visitor) -> None:
    _open(visitor, "data")
    visitor.open(f'<a href="{_NEXT.replace("&", "&amp;")}" data-rtp-event="go">x</a>', head=_HEAD)
    visitor.click("a")
    visitor.page.wait_for_url(visitor.site.url(_NEXT))
    assert visitor.calls_before_leaving == sent("Go!")


@_either_carrier
def test_link__leads_on_without_the_tag(visitor: Visitor, carrier: Carrier) -> None:
    _open(visitor, carrier)
    visitor.open(visitor.page.evaluate("document.querySelector('#go').outerHTML"), head=BINDING)
    visitor.click("#go")
    visitor.page.wait_for_url(visitor.site.url(_NEXT))
