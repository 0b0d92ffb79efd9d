r"""Read a definitions file: decode it, then call the reader for its format.

>>> read_bytes(b'[events.a]\nvalue = "x"', "events.toml", "toml").data
{'events': {'a': {'value': 'x'}}}
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rtpsnippets.definitions.readers.document import Document
from rtpsnippets.errors import Location, Problem, ProblemsError, cannot
from rtpsnippets.filesystem import STANDARD_INPUT, content_of, name_of, opened, standard_input
from rtpsnippets.limits import BYTES_PER_MB, MAX_BYTES
from rtpsnippets.suggestions import did_you_mean, nearest_to

if TYPE_CHECKING:
    from rtpsnippets.definitions.revision import OldFile

INPUT_FORMATS = ("toml", "json", "yaml")
"""The formats of definitions files; their readers have the same names."""

SUFFIXES = {".toml": "toml", ".json": "json", ".yaml": "yaml", ".yml": "yaml"}
"""The format of a file by its suffix."""

_FIRST_FILE = "check the path, or create a file with rtpsnippets init"
_ADVICE = f"; use {STANDARD_INPUT} for standard input"


def read(
    path: str, input_format: str | None = None, max_bytes: int | None = None, old: OldFile | None = None
) -> Document:
    """Return the document of the file at `path`, or of its `old` content; `-` is standard input.

    `input_format` is one of `INPUT_FORMATS`, for standard input and for files with another suffix.
    `max_bytes` replaces the size limit of the format (`limits.MAX_BYTES`). Raises `ProblemsError` for
    a missing or too large file, an unknown format, and everything that the format's reader refuses;
    `FileAccessError` if the system refuses to read the file, or if it is not a regular file (a pipe
    may have no end).
    """
    name = old.name if old else name_of(path)
    if not path:
        raise ProblemsError([Problem("the file name is empty", "specify a definitions file")])
    if input_format not in (None, *INPUT_FORMATS):
        hint = f"known formats: {', '.join(INPUT_FORMATS)}"
        raise ProblemsError([Problem(f"unknown input format {input_format}", hint)])
    input_format = SUFFIXES.get(Path(path).suffix.lower(), input_format)
    if input_format is None and path == STANDARD_INPUT:
        hint = "specify it, for example --input-format toml"
        raise ProblemsError([Problem("the format of standard input is unknown", hint, location=Location(name))])
    with old.opened() if old else _opened(path, name) as stream:
        if input_format is None:
            what = f"unknown file format (known suffixes: {', '.join(SUFFIXES)})"
            hint = "rename the file, or specify the format, for example --input-format toml"
            raise ProblemsError([Problem(what, hint, location=Location(name))])
        limit = MAX_BYTES[input_format] if max_bytes is None else max_bytes
        content = content_of(stream, limit + 1)
    if len(content) > limit:
        hint = "split it into several files, or raise the limit, for example --max-size 20"
        raise ProblemsError([Problem(f"is larger than {limit / BYTES_PER_MB:g} MB", hint, location=Location(name))])
    return read_bytes(content, name, input_format)


def read_bytes(content: bytes, file: str, input_format: str) -> Document:
    """Return the document of `content`, which must be UTF-8; a BOM and CRLF are allowed."""
    content = content.removeprefix(BOM_UTF8)
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(b"\0")) + 1
        what = "is UTF-16 or not a text file"
        raise ProblemsError([Problem(what, "save the file as UTF-8", location=Location(file, line))])
    try:
        text = content.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8: byte 0x{content[error.start]:02x}"
        raise ProblemsError([Problem(what, "save the file as UTF-8", location=Location(file, line))]) from None
    if not text.strip():
        return Document(file, {})
    try:
        reader = _reader(input_format)
    except ModuleNotFoundError:
        from rtpsnippets.extras import needs_extra  # noqa: PLC0415 (only the message needs it)

        raise needs_extra(f"reading {input_format.upper()}", input_format, file) from None
    return reader(text, file)


@contextmanager
def _opened(path: str, name: str) -> Iterator[BinaryIO]:
    try:
        with nullcontext(standard_input()) if path == STANDARD_INPUT else opened(path, _ADVICE) as stream:
            yield stream
    except (FileNotFoundError, NotADirectoryError):
        raise ProblemsError([_missing(Path(path), name)]) from None
    except OSError as error:
        raise cannot("read", name, error) from None


def _missing(path: Path, name: str) -> Problem:
    """Return the problem of a missing file; suggest a similar definitions file in the same folder."""
    what = "no such file" if path.parent.is_dir() else f"no such file: the folder {path.parent} does not exist"
    beside: dict[str, str] = {}  # by names without suffix, which is where typos are
    with suppress(OSError, ValueError):  # the name of the folder is invalid
        files = [file for file in path.parent.iterdir() if file.suffix.lower() in SUFFIXES and file.is_file()]
        beside = {file.stem.lower(): file.name for file in files}
    nearest = nearest_to(path.stem.lower(), sorted(beside))
    hint = did_you_mean(str(path.with_name(beside[nearest]))) if nearest else _FIRST_FILE
    if "." not in name and name == path.name:  # it may be an id
        hint = f"{hint if nearest else 'specify a file or folder'} (only show, list, preview and csp take ids)"
    return Problem(what, hint, location=Location(name))


def _reader(input_format: str) -> Callable[[str, str], Document]:
    # Imported late and by name, so that each run loads only the parsers it needs.
    reader: Callable[[str, str], Document] = import_module(
        f"rtpsnippets.definitions.readers.{input_format}_reader"
    ).read
    return reader
