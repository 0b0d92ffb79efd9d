"""The memory that the parser may take: what needs more is skipped, and the next file is read."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from rtpsnippets import limits
from rtpsnippets.limits import BYTES_PER_MB, MAX_CODE_MEMORY, Allowance, memory_now
from rtpsnippets.site.site_file import read_site_file

ALLOWED = MAX_CODE_MEMORY * BYTES_PER_MB


def test_read_site_file__skips_code_that_needs_too_much_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.js").write_text("rtp;" + "a," * 50_000)
    (tmp_path / "b.js").write_text("rtp;" + "b," * 50_000 + "b")
    with monkeypatch.context() as patched:
        patched.setattr(limits, "memory_now", count(2**40, 2**30).__next__)
        assert read_site_file(str(tmp_path / "a.js"), 1_000_000, 60).refusal == "needs too much memory"
    assert read_site_file(str(tmp_path / "b.js"), 1_000_000, 60).refusal == ""


@pytest.mark.parametrize(
    ("before", "now", "is_used_up"),
    [
        (0, ALLOWED, False),
        (0, ALLOWED + 1, True),
        (2**40, 2**40 + ALLOWED, False),  # what the process has had before is no reason
        (2**40, 2**40 + ALLOWED + 1, True),
        (2**40, 0, False),  # it was given back since
        (0, 0, False),  # the system doesn't tell
    ],
)
def test_allowance__is_used_up_by_what_is_taken_since(
    before: int,
    now: int,
    is_used_up: bool,  # noqa: FBT001 (a column of the table)
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "memory_now", lambda: before)
    allowance = Allowance()
    monkeypatch.setattr(limits, "memory_now", lambda: now)
    assert any(allowance.is_used_up for _ in range(100)) is is_used_up


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells")
def test_memory_now__grows_and_shrinks() -> None:
    before = memory_now()
    taken = b"x" * 2**26
    assert memory_now() > before + 2**25
    del taken
    assert memory_now() < before + 2**25


def test_memory_now__is_none_where_the_system_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_PAGES", tmp_path / "none")
    assert memory_now() == 0
