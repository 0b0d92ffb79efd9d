"""A missing program is named; it skips the test on your machine and fails it in CI."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.engines.programs import find_program


def test_find_program__takes_the_first_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    python = Path(sys.executable)
    monkeypatch.setenv("PATH", str(python.parent))
    assert Path(find_program("no-such-program", python.name)) == python


def test_find_program__skips_and_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="needs the program no-such-program or nor-this, which is missing"):
        find_program("no-such-program", "nor-this")


def test_find_program__fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="needs the program no-such-program, which is missing"):
        find_program("no-such-program")
