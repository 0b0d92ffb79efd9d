"""Carrying a plan out: no file is half written, and a refused plan writes nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE, S_ISDIR
from typing import Any

import pytest

from rtpsnippets import FileAccessError, ProblemsError
from rtpsnippets.output.build import build
from rtpsnippets.output.folder import read_folder
from rtpsnippets.output.plan import plan
from rtpsnippets.output.write import create_all, write
from rtpsnippets.signals import Stopped, stoppable
from tests.output.files import FILES, built, fails, files_in, left_half_written, runs


def test_write__a_refused_plan_is_never_carried_out(tmp_path: Path) -> None:
    (tmp_path / "b.js").write_text("mine")
    refused = plan(FILES, read_folder(tmp_path, FILES))
    with pytest.raises(ProblemsError, match="was not created by a build"):
        write(refused)
    assert files_in(tmp_path) == {"b.js": b"mine"}


@pytest.mark.parametrize("place", ["file", "file/site"])
def test_build__a_file_where_the_folder_should_be_is_refused_by_the_system(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FileAccessError) as raised:
        build(FILES, tmp_path / place)
    assert str(raised.value) == f"cannot write {tmp_path / place}: there is a file where a folder should be"
    assert files_in(tmp_path) == {"file": b"mine"}


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


def test_write__no_file_is_left_open(tmp_path: Path) -> None:
    def next_descriptors() -> list[int]:
        descriptors = [os.open(tmp_path / "any", os.O_RDONLY | os.O_CREAT) for _ in range(10)]
        for descriptor in descriptors:
            os.close(descriptor)
        return descriptors

    before = next_descriptors()
    built(tmp_path)
    assert next_descriptors() == before


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
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_write__a_new_file_has_the_mode_that_the_umask_leaves(umask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        build(FILES, tmp_path)
        create_all(tmp_path, {"events.toml": b"x"})
    finally:
        os.umask(before)
    assert {S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {mode}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("mode", [0o640, 0o755, 0o400])
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


@runs
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
        signal.raise_signal(number)
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


# Reading.


def test_look__what_cannot_be_read_is_an_access_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.js").write_bytes(b"a")
    monkeypatch.setattr("io.open", fails)
    with pytest.raises(FileAccessError, match=r"^cannot read .*: No space left on device$"):
        read_folder(tmp_path, FILES)
