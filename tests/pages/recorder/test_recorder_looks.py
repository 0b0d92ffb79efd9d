"""The panel of the recorder is accessible, at any width, in light and dark mode."""

from __future__ import annotations

import contextlib
from functools import partial

import pytest
from playwright.sync_api import Browser

from rtpsnippets import Button, Event, render, render_recorder
from tests.engines.web_site import WebSite
from tests.pages.axe import violations
from tests.pages.recorder.panel import OPENED, Panel
from tests.pages.visitor import TAG, Visitor, sent
from tests.patience import comes_true

DEMO = Event("demo", "Demo request", Button("Demo"))
_BODY = f"<main><h1>x</h1>{render(DEMO, 'button')}</main>"
_CALLS = """rtp('get', 'campaign', true);
['Demo request', 'demo request', ['1', '2', '3', '4', '5'], 'a\\u00a0b', 7].forEach((value) => {
    rtp('send', 'event', { value });
});"""
WIDE, PHONE = 1280, 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_axe__finds_no_violation(width: int, scheme: str, chromium: Browser, site: WebSite) -> None:
    options = {"viewport": {"width": width, "height": 1200}, "color_scheme": scheme}
    with contextlib.closing(chromium.new_context(**options)) as own:  # type: ignore[arg-type]
        panel = Panel(Visitor(own.new_page(), site))
        panel.visitor.open(_BODY, head=TAG)
        panel.tab.evaluate("document.documentElement.lang = 'en'; document.title = 'x'; undefined")
        assert violations(panel.tab) == []
        panel.start(DEMO)
        panel.host.evaluate("host => document.body.append(host)")  # axe measures contrast only there
        assert violations(panel.tab) == []
        panel.tab.evaluate(_CALLS)
        panel.wait_for(["7 The value is not a string."])
        panel.button("Outlines").click()
        panel.button("Do not send").click()
        assert violations(panel.tab) == []
        panel.button("Collapse").click()
        assert violations(panel.tab) == []


def test_panel__shows_calls_in_every_browser(visitor: Visitor) -> None:
    visitor.open(_BODY, head=TAG)
    visitor.page.evaluate(OPENED)
    visitor.page.evaluate(render_recorder([DEMO]).removesuffix(";"))
    visitor.click("#demo")
    text = "document.querySelector('rtpsnippets-recorder').shadowRoot.textContent"
    assert comes_true(lambda: "Demo request demo" in str(visitor.page.evaluate(text)))
    assert visitor.calls == sent("Demo request")
    assert visitor.messages == []


@pytest.mark.playwright
@pytest.mark.parametrize("width", [WIDE, PHONE, 320])
def test_width__the_panel_fits_and_on_a_phone_is_at_the_bottom(panel: Panel, width: int) -> None:
    panel.tab.set_viewport_size({"width": width, "height": 640})
    panel.visitor.open(f'<meta name="viewport" content="width=device-width"/>{_BODY}', head=TAG)
    panel.start(Event("w" * 64, "w" * 200))
    panel.tab.evaluate(f"{_CALLS} rtp('send', 'event', {{ value: '{'w' * 200}' }});")
    panel.wait_for([f"{'w' * 200} {'w' * 64}"])
    box = panel.host.locator("section").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 640
    assert (box["width"] == width) is (width <= PHONE)
    assert panel.host.locator(".log").evaluate("log => log.scrollWidth <= log.clientWidth")
    assert panel.tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.playwright
@pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 320), (640, 256)])
def test_zoom__everything_in_the_panel_can_be_reached(panel: Panel, width: int, height: int) -> None:
    panel.tab.set_viewport_size({"width": width, "height": height})
    panel.visitor.open(f'<meta name="viewport" content="width=device-width"/>{_BODY}', head=TAG)
    panel.start(DEMO)
    panel.button("Do not send").click()
    panel.tab.evaluate(_CALLS)
    panel.wait_for(["7 The value is not a string.", "Not sent."])
    box = panel.host.locator("section").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    panel.host.locator(".status b").hover()
    panel.tab.mouse.wheel(0, 1000)
    for part in (".log", ".warning"):
        comes_true(partial(_is_inside, panel, part))
        assert _is_inside(panel, part)


def _is_inside(panel: Panel, part: str) -> bool:
    """Whether a part is inside of the panel, at least as high as a line."""
    return bool(
        panel.host.locator(part).evaluate("""part => {
            const [inner, outer] = [part, part.closest('section')].map((node) => node.getBoundingClientRect());
            return Math.min(inner.bottom, outer.bottom) - Math.max(inner.top, outer.top) >= 30;
        }""")
    )
