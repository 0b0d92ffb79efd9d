"""Run tests in a process that has imported everything except the package itself, which may have changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

import pytest

from tests.reliability.copied_checkout import PYTEST_OPTIONS

# Importing these takes longer than most tests.
for _name in ("click", "hypothesis", "jinja2", "playwright.sync_api", "yaml"):
    import_module(_name)


def run(tests: Sequence[str]) -> int:
    """Run the tests without output; return the exit code of pytest."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    return int(pytest.main([*PYTEST_OPTIONS, *tests]))
