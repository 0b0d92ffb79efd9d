"""Carrying a plan out: a file is there whole or not at all, and a refused plan writes nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rtpsnippets import FileAccessError, ProblemsError
from rtpsnippets.build import build
from rtpsnippets.folder import look
from rtpsnippets.write import create

FILES = {"a.js": b"a", "b.js": b"b"}


def fails(*_arguments: object, **_named: object) -> None:
    raise OSError(28, "No space left on device")


def test_write__a_plan_that_refuses_a_file_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.js").write_text("mine")
    with pytest.raises(ProblemsError, match="no build has made it"):
        build(FILES, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["b.js"]


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("step", ["replace"])
@pytest.mark.parametrize("cut_off_at", range(4))
def test_write__a_build_that_is_cut_off_leaves_whole_files_that_the_next_one_knows(
    step: str, cut_off_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build_files(folder: Path, **files: bytes) -> None:
        build({f"{name}.js": content for name, content in files.items()}, folder)

    real, calls = getattr(os, step), iter(range(100))

    def fails_once(*arguments: object) -> None:
        if next(calls) == cut_off_at:
            raise OSError(28, "No space left on device")
        real(*arguments)

    folder, clean = tmp_path / "site", tmp_path / "clean"
    build_files(folder, a=b"old", gone=b"gone")
    with monkeypatch.context() as broken:
        broken.setattr(os, step, fails_once)
        with pytest.raises(FileAccessError, match=r"cannot write .*: No space left on device"):
            build_files(folder, a=b"new", b=b"new")
    left = files_in(folder)
    assert left["a.js"] in (b"old", b"new")
    assert left.get("b.js", b"new") == b"new"
    assert not [name for name in left if name.endswith(".tmp")]
    # The definitions have changed again meanwhile: what the cut-off build wrote is ours all the same.
    build_files(folder, a=b"newer", c=b"newer")
    build_files(clean, a=b"newer", c=b"newer")
    assert files_in(folder) == files_in(clean)


def test_create__a_full_disk_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(FileAccessError, match="No space left on device"):
        create(tmp_path / "events.toml", b"x")
    assert not list(tmp_path.iterdir())


def test_look__what_cannot_be_read_is_an_access_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.js").write_bytes(b"a")
    monkeypatch.setattr("io.open", fails)
    with pytest.raises(FileAccessError, match=r"^cannot read .*: No space left on device$"):
        look(tmp_path, FILES)
