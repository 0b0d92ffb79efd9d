"""The browser of the tests, started with what a container needs, and with nothing to say to the network."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

from tests.engines.programs import CHROMIUM, find_program

_OPTIONS = [
    "--no-sandbox",  # a container has no user namespaces, which the sandbox needs
    "--disable-gpu",
    # The tests talk to this machine only: nothing may be fetched or reported behind their back.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextlib.contextmanager
def open_chromium() -> Iterator[Browser]:
    """One headless Chromium, the system's own: Playwright's download isn't used."""
    path = find_program(*CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_OPTIONS)
        yield browser
        browser.close()
