"""The browser's page that the tests of pages share."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.engines.driver import Driver, snippet_site


@pytest.fixture(scope="module")
def driver(chromium: Browser) -> Iterator[Driver]:
    """One page that visits the others."""
    with snippet_site() as site, contextlib.closing(chromium.new_page()) as page:
        yield Driver(page, site)
