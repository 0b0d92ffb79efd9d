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
"""The languages whose engines read the content of a snippet; the others recognise HTML or JavaScript."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The error with which an engine rejected a document."""

    message: str


Convert = Callable[[Sequence[str], Path], Sequence[str | Failure]]
"""Converts documents in an empty working folder, and returns the engine's output for each.

That is a page, or a part of one, as HTML; for a .js file, a .js file. Skips the test (in CI: fails it)
if the engine isn't installed.
"""

Find = Callable[[], object]
"""Finds what an engine needs before documents are made; skips the test (in CI: fails it) if it isn't installed."""


def _need_nothing() -> None:
    """Need nothing: for engines that are part of the tests."""


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine, with its options.

    `name` is its unique name in the manual's table; `reads` says how a snippet is embedded in a document for it;
    `version` is the pinned version, empty for Debian's own; `has_tables` says whether it supports tables, so that a
    button can be in a cell. `not_promised` has the places (the keys of the table's columns) in which the engine alters
    a snippet and no escape can help, each with the reason; the tests assert that it does. `label_not_promised` is the
    same for places in which it alters only the label of a button; the reason includes the labels that it may alter.
    """

    name: str
    reads: Reads
    convert: Convert
    find: Find = field(default=_need_nothing, kw_only=True)
    version: str = ""
    has_tables: bool = True
    not_promised: Mapping[str, str] = field(default_factory=dict)
    label_not_promised: Mapping[str, LabelChange] = field(default_factory=dict)
