"""What another program does in the folder while a plan is carried out is not undone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rtpsnippets import FileAccessError
from rtpsnippets.output.build import build, prepare
from rtpsnippets.output.write import write
from tests.output.files import FILES, changed, left_half_written, made_a_folder, made_a_link
from tests.reliability.scene import entry


def removed(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("does", [removed, changed, made_a_link, made_a_folder])
@pytest.mark.parametrize("name", ["changed.js", "gone.js", ".rtpsnippets.json"])
def test_write__what_another_program_does_to_a_file_meanwhile_is_not_undone(
    name: str, does: Callable[[Path], None], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    build({"changed.js": b"old", "gone.js": b"old"}, site)
    (site / "beside.js").write_bytes(b"old")  # a link to it has the bytes that the file had
    planned = prepare({"changed.js": b"new"}, site)
    does(site / name)
    theirs = entry(site / name) if does is not removed else None
    with pytest.raises(FileAccessError) as raised:
        write(planned)
    assert str(raised.value) == f"cannot write {site / name}: another program has just changed it"
    assert theirs == (entry(site / name) if (site / name).is_symlink() or (site / name).exists() else None)
    assert (site / "beside.js").read_bytes() == b"old"


@pytest.mark.parametrize("does", [changed, made_a_link, made_a_folder])
def test_write__what_another_program_creates_meanwhile_is_kept(does: Callable[[Path], None], tmp_path: Path) -> None:
    planned = prepare(FILES, tmp_path)
    does(tmp_path / "b.js")
    theirs = entry(tmp_path / "b.js")
    with pytest.raises(FileAccessError, match=r"^cannot write .*b\.js: another program has just changed it$"):
        write(planned)
    assert entry(tmp_path / "b.js") == theirs
    assert left_half_written(tmp_path) == []


def test_write__what_another_program_does_while_the_disk_is_slow_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build({"a.js": b"old"}, tmp_path)
    synced = iter(["the manifest", "its folder", "the new a.js"])

    def slow(_descriptor: int) -> None:
        if next(synced) == "the new a.js":
            changed(tmp_path / "a.js")

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(FileAccessError, match="another program has just changed it"):
        build({"a.js": b"new"}, tmp_path)
    assert (tmp_path / "a.js").read_bytes() == b"theirs"
    assert left_half_written(tmp_path) == []
