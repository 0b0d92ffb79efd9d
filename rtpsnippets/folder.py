"""Look at an output folder: its manifest, and the files that a build may touch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rtpsnippets.errors import FileAccessError
from rtpsnippets.manifest import MANIFEST_FILE, parse


@dataclass(frozen=True, slots=True)
class Folder:
    """What is in an output folder now.

    `files` has the bytes of each file that was asked for and is there, None for what is there and is
    no regular file (a folder, a link). `manifest` has the digest of each file that is ours.
    """

    path: Path
    files: Mapping[str, bytes | None]
    manifest: Mapping[str, str]
    manifest_content: bytes | None


def look(path: Path, names: Iterable[str]) -> Folder:
    """Return what is in the folder at `path`, of the files `names` and those of its manifest.

    A folder that isn't there is empty. Raises `FileAccessError` if the system refuses to read.
    """
    manifest_content = _content(path / MANIFEST_FILE)
    manifest = parse(manifest_content or b"")
    files = {}
    for name in dict.fromkeys((*names, *manifest)):
        file = path / name
        if file.is_symlink() or file.exists():
            files[name] = _content(file)
    return Folder(path, files, manifest, manifest_content)


def _content(file: Path) -> bytes | None:
    if file.is_symlink() or not file.is_file():
        return None
    try:
        return file.read_bytes()
    except OSError as error:
        raise FileAccessError("read", file, error) from None
