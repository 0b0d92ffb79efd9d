"""The real browsers of the tests, from Debian and headless: Chromium and Firefox.

Playwright drives both; its own downloads aren't used. WebKit has its own driver, in `webkit.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Playwright

from tests.engines.programs import CHROMIUM, FIREFOX, find_program

_OPTIONS = [
    "--no-sandbox",  # a container has no user namespaces, which the sandbox needs
    "--disable-gpu",
    # The tests talk to this machine only: the browser must not fetch or report anything else.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Pages may read the clipboard without a prompt.
_PREFERENCES: dict[str, str | float | bool] = {"dom.events.testing.asyncClipboard": True}


@contextmanager
def started_chromium(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, until the body ends. Skips the test (in CI: fails it) if it is missing."""
    path = find_program(*CHROMIUM)
    browser = playwright.chromium.launch(executable_path=path, args=_OPTIONS)
    yield browser
    browser.close()


@contextmanager
def chromium_with_cache(playwright: Playwright) -> Iterator[Browser]:
    """The full Chromium with its back-forward cache, which Playwright turns off and the headless shell lacks."""
    without = ["--disable-back-forward-cache"]
    path = find_program("chromium")
    browser = playwright.chromium.launch(executable_path=path, args=_OPTIONS, ignore_default_args=without)
    yield browser
    browser.close()


@contextmanager
def started_firefox(playwright: Playwright) -> Iterator[Browser]:
    """Firefox, through WebDriver BiDi, until the body ends. Skips the test (in CI: fails it) if it is missing."""
    path = find_program(*FIREFOX)
    browser = playwright.firefox.launch(executable_path=path, channel="moz-firefox", firefox_user_prefs=_PREFERENCES)
    yield browser
    browser.close()
