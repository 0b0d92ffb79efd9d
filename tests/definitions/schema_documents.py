r"""Every definitions file of the tests that can be read as data, and the rules that no schema can say.

>>> sayable(['contains a lone surrogate (U+D800) at position 1', 'is empty'])
['is empty']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from rtpsnippets import ProblemsError
from rtpsnippets.definitions.read import read_bytes
from rtpsnippets.definitions.readers.document import Document
from rtpsnippets.definitions.validate import define
from tests.clean_environment import CHECKOUT
from tests.definitions.problem_cases import CASES
from tests.definitions.toml_problem_cases import TOML_CASES
from tests.hostile_documents.documents import small_documents
from tests.hostile_documents.good_documents import GOOD_DOCUMENTS

UNSAYABLE: Mapping[str, str] = {
    'half of a surrogate pair, such as `"\\ud800"` in JSON': "contains a lone surrogate ",
    "a disguised address, such as `java&Tab;script:`": 'must not begin with a disguised "',
    "brackets in a selector that do not match": r"is not a valid selector: [\])] (?:has no|is missing)",
    "a key that is defined twice": "is defined twice$",
}
"""The rules that no schema can express, in the words of docs/guides/definitions.md, and how the messages begin."""


class Readable(NamedTuple):
    """A definitions file that can be read as data, and what `check` says of that."""

    name: str
    format: str
    content: bytes
    data: object
    problems: list[str]


def sayable(problems: Iterable[str]) -> list[str]:
    """Those of the problems that a schema can see, too."""
    return [what for what in problems if not re.match("|".join(UNSAYABLE.values()), what)]


def problems_of(document: Document) -> list[str]:
    """What is wrong with a document."""
    return [problem.what for problem in define(document).problems]


def readable_documents(*formats: str) -> list[Readable]:
    """The files of these formats, or of all; without those of which the reader has lost a value."""
    found = []
    for name, format, content in _contents():
        try:
            document = read_bytes(content, "events", format)
        except ProblemsError:
            continue
        if not document.lost and format in (formats or (format,)):
            found.append(Readable(f"{format}: {name}", format, content, document.data, problems_of(document)))
    return found


def _contents() -> Iterator[tuple[str, str, bytes]]:
    """The name, the format and the bytes of every file, readable or not."""
    for case, (file, text, _) in {**CASES, **TOML_CASES}.items():
        yield case, Path(file).suffix[1:], text if isinstance(text, bytes) else text.encode()
    for document in small_documents():
        yield document.name, document.format, document.content()
    for format, contents in GOOD_DOCUMENTS.items():
        yield from ((f"good, number {number}", format, content) for number, content in enumerate(contents, 1))
    for template in (CHECKOUT / "templates").glob("events.*"):
        yield template.name, template.suffix[1:], template.read_bytes()
