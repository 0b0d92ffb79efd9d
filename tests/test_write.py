"""Carrying a plan out: a file is there whole or not at all, and a refused plan writes nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rtpsnippets import FileAccessError, ProblemsError
from rtpsnippets.folder import look
from rtpsnippets.plan import plan
from rtpsnippets.write import create, write

FILES = {"a.js": b"a", "b.js": b"b"}


def fails(*_arguments: object, **_named: object) -> None:
    raise OSError(28, "No space left on device")


def test_write__a_plan_that_refuses_a_file_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.js").write_text("mine")
    with pytest.raises(ProblemsError, match="no build has made it"):
        write(plan(FILES, look(tmp_path, FILES)))
    assert [path.name for path in tmp_path.iterdir()] == ["b.js"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_write__a_full_disk_leaves_the_old_file_and_no_other(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(plan({"a.js": b"old"}, look(tmp_path, FILES)))
    names = sorted(path.name for path in tmp_path.iterdir())
    monkeypatch.setattr(os, step, fails)
    with pytest.raises(FileAccessError, match=r"^cannot write .*a\.js: No space left on device$"):
        write(plan(FILES, look(tmp_path, FILES)))
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert (tmp_path / "a.js").read_bytes() == b"old"


def test_write__a_build_that_was_cut_off_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fails)
        with pytest.raises(FileAccessError):
            write(plan(FILES, look(tmp_path, FILES)))
    # The first file is there already, as if the power had gone before the manifest was written.
    (tmp_path / "a.js").write_bytes(b"a")
    write(plan(FILES, look(tmp_path, FILES)))
    assert {path.name for path in tmp_path.iterdir()} == {*FILES, ".rtpsnippets.json"}
    assert not plan(FILES, look(tmp_path, FILES)).is_change


def test_create__a_full_disk_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(FileAccessError, match="No space left on device"):
        create(tmp_path / "events.toml", b"x")
    assert not list(tmp_path.iterdir())


def test_look__what_cannot_be_read_is_an_access_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.js").write_bytes(b"a")
    monkeypatch.setattr("io.open", fails)
    with pytest.raises(FileAccessError, match=r"^cannot read .*a\.js: "):
        look(tmp_path, FILES)
