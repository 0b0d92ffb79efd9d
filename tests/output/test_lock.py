"""The lock of an output folder: one process at a time, for as long as it lives."""

from __future__ import annotations

import itertools
import os
import runpy
import sys
import time
from pathlib import Path

import pytest

import rtpsnippets.output.lock
from rtpsnippets import FileAccessError
from rtpsnippets.output.lock import PATIENCE, locked
from rtpsnippets.output.write import create_all
from tests.cli.events import EVENTS
from tests.cli.in_process import Output, exit_code
from tests.output.holder import held

posix = pytest.mark.skipif(os.name == "nt", reason="Windows can't lock a folder")


@posix
def test_locked__the_lock_of_another_process_is_waited_for_and_then_said(tmp_path: Path) -> None:
    with held(tmp_path):
        began = time.monotonic()
        with (
            pytest.raises(FileAccessError, match=r"^another build is writing to .*/$") as raised,
            locked(tmp_path, 0.2),
        ):
            pass
        assert time.monotonic() - began >= 0.2
    assert str(raised.value) == f"another build is writing to {tmp_path}/"


@posix
def test_locked__the_same_folder_by_another_name_has_the_same_lock(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "link").symlink_to("site")
    with held(tmp_path / "site"), pytest.raises(FileAccessError), locked(tmp_path / "link", 0):
        pass


@posix
def test_locked__another_folder_has_another_lock(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with held(tmp_path / "site"), locked(tmp_path, 0):
        pass


@posix
def test_locked__a_process_that_is_killed_holds_no_lock(tmp_path: Path) -> None:
    with held(tmp_path) as process:
        process.kill()
        process.wait()
        with locked(tmp_path, 0):
            pass


@posix
def test_locked__the_lock_ends_with_the_body_and_with_its_failure(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(FileAccessError), locked(tmp_path, 0):
        pass
    with pytest.raises(KeyError), locked(tmp_path, 0):
        raise KeyError
    with locked(tmp_path, 0):
        pass


@posix
def test_locked__leaves_nothing_in_the_folder(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert list(tmp_path.iterdir()) == []


@posix
def test_locked__a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with (
        pytest.raises(FileAccessError, match=r"^cannot lock .*site: No such file or directory$"),
        locked(tmp_path / "site"),
    ):
        pass


@posix
def test_locked__a_system_that_gives_no_lock_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_arguments: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuses)
    with pytest.raises(FileAccessError, match=r"^cannot lock .*: No locks available$"), locked(tmp_path):
        pass


@posix
def test_locked__where_no_folder_can_be_locked_the_body_runs_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    on_windows = runpy.run_path(rtpsnippets.output.lock.__file__)
    with held(tmp_path), on_windows["locked"](tmp_path, 0) as is_locked:
        assert not is_locked


@posix
def test_locked__a_folder_that_was_replaced_while_a_build_waited_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fcntl import flock  # noqa: PLC0415 (not on Windows)

    site = tmp_path / "site"
    site.mkdir()

    def replaces(descriptor: int, operation: int) -> None:
        flock(descriptor, operation)
        site.rename(tmp_path / "before")
        site.mkdir()

    monkeypatch.setattr("fcntl.flock", replaces)
    message = rf"^cannot lock {site}: another program has just replaced it$"
    with pytest.raises(FileAccessError, match=message), locked(site):
        pass


def build(folder: Path, *options: str) -> tuple[int, str]:
    """Build into `folder` with the definitions beside it; return the exit code and the messages."""
    said = Output()
    code = exit_code("build", str(folder.parent / "events.toml"), "-o", str(folder), *options, stderr=said)
    return code, said.text


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An output folder, beside definitions."""
    (tmp_path / "events.toml").write_text(EVENTS)
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


@posix
def test_build__while_another_one_writes_it_waits_and_then_ends_with_3(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    monkeypatch.setattr(time, "monotonic", lambda: sum(waited))
    left_over = site / f".rtpsnippets-{'0' * 16}.tmp"
    left_over.write_text("the other one's")
    with held(site):
        assert build(site) == (3, f"another build is writing to {site}/\n")
    assert sum(waited) >= PATIENCE
    assert list(site.iterdir()) == [left_over]


@posix
def test_build__check_waits_for_nobody(site: Path) -> None:
    with held(site):
        assert build(site, "--check") == (1, "")


@posix
def test_build__it_goes_on_when_the_other_one_has_ended(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with held(site) as other:

        def ends_the_other_one(_seconds: float) -> None:
            assert list(site.iterdir()) == []
            other.kill()
            other.wait()

        monkeypatch.setattr(time, "sleep", ends_the_other_one)
        assert build(site) == (0, "")
        assert other.returncode is not None
    assert (site / "my-event.js").is_file()


@posix
def test_create_all__waits_for_a_build_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with held(tmp_path):
        monkeypatch.setattr(time, "monotonic", itertools.count(step=PATIENCE).__next__)
        with pytest.raises(FileAccessError, match="another build is writing to"):
            create_all(tmp_path, {"events.toml": b"x"})
    assert list(tmp_path.iterdir()) == []
