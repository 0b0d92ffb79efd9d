"""Page views: what the binding sends in each, however the page is reached, and what is a new view."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, Playwright, Route

from rtpsnippets import Event
from tests.engines.browser import chromium_with_cache
from tests.engines.prepared import NODE_PINS, prepared
from tests.engines.web_site import Page, WebSite
from tests.pages.views import (
    FROM_CACHE,
    NEVER,
    PRERENDERED,
    TAG_COMES,
    TRIGGERS,
    WAYS,
    WHEN_TAG,
    View,
    Way,
    prerendered_views,
    views,
)
from tests.pages.visitor import BINDING, HTML, TAG, Visitor, sent

pytestmark = [pytest.mark.playwright, pytest.mark.chromium]

_SECONDS = 1000
_DELAY = 3
_EARLIEST = {"after 3s": _DELAY - 1.5}
_LATEST = {"after 3s": _DELAY + 1.5, "click": 3.5, "submit": 3.5}
"""When an event is sent, in seconds after its page is there; others within 2.5 s. The clicks come after 2 s."""


@pytest.fixture(scope="module", params=WAYS, ids=lambda way: way.name)
def journey(
    request: pytest.FixtureRequest, playwright: Playwright, chromium: Browser, site: WebSite
) -> Iterator[tuple[Way, list[View]]]:
    """A way, and the views of a visitor who uses it."""
    way: Way = request.param
    if way is PRERENDERED:
        yield way, prerendered_views()
    elif way is FROM_CACHE:
        with chromium_with_cache(playwright) as browser:
            yield way, views(browser, site, way)
    else:
        yield way, views(chromium, site, way)


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_view__each_event_is_sent_when_the_table_says(journey: tuple[Way, list[View]], trigger: str) -> None:
    way, seen = journey
    expected = way.expected[trigger not in ("click", "submit")]
    times = [view.times(trigger) for view in seen if view.page == "b"]
    assert list(map(len, times)) == [0 if expected == NEVER else 1] * len(times)
    earliest, latest = _EARLIEST.get(trigger, -1), _LATEST.get(trigger, 2.5)
    if expected == WHEN_TAG:
        earliest, latest = TAG_COMES - 1, TAG_COMES + 1.5
    assert [time for each in times for time in each if not earliest <= time <= latest] == []


def test_view__nothing_of_another_page_is_sent(journey: tuple[Way, list[View]]) -> None:
    _, seen = journey
    strays = [
        (value, time) for view in seen for value, time in view.sent if (value == "elsewhere") != (view.page == "a")
    ]
    assert strays == []
    assert [view for view in seen if len(view.times("elsewhere")) > 1] == []


# What a new view is.

_PUSH = "history.pushState(null, '', '{}')"
_REPLACE = "history.replaceState(null, '', '{}')"
_WITHOUT_ROUTER = "<script>delete window.navigation;</script>"


@cache
def _library(path: str) -> str:
    return (prepared("node", NODE_PINS) / "node_modules" / path).read_text("utf-8")


def _open(visitor: Visitor, *events: Event, head: str = "", body: str = "<p>x</p>") -> None:
    visitor.bind(*events)
    visitor.open(body, head=TAG + head + BINDING)
    visitor.tab.clock.run_for(2 * _SECONDS)


@pytest.mark.parametrize("is_waiting", [True, False], ids=["waiting for others", "waiting for nothing"])
@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([_PUSH.format("/other")], 2),
        ([_REPLACE.format("/other")], 2),
        ([_PUSH.format("?q=1")], 2),
        ([_PUSH.format("?q=1"), "history.back()"], 3),
        ([_REPLACE.format("?q=1")], 1),
        ([_REPLACE.format("?q=1"), _PUSH.format("?q=1#x")], 1),
        ([_PUSH.format("#x")], 1),
        ([_PUSH.format("")], 1),
        (["location.hash = 'x'", "history.back()"], 1),
    ],
)
def test_view__is_another_path_or_another_query_that_is_not_replaced(
    patient_visitor: Visitor, acts: list[str], expected: int, *, is_waiting: bool
) -> None:
    others = [Event("never", "Never", on="load", selector=".never")] if is_waiting else []
    _open(patient_visitor, Event("go", "Go!", on="load"), *others)
    for act in acts:
        patient_visitor.page.evaluate(f"{{ {act} }}")
        patient_visitor.page.wait_for_timeout(100)
        patient_visitor.tab.clock.run_for(3 * _SECONDS)
    assert patient_visitor.calls == sent(*["Go!"] * expected)


@pytest.mark.parametrize("body", ["<p>x</p>", '<nav id="navigation">x</nav>'])
@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([_PUSH.format("/other")], 2),
        ([_PUSH.format("/other"), "history.back()"], 3),
        ([_REPLACE.format("?q=1")], 1),
        (["location.hash = 'x'"], 1),
    ],
)
def test_view__is_detected_from_the_address_in_browsers_without_an_event_for_it(
    patient_visitor: Visitor, acts: list[str], expected: int, body: str
) -> None:
    patient_visitor.bind(Event("go", "Go!", on="load"))
    patient_visitor.open(body + BINDING, head=TAG + _WITHOUT_ROUTER)
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    for act in acts:
        patient_visitor.page.evaluate(f"{{ {act} }}")
        patient_visitor.page.wait_for_timeout(100)
        patient_visitor.tab.clock.run_for(4 * _SECONDS)
    assert patient_visitor.calls == sent(*["Go!"] * expected)


def test_view__is_new_if_htmx_reports_it_and_the_browser_does_not(patient_visitor: Visitor) -> None:
    _open(patient_visitor, Event("go", "Go!", selector="p"), Event("now", "Now", on="load"), head=_WITHOUT_ROUTER)
    told = "document.body.dispatchEvent(new CustomEvent('htmx:pushedIntoHistory', { bubbles: true }))"
    patient_visitor.page.evaluate(f"{{ {_PUSH.format('/other')}; {told}; }}")
    patient_visitor.click("p")
    patient_visitor.tab.clock.run_for(3 * _SECONDS)
    patient_visitor.click("p")
    assert patient_visitor.calls == sent("Now", "Go!", "Now")


def test_view__that_begins_before_the_page_is_shown_waits_for_that(patient_visitor: Visitor) -> None:
    prerendered = "Object.defineProperty(Document.prototype, 'prerendering', {{ configurable: true, get: () => {} }});"
    _open(patient_visitor, Event("go", "Go!", on="load"), head=f"<script>{prerendered.format('true')}</script>")
    patient_visitor.page.evaluate(_REPLACE.format("/other"))
    patient_visitor.tab.clock.run_for(9 * _SECONDS)
    assert patient_visitor.calls == []
    patient_visitor.page.evaluate(prerendered.format("false"))
    patient_visitor.page.evaluate("document.dispatchEvent(new Event('prerenderingchange'))")
    patient_visitor.tab.clock.run_for(3 * _SECONDS)
    assert patient_visitor.calls == sent("Go!")


def test_view__that_begins_before_the_page_has_loaded_waits_for_that(patient_visitor: Visitor) -> None:
    routes: list[Route] = []
    patient_visitor.tab.route("**/slow.png", lambda route: routes.append(route))  # noqa: PLW0108 (Playwright marks it)
    patient_visitor.bind(Event("go", "Go!", on="load"))
    text = f'<!DOCTYPE html><html><head>{TAG}{BINDING}</head><body><img src="/slow.png"></body></html>'
    patient_visitor.site.pages["/page"] = Page(HTML, text)
    patient_visitor.tab.goto(patient_visitor.site.url("/page"), wait_until="domcontentloaded")
    patient_visitor.page.evaluate(_REPLACE.format("/other"))
    patient_visitor.tab.clock.run_for(9 * _SECONDS)
    assert patient_visitor.calls == []
    routes[0].fulfill(status=404)
    patient_visitor.tab.wait_for_load_state()
    patient_visitor.tab.clock.run_for(3 * _SECONDS)
    assert patient_visitor.calls == sent("Go!")


def test_view__a_click_counts_again_at_once(patient_visitor: Visitor) -> None:
    _open(patient_visitor, Event("go", "Go!", selector="p"))
    patient_visitor.click("p")
    patient_visitor.page.evaluate(_PUSH.format("/other"))
    patient_visitor.click("p")
    patient_visitor.click("p")
    assert patient_visitor.calls == sent("Go!", "Go!")


def test_view__the_history_of_the_page_is_not_patched(patient_visitor: Visitor) -> None:
    _open(patient_visitor, Event("go", "Go!", on="load"))
    own = "[history.pushState, history.replaceState].map((act) => /native code/.test(act))"
    assert patient_visitor.page.evaluate(own) == [True, True]
    assert patient_visitor.page.evaluate("Object.keys(history)") == []


def _step(visitor: Visitor, steps: int) -> None:
    """Let time pass on the page, and responses arrive, in so many steps."""
    for _ in range(steps):
        visitor.page.wait_for_timeout(20)
        visitor.tab.clock.run_for(100)


_TURBO = '<script src="/turbo.js"></script>'
_TURBO_PAGE = "<!DOCTYPE html><html><head>{}</head><body><b>y</b></body></html>"


def _open_with_turbo(visitor: Visitor, *events: Event) -> None:
    visitor.add_script("/turbo.js", _library("@hotwired/turbo/dist/turbo.es2017-umd.js"))
    _open(visitor, *events, head=_TURBO, body='<p>x</p><a href="/other">x</a>')


def test_turbo__a_slow_page_is_waited_for(patient_visitor: Visitor) -> None:
    _open_with_turbo(patient_visitor, Event("old", "Old", on="load", selector="p"), Event("new", "New", on="after 2s"))
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    assert patient_visitor.calls == sent("Old", "New")
    routes: list[Route] = []
    patient_visitor.tab.route("**/other", lambda route: routes.append(route))  # noqa: PLW0108 (Playwright marks it)
    patient_visitor.click("a")
    patient_visitor.tab.clock.run_for(9 * _SECONDS)
    patient_visitor.page.wait_for_timeout(200)
    patient_visitor.tab.clock.run_for(9 * _SECONDS)
    assert patient_visitor.calls == sent("Old", "New")
    routes[0].fulfill(body=_TURBO_PAGE.format(TAG + _TURBO + BINDING), content_type=HTML)
    _step(patient_visitor, 50)
    assert patient_visitor.calls == sent("Old", "New", "New")


def test_turbo__a_repeated_visit_is_a_new_view(patient_visitor: Visitor) -> None:
    _open_with_turbo(patient_visitor, Event("go", "Go!", on="load"))
    patient_visitor.page.evaluate("void Turbo.visit(location.href, { action: 'advance' })")
    _step(patient_visitor, 20)
    assert patient_visitor.calls == sent("Go!", "Go!")


def test_turbo__a_page_that_is_refreshed_in_place_is_no_new_view(patient_visitor: Visitor) -> None:
    _open_with_turbo(patient_visitor, Event("go", "Go!", on="load"), Event("later", "Later", on="after 9s"))
    for _ in range(2):
        patient_visitor.page.evaluate("void Turbo.visit(location.href, { action: 'replace' })")
        _step(patient_visitor, 20)
    assert patient_visitor.calls == sent("Go!")
    patient_visitor.tab.clock.run_for(4 * _SECONDS)
    assert patient_visitor.calls == sent("Go!", "Later")


def test_turbo__a_page_is_seen_again_after_coming_back_from_another_document(patient_visitor: Visitor) -> None:
    _open(patient_visitor, Event("go", "Go!", on="load"))
    patient_visitor.page.evaluate("""{
        dispatchEvent(new CustomEvent('turbo:visit', { detail: { action: 'advance' } }));
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    }""")
    patient_visitor.tab.clock.run_for(3 * _SECONDS)
    assert patient_visitor.calls == sent("Go!", "Go!")


# Delays.


def _hide(visitor: Visitor, *, is_hidden: bool) -> None:
    """Make the page believe that its tab is hidden: a headless browser hides none."""
    visitor.page.evaluate(
        """is_hidden => {
            Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => is_hidden });
            document.dispatchEvent(new Event('visibilitychange'));
        }""",
        is_hidden,
    )


def test_after__time_in_a_hidden_tab_does_not_count(patient_visitor: Visitor) -> None:
    _open(patient_visitor, Event("go", "Go!", on="after 10s"))
    _hide(patient_visitor, is_hidden=True)
    patient_visitor.tab.clock.run_for(60 * _SECONDS)
    assert patient_visitor.calls == []
    _hide(patient_visitor, is_hidden=False)
    patient_visitor.tab.clock.run_for(6 * _SECONDS)
    assert patient_visitor.calls == []
    patient_visitor.tab.clock.run_for(4 * _SECONDS)
    assert patient_visitor.calls == sent("Go!")


def test_after__counts_from_when_the_element_appears(patient_visitor: Visitor) -> None:
    _open(patient_visitor, Event("go", "Go!", on="after 10s", selector="b"))
    patient_visitor.tab.clock.run_for(18 * _SECONDS)
    patient_visitor.page.evaluate("document.body.append(document.createElement('b'))")
    patient_visitor.tab.clock.run_for(8 * _SECONDS)
    assert patient_visitor.calls == []
    patient_visitor.tab.clock.run_for(3 * _SECONDS)
    assert patient_visitor.calls == sent("Go!")


def test_after__begins_again_when_no_element_matches_any_more(patient_visitor: Visitor) -> None:
    _open(patient_visitor, Event("go", "Go!", on="after 10s", selector=".here"), body='<p class="here">x</p>')
    for is_here in (False, True):
        patient_visitor.tab.clock.run_for(5 * _SECONDS)
        patient_visitor.page.evaluate("is => document.querySelector('p').classList.toggle('here', is)", is_here)
    patient_visitor.tab.clock.run_for(8 * _SECONDS)
    assert patient_visitor.calls == []
    patient_visitor.tab.clock.run_for(3 * _SECONDS)
    assert patient_visitor.calls == sent("Go!")


def test_after__counts_from_the_view_and_not_from_the_document(patient_visitor: Visitor) -> None:
    _open(patient_visitor, Event("go", "Go!", on="after 10s", selector="b"))
    patient_visitor.tab.clock.run_for(60 * _SECONDS)
    patient_visitor.page.evaluate(_PUSH.format("/other"))
    patient_visitor.page.evaluate("document.body.append(document.createElement('b'))")
    patient_visitor.tab.clock.run_for(8 * _SECONDS)
    assert patient_visitor.calls == []
    patient_visitor.tab.clock.run_for(3 * _SECONDS)
    assert patient_visitor.calls == sent("Go!")


@pytest.mark.parametrize("hours", [-1, 1])
def test_after__goes_on_when_the_clock_of_the_machine_is_set(patient_visitor: Visitor, hours: int) -> None:
    _open(patient_visitor, Event("go", "Go!", on="after 10s"))
    now = patient_visitor.page.evaluate("Date.now()")
    patient_visitor.tab.clock.set_system_time(now + hours * 3600 * _SECONDS)
    patient_visitor.tab.clock.run_for(6 * _SECONDS)
    assert patient_visitor.calls == []
    patient_visitor.tab.clock.run_for(4 * _SECONDS)
    assert patient_visitor.calls == sent("Go!")
