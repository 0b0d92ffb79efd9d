"""Check an engine without a browser: an HTML parser reads the labels and attributes in its output.

It runs no script, so it says nothing about calls; but it can check a hundred times as many texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.engines.cases import Case, expected_of
from tests.engines.engine import Engine, Failure
from tests.engines.mismatches import Mismatch, differences
from tests.engines.places import document

_SEEN = ("senders", "label texts", "elements in labels")
"""The part of what the browser sees that is also read here."""


def read(engine: Engine, place: str, parts: Sequence[Sequence[Case]], folder: Path, in_one: int = 1) -> list[Mismatch]:
    """Let the engine convert a document with the snippets of each part, with `in_one` of them if each is on its own.

    Return what it altered in elements, labels and attributes.
    """
    documents = [document(engine.reads, place, _snippets(cases, in_one)) for cases in parts]
    found: list[Mismatch] = []
    for cases, made in zip(parts, engine.convert(documents, folder), strict=True):
        got = {"failure": made.message} if isinstance(made, Failure) else _seen_in(made)
        expected = expected_of(cases)
        found += differences(cases, f"{place}, read by {engine.name}", {what: expected[what] for what in _SEEN}, got)
    return found


def _snippets(cases: Sequence[Case], in_one: int) -> list[str]:
    return [" or ".join(case.snippet for case in cases[at : at + in_one]) for at in range(0, len(cases), in_one)]


def _seen_in(html: str) -> Mapping[str, object]:
    tree = import_module("selectolax.lexbor").LexborHTMLParser(html)
    senders = tree.css("button[data-x], a[data-x]")
    return {
        "senders": [_sender(node) for node in senders],
        "label texts": [node.text() for node in senders],
        "elements in labels": [len(list(node.iter())) for node in senders],
    }


def _sender(node: Any) -> dict[str, object]:
    attributes = {name: value or "" for name, value in node.attributes.items() if name != "onclick"}
    return {"element": node.tag, "attributes": attributes}
