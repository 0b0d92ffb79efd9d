"""Files that must not exist yet: all are created, or none."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rtpsnippets import FileAccessError, ProblemsError
from rtpsnippets.output.write import create_all
from tests.output.files import changed, fails, files_in, made_a_folder, made_a_link
from tests.reliability.scene import entry

NEVER = "existing files are never overwritten: move it, or use another folder"


def test_create_all__a_full_disk_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(FileAccessError, match=r"^cannot write .*events\.toml: No space left on device$"):
        create_all(tmp_path, {"events.toml": b"x"})
    assert not list(tmp_path.iterdir())


links = pytest.mark.parametrize("has_links", [True, False], ids=["links", "no links"])


@pytest.fixture
def file_system(has_links: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 (a parameter of the test)
    if not has_links:
        monkeypatch.setattr(os, "link", fails)


@links
@pytest.mark.usefixtures("file_system")
def test_create_all__the_file_is_whole_and_alone(tmp_path: Path) -> None:
    create_all(tmp_path / "deep", {"events.toml": b"x"})
    assert files_in(tmp_path / "deep") == {"events.toml": b"x"}
    assert (tmp_path / "deep" / "events.toml").stat().st_nlink == 1


@links
@pytest.mark.usefixtures("file_system")
@pytest.mark.parametrize("make", [changed, made_a_link, made_a_folder])
def test_create_all__what_is_there_is_never_overwritten(make: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    make(path)  # the link leads nowhere
    before = entry(path)
    with pytest.raises(ProblemsError) as raised:
        create_all(tmp_path, {path.name: b"x"})
    assert str(raised.value) == f"{path}: already exists\n    {NEVER}"
    assert entry(path) == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["events.toml"]


TWO = {"events.schema.json": b"{}", "events.toml": b"x"}


@pytest.mark.parametrize("name", TWO)
@pytest.mark.parametrize("make", [changed, made_a_link, made_a_folder])
def test_create_all__where_one_is_there_nothing_is_written(
    make: Callable[[Path], None], name: str, tmp_path: Path
) -> None:
    make(tmp_path / name)
    with pytest.raises(ProblemsError) as raised:
        create_all(tmp_path, TWO)
    assert str(raised.value) == f"{tmp_path / name}: already exists\n    {NEVER}"
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_create_all__all_that_are_there_are_said_at_once(tmp_path: Path) -> None:
    for name in TWO:
        changed(tmp_path / name)
    with pytest.raises(ProblemsError) as raised:
        create_all(tmp_path, TWO)
    assert [problem.location.file for problem in raised.value.problems] == [str(tmp_path / name) for name in TWO]


def test_create_all__what_is_there_as_it_should_be_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "events.schema.json").write_bytes(TWO["events.schema.json"])
    before = entry(tmp_path / "events.schema.json")
    assert create_all(tmp_path, TWO) == ["events.toml"]
    assert create_all(tmp_path, TWO) == []
    assert entry(tmp_path / "events.schema.json") == before
    assert files_in(tmp_path) == TWO


def test_create_all__what_another_program_creates_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _descriptor: changed(tmp_path / "events.toml"))
    with pytest.raises(ProblemsError, match=r"events\.toml: already exists"):
        create_all(tmp_path, {"events.toml": b"x"})
    assert files_in(tmp_path) == {"events.toml": b"theirs"}


def test_create_all__what_another_program_creates_meanwhile_is_kept_without_links_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def links(*_: object) -> None:
        changed(tmp_path / "events.toml")
        fails()

    monkeypatch.setattr(os, "link", links)
    with pytest.raises(ProblemsError, match=r"events\.toml: already exists"):
        create_all(tmp_path, {"events.toml": b"x"})
    assert files_in(tmp_path) == {"events.toml": b"theirs"}


def test_create_all__what_cannot_be_read_is_an_access_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(tmp_path / "events.toml")
    monkeypatch.setattr("io.open", fails)
    with pytest.raises(FileAccessError, match=r"^cannot read .*: No space left on device$"):
        create_all(tmp_path, TWO)
