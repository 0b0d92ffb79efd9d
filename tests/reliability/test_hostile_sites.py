"""Every hostile page and script is read in time and in little memory, or skipped with a reason; nothing crashes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.apart import Apart, apart
from tests.reliability.hostile_sites import HOSTILE, suffix_of
from tests.reliability.read_apart import Taken

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")

_SECONDS = 0.5
"""The limit for a file: the result is the same with the usual one."""

_MARGIN = 3
"""How much longer it may take: steps that don't check the time are quick, whatever the limit."""

_MEGABYTES = 500
_HANGS = 100
_REFUSALS = ("", f"took longer than {_SECONDS:g} s to read", "needs too much memory")


@pytest.fixture(scope="module")
def read() -> Iterator[Apart]:
    """Reads a file in its own process."""
    with apart("tests.reliability.read_apart:read") as called:
        yield called


@pytest.mark.parametrize("name", HOSTILE)
def test_read_site_file__ends_with_every_hostile_file(name: str, read: Apart, tmp_path: Path) -> None:
    path = tmp_path / f"file{suffix_of(name)}"
    path.write_bytes(HOSTILE[name]())
    ended = read(_HANGS, str(path), _SECONDS)
    assert ended.failure == ""
    taken = Taken(*ended.returned)
    assert taken.refusal in _REFUSALS
    assert taken.seconds < _SECONDS + _MARGIN
    assert taken.memory < _MEGABYTES
