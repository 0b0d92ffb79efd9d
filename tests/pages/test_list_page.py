"""The page of `rtpsnippets list --output-format html` in a browser: what is shown and selected is the value."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page as BrowserPage

from tests.engines.web_site import Page
from tests.hostile import TEXTS, html_form
from tests.pages.command import rtpsnippets
from tests.pages.visitor import HTML, Visitor

_SEEN_AND_SELECTED = """() => [...document.querySelectorAll('td li')].map((item) => {
    const value = item.querySelector('.value');
    if (value === null) {
        return { json: item.querySelector('.json code').textContent };
    }
    getSelection().selectAllChildren(value);
    return { text: value.textContent, seen: value.innerText, selected: getSelection().toString() };
})"""

pytestmark = pytest.mark.playwright


def _open(visitor: Visitor, folder: Path, values: Sequence[str]) -> BrowserPage:
    """Open the page for one event with these values, and an event for each of them."""
    definitions = {f"e{at}": {"value": value, "description": value} for at, value in enumerate(values)}
    file = folder / "events.json"
    file.write_text(json.dumps({"events": {"all": {"value": values}, **definitions}}), "utf-8")
    visitor.site.pages["/list"] = Page(HTML, rtpsnippets("list", file, "--output-format", "html"))
    visitor.tab.goto(visitor.site.url("/list"))
    return visitor.tab


# Firefox selects a space for a no-break space; the page has the exact value next to it.
@pytest.mark.chromium
@pytest.mark.parametrize("width", [1280, 390])
def test_page__every_hostile_text_is_shown_and_selected_exactly(visitor: Visitor, tmp_path: Path, width: int) -> None:
    visitor.tab.set_viewport_size({"width": width, "height": 800})
    page = _open(visitor, tmp_path, TEXTS)
    expected = [
        dict.fromkeys(("text", "seen", "selected"), text) if html_form(text) == text else {"json": text}
        for text in TEXTS
    ]
    found = page.evaluate(_SEEN_AND_SELECTED)
    for item in found:
        if "json" in item:
            item["json"] = json.loads(item["json"])
    assert [pair for pair in zip(found, expected * 2, strict=True) if pair[0] != pair[1]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert visitor.messages == []


def test_page__a_click_selects_the_whole_value(visitor: Visitor, tmp_path: Path) -> None:
    values = [" two  spaces ", "日本 <b>", "x | y"]
    page = _open(visitor, tmp_path, values)
    for number, value in enumerate(values):
        page.locator(".value").nth(number).click()
        assert page.evaluate("getSelection().toString()") == value


def test_page__is_a_table_for_screen_readers_also_on_a_phone(visitor: Visitor, tmp_path: Path) -> None:
    visitor.tab.set_viewport_size({"width": 390, "height": 800})
    page = _open(visitor, tmp_path, ["x", "y"])
    assert page.get_by_role("table", name="3 events").count() == 1
    assert page.get_by_role("rowheader").all_text_contents() == ["all", "e0", "e1"]
    assert page.get_by_role("columnheader").all_text_contents() == [
        *("Event", "Values to copy", "RTP calls", "Snippet formats", "Description")
    ]
    assert page.get_by_role("cell").count() == 11  # it would be empty there


def test_page__requests_only_itself(visitor: Visitor, tmp_path: Path) -> None:
    asked: list[str] = []
    visitor.tab.on("request", lambda request: asked.append(request.url))
    _open(visitor, tmp_path, ["<img src=x>", "</style><script>rtp()</script>"])
    assert [url for url in asked if not url.startswith("data:")] == [visitor.site.url("/list")]
    assert visitor.tab.locator("img").count() == 0
    assert visitor.tab.locator("script").count() == 1  # which is the page's own
