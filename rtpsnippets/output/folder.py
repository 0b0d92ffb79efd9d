"""Read an output folder: its manifest, the files that a build may touch, and whether it may remove any."""

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
    """The current content of an output folder.

    `files` has the bytes of each requested file that exists, the manifest included; None means that it is not a
    regular file (a folder, a link). `manifest` has the digests of each file that is ours; None means that the
    manifest is invalid. `keeps` says why no file may be removed from this folder; it is empty if files may be.
    """

    path: Path
    files: Mapping[str, bytes | None]
    manifest: Digests | None
    keeps: str = ""


def read_folder(path: Path, names: Iterable[str], definitions: Iterable[str] = ()) -> Folder:
    """Return the content of the folder at `path`: its manifest, the files in it, and those of `names`, if they exist.

    A missing folder is empty. `definitions` are the paths of the files that the build reads. Raises
    `FileAccessError` if the system refuses to read.
    """
    try:
        if not is_folder(path) and os.path.lexists(path):
            raise no_folder(path)
        files = dict(contents(path, [MANIFEST_FILE]))
        manifest = parse(files[MANIFEST_FILE] or b"") if files else {}
        files |= contents(path, dict.fromkeys((*names, *(manifest or ()))))
        return Folder(path, files, manifest, _why_kept(path, definitions))
    except OSError as error:
        raise cannot("read", error.filename or path, error) from None


def read_files(path: Path, names: Iterable[str]) -> dict[str, bytes | None]:
    """Return the `contents` of those files; raise `FileAccessError` if the system refuses to read one."""
    try:
        return dict(contents(path, names))
    except OSError as error:
        raise cannot("read", error.filename or path, error) from None


def contents(path: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes | None]]:
    """Yield each of `names` in the folder at `path`, with its bytes, or None if it is not a regular file.

    A file that is larger than any built file is not read: it gets bytes that no build generates.
    """
    for file in (path / name for name in names):
        if mode := mode_of(file, follow_symlinks=False):
            yield file.name, _bytes_of(file) if S_ISREG(mode) else None


def _bytes_of(file: Path) -> bytes:
    size = file.stat().st_size
    if size <= (MAX_MANIFEST if file.name == MANIFEST_FILE else MAX_BUILT_FILE):
        return file.read_bytes()
    return f"a file of {size:,} bytes, which was not read".encode()


def _why_kept(path: Path, definitions: Iterable[str]) -> str:
    """Return why no file may be removed from this folder, in words that follow "a folder that"; empty if any may."""
    real = Path(os.path.realpath(path))  # `Path.resolve` raises for a loop of links
    if real == real.parent:
        return "is the root of the file system"
    if str(real) == os.path.realpath(os.path.expanduser("~")):  # noqa: PTH111 (`Path.home` raises if there is none)
        return "is a home folder"
    if os.path.lexists(real / ".git"):
        return "contains .git"
    if any(real in _folders_of(file) for file in definitions):
        return "contains the definitions"
    return ""


def _folders_of(file: str) -> Iterator[Path]:
    """Yield every folder that contains this file, or a link on its path."""
    yield from Path(os.path.realpath(file)).parents
    for folder in Path(os.path.abspath(file)).parents:  # noqa: PTH100 (it removes `..`)
        yield Path(os.path.realpath(folder))
