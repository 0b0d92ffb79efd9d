"""A browser that opens editors, and visits pages with the HTML that they keep."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.cms.target import Workshop
from tests.engines.web_site import WebSite, serve
from tests.pages.visitor import Visitor


@pytest.fixture(scope="session")
def workshop(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """What targets need."""
    return Workshop(chromium, lambda: tmp_path_factory.mktemp("target"))


@pytest.fixture(scope="session")
def site() -> Iterator[WebSite]:
    """One site for all visitors."""
    with serve() as served:
        yield served


@pytest.fixture
def visitor(chromium: Browser, site: WebSite) -> Iterator[Visitor]:
    """A visitor with a new tab."""
    site.pages.clear()
    with contextlib.closing(chromium.new_page()) as page:
        yield Visitor(page, site)
