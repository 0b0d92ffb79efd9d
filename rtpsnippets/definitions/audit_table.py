"""The table `audit`: the elements of a built site that should send an event.

>>> [problem.what for problem in audit_problems({"tracked": ["a["]})]
['is not a valid selector: ] is missing']
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rtpsnippets.definitions.readers.document import Document
from rtpsnippets.errors import Problem, first, under
from rtpsnippets.events.field import Field, table_problems
from rtpsnippets.events.text_rules import wrong_type
from rtpsnippets.events.triggers import SELECTOR, selector_problems

AUDIT = "audit"
"""The key of the table in a definitions file."""

TRACKED, IGNORED = "tracked", "untracked_ignore"


def _selectors_problems(value: object) -> list[Problem]:
    if not isinstance(value, list):
        hint = """write a list of selectors in quotes: ["a[href$='.pdf']", "form"]"""
        return [replace(wrong_type("a list of selectors", value), hint=hint)]
    return first(problem for at, each in enumerate(value) for problem in under((at,), _one_selector_problems(each)))


def _one_selector_problems(value: object) -> list[Problem]:
    return [Problem("is empty", "write a CSS selector")] if value == "" else selector_problems(value)


_SELECTORS = {"type": "array", "items": {**SELECTOR, "minLength": 1}}

AUDIT_FIELDS: Mapping[str, Field] = {
    TRACKED: Field(
        _selectors_problems,
        _SELECTORS,
        "CSS selectors of elements that should send an event. `rtpsnippets audit` reports those that send none.",
        (["a[href$='.pdf']", "form", ".cta"],),
    ),
    IGNORED: Field(
        _selectors_problems,
        _SELECTORS,
        "CSS selectors of tracked elements that need not send an event.",
        ([".footer a"],),
    ),
}
"""The keys of the table."""


def audit_problems(table: object) -> list[Problem]:
    """Return the problems of the table."""
    return table_problems(table, AUDIT_FIELDS) if isinstance(table, dict) else [wrong_type("a table", table)]


@dataclass(frozen=True, slots=True)
class AuditTable:
    """The table of a document. Use it only if the document has no problems."""

    document: Document
    table: Mapping[str, Any]

    @property
    def tracked(self) -> Sequence[str]:
        """The selectors of elements that should send an event."""
        selectors: Sequence[str] = self.table.get(TRACKED, ())
        return selectors

    @property
    def ignored(self) -> Sequence[str]:
        """The selectors of exceptions."""
        selectors: Sequence[str] = self.table.get(IGNORED, ())
        return selectors


def audit_table(document: Document) -> AuditTable | None:
    """Return the table of `document`, or None if it has none."""
    table = document.data.get(AUDIT) if isinstance(document.data, dict) else None
    return AuditTable(document, table) if isinstance(table, dict) else None
