"""The comparison with other ways counts what arrives, in documents with one value each."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.engines.alternatives import COLUMNS, Column, Counts, count, table
from tests.engines.engine import Engine, Failure
from tests.engines.rows import BY_NAME
from tests.engines.ways import EVERYDAY, OURS, WAYS
from tests.hostile import CUT_TEXTS

_SOME = ("MyEvent", "It's free", "a|b", "{{name}}")
_HOSTILE = ("&quot;", "\n", "' onclick='x", "\U0001f600")


def _refusing(documents: Sequence[str], _: Path) -> Sequence[str | Failure]:
    return [Failure("no") if "{{" in text else text for text in documents]


def _counted(chromium: Browser, *columns: Column) -> Counts:
    with contextlib.closing(chromium.new_page()) as page:
        return count(page, columns, _SOME, _HOSTILE)


def test_count__on_a_plain_page_what_is_escaped_for_javascript_and_html_arrives(chromium: Browser) -> None:
    arrive = _counted(chromium, COLUMNS[0])["plain page"]["none"]
    assert arrive == {
        "by hand": [3, 1],
        "by hand, `\\` and `'` escaped, then `html.escape`": [4, 3],
        "Jinja: `'{{ value }}'`": [3, 2],
        "Jinja: `tojson`": [0, 0],
        "Jinja: `tojson`, the attribute in single quotes": [4, 4],
        "Jinja: `tojson|forceescape`": [4, 4],
        "Django: `'{{ value|escapejs }}'`": [4, 4],
        OURS: [4, 4],
    }


def test_count__a_document_that_the_engine_rejects_has_no_value(chromium: Browser) -> None:
    column = Column("x", "button", [Engine("refusing", "html", _refusing)])
    arrive = _counted(chromium, column)["x"]["refusing"]
    assert (arrive["Jinja: `tojson|forceescape`"], arrive[OURS]) == ([3, 4], [4, 4])


@pytest.mark.parametrize("name", ["Jinja2", "markdown-it (typographer, linkify)"])
def test_count__what_an_engine_acts_on_does_not_arrive(chromium: Browser, name: str) -> None:
    engine = BY_NAME[name]
    engine.find()
    place = "button" if engine.reads == "template" else "button in a table cell"
    arrive = _counted(chromium, Column("x", place, [engine]))["x"][name]
    assert (arrive["Jinja: `tojson|forceescape`"], arrive[OURS]) == ([3, 4], [4, 4])


def test_table__has_the_least_and_the_greatest_of_a_column() -> None:
    counts = {"x": {"one": dict.fromkeys(WAYS, (3, 1200)), "other": dict.fromkeys(WAYS, (3, 40))}}
    lines = table([Column("x", "button", [])], counts).splitlines()
    assert lines[0] == "| way | x | bytes (median) | bytes (Japanese) |"
    assert "| Jinja: `tojson\\|forceescape` |" in lines[7]
    assert [line.split(" | ")[1] for line in lines[2:]] == ["3; 40 to 1,200"] * len(WAYS)


def test_values__are_as_many_as_the_readme_says() -> None:
    assert (len(EVERYDAY), len(set(EVERYDAY)), len(CUT_TEXTS)) == (30, 30, 1413)
