"""The table for a terminal: columns that hold, and values that say what they are."""

from __future__ import annotations

from rtpsnippets import Button, Event
from rtpsnippets.snippets.tables.row import row_of
from rtpsnippets.snippets.tables.text_table import make
from tests.hostile import TEXTS
from tests.snippets.tables.rows import rows_of


def _lines(*events: Event) -> list[str]:
    return make([row_of(event) for event in events]).splitlines()


def test_make__has_columns_that_wide_values_do_not_break() -> None:
    more = Event("資料".encode().hex(), ["資料 - ダウンロード", "😀", "x"], Button("Go"))
    assert _lines(Event("a", ["1", "2", "3", "4", "5"]), more) == [
        "ID            CALLS  FORMATS     VALUES",
        "a             2      js, script  1",
        *(f"                                 {value}" for value in "2345"),
        "e8b387e69699  1      js, button  資料 - ダウンロード",
        "                                 😀",
        "                                 x",
    ]


def test_make__a_value_in_quotes_is_json() -> None:
    values = ["x", " x", "a  b", "a\tb", '"x"', "'x'", r"a\tb", "::x"]
    assert [line[23:] for line in _lines(Event("a", values))] == [
        *("VALUES", "x", '" x"', '"a  b"', r'"a\tb"', r'"\"x\""', "'x'", r'"a\\tb"', '"::x"')
    ]


def test_make__former_values_are_json_and_other_texts_follow() -> None:
    event = Event("a", "x", was=["y", "z"], description="For the\nform.", owner="Web team", deprecated="Ends in May.")
    assert _lines(event) == [
        "ID  CALLS  FORMATS     VALUES",
        "a   1      js, script  x",
        '                       "y" (former)',
        '                       "z" (former)',
        "  For the form.",
        "  Deprecated: Ends in May.",
        "  Owner: Web team",
    ]


def test_make__the_pages_that_send_the_event_come_last() -> None:
    pages = {"index.html": ["button"], "::error::\x1b.html": ["link", "script"], "\udc80.html": ["script"]}
    rows = [row_of(Event("a", "x", owner="Us"), pages), row_of(Event("b", "y"), pages, 1), row_of(Event("c", "z"), {})]
    assert [line for line in make(rows).splitlines() if line.startswith("  ")] == [
        "  Owner: Us",
        r"  used on 3 pages: index.html (button), ::error::\u001b.html (link, script), \udc80.html (script)",
        "  used on 3 pages: index.html (button) and 2 more",
        "  used on no page",
    ]


def test_make__a_description_stands_below_the_values_in_100_columns() -> None:
    description = f"{'What a visitor reads about, in many words. ' * 4}\x1b\nEnd-of-it {'x' * 120}"
    assert _lines(Event("a", ["1", "2"], description=description), Event("b", "x"))[2:] == [
        "                       2",
        "  What a visitor reads about, in many words. What a visitor reads about, in many words. What a",
        r"  visitor reads about, in many words. What a visitor reads about, in many words. \u001b End-of-it",
        f"  {'x' * 120}",
        "b   1      js, script  x",
    ]


def test_make__no_hostile_text_leaves_its_line() -> None:
    lines = make(rows_of(["x"])).splitlines()
    assert len(lines) == 3
    values = [line for line in make(rows_of(TEXTS)).split("\n") if line.startswith("e")]
    assert len(values) == len(TEXTS)
    assert [line for line in values if not line.isprintable()] == []
