"""What the user or another program does in the folder of a build: half of a Hypothesis state machine."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from rtpsnippets.output.manifest import MANIFEST_FILE, digest

IDS = ("a", "b")
OURS = (
    *("a.js", "a.script.html", "a.button.html", "a.link.html", "b.js", "b.script.html"),
    *("rtp-events.js", "snippets.json"),
)
"""Names of files that builds create for events with these ids."""

LEFT_OVER = f".rtpsnippets-{'0' * 16}.tmp"
NAMES = (*OURS, "c.js", "index.html", ".htaccess", MANIFEST_FILE, LEFT_OVER, f"{LEFT_OVER}~", ".rtpsnippets-0.tmp")
CONTENTS = (b"", b"mine", b"rtp('send', 'event', { value: 'x' });", b"{}")
TARGETS = ("outside.txt", "folder", "nowhere", "site", "site/a.js", "site/index.html", ".")
"""Targets of links, relative to the parent of the folder."""

FORGED_NAMES = (*OURS, "index.html", "..", ".", "", "/etc/passwd", "a.js/", "c.js\0")
FORGED_PATHS = (
    "../outside.txt",
    "../folder/in.txt",
    "../site/index.html",
    "./index.html",
    ".htaccess",
    "{}/outside.txt",
)
"""Names that our files never have; in a forged manifest they have the right digest."""

DIGESTS: tuple[object, ...] = ("0" * 64, digest(b"another"), 1, None, [], "0", {"0": 1})
names = st.sampled_from(NAMES)


class User(RuleBasedStateMachine):
    """A user at work in a folder `site`, which may be a link to `real`; no build may touch anything next to it."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp(prefix="trees-"))
        self.site = self.root / "site"
        (self.root / "folder").mkdir()
        (self.root / "folder" / "in.txt").write_bytes(b"mine")
        (self.root / "outside.txt").write_bytes(b"mine")
        self.known: dict[str, bytes] = {}
        """The files that the next build must recognize as ours, since nobody has changed the manifest."""
        self.manifests: list[bytes] = []
        """The manifests that builds have written."""

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @initialize(is_link=st.booleans(), is_there=st.booleans())
    def lay_out(self, *, is_link: bool, is_there: bool) -> None:
        if is_link:
            (self.root / "real").mkdir()
            self.site.symlink_to("real")
        elif is_there:
            self.site.mkdir()
        if is_link or is_there:
            for name in (".htaccess", f"{LEFT_OVER}~"):
                (self.site / name).write_bytes(b"mine")

    @rule(name=names, content=st.sampled_from(CONTENTS))
    def put_file(self, name: str, content: bytes) -> None:
        self._clear(name).write_bytes(content)

    @rule(name=names, leads_to=st.sampled_from(TARGETS), is_absolute=st.booleans())
    def put_link(self, name: str, leads_to: str, *, is_absolute: bool) -> None:
        start = self.root if is_absolute else Path(os.path.relpath(self.root, self.site.resolve()))
        self._clear(name).symlink_to(start / leads_to)

    @rule(name=names, is_empty=st.booleans())
    def put_folder(self, name: str, *, is_empty: bool) -> None:
        path = self._clear(name)
        path.mkdir()
        if not is_empty:
            (path / "a.js").write_bytes(b"mine")

    @rule(name=names)
    def put_pipe(self, name: str) -> None:
        if hasattr(os, "mkfifo"):
            os.mkfifo(self._clear(name))

    @rule(name=names)
    def remove(self, name: str) -> None:
        self._clear(name)

    @rule(name=st.sampled_from(OURS))
    def edit(self, name: str) -> None:
        path = self.site / name
        if path.is_file() and not path.is_symlink():
            with path.open("ab") as file:
                file.write(b" // edited")

    @rule(name=names, other=names)
    def move(self, name: str, other: str) -> None:
        if name != other and os.path.lexists(self.site / name):
            target = self._clear(other)
            (self.site / name).rename(target)
            self._meddled(name)

    @rule(
        entries=st.dictionaries(
            st.sampled_from(FORGED_NAMES), st.one_of(st.sampled_from(DIGESTS), st.lists(st.sampled_from(DIGESTS)))
        ),
        paths=st.lists(st.sampled_from(FORGED_PATHS)),
        version=st.sampled_from([1, 1, 1, 2, "1", None]),
    )
    def forge_manifest(self, entries: Mapping[str, object], paths: list[str], version: object) -> None:
        files = {**entries, **{path.format(self.root): [digest(b"mine")] for path in paths}}
        self._clear(MANIFEST_FILE).write_text(json.dumps({"version": version, "files": files}))

    @rule(part=st.floats(0, 1))
    def tear_manifest(self, part: float) -> None:
        path = self.site / MANIFEST_FILE
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            self._clear(MANIFEST_FILE).write_bytes(content[: int(len(content) * part)])

    @rule(which=st.integers(0, 5), version=st.sampled_from([b"1", b"2"]))
    def restore_manifest(self, which: int, version: bytes) -> None:
        """Restore an old one, as from a backup, or one that a newer version has written."""
        if which < len(self.manifests):
            content = self.manifests[which].replace(b'"version": 1', b'"version": ' + version)
            self._clear(MANIFEST_FILE).write_bytes(content)

    def _clear(self, name: str) -> Path:
        """Remove what has this name, and return the path."""
        self.site.mkdir(exist_ok=True)
        path = self.site / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        self._meddled(name)
        return path

    def _meddled(self, name: str) -> None:
        if name == MANIFEST_FILE:
            self.known = {}
