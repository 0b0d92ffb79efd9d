"""A visitor for each test."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.engines.web_site import WebSite, serve
from tests.pages.visitor import Visitor


@pytest.fixture(scope="session")
def site() -> Iterator[WebSite]:
    """One site for all visitors, who come one after the other."""
    with serve() as served:
        yield served


@pytest.fixture
def visitor(chromium: Browser, site: WebSite) -> Iterator[Visitor]:
    """A visitor who has never been here before, and a site with no pages yet."""
    site.pages.clear()
    with contextlib.closing(chromium.new_context()) as context:
        yield Visitor(context.new_page(), site)
