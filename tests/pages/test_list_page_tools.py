"""The page of `rtpsnippets list --output-format html`: its search and copy buttons, and the page without them."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as BrowserPage

from rtpsnippets import Event
from rtpsnippets.snippets.tables.table import listing
from tests.pages.axe import violations

EVENTS = [
    Event("tour", "Produktführung", description="A film of 2 minutes."),
    Event("interests", ["Pricing", "a\u00a0 b", " it's\u200b <b>\\u0041", "two\nlines"]),
    Event("other", "Pricing 2026"),
]
WIDE, NARROW = 1280, 390

_MISSING = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


@pytest.fixture
def page(copying_context: BrowserContext, tmp_path: Path) -> Iterator[BrowserPage]:
    """The page, opened as a file."""
    with contextlib.closing(copying_context.new_page()) as made:
        _open(made, tmp_path)
        yield made


def _open(page: BrowserPage, folder: Path, events: Sequence[Event] = EVENTS) -> None:
    file = folder / "list.html"
    file.write_text(listing(events, "html"), "utf-8", newline="\n")
    page.set_default_timeout(10_000)
    page.goto(file.as_uri())


def _found(page: BrowserPage) -> list[str]:
    return page.locator("tbody th:visible").all_text_contents()


def _clipboard(page: BrowserPage) -> str:
    text: str = json.loads(page.evaluate("navigator.clipboard.readText().then(JSON.stringify)"))
    return text


def _wait_for_status(page: BrowserPage, text: str) -> None:
    page.get_by_role("status").get_by_text(text, exact=True).wait_for()


def test_copy__each_value_arrives_code_unit_for_code_unit(page: BrowserPage) -> None:
    for event in EVENTS:
        for number, value in enumerate(event.values, 1):
            button = page.get_by_role("button", name=f"Copy value {number} of {event.id}", exact=True)
            assert button.inner_text() == "Copy"
            button.click()
            button.get_by_text("Copied", exact=True).wait_for()
            assert _clipboard(page) == value


def test_copy__is_reported_and_can_be_repeated(page: BrowserPage) -> None:
    button = page.get_by_role("button", name="Copy value 1 of tour")
    button.press("Enter")
    _wait_for_status(page, "Copied")
    button.get_by_text("Copy", exact=True).wait_for()
    assert page.get_by_role("status").text_content() == ""


def test_copy__without_the_clipboard_api_by_the_command(page: BrowserPage, copying_context: BrowserContext) -> None:
    page.evaluate(_MISSING)
    button = page.get_by_role("button", name="Copy value 3 of interests")
    button.click()
    button.get_by_text("Copied", exact=True).wait_for()
    with contextlib.closing(copying_context.new_page()) as other:
        other.goto(page.url)
        assert _clipboard(other) == EVENTS[1].values[2]


def test_copy__a_failure_is_reported(page: BrowserPage) -> None:
    page.evaluate(f"{_MISSING} document.execCommand = () => false;")
    page.get_by_role("button", name="Copy value 1 of tour").click()
    _wait_for_status(page, "Not copied")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pricing", ["interests", "other"]),
        ("PRICING 26", ["other"]),
        ("produktfuhrung", ["tour"]),
        ("interests", ["interests"]),
        ("2 minutes", ["tour"]),
        ("script", []),
        ("  ", ["tour", "interests", "other"]),
    ],
)
def test_search__finds_ids_values_and_descriptions(text: str, found: list[str], page: BrowserPage) -> None:
    page.get_by_role("searchbox", name="Search").fill(text)
    assert _found(page) == found
    _wait_for_status(page, f"{len(found)} of 3") if text.strip() else None


def test_search__ends_when_its_text_is_removed(page: BrowserPage) -> None:
    search = page.get_by_role("searchbox", name="Search")
    search.fill("no such event")
    _wait_for_status(page, "0 of 3")
    search.fill("")
    assert _found(page) == ["tour", "interests", "other"]
    page.get_by_role("status").and_(page.locator(":empty")).wait_for(state="attached")


# Firefox, as it is driven here, can neither print nor disable scripts.
@pytest.mark.chromium
def test_print__has_no_controls(page: BrowserPage) -> None:
    page.emulate_media(media="print")
    assert page.locator("button:visible, input:visible").count() == 0
    assert _found(page) == ["tour", "interests", "other"]


@pytest.mark.chromium
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_page__without_javascript_is_the_same_table_without_controls(
    width: int, browser: Browser, tmp_path: Path
) -> None:
    options = {"viewport": {"width": width, "height": 900}, "java_script_enabled": False}
    with contextlib.closing(browser.new_context(**options)) as own:  # type: ignore[arg-type]
        page = own.new_page()
        _open(page, tmp_path)
        assert page.locator("button:visible, input:visible").count() == 0
        assert _found(page) == ["tour", "interests", "other"]
        assert page.get_by_text("Click a value to select all of it.").is_visible()


@pytest.mark.chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe__finds_no_violation(width: int, scheme: str, browser: Browser, tmp_path: Path) -> None:
    options = {"viewport": {"width": width, "height": 3000}, "color_scheme": scheme}
    with contextlib.closing(browser.new_context(**options)) as own:  # type: ignore[arg-type]
        page = own.new_page()
        _open(page, tmp_path)
        for text in ("", "pricing", "no such event"):
            page.get_by_role("searchbox", name="Search").fill(text)
            page.get_by_role("button").first.hover() if text != "no such event" else None
            assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
