"""The temporary files of killed runs: the next run removes them, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import rtpsnippets.output.lock
from rtpsnippets import FileAccessError
from rtpsnippets.output.build import build
from tests.output.files import FILES, built, fails, left_half_written, made_a_folder, made_a_link, runs

LEFT_OVER = ".rtpsnippets-0123456789abcdef.tmp"


@runs
def test_left_over__without_a_lock_it_may_be_another_build_s_and_stays(
    run: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rtpsnippets.output.lock, "_CAN_LOCK", False)
    (tmp_path / LEFT_OVER).write_bytes(b"half")
    run(tmp_path)
    assert (tmp_path / LEFT_OVER).read_bytes() == b"half"


@runs
def test_left_over__a_temporary_of_a_killed_run_is_removed(run: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / LEFT_OVER).write_bytes(b"half")
    run(tmp_path)
    assert left_half_written(tmp_path) == []


def test_left_over__what_a_run_could_not_remove_itself_is_removed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", fails)
        broken.setattr(os, "unlink", fails)
        with pytest.raises(FileAccessError):
            built(tmp_path)
    (left,) = left_half_written(tmp_path)
    assert len(left) == len(LEFT_OVER)
    built(tmp_path)
    assert left_half_written(tmp_path) == []


@pytest.mark.parametrize(
    "name",
    [
        ".rtpsnippets-.tmp",
        ".rtpsnippets-0123456789abcde.tmp",  # one digit less
        ".rtpsnippets-0123456789abcdef0.tmp",  # one more
        ".rtpsnippets-0123456789ABCDEF.tmp",
        ".rtpsnippets-0123456789abcdeg.tmp",
        ".rtpsnippets-0123456789abcdef.tmp\n",
        ".rtpsnippets-0123456789abcdef_tmp",
        "xrtpsnippets-0123456789abcdef.tmp",
        "a.rtpsnippets-0123456789abcdef.tmp",
        "0123456789abcdef.tmp",
        ".rtpsnippets.tmp",
    ],
)
def test_left_over__a_file_with_nearly_such_a_name_stays(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"mine")
    built(tmp_path)
    assert (tmp_path / name).read_bytes() == b"mine"


@pytest.mark.parametrize("make", [made_a_link, made_a_folder])
def test_left_over__a_link_or_a_folder_of_that_name_stays(make: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "beside.js").write_bytes(b"mine")
    make(tmp_path / LEFT_OVER)
    built(tmp_path)
    assert left_half_written(tmp_path) == [LEFT_OVER]
    assert (tmp_path / "beside.js").read_bytes() == b"mine"


def test_left_over__one_that_cannot_be_removed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / LEFT_OVER).write_bytes(b"half")

    def refuses(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "unlink", refuses)
    with pytest.raises(FileAccessError) as raised:
        build(FILES, tmp_path)
    assert str(raised.value) == f"cannot write {tmp_path / LEFT_OVER}: Permission denied"
    assert left_half_written(tmp_path) == [LEFT_OVER]


def test_left_over__one_in_a_folder_below_is_not_looked_for(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / LEFT_OVER).write_bytes(b"half")
    build(FILES, tmp_path)
    assert left_half_written(tmp_path / "below") == [LEFT_OVER]
