"""The real browser of the tests: the system's own Chromium, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def started_chromium() -> Iterator[Browser]:
    """Chromium, until the body ends; Playwright's download isn't used. Skips, or in CI fails, where it is missing."""
    path = find_program(*CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_OPTIONS)
        yield browser
        browser.close()
