"""Wait for what another process does."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

_SECONDS = 60


def comes_true(happened: Callable[[], bool]) -> bool:
    """Wait until it has happened, or for a long time; return whether it has."""
    end = time.monotonic() + _SECONDS
    while not happened() and time.monotonic() < end:
        time.sleep(0.02)
    return happened()


def wait_until(happened: Callable[[], bool], log: Path) -> None:
    """Wait until it has happened; fail with the output of the program if that takes too long."""
    if not comes_true(happened):
        pytest.fail(f"it has not happened in {_SECONDS} s; the program printed:\n{log.read_text('utf-8')}")
