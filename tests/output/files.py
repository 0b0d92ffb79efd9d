"""What the tests of writing share: files, the content of a folder, and changes by other programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets.output.build import build
from rtpsnippets.output.write import create_all

FILES = {"a.js": b"a", "b.js": b"b"}


def fails(*_arguments: object, **_named: object) -> None:
    raise OSError(28, "No space left on device")


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def left_half_written(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def changed(path: Path) -> None:
    path.write_bytes(b"theirs")


def made_a_link(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path.parent / "beside.js")


def made_a_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def built(folder: Path) -> None:
    build(FILES, folder)


def created(folder: Path) -> None:
    create_all(folder, {"events.toml": b"x"})


runs = pytest.mark.parametrize("run", [built, created])
