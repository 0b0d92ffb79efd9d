r"""Read a definitions file: bytes to text, then the reader for its format.

>>> read_bytes(b'[events.a]\nvalue = "x"', "events.toml", "toml").data
{'events': {'a': {'value': 'x'}}}
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from rtpsnippets.definitions.readers.document import Document
from rtpsnippets.errors import Location, Problem, ProblemsError, cannot
from rtpsnippets.filesystem import STANDARD_INPUT, content_of, name_of, opened, standard_input
from rtpsnippets.limits import BYTES_PER_MB, MAX_BYTES
from rtpsnippets.suggestions import did_you_mean, nearest_to

INPUT_FORMATS = ("toml", "json", "yaml")
"""The formats that a definitions file may have, by the name of their reader."""

SUFFIXES = {".toml": "toml", ".json": "json", ".yaml": "yaml", ".yml": "yaml"}
"""The format of a file, by the end of its name."""

_FIRST_FILE = "rtpsnippets init writes an events.toml to start from"
_ADVICE = f"; {STANDARD_INPUT} reads standard input"


def read(path: str, input_format: str | None = None, max_bytes: int | None = None) -> Document:
    """Return the document of the file at `path`; `-` is standard input.

    `input_format` is one of `INPUT_FORMATS`, for standard input and for a file whose suffix says
    none. `max_bytes` is how much is read, instead of the format's limit (`limits.MAX_BYTES`). Raises
    `ProblemsError` for a missing file, an unknown format, a file that is larger and all that the
    format's reader refuses, `FileAccessError` where the system doesn't let us read, and for what is
    no regular file (a pipe may have no end).
    """
    name = name_of(path)
    if not path:
        raise ProblemsError([Problem("the name of a file is empty", "name a definitions file")])
    if input_format not in (None, *INPUT_FORMATS):
        raise ProblemsError([Problem(f"unknown input format {input_format}", f"known: {', '.join(INPUT_FORMATS)}")])
    input_format = SUFFIXES.get(Path(path).suffix.lower(), input_format)
    if input_format is None and path == STANDARD_INPUT:
        hint = "name it, such as --input-format toml"
        raise ProblemsError([Problem("the format of standard input is not known", hint, location=Location(name))])
    with _opened(path, name) as stream:
        if input_format is None:
            what = f"unknown format; the name should end in {', '.join(SUFFIXES)}"
            raise ProblemsError(
                [Problem(what, "rename the file, or say the format: --input-format toml", location=Location(name))]
            )
        limit = MAX_BYTES[input_format] if max_bytes is None else max_bytes
        content = content_of(stream, limit + 1)
    if len(content) > limit:
        hint = "split it into several files, or allow more MB: --max-size 20"
        raise ProblemsError([Problem(f"is larger than {limit / BYTES_PER_MB:g} MB", hint, location=Location(name))])
    return read_bytes(content, name, input_format)


def read_bytes(content: bytes, file: str, input_format: str) -> Document:
    """Return the document of `content`; a BOM and CRLF are accepted, nothing but UTF-8 is."""
    content = content.removeprefix(BOM_UTF8)
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(b"\0")) + 1
        what = "is saved as UTF-16, or is no text"
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
    """The problem of a file that is not there, with the definitions file beside it that may have been meant."""
    what = "no such file" if path.parent.is_dir() else f"no such file; there is no folder {path.parent} either"
    beside: dict[str, str] = {}  # by their names without the suffix, which are what a person gets wrong
    with suppress(OSError, ValueError):  # no folder can have that name
        beside = {file.stem.lower(): file.name for file in path.parent.iterdir() if file.suffix.lower() in SUFFIXES}
    nearest = nearest_to(path.stem.lower(), sorted(beside))
    hint = did_you_mean(str(path.with_name(beside[nearest]))) if nearest else _FIRST_FILE
    if "." not in name and name == path.name:  # it may be an id
        hint = f"{hint if nearest else 'name a file or a folder'} (ids are for show, list, preview and csp)"
    return Problem(what, hint, location=Location(name))


def _reader(input_format: str) -> Callable[[str, str], Document]:
    # Imported by name and late, so that each run needs and loads just its own parsers.
    reader: Callable[[str, str], Document] = import_module(
        f"rtpsnippets.definitions.readers.{input_format}_reader"
    ).read
    return reader
