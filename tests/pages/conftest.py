"""A visitor for each test and browser, with the real clock or one that the test controls."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.engines.web_site import WebSite, serve
from tests.pages.visitor import Visitor


@pytest.fixture(scope="session")
def site() -> Iterator[WebSite]:
    """One site for all visitors, one at a time."""
    with serve() as served:
        yield served


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One context for all visitors: creating another takes longer than most tests."""
    with contextlib.closing(browser.new_context()) as made:
        yield made


@pytest.fixture(scope="module")
def copying_context(browser: Browser) -> Iterator[BrowserContext]:
    """One context for all readers of our own pages. It lets pages read the clipboard, which only the tests do."""
    with contextlib.closing(browser.new_context(viewport={"width": 1280, "height": 900})) as made:
        if browser.browser_type.name == "chromium":
            made.grant_permissions(["clipboard-read", "clipboard-write"])
        yield made


@pytest.fixture
def visitor(browser_name: str, site: WebSite, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """A visitor with a new tab (in WebKit: its one page) and an empty site."""
    site.pages.clear()
    if browser_name == "webkit":
        yield Visitor(request.getfixturevalue("webkit"), site)
        return
    context: BrowserContext = request.getfixturevalue("context")
    yield Visitor(context.new_page(), site)
    for page in context.pages:
        page.unroute_all(behavior="ignoreErrors")  # closing it while it answers a request may never end
        page.close()


@pytest.fixture
def patient_visitor(browser: Browser, site: WebSite) -> Iterator[Visitor]:
    """A visitor whose clock can be advanced: `visitor.tab.clock.run_for(60_000)`."""
    site.pages.clear()
    with contextlib.closing(browser.new_context()) as own:
        own.clock.install()
        yield Visitor(own.new_page(), site)
