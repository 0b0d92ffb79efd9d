"""The folder that the trials build into: files that stay, change, go and come, next to the user's own files.

>>> sorted(changed := {name for name in OLD.keys() & NEW.keys() if OLD[name] != NEW[name]})[:2], len(changed)
(['changed-0.js', 'changed-0.script.html'], 14)
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from tempfile import TemporaryDirectory
from unittest.mock import patch

from rtpsnippets import Event
from rtpsnippets.output.build import build
from rtpsnippets.output.manifest import MANIFEST_FILE
from rtpsnippets.snippets.bundle import files_of

_STAYING = [Event(f"stays-{number}", f"same {number}") for number in range(5)]


def _events(value: str, *names: str) -> list[Event]:
    return [Event(f"{name}-{number}", f"{value} {number}") for name in names for number in range(6)]


OLD = files_of([*_STAYING, *_events("old", "changed", "gone")])
"""The files that are in the folder before a trial."""
NEW = files_of([*_STAYING, *_events("new", "changed", "come")])
"""The files that the build of a trial creates."""

FOREIGN = {
    "index.html": b"<p>mine</p>",
    "come-0.txt": b"mine",
    ".htaccess": b"mine",
    ".rtpsnippets-1.tmp": b"mine",
    ".rtpsnippets-0123456789abcdef.tmp.bak": b"mine",
}
"""The user's files in the folder; the names of the last two are almost those of our temporary files."""

TEMPORARY = re.compile(r"\.rtpsnippets-[0-9a-f]{16}\.tmp")


@dataclass(frozen=True)
class Entry:
    """What is at a path: a link's target or a file's bytes; and what shows whether it was touched."""

    content: bytes | None
    mode: int
    inode: int = field(repr=False)
    changed: int = field(repr=False)

    @property
    def file(self) -> bytes | None:
        """The bytes of a regular file."""
        return self.content if S_ISREG(self.mode) else None


def entry(path: Path) -> Entry:
    """Return what is at a path without following links."""
    found = path.lstat()
    content = None
    if S_ISLNK(found.st_mode):
        content = bytes(path.readlink())
    elif S_ISREG(found.st_mode):
        content = path.read_bytes()
    # A folder's time changes whenever something in it changes.
    return Entry(content, found.st_mode, found.st_ino, 0 if S_ISDIR(found.st_mode) else found.st_mtime_ns)


def entries(folder: Path) -> dict[str, Entry]:
    """Everything in a folder by name."""
    return {path.name: entry(path) for path in folder.iterdir()}


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of all regular files in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and not path.is_symlink()}


def _build_unsynced(files: Mapping[str, bytes], folder: Path) -> None:
    """Build without syncing to the disk: no trial can show whether that works, and it takes long."""
    with patch.object(os, "fsync", lambda _descriptor: None):
        build(files, folder)


def built(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The result of a build of `files` into an empty folder, with its manifest."""
    with TemporaryDirectory() as folder:
        _build_unsynced(files, Path(folder))
        return contents(Path(folder))


class Scene:
    """A folder with `before`, as a build wrote it, and the user's files; and what a build of `after` may do.

    It is set up again for each trial.
    """

    def __init__(self, folder: Path, before: Mapping[str, bytes] = OLD, after: Mapping[str, bytes] = NEW) -> None:
        self.folder = folder
        self.before = before
        self.after = after
        self._built_before = built(before)
        self._built_after = built(after)
        self._foreign: dict[str, Entry] = {}

    def lay_out(self) -> None:
        """Set up everything for a trial, and remove what the last one has left."""
        self.folder.mkdir(exist_ok=True)
        for path in self.folder.iterdir():
            if path.name not in self._foreign:
                path.unlink()
        for name, content in self._built_before.items():
            (self.folder / name).write_bytes(content)
        if not self._foreign:
            self._lay_out_foreign()
        self._foreign = {name: entry(self.folder / name) for name in self._foreign}

    def _lay_out_foreign(self) -> None:
        for name, content in FOREIGN.items():
            (self.folder / name).write_bytes(content)
        (self.folder / "latest").symlink_to("index.html")
        (self.folder / "nowhere").symlink_to("no/such/file")
        (self.folder / "below").mkdir()
        self._foreign = dict.fromkeys((*FOREIGN, "latest", "nowhere", "below"), Entry(None, 0, 0, 0))

    @property
    def is_untouched(self) -> bool:
        """Whether the build has not yet written anything."""
        return self._ours() == self._built_before

    @property
    def is_finished(self) -> bool:
        """Whether the build has nothing left to do."""
        return self._ours() == self._built_after

    @property
    def temporaries(self) -> list[str]:
        """The remains of files that were being written."""
        return [path.name for path in self.folder.iterdir() if TEMPORARY.fullmatch(path.name)]

    def torn(self) -> list[str]:
        """Complain about each of our files that is neither the complete old one nor the complete new one."""
        ours = {name: content for name, content in self._ours().items() if not TEMPORARY.fullmatch(name)}
        complaints = [
            f"{name} is torn: {content!r}"
            for name, content in ours.items()
            if name != MANIFEST_FILE and content not in (self.before.get(name), self.after.get(name))
        ]
        complaints += [f"{name} is lost" for name in self.before.keys() & self.after.keys() if name not in ours]
        if MANIFEST_FILE not in ours or not ours[MANIFEST_FILE].endswith(b"\n}\n"):
            complaints.append("the manifest is torn")
        return complaints

    def touched(self) -> list[str]:
        """Complain about each of the user's files that was changed."""
        now = entries(self.folder)
        return [
            f"{name} was touched: {now.get(name)}" for name in self._foreign if now.get(name) != self._foreign[name]
        ]

    def next_build(self, *, back: bool = False) -> list[str]:
        """Build again, or `back` to the old files, and complain if the folder differs from that of a clean build."""
        _build_unsynced(self.before if back else self.after, self.folder)
        ours = self._ours()
        clean = self._built_before if back else self._built_after
        wrong = [name for name in {**ours, **clean} if ours.get(name) != clean.get(name)]
        return [f"{name} differs from a clean build's" for name in wrong]

    def _ours(self) -> dict[str, bytes]:
        return {name: content for name, content in contents(self.folder).items() if name not in self._foreign}
