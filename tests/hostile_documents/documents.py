"""All hostile documents, each with what is expected of it.

The small ones that can be seen are files (`json/`, `toml/`, `yaml/`), the others are computed. What
becomes of each is written in `expected/`, a table a format: the names of those that are accepted, and
for each that is refused some words of the message; none where the words are a parser's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rtpsnippets.definitions.read import INPUT_FORMATS
from tests.hostile_documents.computed import computed
from tests.hostile_documents.computed_json import LARGE_JSON
from tests.hostile_documents.computed_toml import LARGE_TOML
from tests.hostile_documents.computed_yaml import LARGE_YAML

FORMATS = INPUT_FORMATS

_FOLDER = Path(__file__).parent
_LARGE: dict[str, dict[str, Callable[[], str]]] = {"json": LARGE_JSON, "toml": LARGE_TOML, "yaml": LARGE_YAML}


class Document(NamedTuple):
    """A hostile document: `says` has words of its refusal, and is None if it is accepted."""

    format: str
    name: str
    says: str | None

    @property
    def code(self) -> int:
        """The exit code of a run that reads it."""
        return 0 if self.says is None else 1

    def content(self) -> bytes:
        """Its bytes."""
        if self.name in _LARGE[self.format]:
            return _LARGE[self.format][self.name]().encode()
        return _small(self.format)[self.name]


def small_documents(*formats: str) -> list[Document]:
    """The documents of these formats, or of all, that are no load to read; in the order of their names."""
    return [Document(format, name, _expected(format)[name]) for format in formats or FORMATS for name in _small(format)]


def large_documents() -> list[Document]:
    """The documents that are a load to read."""
    return [Document(format, name, _expected(format)[name]) for format in FORMATS for name in _LARGE[format]]


def unused_expectations() -> list[str]:
    """The names in the tables that no document has."""
    return [
        f"{format}: {name}"
        for format in FORMATS
        for name in _expected(format)
        if name not in _small(format) and name not in _LARGE[format]
    ]


@cache
def _small(format: str) -> dict[str, bytes]:
    """The small documents of a format by their names, in the order of the names."""
    files = {path.stem: path.read_bytes() for path in (_FOLDER / format).iterdir()}
    return dict(sorted({**files, **computed(format)}.items()))


@cache
def _expected(format: str) -> dict[str, str | None]:
    table = tomllib.loads((_FOLDER / "expected" / f"{format}.toml").read_text("utf-8"))
    return {**dict.fromkeys(table["accepted"]), **table["refused"]}
