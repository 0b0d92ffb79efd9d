"""The README's picture of the preview, made of the README's own events.

Usage: python -m tests.pages.preview.picture, which writes it anew after the page has changed.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from rtpsnippets import load, render_preview
from tests.clean_environment import CHECKOUT
from tests.docs.readme import EXAMPLES
from tests.engines.browser import started_chromium

PICTURE = ".github/preview.png"
WIDTH, HEIGHT = 1100, 1080

_DEFINITIONS = ("events.toml", "shared.toml")


def take_picture(browser: Browser, folder: Path) -> bytes:
    """Return a picture of the top of the preview, when the first button has been clicked; `folder` is for its files."""
    files = {block.file_name: block.text for block in EXAMPLES}
    for name in _DEFINITIONS:
        (folder / name).write_text(files[name], "utf-8")
    page_file = folder / "preview.html"
    page_file.write_text(render_preview(load([folder / name for name in _DEFINITIONS]).values()), "utf-8")
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
