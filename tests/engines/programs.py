"""Find the programs that the tests run, or report which one is missing.

A missing program skips its tests on your machine and fails them in CI, so that no engine drops out of the tests
unnoticed.
"""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest

CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is the same browser without windows and tabs, which take most of the time for a page."""

FIREFOX = ("firefox-esr", "firefox")

WEBKIT_DRIVER = ("WebKitWebDriver",)

X_SERVER = ("Xvfb",)

NODE = ("node",)


def find_program(*names: str, message: str = "") -> str:
    """Return the path of the first program that is installed; skip the test (in CI: fail it) if none is."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        skip_or_fail(message or f"this test needs the program {' or '.join(names)}, which is missing")
    return found


def skip_or_fail(message: str) -> NoReturn:
    """Skip the test, or in CI fail it."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
