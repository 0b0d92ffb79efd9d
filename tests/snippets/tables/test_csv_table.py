"""The table as CSV: each value exactly, and no formula in any spreadsheet of any language."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtpsnippets import Event
from rtpsnippets.snippets.tables.csv_table import exact, make
from rtpsnippets.snippets.tables.row import row_of
from tests.hostile import TEXTS, shown
from tests.snippets.tables.rows import rows_of

FORMULA_CHARACTERS = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001 (the full-width forms are meant)

UNSEEN = "\x7f\xa0\xad\u034f\u061c\u200b\u200e\u200f\u202a\u202e\u2066\u2069\u3164\ufe0f\ufeff\U000e0041\U000e0100"

SEPARATORS = ",;\t|"

_QUOTES: tuple[Mapping[str, Any], ...] = (
    {"quoting": csv.QUOTE_NONE},
    {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
    *(
        {"quotechar": quotechar, "doublequote": is_doubled, "escapechar": escapechar}
        for quotechar, is_doubled, escapechar in product("\"'", (True, False), (None, "\\"))
    ),
)


def readings(text: str) -> Iterator[tuple[object, list[list[str]]]]:
    """The cells of a table as readers take it that have other separators and quotes, or know of none."""
    for separator, quotes, skips in product(SEPARATORS, _QUOTES, (False, True)):
        dialect = {"delimiter": separator, "skipinitialspace": skips, **quotes}
        yield dialect, list(csv.reader(StringIO(text, newline=""), **dialect))
    for separator in SEPARATORS:
        lines = text.splitlines()
        yield f"lines split at {separator!r}", [[cell.strip(' "') for cell in line.split(separator)] for line in lines]


def formulas(text: str) -> list[str]:
    """The cells that a reader would run."""
    return [
        f"{reading}: {shown(cell)}"
        for reading, read in readings(text.removeprefix("\ufeff"))
        for cells in read
        for cell in cells
        if cell.startswith(tuple(FORMULA_CHARACTERS))
    ]


@pytest.fixture(autouse=True)
def _fields_may_be_large() -> Iterator[None]:
    """Let a reader that misunderstands the quotes take a whole table for a field."""
    before = csv.field_size_limit(100_000_000)
    yield
    csv.field_size_limit(before)


def cells_of(text: str) -> list[list[str]]:
    """The cells as a reader takes them that knows RFC 4180."""
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_make__has_exactly_these_bytes() -> None:
    event = Event("my-event", "Pricing", was='5% "go";', description="A\nnote", owner="=A", deprecated="B")
    rows = [row_of(event), *rows_of(["日"])]
    assert make(rows) == (
        "\ufeff"
        '"event","value","exact value (JSON)","description","owner","deprecated","former","calls","formats"\r\n'
        '"my-event","Pricing","""Pricing""","A note","\'=A","B","","1","js, script"\r\n'
        '"my-event","5% ""go"";","""5\\u0025 \\u0022go\\u0022\\u003b""","A note","\'=A","B","yes","1","js, script"\r\n'
        '"e0","日","""\\u65e5""","日","","","","1","js, script"\r\n'
    )


def test_make__has_a_column_for_the_pages() -> None:
    rows = [row_of(Event("a", "x"), {"a;=1.html": ["button"]}), row_of(Event("b", "y"), {})]
    assert [[cells[0], *cells[7:]] for cells in cells_of(make(rows))] == [
        ["event", "pages", "calls", "formats"],
        ["a", "1 page: a;'''=1.html (button)", "1", "js, script"],
        ["b", "no page", "1", "js, script"],
    ]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        *((f"{char}1+1", f"'{char}1+1") for char in "=+-@＝＋－＠"),  # noqa: RUF001 (as above)
        # Leading spaces, quotes and backslashes, which a reader may remove.
        (" =1", "' =1"),
        ('"=1"', '\'"=1"'),
        ("'=1", "''=1"),
        ("\\=1", "'\\=1"),
        # A part that is a cell elsewhere.
        ("x;=1+1", "x;'''=1+1"),
        ("x, -1", "x,''' -1"),
        ('x|"@y', "x|'''\"@y"),
        # Controls, with which a cell or a line could begin.
        ("\t=1", "\\t=1"),
        ("a\r\n=1\u2028\x85\0", "a\\r\\n=1\\u2028\\u0085\\u0000"),
        # What is no formula stays.
        ("a=b", "a=b"),
        ("a-b; c, d|e", "a-b; c, d|e"),
        ("日本 é", "日本 é"),
        # What can't be seen, or turns what stands beside it on a terminal.
        *((f"a{char}b", f"a{json.dumps(char)[1:-1]}b") for char in UNSEEN),
    ],
)
def test_make__what_looks_like_a_formula_gets_an_apostrophe(value: str, cell: str) -> None:
    assert cells_of(make(rows_of([value])))[1][1] == cell


def test_exact__every_hostile_text_is_read_back_from_its_json() -> None:
    read = cells_of(make(rows_of(TEXTS)))[1:]
    assert [json.loads(cells[2]) for cells in read] == list(TEXTS)


def test_exact__has_no_character_that_a_spreadsheet_acts_on() -> None:
    found = [text for text in TEXTS if re.search(r"[^A-Za-z0-9 .!?()/\\-]", exact(text)[1:-1])]
    assert found == []
    assert [text for text in TEXTS if re.search(r"(?<![A-Za-z0-9] )(?<![A-Za-z0-9])-", exact(text))] == []


def test_make__no_hostile_text_is_a_formula_in_any_reading() -> None:
    assert formulas(make(rows_of(TEXTS))) == []


@given(st.lists(st.text(st.sampled_from(",;|\t\n\r\"'\\ =+-@＝x"), min_size=1, max_size=12), min_size=1, max_size=4))  # noqa: RUF001
def test_make__no_text_of_such_characters_is_a_formula_in_any_reading(texts: list[str]) -> None:
    table = make(rows_of(texts))
    assert formulas(table) == []
    assert [json.loads(cells[2]) for cells in cells_of(table)[1:]] == texts


@pytest.mark.parametrize("text", ["=1", "x;=1", 'x;"=1', "x|@y", "x\n-1", "x, +1"])
def test_formulas__are_found_in_csv_as_others_write_it(text: str) -> None:
    table = StringIO(newline="")
    csv.writer(table, quoting=csv.QUOTE_ALL).writerow(["a", text, "b"])
    assert formulas(table.getvalue())


def test_make__each_record_is_a_line() -> None:
    table = make(rows_of(TEXTS))
    assert len(table.splitlines()) == table.count("\r\n") == len(TEXTS) + 1
