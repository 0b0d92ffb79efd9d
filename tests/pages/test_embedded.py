"""Scripts in SVG and XHTML, shadow roots, embedded pages and labels: a browser sends what the import should find.

The pages and expectations are those in `tests/site/files/embedded`; Chromium and Firefox are the reference.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

PAGES = Path(__file__).parents[1] / "site" / "files" / "embedded"
LEFT_OUT = {"map.html": {"Map"}, "preview.html": {"Preview: shown"}}
"""What a page sends from a place that is not read."""
_TYPES = {".html": "text/html", ".xhtml": "application/xhtml+xml"}
_RECORDING = "window.sent = []; window.rtp = function (a, b, data) { window.sent.push(data.value); };"
_CLICK_ALL = """() => {
    const roots = [document];
    for (const root of roots) {
        for (const element of root.querySelectorAll('*')) {
            if (element.shadowRoot) roots.push(element.shadowRoot);
            if (!element.closest('iframe')) {
                const click = new MouseEvent('click', { cancelable: true });
                element.addEventListener('click', (event) => {
                    const address = element.getAttribute('href') || element.getAttribute('xlink:href') || '';
                    if (!address.startsWith('javascript:')) event.preventDefault();
                });
                element.dispatchEvent(click);
            }
        }
    }
}"""
_A_WHILE = 200
"""How many milliseconds an embedded page has to load and an address to be followed."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that records the calls of `rtp`."""
    with contextlib.closing(browser.new_context()) as context:
        made = context.new_page()
        made.add_init_script(_RECORDING)
        yield made


@pytest.mark.parametrize("name", ["article.xhtml", "chart.html", "components.html", "labels.html", *LEFT_OUT])
def test_embedded__what_is_imported_is_what_is_sent(name: str, page: Page) -> None:
    def answer(route: Route) -> None:
        if route.request.url.endswith(name):
            route.fulfill(body=(PAGES / name).read_bytes(), content_type=f"{_TYPES[Path(name).suffix]}; charset=utf-8")
        else:
            route.fulfill(body="", content_type="text/javascript")

    page.route("**/*", answer)
    page.goto(f"http://site.test/{name}")
    page.wait_for_timeout(_A_WHILE)
    page.evaluate(_CLICK_ALL)
    page.wait_for_timeout(_A_WHILE)
    expected = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    values = {event["value"] for event in expected["events"]}
    assert set(page.evaluate("sent")) == values | LEFT_OUT.get(name, set())
