"""The preview is accessible, at any width, in light and dark mode, and without scripts."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from rtpsnippets import Event
from rtpsnippets.snippets.destinations import DESTINATIONS, paste
from rtpsnippets.snippets.preview import PAGE
from rtpsnippets.snippets.usage import WAYS
from tests.pages.axe import violations
from tests.pages.preview.events import ALL, DOWNLOAD, NARROW, PARTNER, TALK, WIDE, hostile_events
from tests.pages.preview.reader import Reader

_MORE = [Event(f"more-{at}", str(at)) for at in range(5)]  # with an index


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe__finds_no_violation(width: int, scheme: str, chromium: Browser, tmp_path: Path) -> None:
    # So tall that everything is in the viewport.
    options = {"viewport": {"width": width, "height": 9000}, "color_scheme": scheme}
    with contextlib.closing(chromium.new_context(**options)) as own:  # type: ignore[arg-type]
        reader = Reader(own, tmp_path)
        usage = {
            event.id: {f"{at}/index.html": ["link"] for at in range(2 * len(event.id))} for event in (*ALL, *_MORE)
        }
        usage["seen"] = {}
        reader.open(*ALL, *_MORE, at="#talk", usage=usage, base_url="https://example.com/")
        reader.card("interests").locator(".pages summary").click()
        reader.page.get_by_text("See events on the live page").click()
        for event in (TALK, PARTNER):
            reader.element(event.id, "link").click()
        reader.element("odd").click()
        reader.copy("download", "value 1 of download")
        assert violations(reader.page) == []
        for destination in {row.form: row for row in DESTINATIONS.values()}.values():
            reader.choose(destination.title)
            assert violations(reader.page) == [], destination.name
        reader.page.get_by_role("searchbox").fill("no such event")
        assert violations(reader.page) == []
        reader.page.get_by_role("searchbox").fill("")
        reader.page.get_by_role("button", name="Dark").click()
        assert violations(reader.page) == []


@pytest.mark.parametrize("width", [NARROW, 390, 768, WIDE])
def test_width__nothing_has_to_be_scrolled_sideways(width: int, reader: Reader) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    usage = {event.id: {"deep/" * 40 + "x" * 200: WAYS} for event in (*ALL, *hostile_events())}
    reader.open(*ALL, Event("w" * 64, "W"), *hostile_events(), at="#talk", usage={**usage, "w" * 64: {}})
    reader.page.get_by_text("See events on the live page").click()
    for title in (PAGE.title, *{row.form: row.title for row in DESTINATIONS.values()}.values()):
        reader.choose(title)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
        wide = "[...document.querySelectorAll('.event')].filter(card => card.scrollWidth > card.clientWidth).length"
        assert reader.page.evaluate(wide) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_theme__is_the_system_s_until_one_is_chosen_and_then_stays(
    scheme: str, chromium: Browser, tmp_path: Path
) -> None:
    with contextlib.closing(chromium.new_context(color_scheme=scheme)) as own:  # type: ignore[arg-type]
        reader = Reader(own, tmp_path)
        reader.open(DOWNLOAD)
        button = reader.page.get_by_role("button", name="Dark")
        ground = "getComputedStyle(document.body).backgroundColor"
        grounds = {"light": "rgb(245, 246, 248)", "dark": "rgb(15, 18, 23)"}
        other = "light" if scheme == "dark" else "dark"
        assert (reader.page.evaluate(ground), button.get_attribute("aria-pressed")) == (
            grounds[scheme],
            str(scheme == "dark").lower(),
        )
        button.click()
        for _ in range(2):
            assert (reader.page.evaluate(ground), button.get_attribute("aria-pressed")) == (
                grounds[other],
                str(other == "dark").lower(),
            )
            reader.page.reload()
        assert reader.messages == []


def test_theme__works_without_storage(reader: Reader) -> None:
    reader.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    reader.open(DOWNLOAD)
    button = reader.page.get_by_role("button", name="Dark")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert reader.messages == []


def test_without_scripts__all_events_are_there_and_no_useless_control(chromium: Browser, tmp_path: Path) -> None:
    with contextlib.closing(chromium.new_context(java_script_enabled=False)) as own:
        reader = Reader(own, tmp_path)
        reader.open(*ALL, destination="wordpress", at="#odd")
        assert reader.page.locator(".event:visible").count() == len(ALL)
        assert reader.page.locator("button:visible, input:visible, select:visible, summary:visible").count() == 0
        assert reader.page.locator("a:visible").all_text_contents() == [f"Link to this event {e.id}" for e in ALL]
        assert reader.page.get_by_text("allow JavaScript on this page").is_visible()
        assert reader.page.get_by_text(DESTINATIONS["wordpress"].steps[1], exact=True).is_visible()
        assert reader.snippets("download") == [paste(DOWNLOAD, "data")]
        assert reader.card("odd").bounding_box()["y"] < _HEIGHT  # type: ignore[index]


_HEIGHT = 720


@pytest.mark.chromium
def test_print__has_the_steps_and_every_text_and_no_control(reader: Reader) -> None:
    reader.open(*ALL, *_MORE, at="?for=wordpress")
    reader.page.get_by_role("button", name="Dark").click()
    reader.page.emulate_media(media="print")
    shown = "button:visible, input:visible, select:visible, summary:visible, a:visible, .log:visible, nav:visible"
    assert reader.page.locator(shown).count() == 0
    assert reader.page.locator(".start .place:visible").inner_text().startswith(DESTINATIONS["wordpress"].title)
    assert reader.snippets("download") == [paste(DOWNLOAD, "data")]
    ground = "getComputedStyle(document.body).backgroundColor"
    assert reader.page.evaluate(ground) == "rgb(255, 255, 255)"
    cut = """[...document.querySelectorAll('.event, pre, code')].filter(node => node.scrollWidth > node.clientWidth
        && getComputedStyle(node).display !== 'inline').length"""
    assert reader.page.evaluate(cut) == 0
    breaks = "getComputedStyle(document.querySelector('.event')).breakInside"
    assert reader.page.evaluate(breaks) == "avoid"
