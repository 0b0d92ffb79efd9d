"""All hostile documents, each with the expected result.

Each format has its own table (`json_documents.py` and so on); those for every format are in `every_format.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from rtpsnippets.definitions.read import INPUT_FORMATS
from tests.hostile_documents import json_documents, toml_documents, yaml_documents
from tests.hostile_documents.every_format import GOOD, every_format
from tests.hostile_documents.table import Large, Small

FORMATS = INPUT_FORMATS

_SMALL: dict[str, Small] = {
    "json": json_documents.SMALL,
    "toml": toml_documents.SMALL,
    "yaml": yaml_documents.SMALL,
}
_LARGE: dict[str, Large] = {"json": json_documents.LARGE, "toml": toml_documents.LARGE, "yaml": yaml_documents.LARGE}


class Document(NamedTuple):
    """A hostile document: `says` is a part of its error message, or None if it is accepted."""

    format: str
    name: str
    says: str | None
    content: Callable[[], bytes]

    @property
    def code(self) -> int:
        """The exit code of a run that reads it."""
        return 0 if self.says is None else 1


def small_documents(*formats: str) -> list[Document]:
    """The documents of these formats, or of all, that are quick to read, sorted by name."""
    found = []
    for format in formats or FORMATS:
        own = [(name, says, text.encode()) for says, texts in _SMALL[format].items() for name, text in texts.items()]
        in_order = sorted([*own, *every_format(format)], key=itemgetter(0))
        found += [Document(format, name, says, partial(bytes, content)) for name, says, content in in_order]
    return found


def large_documents() -> list[Document]:
    """The documents that take long to read."""
    found = []
    for format, documents in _LARGE.items():
        found += [Document(format, name, says, partial(_encoded, make)) for name, (says, make) in documents.items()]
        found.append(Document(format, "a-good-one-of-6-mb", "is larger than ", partial(_large, GOOD[format])))
    return found


def _encoded(make: Callable[[], str]) -> bytes:
    return make().encode()


def _large(good: str) -> bytes:
    return b"\n" * 6_000_000 + good.encode()
