"""The screenshot of the preview in the manual, with the events that its page defines.

Usage: python -m tests.pages.preview.picture, which takes it again after the preview has changed.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from rtpsnippets import load, render_preview
from tests.clean_environment import CHECKOUT
from tests.docs.pages import page_text
from tests.engines.browser import started_chromium

PAGE = "docs/guides/preview.md"
PICTURE = "docs/assets/preview.png"
WIDTH, HEIGHT = 1100, 1080

_DEFINITIONS = "events.toml"


def take_picture(browser: Browser, folder: Path) -> bytes:
    """Return a screenshot of the top of the preview after a click on the first button; `folder` is for its files."""
    definitions = folder / _DEFINITIONS
    definitions.write_text(page_text(PAGE, _DEFINITIONS), "utf-8")
    page_file = folder / "preview.html"
    page_file.write_text(render_preview(load(definitions).values()), "utf-8")
    with closing(browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})) as context:
        page = context.new_page()
        page.goto(page_file.as_uri())
        page.locator(".element button").first.click()
        page.mouse.move(0, 0)
        return page.screenshot(animations="disabled")


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as temporary, sync_playwright() as playwright, started_chromium(playwright) as chromium:
        (CHECKOUT / PICTURE).write_bytes(take_picture(chromium, Path(temporary)))
