"""What an engine is to the tests: a program that reads a page with our snippets once more.

An engine is one row. It converts all documents of a test at once, since starting it is what takes the time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tests.engines.label_changes import LabelChange

Reads = Literal["template", "markdown", "textile", "rst", "wordpress", "html", "javascript"]
"""The language of the documents that an engine reads."""

ACTIVE = ("template", "markdown", "textile", "wordpress")
"""The languages whose engines read what stands in a snippet; the others know HTML or JavaScript for what it is."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The error with which an engine refused a document."""

    message: str


Convert = Callable[[Sequence[str], Path], Sequence[str | Failure]]
"""From documents, and an empty folder to work in, to what the engine made of each.

That is a page, or a part of one, as HTML; of a .js file, a .js file. Skips the test (in CI: fails it)
where the engine isn't installed.
"""

Find = Callable[[], object]
"""Finds what an engine needs: skips the test (in CI: fails it) where it isn't installed, before documents are made."""


def _need_nothing() -> None:
    """Find what an engine of the tests themselves needs."""


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine, with its options.

    `name` is its name in the README's table, and unique; `reads` says how a snippet is embedded in a
    document for it; `version` is what is pinned, and empty where Debian's own is run; `has_tables` is
    whether it makes tables, so that a button can stand in a cell. `not_promised`
    has the places (the keys of the table's columns) in which the engine alters a
    snippet and no escape can help, each with the reason: the tests hold that it does.
    `label_not_promised` is the same where it alters the label of a button and nothing else; the reason
    comes with the labels that it may alter.
    """

    name: str
    reads: Reads
    convert: Convert
    find: Find = field(default=_need_nothing, kw_only=True)
    version: str = ""
    has_tables: bool = True
    not_promised: Mapping[str, str] = field(default_factory=dict)
    label_not_promised: Mapping[str, LabelChange] = field(default_factory=dict)
