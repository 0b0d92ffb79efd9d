"""The engines that several tests share: each is started once, when the first test needs it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.engines.programs import CHROMIUM, NODE, find_program

_CHROMIUM_OPTIONS = [
    "--no-sandbox",  # a container has no user namespaces, which the sandbox needs
    "--disable-gpu",
    # The tests talk to this machine only: nothing may be fetched or reported behind their back.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless Chromium, the system's own: Playwright's download isn't used."""
    path = find_program(*CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node."""
    return find_program(*NODE)
