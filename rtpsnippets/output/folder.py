"""Look at an output folder: its manifest, the files that a build may touch, and whether it may remove any."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from rtpsnippets.errors import cannot, no_folder
from rtpsnippets.filesystem import is_folder, mode_of
from rtpsnippets.limits import MAX_BUILT_FILE, MAX_MANIFEST
from rtpsnippets.output.manifest import MANIFEST_FILE, Digests, parse


@dataclass(frozen=True, slots=True)
class Folder:
    """What is in an output folder now.

    `files` has the bytes of each file that was asked for and is there, None for what is there and is
    no regular file (a folder, a link); the manifest is one of them. `manifest` has the digests of each
    file that is ours, and is None if what lies in its place is no manifest. `keeps` says why no file
    may be removed from this folder; it is empty if one may.
    """

    path: Path
    files: Mapping[str, bytes | None]
    manifest: Digests | None
    keeps: str = ""


def look(path: Path, names: Iterable[str], definitions: Iterable[str] = ()) -> Folder:
    """Return what is in the folder at `path`, of the files `names` and those of its manifest.

    A folder that isn't there is empty. `definitions` are the paths of the files that the build reads.
    Raises `FileAccessError` if the system refuses to read.
    """
    try:
        if not is_folder(path) and os.path.lexists(path):
            raise no_folder(path)
        files = dict(contents(path, [MANIFEST_FILE]))
        manifest = parse(files[MANIFEST_FILE] or b"") if files else {}
        files |= contents(path, dict.fromkeys((*names, *(manifest or ()))))
        return Folder(path, files, manifest, _keeps(path, definitions))
    except OSError as error:
        raise cannot("read", error.filename or path, error) from None


def read_files(path: Path, names: Iterable[str]) -> dict[str, bytes | None]:
    """Return the `contents` of those files; raise `FileAccessError` if the system refuses to read one."""
    try:
        return dict(contents(path, names))
    except OSError as error:
        raise cannot("read", error.filename or path, error) from None


def contents(path: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
    """Each of `names` that is in the folder at `path`, with its bytes, or None if it is no regular file.

    A file that is larger than any that a build makes is not read: other bytes, which no build makes, stand for its own.
    """
    for file in (path / name for name in names):
        if mode := mode_of(file, follow_symlinks=False):
            yield file.name, _bytes_of(file) if S_ISREG(mode) else None


def _bytes_of(file: Path) -> bytes:
    size = file.stat().st_size
    if size <= (MAX_MANIFEST if file.name == MANIFEST_FILE else MAX_BUILT_FILE):
        return file.read_bytes()
    return f"a file of {size:,} bytes, which was not read".encode()


def _keeps(path: Path, definitions: Iterable[str]) -> str:
    """Why this folder can't be ours alone, in words that follow "a folder that"; empty if it may be."""
    real = Path(os.path.realpath(path))  # `Path.resolve` raises where links go in a circle
    if real == real.parent:
        return "is the root of the file system"
    if str(real) == os.path.realpath(os.path.expanduser("~")):  # noqa: PTH111 (`Path.home` raises where there is none)
        return "is a home folder"
    if os.path.lexists(real / ".git"):
        return "has a .git"
    if any(real in _folders_of(file) for file in definitions):
        return "has the definitions in it"
    return ""


def _folders_of(file: str) -> Iterator[Path]:
    """Every folder that this file is in, or that has a link on the way to it."""
    yield from Path(os.path.realpath(file)).parents
    for folder in Path(os.path.abspath(file)).parents:  # noqa: PTH100 (it takes `..` away)
        yield Path(os.path.realpath(folder))
