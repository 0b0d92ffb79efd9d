r"""Read a definitions file: bytes to text, then the reader for its format.

>>> read_bytes(b'[events.a]\nvalue = "x"', "events.toml", "toml").data
{'events': {'a': {'value': 'x'}}}
"""

from __future__ import annotations

import re
import sys
from codecs import BOM_UTF8
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from rtpsnippets.document import Document
from rtpsnippets.errors import Problem, ProblemsError, cannot

STANDARD_INPUT = "-"
"""The path that means standard input."""

INPUT_FORMATS = ("toml", "json", "yaml")
"""The formats that a definitions file may have, by the name of their reader."""

_SUFFIXES = {".toml": "toml", ".json": "json", ".yaml": "yaml", ".yml": "yaml"}


_LONG_NUMBER = re.compile(r"\d{4301,}")


def read(path: str, input_format: str | None = None) -> Document:
    """Return the document of the file at `path`; `-` is standard input.

    `input_format` is one of `INPUT_FORMATS`, for standard input and for a file whose suffix says
    none. Raises `ProblemsError` for a missing file, an unknown format and all that the format's
    reader refuses, `FileAccessError` where the system doesn't let us read.
    """
    name = "<stdin>" if path == STANDARD_INPUT else path
    if input_format not in (None, *INPUT_FORMATS):
        raise ProblemsError([Problem(f"unknown input format {input_format}", f"known: {', '.join(INPUT_FORMATS)}")])
    input_format = _SUFFIXES.get(Path(path).suffix.lower(), input_format)
    if input_format is None and path == STANDARD_INPUT:
        hint = "say it: --input-format toml"
        raise ProblemsError([Problem("the format of standard input is not known", hint, file=name)])
    content = _bytes(path, name)
    if input_format is None:
        what = f"unknown format; the name should end in {', '.join(_SUFFIXES)}"
        raise ProblemsError([Problem(what, "rename the file, or say the format: --input-format toml", file=name)])
    return read_bytes(content, name, input_format)


def read_bytes(content: bytes, file: str, input_format: str) -> Document:
    """Return the document of `content`; a BOM and CRLF are accepted, nothing but UTF-8 is."""
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8: byte 0x{content[error.start]:02x}"
        raise ProblemsError([Problem(what, "save the file as UTF-8", file=file, line=line)]) from None
    if not text.strip():
        return Document(file, {})
    try:
        return _reader(input_format)(text, file)
    except ModuleNotFoundError:
        what = f"reading {input_format.upper()} needs an extra that is not installed"
        problem = Problem(what, f"pip install 'rtpsnippets[{input_format}]'", file=file)
    except RecursionError:
        problem = Problem("is nested too deeply", "a definition has four levels at most", file=file)
    except (ValueError, OverflowError):
        problem = _unreadable(text, file)
    raise ProblemsError([problem])


def _unreadable(text: str, file: str) -> Problem:
    """The problem of a text that follows its format's syntax and still can't be read."""
    if found := _LONG_NUMBER.search(text):
        line = text.count("\n", 0, found.start()) + 1
        return Problem("has a number of more than 4,300 digits", "put it in quotes", file=file, line=line)
    return Problem("has an escape of no character", "the highest character is U+10FFFF", file=file)


def _bytes(path: str, name: str) -> bytes:
    try:
        return _standard_input() if path == STANDARD_INPUT else _file(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        folder = Path(path).parent
        what = "no such file" if folder.is_dir() else f"no such file; there is no folder {folder} either"
        raise ProblemsError(
            [Problem(what, "rtpsnippets init writes an events.toml to start from", file=name)]
        ) from None
    except OSError as error:
        raise cannot("read", name, error) from None


def _file(path: str) -> bytes:
    if not path:  # `Path` takes it for the current folder
        raise FileNotFoundError
    return Path(path).read_bytes()


def _standard_input() -> bytes:
    if sys.stdin is None:  # the shell's `<&-`
        raise OSError("it is closed")
    return sys.stdin.buffer.read()


def _reader(input_format: str) -> Callable[[str, str], Document]:
    # Imported by name and late, so that each run needs and loads just its own parsers.
    reader: Callable[[str, str], Document] = import_module(f"rtpsnippets.readers.{input_format}_reader").read
    return reader
