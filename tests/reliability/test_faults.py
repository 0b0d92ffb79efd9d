"""Whichever system call fails, files are completely old or new, and the next build ends like a clean one."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from rtpsnippets import FileAccessError, ProblemsError
from rtpsnippets.output.build import build
from rtpsnippets.output.write import create_all
from rtpsnippets.signals import Stopped
from tests.reliability.faults import Faults, counted, injected
from tests.reliability.scene import Scene, contents

BEFORE = {"kept.js": b"same", "changed.js": b"the old text", "gone.js": b"old"}
AFTER = {"kept.js": b"same", "changed.js": b"the new text", "come.js": b"new"}
LEFT_OVER = ".rtpsnippets-00000000000000ff.tmp"

ERRORS = ("ENOSPC", "EISDIR", "ENOENT")
"""One that the code doesn't handle, and those that it treats as a folder and as a missing file."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither our lock nor our order of writes")


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path / "site", BEFORE, AFTER)


def lay_out(scene: Scene) -> None:
    """The scene, with the remains of a killed build."""
    scene.lay_out()
    (scene.folder / LEFT_OVER).write_bytes(b"half")


def trials(
    run: Callable[[], object], error: BaseException, *, late: bool
) -> Iterator[tuple[str, BaseException | None]]:
    """Let each call of a run fail in turn; yield its kind, and what the run raised."""
    for at in count():
        faults = Faults(at, error, late=late)
        raised: BaseException | None = None
        try:
            with injected(faults):
                run()
        except (FileAccessError, ProblemsError, Stopped) as caught:
            raised = caught
        if at >= len(faults.calls):
            assert raised is None
            return
        yield faults.calls[at], raised


def trials_of_builds(scene: Scene, error: BaseException, *, late: bool) -> Iterator[tuple[str, BaseException | None]]:
    """Let each call of a build of the scene fail in turn."""
    lay_out(scene)
    for trial in trials(lambda: build(AFTER, scene.folder), error, late=late):
        yield trial
        lay_out(scene)


def wrong(scene: Scene, kind: str) -> list[str]:
    """Complain about anything that a failed build must not leave, and if the next build doesn't repair everything."""
    complaints = scene.torn() + scene.touched()
    left = [name for name in scene.temporaries if name != LEFT_OVER]
    if left and kind != "unlink":
        complaints.append(f"left {left}")
    return complaints + scene.next_build() + scene.touched()


@pytest.mark.parametrize("late", [False, True], ids=["refused", "answer lost"])
@pytest.mark.parametrize("name", ERRORS)
def test_build__whatever_the_system_refuses_no_file_is_torn_and_the_next_build_repairs_all(
    name: str,
    late: bool,  # noqa: FBT001 (a parameter of the test)
    scene: Scene,
) -> None:
    code = getattr(errno, name)
    for number, (kind, raised) in enumerate(trials_of_builds(scene, OSError(code, os.strerror(code)), late=late)):
        where = f"call {number}, {kind}: {raised}"
        if isinstance(raised, FileAccessError):
            message = str(raised)
            assert message.startswith("cannot "), where
            assert str(scene.folder) in message, where
            assert "\n" not in message, where
        if (kind, code) == ("stat", errno.ENOENT):  # an existing file that can't be read belongs to no build
            assert scene.torn() + scene.touched() == [], where
        else:
            assert not isinstance(raised, ProblemsError), where
            assert wrong(scene, kind) == [], where


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_build__a_signal_at_any_call_tears_no_file_and_the_next_build_repairs_all(
    late: bool,  # noqa: FBT001 (a parameter of the test)
    scene: Scene,
) -> None:
    for number, (kind, raised) in enumerate(trials_of_builds(scene, Stopped(15), late=late)):
        where = f"call {number}, {kind}: {raised!r}"
        assert isinstance(raised, Stopped), where
        assert wrong(scene, kind) == [], where


def test_build__the_faults_hit_each_kind_of_call(scene: Scene) -> None:
    lay_out(scene)
    with counted() as calls:
        build(AFTER, scene.folder)
    kinds = Counter(calls)
    written = 4  # two files, and the manifest twice
    assert {kind: kinds[kind] for kind in ("write", "flush", "replace", "mkdir", "scandir", "flock")} == {
        "write": written,
        "flush": written,
        "replace": written,
        "mkdir": 1,
        "scandir": 1,
        "flock": 1,
    }
    assert kinds["fsync"] == written + 3  # the folder: after the manifest, the files, and the manifest
    assert kinds["unlink"] == 2  # the file that goes, and the left-over one
    assert kinds["chmod"] == 3  # all except the new file
    assert kinds["os.open"] == kinds["os.close"] == 4  # the lock, and the order
    assert kinds["open"] == kinds["close"] == kinds["read"] + written
    assert kinds["stat"] > 10


@pytest.mark.parametrize("late", [False, True], ids=["refused", "answer lost"])
@pytest.mark.parametrize("name", ERRORS)
def test_create_all__whatever_the_system_refuses_the_file_is_whole_or_missing(
    name: str,
    late: bool,  # noqa: FBT001 (a parameter of the test)
    tmp_path: Path,
) -> None:
    code = getattr(errno, name)
    path = tmp_path / "events.toml"
    kinds: set[str] = set()
    error = OSError(code, os.strerror(code))
    for kind, raised in trials(lambda: create_all(tmp_path, {path.name: b"the whole text"}), error, late=late):
        if isinstance(raised, ProblemsError):  # it exists, although the system reported an error
            assert late
        kinds.add(kind)
        left = contents(tmp_path)
        if kind == "unlink":
            left = {name: content for name, content in left.items() if name == "events.toml"}
        assert left in ({}, {"events.toml": b"the whole text"}), kind
        for rest in tmp_path.iterdir():
            rest.unlink()
    assert {"mkdir", "flock", "os.open", "open", "write", "flush", "fsync", "close", "link", "unlink"} <= kinds
