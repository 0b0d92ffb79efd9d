r"""Read a definitions file: bytes to text, then the reader for its format.

>>> read_bytes(b'[events.a]\nvalue = "x"', "events.toml", "toml").data
{'events': {'a': {'value': 'x'}}}
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from rtpsnippets.document import Document
from rtpsnippets.errors import FileAccessError, Problem, ProblemsError

STANDARD_INPUT = "-"
"""The path that means standard input."""

INPUT_FORMATS = ("toml", "json", "yaml")
"""The formats that a definitions file may have, by the name of their reader."""

_SUFFIXES = {".toml": "toml", ".json": "json", ".yaml": "yaml", ".yml": "yaml"}


def read(path: str, input_format: str | None = None) -> Document:
    """Return the document of the file at `path`; `-` is standard input.

    `input_format` is one of `INPUT_FORMATS`; without it the file's suffix says it. Raises
    `ProblemsError` for a missing file, an unknown format and all that the format's reader refuses,
    `FileAccessError` where the system doesn't let us read.
    """
    name = "<stdin>" if path == STANDARD_INPUT else path
    input_format = input_format or _format_of(path, name)
    return read_bytes(_bytes(path, name), name, input_format)


def read_bytes(content: bytes, file: str, input_format: str) -> Document:
    """Return the document of `content`; a BOM and CRLF are accepted, nothing but UTF-8 is."""
    try:
        text = content.decode("utf-8-sig")
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
        raise ProblemsError([problem]) from None
    except RecursionError:
        problem = Problem("is nested too deeply", "a definition has four levels at most", file=file)
        raise ProblemsError([problem]) from None


def _format_of(path: str, name: str) -> str:
    if found := _SUFFIXES.get(Path(path).suffix.lower()):
        return found
    if path == STANDARD_INPUT:
        problem = Problem("the format of standard input is not known", "say it: --input-format toml", file=name)
    else:
        known = ", ".join(_SUFFIXES)
        problem = Problem(f"unknown format; the name should end in {known}", "or say it: --input-format", file=name)
    raise ProblemsError([problem])


def _bytes(path: str, name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        folder = Path(path).parent
        what = "no such file" if folder.is_dir() else f"no such file; there is no folder {folder} either"
        raise ProblemsError(
            [Problem(what, "rtpsnippets init writes an events.toml to start from", file=name)]
        ) from None
    except OSError as error:
        raise FileAccessError("read", name, error) from None


def _reader(input_format: str) -> Callable[[str, str], Document]:
    # Imported by name and late, so that each run needs and loads just its own parsers.
    reader: Callable[[str, str], Document] = import_module(f"rtpsnippets.readers.{input_format}_reader").read
    return reader
