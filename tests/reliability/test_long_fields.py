"""No field that is as long as a file may be makes a command crash, hang, or use too much memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.apart import Apart, apart
from tests.reliability.command import Ran
from tests.reliability.long_fields import LONG_FIELDS, MEGABYTES_OF, arguments_for

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")

_HANGS = 120
"""In real time: other programs may be busy."""

_CODES = (0, 1, 3)  # 3: a file is skipped


@pytest.fixture(scope="module")
def run() -> Iterator[Apart]:
    """Runs the command in its own process, whose memory is measured."""
    with apart("tests.reliability.command:run_with") as called:
        yield called


@pytest.mark.sampled
@pytest.mark.parametrize("name", LONG_FIELDS)
def test_command__ends_with_every_long_field_in_little_memory(name: str, run: Apart, tmp_path: Path) -> None:
    field = LONG_FIELDS[name]
    ended = run(_HANGS, arguments_for(name, field.size, tmp_path))
    assert ended.failure == ""
    ran = Ran(*ended.returned)
    assert ran.code in _CODES, ran.messages[:1000]
    assert "Traceback" not in ran.messages
    assert ran.memory < MEGABYTES_OF[field.command]
