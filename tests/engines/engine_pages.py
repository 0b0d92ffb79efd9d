"""The check of an engine: what it makes of documents with snippets does, in the browser, what the events say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from tests.engines.cases import SHAPES, Case, case_of, expected_of
from tests.engines.driver import Driver
from tests.engines.engine import Engine, Failure, Reads
from tests.engines.mismatches import Mismatch, differences, sheets_of
from tests.engines.places import CELL, SENTENCE, document, format_of, is_javascript
from tests.engines.web_site import Page, WebSite

_STUB = '<script src="/stub.js"></script>'
_HEAD = re.compile(r"\s*(?:<!doctype[^>]*>)?\s*(?:<html[^>]*>)?\s*(?:<head[^>]*>)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document, the snippets in it, and the place in which they stand."""

    place: str
    cases: Sequence[Case]
    document: str


def sheet_of(reads: Reads, place: str, cases: Sequence[Case]) -> Sheet:
    """The document of the language that has the snippets of the cases in the place."""
    return Sheet(place, cases, document(reads, place, [case.snippet for case in cases]))


def sheets_of_texts(reads: Reads, place: str, texts: Sequence[str], a_document: int = 50) -> list[Sheet]:
    """The documents that have the texts in the place, `a_document` of them each; every second text is in a list."""
    cases = [case_of(text, format_of(place), shape) for text, shape in zip(texts, cycle(SHAPES), strict=False)]
    return [sheet_of(reads, place, part) for part in sheets_of(cases, a_document)]


def look(driver: Driver, engine: Engine, sheets: Sequence[Sheet], folder: Path) -> Mapping[str, list[Mismatch]]:
    """Let the engine convert a document a sheet, all at once; return what is wrong with what it made, by the place."""
    made = engine.convert([sheet.document for sheet in sheets], folder)
    seen = _visit(driver, [is_javascript(engine.reads, sheet.place) for sheet in sheets], made)
    found: dict[str, list[Mismatch]] = {sheet.place: [] for sheet in sheets}
    for sheet, got in zip(sheets, seen, strict=True):
        where = f"{sheet.place}, read by {engine.name}"
        found[sheet.place] += differences(sheet.cases, where, _expected(sheet), got)
    return found


def _expected(sheet: Sheet) -> dict[str, object]:
    return {"failure": None, **expected_of(sheet.cases), **_expected_around(sheet)}


def _expected_around(sheet: Sheet) -> dict[str, object]:
    """That each button stands in what its place is named after, so that none is taken for another."""
    buttons = [case for case in sheet.cases if case.format == "button"]
    in_sentences = {"in sentences": [True for _ in buttons]} if sheet.place == SENTENCE else {}
    return {**in_sentences, "in cells": [sheet.place == CELL for _ in buttons]}


def _visit(driver: Driver, are_scripts: Sequence[bool], made: Sequence[str | Failure]) -> list[Mapping[str, object]]:
    """What was seen of each thing that the engine made, or its failure."""
    paths = {
        at: _publish(driver.site, f"/{at}", text, is_script=is_script)
        for at, (text, is_script) in enumerate(zip(made, are_scripts, strict=True))
        if isinstance(text, str)
    }
    seen = dict(zip(paths, driver.visit(list(paths.values())), strict=True))
    return [{"failure": text.message} if isinstance(text, Failure) else seen[at] for at, text in enumerate(made)]


def page_of(html: str) -> str:
    """The page, or part of one, as a page that has the stub before everything else.

    >>> page_of("<!doctype html><html lang=en><head><title>x</title>")
    '<!doctype html><html lang=en><head><script src="/stub.js"></script><title>x</title>'
    >>> page_of("<p>x</p>")
    '<!DOCTYPE html><script src="/stub.js"></script><p>x</p>'
    """
    head = _HEAD.match(html)
    begin = head[0] if head and head[0].strip() else "<!DOCTYPE html>"
    return f"{begin}{_STUB}{html.removeprefix(begin)}"


def _publish(site: WebSite, path: str, text: str, *, is_script: bool) -> str:
    """Put what an engine made on the site, a .js file by way of a page that loads it; return the page's path."""
    if is_script:
        site.pages[f"{path}.js"] = Page("text/javascript; charset=utf-8", text)
        text = f'<script src="{path}.js"></script>'
    site.pages[path] = Page("text/html; charset=utf-8", page_of(text))
    return path
