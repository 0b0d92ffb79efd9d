"""The browser page that the tests share."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.engines.driver import Driver, snippet_site
from tests.engines.webkit import WebKitPage


@pytest.fixture(scope="module")
def driver(chromium: Browser) -> Iterator[Driver]:
    """One page that visits the others."""
    with snippet_site() as site, contextlib.closing(chromium.new_page()) as page:
        yield Driver(page, site)


@pytest.fixture(scope="module")
def any_driver(browser_name: str, request: pytest.FixtureRequest) -> Iterator[Driver]:
    """One page of each browser that visits the others."""
    started: Browser | WebKitPage = request.getfixturevalue(browser_name)
    with snippet_site() as site, contextlib.ExitStack() as stack:
        if isinstance(started, WebKitPage):
            yield Driver(started, site)
        else:
            yield Driver(stack.enter_context(contextlib.closing(started.new_page())), site)
