"""Open files, but never pipes or devices, which could block forever; tell files and folders apart.

`Path.is_dir` and similar methods are not used: since Python 3.14, they return False if the system refuses access.

>>> is_folder(Path("templates")), is_folder(Path("templates/js.js")), is_folder(Path("no/such/folder"))
(True, False, False)
"""

from __future__ import annotations

import sys
from errno import EBADF, ELOOP, ENOENT, ENOTDIR
from pathlib import Path
from stat import S_IFIFO, S_IFMT, S_IFSOCK, S_ISDIR, S_ISREG
from typing import BinaryIO

from rtpsnippets.limits import BYTES_PER_MB

STANDARD_INPUT = "-"
"""The path that means standard input."""

_KINDS = {S_IFIFO: "a pipe", S_IFSOCK: "a socket"}

_NOTHING_THERE = frozenset({ENOENT, ENOTDIR, EBADF, ELOOP})


def is_folder(path: Path) -> bool:
    """Return whether `path` is a folder or a link to one; raise `OSError` if the system refuses access."""
    return S_ISDIR(mode_of(path))


def is_file(path: Path) -> bool:
    """Return whether `path` is a regular file or a link to one; raise `OSError` if the system refuses access."""
    return S_ISREG(mode_of(path))


def mode_of(path: Path, *, follow_symlinks: bool = True) -> int:
    """Return the mode of `path`, 0 if it does not exist; raise `OSError` if the system refuses access."""
    try:
        return path.stat(follow_symlinks=follow_symlinks).st_mode
    except ValueError:  # no file can have that name
        return 0
    except OSError as error:
        if error.errno in _NOTHING_THERE:
            return 0
        raise


def opened(path: str, advice: str = "") -> BinaryIO:
    """Open the file at `path` for reading; raise `OSError` if it does not exist or is not a file.

    `advice` is added to the message that it is not a file.
    """
    if not path:  # `Path` would read it as the current folder
        raise FileNotFoundError
    try:
        mode = Path(path).stat().st_mode
    except ValueError:  # no file can have that name
        raise FileNotFoundError from None
    if not S_ISREG(mode) and not S_ISDIR(mode):  # opening a pipe blocks until something writes to it
        raise OSError(f"it is {_KINDS.get(S_IFMT(mode), 'a device')}, not a file{advice}")
    return Path(path).open("rb")


def content_of(stream: BinaryIO, size: int) -> bytes:
    """Return the rest of the stream, at most `size` bytes. A single read would allocate all of it."""
    content = bytearray()
    while part := stream.read(min(BYTES_PER_MB, size - len(content))):
        content += part
    return bytes(content)


def name_of(path: str) -> str:
    """Return the name of the file in messages."""
    return "<stdin>" if path == STANDARD_INPUT else path


def standard_input() -> BinaryIO:
    """Return the stream of standard input; raise `OSError` if it is closed."""
    if sys.stdin is None:  # the shell's `<&-`
        raise OSError("it is closed")
    return sys.stdin.buffer
