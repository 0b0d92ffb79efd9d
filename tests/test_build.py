"""Building into a folder that others touch too: what may be removed from it, its lock, and in what order it writes."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from rtpsnippets import FileAccessError, ProblemsError, lock
from rtpsnippets.build import build, prepare
from rtpsnippets.folder import look
from rtpsnippets.lock import locked
from rtpsnippets.manifest import MANIFEST_FILE
from rtpsnippets.write import write


def test_build__removes_what_killed_runs_have_left_and_nothing_that_only_looks_like_it(tmp_path: Path) -> None:
    name = ".rtpsnippets-0123456789abcdef.tmp"
    (tmp_path / name).write_bytes(b"half")
    foreign = ["x" + name, name + "x", ".rtpsnippets-0123456789abcdeg.tmp", ".rtpsnippets-0.tmp"]
    for each in foreign:
        (tmp_path / each).write_bytes(b"mine")
    (tmp_path / name.replace("0", "1")).mkdir()
    (tmp_path / name.replace("0", "2")).symlink_to(tmp_path / foreign[0])
    build({}, tmp_path)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {*foreign, name.replace("0", "1"), name.replace("0", "2"), MANIFEST_FILE}


def test_build__waits_a_little_for_another_one_and_then_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(lock, "time", SimpleNamespace(monotonic=lambda: sum(pauses), sleep=pauses.append))
    with locked(tmp_path), pytest.raises(FileAccessError) as error:
        build({"a.js": b"a"}, tmp_path)
    assert str(error.value) == f"another build is writing to {tmp_path}/"
    assert lock.PATIENCE <= sum(pauses) < lock.PATIENCE + 1
    assert list(tmp_path.iterdir()) == []


def test_build__goes_on_when_the_other_one_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = locked(tmp_path)

    def until_it_is_done(_seconds: float) -> None:
        other.__exit__(None, None, None)

    monkeypatch.setattr(lock, "time", SimpleNamespace(monotonic=lambda: 0.0, sleep=until_it_is_done))
    other.__enter__()
    build({"a.js": b"a"}, tmp_path)
    assert (tmp_path / "a.js").read_bytes() == b"a"


@pytest.mark.parametrize("now", [b"theirs", None])
def test_write__what_another_program_has_changed_since_the_plan_is_not_touched(
    now: bytes | None, tmp_path: Path
) -> None:
    build({"a.js": b"a"}, tmp_path)
    planned = prepare({"a.js": b"b"}, tmp_path)
    if now is None:
        (tmp_path / "a.js").unlink()
    else:
        (tmp_path / "a.js").write_bytes(now)
    with pytest.raises(FileAccessError, match=r"^cannot write .*/a\.js: another program has changed it meanwhile$"):
        write(planned)
    assert (now is not None) == (tmp_path / "a.js").exists()
    assert now is None or (tmp_path / "a.js").read_bytes() == now


def test_write__each_file_is_safe_before_it_is_placed_and_the_manifest_is_safe_around_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def recorded_fsync(descriptor: int) -> None:
        done.append("folder safe" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file safe")
        fsync(descriptor)

    def recorded_replace(source: Path, target: Path) -> None:
        done.append(f"{Path(target).name} placed")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", recorded_fsync)
    monkeypatch.setattr(os, "replace", recorded_replace)
    build({"a.js": b"a", "b.js": b"b"}, tmp_path)
    assert done == [
        *("file safe", f"{MANIFEST_FILE} placed", "folder safe"),
        *("file safe", "a.js placed", "file safe", "b.js placed", "folder safe"),
    ]


def makes_a_home_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("HOME", str(folder))
    return []


def makes_a_repository(folder: Path, _monkeypatch: pytest.MonkeyPatch) -> list[str]:
    (folder / ".git").mkdir()
    return []


def makes_a_worktree(folder: Path, _monkeypatch: pytest.MonkeyPatch) -> list[str]:
    (folder / ".git").symlink_to("nowhere")
    return []


def puts_the_definitions_in(folder: Path, _monkeypatch: pytest.MonkeyPatch) -> list[str]:
    (folder / "below").mkdir()
    return [str(folder / "below" / "events.toml"), "-"]


@pytest.mark.parametrize(
    ("makes_it_so", "what"),
    [
        (makes_a_home_folder, "is a home folder"),
        (makes_a_repository, "has a .git"),
        (makes_a_worktree, "has a .git"),
        (puts_the_definitions_in, "has the definitions in it"),
    ],
)
def test_build__nothing_is_removed_from_a_folder_that_cannot_be_ours_alone(
    makes_it_so: object, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(makes_it_so)
    build({"a.js": b"a", "b.js": b"b"}, tmp_path)
    definitions = makes_it_so(tmp_path, monkeypatch)
    # Another spelling of the folder is the same folder.
    other = tmp_path / "link"
    other.symlink_to(tmp_path)
    with pytest.raises(ProblemsError) as error:
        build({"a.js": b"new"}, other, definitions)
    assert str(error.value) == (
        f"{other}/b.js: nothing makes it any more, but no file is removed from a folder that {what}\n"
        "    remove it yourself, and build into a folder that holds nothing else"
    )
    assert ((tmp_path / "a.js").read_bytes(), (tmp_path / "b.js").read_bytes()) == (b"a", b"b")
    build({"a.js": b"new", "b.js": b"b"}, other, definitions)
    assert (tmp_path / "a.js").read_bytes() == b"new"


def test_prepare__the_root_of_the_file_system_is_no_folder_of_ours_alone() -> None:

    assert look(Path("/"), []).keeps == "is the root of the file system"


def test_build__definitions_beside_the_folder_do_not_matter(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build({"a.js": b"a"}, folder, [str(tmp_path / "events.toml")])
    build({}, folder, [str(tmp_path / "events.toml")])
    assert [path.name for path in folder.iterdir()] == [MANIFEST_FILE]
