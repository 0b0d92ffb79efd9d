"""Check an engine: its output for documents with snippets does in the browser what the events define."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from tests.engines.cases import SHAPES, Case, binding_of, case_of, expected_of
from tests.engines.driver import STUB, Driver
from tests.engines.engine import Engine, Failure, Reads
from tests.engines.mismatches import Mismatch, differences, sheets_of
from tests.engines.places import BINDING, document, is_in_cell, is_in_sentence, is_javascript, output_of
from tests.engines.web_site import Page, WebSite

_HEAD = re.compile(r"\s*(?:<!doctype[^>]*>)?\s*(?:<html[^>]*>)?\s*(?:<head[^>]*>)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document, its snippets, and the place that they are in."""

    place: str
    cases: Sequence[Case]
    document: str


def sheet_of(reads: Reads, place: str, cases: Sequence[Case]) -> Sheet:
    """The document in the language with the snippets of the cases in the place."""
    snippets = [binding_of(cases)] if place == BINDING else [case.snippet for case in cases]
    return Sheet(place, cases, document(reads, place, snippets))


def sheets_of_texts(reads: Reads, place: str, texts: Sequence[str], a_document: int = 1_000) -> list[Sheet]:
    """The documents with the texts in the place, `a_document` in each; every second text is in a list."""
    cases = [case_of(text, output_of(place), shape) for text, shape in zip(texts, cycle(SHAPES), strict=False)]
    return [sheet_of(reads, place, part) for part in sheets_of(cases, a_document)]


def look(driver: Driver, engine: Engine, sheets: Sequence[Sheet], folder: Path) -> Mapping[str, list[Mismatch]]:
    """Let the engine convert the documents of all sheets at once; return what is wrong with the output, by place."""
    made = engine.convert([sheet.document for sheet in sheets], folder)
    seen = _visit(driver, engine.reads, sheets, made)
    found: dict[str, list[Mismatch]] = {sheet.place: [] for sheet in sheets}
    for sheet, got in zip(sheets, seen, strict=True):
        where = f"{sheet.place}, read by {engine.name}"
        found[sheet.place] += differences(sheet.cases, where, _expected(sheet), got)
    return found


def _expected(sheet: Sheet) -> dict[str, object]:
    return {"failure": None, **expected_of(sheet.cases), **_expected_around(sheet)}


def _expected_around(sheet: Sheet) -> dict[str, object]:
    """Expect each element in what its place is named after, so that places can't be confused."""
    senders = [case for case in sheet.cases if case.is_element]
    in_sentences = {"in sentences": [True for _ in senders]} if is_in_sentence(sheet.place) else {}
    return {**in_sentences, "in cells": [is_in_cell(sheet.place) for _ in senders]}


def _visit(
    driver: Driver, reads: Reads, sheets: Sequence[Sheet], made: Sequence[str | Failure]
) -> list[Mapping[str, object]]:
    """What was seen of each output of the engine, or its failure."""
    paths = {
        at: _publish(driver.site, reads, sheet, text)
        for at, (sheet, text) in enumerate(zip(sheets, made, strict=True))
        if isinstance(text, str)
    }
    seen = dict(zip(paths, driver.visit_once(list(paths.values())), strict=True))
    return [{"failure": text.message} if isinstance(text, Failure) else seen[at] for at, text in enumerate(made)]


def page_of(html: str, scripts: str = STUB) -> str:
    """The page, or part of one, as a page with the stub and other scripts before everything else.

    >>> page_of("<!doctype html><html lang=en><head><title>x</title>", "<script>y</script>")
    '<!doctype html><html lang=en><head><script>y</script><title>x</title>'
    >>> page_of("<p>x</p>", "<script>y</script>")
    '<!DOCTYPE html><script>y</script><p>x</p>'
    """
    head = _HEAD.match(html)
    begin = head[0] if head and head[0].strip() else "<!DOCTYPE html>"
    return f"{begin}{scripts}{html.removeprefix(begin)}"


def _publish(site: WebSite, reads: Reads, sheet: Sheet, text: str) -> str:
    """Put the output of an engine on the site, with the scripts that it needs; return the page's path.

    A .js file gets a page that loads it, and the binding a page with the elements that it binds.
    """
    binding = binding_of(sheet.cases)
    if is_javascript(reads, sheet.place):
        html = "".join(case.snippet for case in sheet.cases) if binding else ""
        page = page_of(html, STUB + _loaded(site, text))
    else:
        page = page_of(text, STUB + _loaded(site, binding))
    return site.put(Page("text/html; charset=utf-8", page))


def _loaded(site: WebSite, javascript: str) -> str:
    """The element that loads the code from a .js file, if there is any."""
    if not javascript:
        return ""
    return f'<script src="{site.put(Page("text/javascript; charset=utf-8", javascript), ".js")}"></script>'
