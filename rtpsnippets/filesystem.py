"""Open a file to read it, but nothing that only has the name of one: a pipe may have no end, and no beginning.

What stands at a path is told apart here too, for `Path.is_dir` and its like say "no" since Python 3.14 where the
system refuses to tell.

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
    """Tell whether a folder, or a link to one, is at `path`; raise `OSError` if the system refuses to tell."""
    return S_ISDIR(mode_of(path))


def is_file(path: Path) -> bool:
    """Tell whether a regular file, or a link to one, is at `path`; raise `OSError` if the system refuses to tell."""
    return S_ISREG(mode_of(path))


def mode_of(path: Path, *, follow_symlinks: bool = True) -> int:
    """The mode of what is at `path`, 0 if nothing is; raise `OSError` if the system refuses to tell."""
    try:
        return path.stat(follow_symlinks=follow_symlinks).st_mode
    except ValueError:  # no file can have that name
        return 0
    except OSError as error:
        if error.errno in _NOTHING_THERE:
            return 0
        raise


def opened(path: str, advice: str = "") -> BinaryIO:
    """Return the stream of the file at `path`; raise `OSError` if there is none, or it is none.

    `advice` ends the message about what is no file.
    """
    if not path:  # `Path` takes it for the current folder
        raise FileNotFoundError
    try:
        mode = Path(path).stat().st_mode
    except ValueError:  # no file can have that name
        raise FileNotFoundError from None
    if not S_ISREG(mode) and not S_ISDIR(mode):  # opening a pipe waits for who writes into it
        raise OSError(f"it is {_KINDS.get(S_IFMT(mode), 'a device')}, not a file{advice}")
    return Path(path).open("rb")


def content_of(stream: BinaryIO, size: int) -> bytes:
    """What is left in the stream, but no more than `size`; in parts, for a read takes all its memory at once."""
    content = bytearray()
    while part := stream.read(min(BYTES_PER_MB, size - len(content))):
        content += part
    return bytes(content)


def name_of(path: str) -> str:
    """What messages call the file at `path`."""
    return "<stdin>" if path == STANDARD_INPUT else path


def standard_input() -> BinaryIO:
    """Return the stream of standard input; raise `OSError` if there is none."""
    if sys.stdin is None:  # the shell's `<&-`
        raise OSError("it is closed")
    return sys.stdin.buffer
