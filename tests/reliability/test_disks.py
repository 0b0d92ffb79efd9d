"""Real disks that refuse writes: a full one, a read-only one, one that belongs to somebody else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from mmap import PAGESIZE as PAGE
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest

from rtpsnippets import FileAccessError
from rtpsnippets.output.build import build
from rtpsnippets.output.write import create_all
from tests.reliability.scene import Scene, contents, entries

SIZE = f"size={32 * PAGE}"
BEFORE = {"a.js": b"old", "b.js": b"old", "gone.js": b"old"}
AFTER = {"a.js": b"x" * 3 * PAGE, "b.js": b"new", "come.js": b"x" * 2 * PAGE}

Mount = Callable[..., Path]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mount a new file system with these arguments of `mount`, and unmount it at the end."""
    program, takes_away = which("mount"), which("umount")
    if not sys.platform.startswith("linux") or not program or not takes_away:
        pytest.skip("this test mounts a file system, which needs Linux")
    folder = tmp_path / "mounted"
    folder.mkdir()
    mounted = []

    def mount_it(*options: str) -> Path:
        done = subprocess.run([program, *options, folder], check=False, capture_output=True, text=True)
        if done.returncode != 0:
            pytest.skip(f"this test needs permission to mount a file system: {done.stderr.strip()}")
        mounted.append(folder)
        return folder

    try:
        yield mount_it
    finally:
        for each in mounted[:1]:
            subprocess.run([takes_away, each], check=True)


def laid_out(folder: Path) -> Scene:
    scene = Scene(folder, BEFORE, AFTER)
    scene.lay_out()
    return scene


def leave_free(folder: Path, pages: int) -> None:
    """Fill a disk except for some pages."""
    system = os.statvfs(folder)
    (folder / "filler").write_bytes(b"x" * (system.f_bavail * system.f_frsize - pages * PAGE))


def test_build__on_a_full_disk_the_old_files_stay_whole(mount: Mount) -> None:
    site = mount("-t", "tmpfs", "-o", SIZE, "tmpfs") / "site"
    site.mkdir()
    scene = laid_out(site)
    said = []
    for pages in range(6):
        scene.lay_out()
        leave_free(site.parent, pages)
        said.append(refused(site))
        assert scene.is_finished == (said[-1] == "")
        assert scene.temporaries + scene.torn() + scene.touched() == []
        (site.parent / "filler").unlink()
        assert scene.next_build() == []
    stopped_at = [".rtpsnippets.json", "a.js", "a.js", "come.js"]
    assert said == [*(f"cannot write {site}/{name}: No space left on device" for name in stopped_at), "", ""]


def refused(site: Path) -> str:
    """Build; return the error, if there is one."""
    try:
        build(AFTER, site)
    except FileAccessError as error:
        return str(error)
    return ""


def test_create_all__on_a_full_disk_leaves_nothing(mount: Mount) -> None:
    folder = mount("-t", "tmpfs", "-o", SIZE, "tmpfs")
    leave_free(folder, 0)
    with pytest.raises(FileAccessError, match=r"^cannot write .*events\.toml: No space left on device$"):
        create_all(folder, {"events.toml": b"x"})
    assert [path.name for path in folder.iterdir()] == ["filler"]


def test_build__on_a_read_only_disk_nothing_changes(mount: Mount) -> None:
    site = mount("-t", "tmpfs", "tmpfs") / "site"
    site.mkdir()
    scene = laid_out(site)
    mount("-o", "remount,ro")
    before = entries(site)
    with pytest.raises(FileAccessError) as raised:
        build(AFTER, site)
    assert str(raised.value) == f"cannot write {site}/.rtpsnippets.json: Read-only file system"
    assert entries(site) == before
    assert build(BEFORE, site).is_change is False
    with pytest.raises(FileAccessError, match=r"^cannot write .*new: Read-only file system$"):
        build(AFTER, site.parent / "new")
    assert scene.touched() == []


@contextmanager
def unprivileged_user() -> Iterator[None]:
    """Run the body as a user who is not root."""
    before = os.geteuid()
    if before == 0:
        try:
            os.seteuid(65534)
        except OSError as error:
            pytest.skip(f"this test needs permission to become another user: {error.strerror}")
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that everybody can read; pytest's own belong to its user."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_build__in_somebody_elses_folder_nothing_changes(public: Path) -> None:
    site = public / "site"
    laid_out(site)
    site.chmod(0o555)
    before = entries(site)
    with unprivileged_user():
        with pytest.raises(FileAccessError) as raised:
            build(AFTER, site)
        assert build(BEFORE, site).is_change is False
    assert str(raised.value) == f"cannot write {site}/.rtpsnippets.json: Permission denied"
    assert entries(site) == before
    site.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_build__a_folder_that_cannot_be_read_is_reported(public: Path) -> None:
    site = public / "site"
    site.mkdir()
    site.chmod(0o311)
    with unprivileged_user(), pytest.raises(FileAccessError) as raised:
        build(AFTER, site)
    assert str(raised.value) == f"cannot lock {site}: Permission denied"
    site.chmod(0o755)
    assert contents(site) == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_build__a_file_that_cannot_be_read_is_reported_before_anything_is_written(public: Path) -> None:
    site = public / "site"
    site.mkdir()
    site.chmod(0o777)
    (site / "b.js").write_text("mine")
    (site / "b.js").chmod(0o000)
    with unprivileged_user(), pytest.raises(FileAccessError) as raised:
        build(AFTER, site)
    assert str(raised.value) == f"cannot read {site / 'b.js'}: Permission denied"
    assert [path.name for path in site.iterdir()] == ["b.js"]
