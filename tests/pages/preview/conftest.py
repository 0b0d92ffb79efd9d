"""A reader of the preview for each test."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.pages.preview.events import WIDE
from tests.pages.preview.reader import Reader


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One context for all readers: it lets pages read the clipboard, which only the tests do."""
    with contextlib.closing(browser.new_context(viewport={"width": WIDE, "height": 900})) as made:
        if browser.browser_type.name == "chromium":
            made.grant_permissions(["clipboard-read", "clipboard-write"])
        yield made


@pytest.fixture
def reader(context: BrowserContext, tmp_path: Path) -> Iterator[Reader]:
    """A reader with a new tab."""
    yield Reader(context, tmp_path)
    for page in context.pages:
        page.close()
