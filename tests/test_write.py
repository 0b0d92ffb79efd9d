"""Carrying a plan out: a file is there whole or not at all, and a refused plan writes nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE, S_ISDIR
from typing import Any

import pytest

import rtpsnippets.lock
from rtpsnippets import FileAccessError, ProblemsError
from rtpsnippets.build import build, prepare
from rtpsnippets.cli.signals import Stopped, stoppable
from rtpsnippets.folder import look
from rtpsnippets.plan import plan
from rtpsnippets.write import create_all, write
from tests.reliability.scene import entry

FILES = {"a.js": b"a", "b.js": b"b"}
NEVER = "it is never overwritten: move it away, or take another folder"


def fails(*_arguments: object, **_named: object) -> None:
    raise OSError(28, "No space left on device")


def test_write__a_plan_that_refuses_a_file_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.js").write_text("mine")
    with pytest.raises(ProblemsError, match="no build has made it"):
        build(FILES, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["b.js"]


def test_write__a_refused_plan_is_never_carried_out(tmp_path: Path) -> None:
    (tmp_path / "b.js").write_text("mine")
    refused = plan(FILES, look(tmp_path, FILES))
    with pytest.raises(ProblemsError, match="no build has made it"):
        write(refused)
    assert files_in(tmp_path) == {"b.js": b"mine"}


@pytest.mark.parametrize("place", ["file", "file/site"])
def test_build__a_file_where_the_folder_should_be_is_refused_by_the_system(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FileAccessError) as raised:
        build(FILES, tmp_path / place)
    assert str(raised.value) == f"cannot write {tmp_path / place}: there is a file where a folder should be"
    assert files_in(tmp_path) == {"file": b"mine"}


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("cut_off_at", range(4))
def test_write__a_build_that_is_cut_off_leaves_whole_files_that_the_next_one_knows(
    cut_off_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build_files(folder: Path, **files: bytes) -> None:
        build({f"{name}.js": content for name, content in files.items()}, folder)

    real, calls = os.replace, iter(range(100))

    def fails_once(*arguments: object) -> None:
        if next(calls) == cut_off_at:
            raise OSError(28, "No space left on device")
        real(*arguments)  # type: ignore[arg-type]

    folder, clean = tmp_path / "site", tmp_path / "clean"
    build_files(folder, a=b"old", gone=b"gone")
    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", fails_once)
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


# Another program at work in the folder.


def removed(path: Path) -> None:
    path.unlink()


def changed(path: Path) -> None:
    path.write_bytes(b"theirs")


def made_a_link(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path.parent / "beside.js")


def made_a_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


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
    assert str(raised.value) == f"cannot write {site / name}: another program has changed it meanwhile"
    assert theirs == (entry(site / name) if (site / name).is_symlink() or (site / name).exists() else None)
    assert (site / "beside.js").read_bytes() == b"old"


@pytest.mark.parametrize("does", [changed, made_a_link, made_a_folder])
def test_write__what_another_program_creates_meanwhile_is_kept(does: Callable[[Path], None], tmp_path: Path) -> None:
    planned = prepare(FILES, tmp_path)
    does(tmp_path / "b.js")
    theirs = entry(tmp_path / "b.js")
    with pytest.raises(FileAccessError, match=r"^cannot write .*b\.js: another program has changed it meanwhile$"):
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
    with pytest.raises(FileAccessError, match="another program has changed it meanwhile"):
        build({"a.js": b"new"}, tmp_path)
    assert (tmp_path / "a.js").read_bytes() == b"theirs"
    assert left_half_written(tmp_path) == []


# What killed runs have left.

LEFT_OVER = ".rtpsnippets-0123456789abcdef.tmp"


def left_half_written(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def built(folder: Path) -> None:
    build(FILES, folder)


def created(folder: Path) -> None:
    create_all(folder, {"events.toml": b"x"})


runs = pytest.mark.parametrize("run", [built, created])


@runs
def test_left_over__without_a_lock_it_may_be_another_build_s_and_stays(
    run: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rtpsnippets.lock, "_CAN_LOCK", False)
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


def test_write__no_file_is_left_open(tmp_path: Path) -> None:
    def next_descriptors() -> list[int]:
        descriptors = [os.open(tmp_path / "any", os.O_RDONLY | os.O_CREAT) for _ in range(10)]
        for descriptor in descriptors:
            os.close(descriptor)
        return descriptors

    before = next_descriptors()
    built(tmp_path)
    assert next_descriptors() == before


@runs
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
def test_left_over__a_file_with_nearly_such_a_name_stays(
    name: str, run: Callable[[Path], None], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(b"mine")
    run(tmp_path)
    assert (tmp_path / name).read_bytes() == b"mine"


@runs
@pytest.mark.parametrize("make", [made_a_link, made_a_folder])
def test_left_over__a_link_or_a_folder_of_that_name_stays(
    make: Callable[[Path], None], run: Callable[[Path], None], tmp_path: Path
) -> None:
    (tmp_path / "beside.js").write_bytes(b"mine")
    make(tmp_path / LEFT_OVER)
    run(tmp_path)
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


# How a file gets to its place.


def test_write__the_manifest_is_first_and_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build({"a.js": b"old", "gone.js": b"old"}, tmp_path)
    done = []
    real_replace, real_unlink = os.replace, os.unlink

    def replaces(temporary: Path, path: Path) -> None:
        done.append(path.name)
        real_replace(temporary, path)

    def unlinks(path: Path) -> None:
        done.append(f"no {path.name}")
        real_unlink(path)

    monkeypatch.setattr(os, "replace", replaces)
    monkeypatch.setattr(os, "unlink", unlinks)
    build(FILES, tmp_path)
    assert done == [".rtpsnippets.json", "a.js", "b.js", "no gone.js", ".rtpsnippets.json"]


def test_write__a_file_is_synced_before_it_is_put_in_its_place_and_the_folder_between_the_manifests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build({"a.js": b"old"}, tmp_path)
    done = []
    real_replace = os.replace

    def replaces(temporary: Path, path: Path) -> None:
        done.append(path.name)
        real_replace(temporary, path)

    def syncs(descriptor: int) -> None:
        status = os.fstat(descriptor)
        done.append(
            "synced the folder" if S_ISDIR(status.st_mode) else "synced" if status.st_size else "synced nothing"
        )

    monkeypatch.setattr(os, "replace", replaces)
    monkeypatch.setattr(os, "fsync", syncs)
    build(FILES, tmp_path)
    manifest = ["synced", ".rtpsnippets.json", "synced the folder"]
    assert done == [*manifest, "synced", "a.js", "synced", "b.js", "synced the folder", *manifest]


def test_write__where_a_folder_cannot_be_synced_the_files_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def syncs(descriptor: int) -> None:
        if S_ISDIR(os.fstat(descriptor).st_mode):
            fails()

    monkeypatch.setattr(os, "fsync", syncs)
    build(FILES, tmp_path)
    assert FILES.items() <= files_in(tmp_path).items()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664), (0, 0o666)])
def test_write__a_new_file_has_the_mode_that_the_umask_leaves(umask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        build(FILES, tmp_path)
        create_all(tmp_path, {"events.toml": b"x"})
    finally:
        os.umask(before)
    assert {S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {mode}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o666, 0o400])
def test_write__a_changed_file_keeps_its_mode_and_so_does_the_manifest(mode: int, tmp_path: Path) -> None:
    build(FILES, tmp_path)
    for path in tmp_path.iterdir():
        path.chmod(mode)
    build({"a.js": b"new", "b.js": b"new"}, tmp_path)
    assert {S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {mode}


def test_write__another_name_of_a_file_keeps_the_old_bytes(tmp_path: Path) -> None:
    build({"a.js": b"old", "gone.js": b"old"}, tmp_path / "site")
    for name in ("a.js", "gone.js"):
        (tmp_path / name).hardlink_to(tmp_path / "site" / name)
    build({"a.js": b"new"}, tmp_path / "site")
    assert [(tmp_path / name).read_bytes() for name in ("a.js", "gone.js")] == [b"old", b"old"]
    assert (tmp_path / "site" / "a.js").read_bytes() == b"new"


@pytest.mark.parametrize("run", [built, created])
def test_write__where_signals_cannot_wait_it_writes_all_the_same(
    run: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)
    run(tmp_path)
    assert list(tmp_path.iterdir())
    assert left_half_written(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="on Windows signals don't wait")
@pytest.mark.usefixtures("signals_of_before")
@pytest.mark.parametrize(
    ("call", "name"),
    [("fsync", "SIGTERM"), ("replace", "SIGTERM"), ("unlink", "SIGTERM"), ("replace", "SIGINT"), ("replace", "SIGHUP")],
)
def test_write__a_signal_waits_until_the_file_is_in_its_place_and_the_mask_is_as_before(
    call: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = getattr(signal, name)
    build({"a.js": b"old"}, tmp_path)
    real = getattr(os, call)
    carried_out = []

    def is_hit(*arguments: Any) -> None:
        os.kill(os.getpid(), number)
        real(*arguments)
        carried_out.append(signal.sigpending())

    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    monkeypatch.setattr(os, call, is_hit)
    with pytest.raises(Stopped), stoppable():
        build({"b.js": b"new"}, tmp_path)
    assert carried_out == [{number}]
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before
    assert left_half_written(tmp_path) == []
    monkeypatch.undo()
    build({"b.js": b"new"}, tmp_path)
    assert sorted(files_in(tmp_path)) == [".rtpsnippets.json", "b.js"]


# A file that must not be there yet.


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
    assert str(raised.value) == f"{path}: is there already\n    {NEVER}"
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
    assert str(raised.value) == f"{tmp_path / name}: is there already\n    {NEVER}"
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_create_all__all_that_are_there_are_said_at_once(tmp_path: Path) -> None:
    for name in TWO:
        changed(tmp_path / name)
    with pytest.raises(ProblemsError) as raised:
        create_all(tmp_path, TWO)
    assert [problem.file for problem in raised.value.problems] == [str(tmp_path / name) for name in TWO]


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
    with pytest.raises(ProblemsError, match=r"events\.toml: is there already"):
        create_all(tmp_path, {"events.toml": b"x"})
    assert files_in(tmp_path) == {"events.toml": b"theirs"}


def test_create_all__what_another_program_creates_meanwhile_is_kept_without_links_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def links(*_: object) -> None:
        changed(tmp_path / "events.toml")
        fails()

    monkeypatch.setattr(os, "link", links)
    with pytest.raises(ProblemsError, match=r"events\.toml: is there already"):
        create_all(tmp_path, {"events.toml": b"x"})
    assert files_in(tmp_path) == {"events.toml": b"theirs"}


def test_create_all__what_cannot_be_read_is_an_access_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(tmp_path / "events.toml")
    monkeypatch.setattr("io.open", fails)
    with pytest.raises(FileAccessError, match=r"^cannot read .*: No space left on device$"):
        create_all(tmp_path, TWO)


# Reading.


def test_look__what_cannot_be_read_is_an_access_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.js").write_bytes(b"a")
    monkeypatch.setattr("io.open", fails)
    with pytest.raises(FileAccessError, match=r"^cannot read .*: No space left on device$"):
        look(tmp_path, FILES)
