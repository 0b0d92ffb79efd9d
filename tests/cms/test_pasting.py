"""What is pasted into the text of a visual editor, not into its source, sends nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.cms.editors import BY_NAME
from tests.cms.forms import FORMS, event_of
from tests.cms.target import Workshop

# Jodit asks first, and can keep it as HTML.
_WITHOUT_TEXT = ("DOMPurify", "GrapesJS", "Jodit")


_VISUAL = [name for name in BY_NAME if name not in _WITHOUT_TEXT]


@pytest.mark.sampled
@pytest.mark.parametrize("name", _VISUAL)
def test_snippet__is_shown_as_text_where_it_is_pasted_into_the_text(workshop: Workshop, name: str) -> None:
    snippet = FORMS["data link"](event_of("demo", "MyEvent", "Book a demo")).html
    with BY_NAME[name].opened(workshop) as page:
        _copy(page, snippet)
        text = _pasted_into(page)
        text.get_by_text("data-rtp-event").wait_for(timeout=10_000)


@pytest.mark.sampled
@pytest.mark.parametrize("name", _VISUAL)
def test_button__is_dead_or_gone_where_it_is_copied_from_another_page(workshop: Workshop, name: str) -> None:
    button = FORMS["inline button"](event_of("demo", "MyEvent", "Book a demo")).html
    with BY_NAME[name].opened(workshop) as page:
        _copy_shown(page, button)
        text = _pasted_into(page)
        text.get_by_text("Book a demo").first.wait_for(timeout=10_000)
        assert "MyEvent" not in text.inner_html()


def _pasted_into(page: Page) -> Locator:
    """The text of the editor after pasting the clipboard into it."""
    text = _text(page)
    text.click()
    page.keyboard.press("Control+V")
    return text


def _copy(page: Page, text: str) -> None:
    """Copy plain text, as from a terminal."""
    with _another(page) as other:
        other.set_content("<textarea></textarea>")
        other.fill("textarea", text)
        other.locator("textarea").select_text()
        other.keyboard.press("Control+C")
    page.bring_to_front()


def _copy_shown(page: Page, html: str) -> None:
    """Copy the rendered HTML from another page, with a word on each side."""
    with _another(page) as other:
        other.set_content(f"<p>A {html} B</p>")
        other.evaluate("getSelection().selectAllChildren(document.querySelector('p'))")
        other.keyboard.press("Control+C")
    page.bring_to_front()


def _another(page: Page) -> Page:
    """Another page to copy from: in its own, an editor that has just opened may take the focus and the selection."""
    browser = page.context.browser
    assert browser
    return browser.new_page()


def _text(page: Page) -> Locator:
    """The editable element of the editor, in the page or in a frame."""
    editable = [frame.locator("[contenteditable=true], [contenteditable='']").first for frame in page.frames]
    (text,) = [found for found in editable if found.count()]
    return text
