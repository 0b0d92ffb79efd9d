"""The memory that the parser may take: what needs more is skipped, and the next file is read."""

from __future__ import annotations

import importlib
import sys
from itertools import count
from pathlib import Path

import pytest

from rtpsnippets.calls import memory
from rtpsnippets.calls.memory import Allowance
from rtpsnippets.calls.site_file import read_site_file


def test_read_site_file__skips_code_that_needs_too_much_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.js").write_text("rtp;" + "a," * 5_000)
    (tmp_path / "b.js").write_text("rtp;")
    with monkeypatch.context() as patched:
        patched.setattr(memory, "peak_memory", count(2**40, 2**30).__next__)
        assert read_site_file(str(tmp_path / "a.js"), 100_000, 60).refusal == "needs too much memory"
    assert read_site_file(str(tmp_path / "b.js"), 100_000, 60).refusal == ""


@pytest.mark.parametrize(
    ("peaks", "is_used_up"),
    [
        ((2**40, 2**40), False),  # another file took that
        ((0, 2**20), False),  # the process grows, and may
        ((2**40, 2**40 + 2**20), False),  # it was large before, and grows by little
        ((0, 2**40), True),
    ],
)
def test_allowance__is_used_up_by_what_is_new_and_too_much(
    peaks: tuple[int, int],
    is_used_up: bool,  # noqa: FBT001 (a column of the table)
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "peak_memory", iter(peaks).__next__)
    assert Allowance().is_used_up is is_used_up


def test_allowance__is_never_used_up_where_the_system_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "resource", None)
        assert importlib.reload(memory).peak_memory() == 0
        assert not memory.Allowance().is_used_up
    assert importlib.reload(memory).peak_memory() > 0
