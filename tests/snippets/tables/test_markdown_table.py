"""The table in Markdown: once it is rendered, every value can be read exactly."""

from __future__ import annotations

from collections.abc import Callable

import markdown
import pytest
from markdown_it import MarkdownIt

from rtpsnippets import Event
from rtpsnippets.snippets.tables.markdown_table import make
from rtpsnippets.snippets.tables.row import row_of
from tests.snippets.tables.rows import SHORT_TEXTS, rows_of, wrong_values

PROCESSORS: dict[str, Callable[[str], str]] = {
    "GFM": MarkdownIt().enable("table").render,
    "GFM with a typographer": MarkdownIt("js-default", {"html": True, "typographer": True}).render,
    "Python-Markdown": lambda text: markdown.markdown(text, extensions=["extra", "smarty"]),
}


def test_make__has_exactly_these_lines() -> None:
    rows = [
        row_of(Event("my-event", "MyEvent", description="An example.")),
        row_of(Event("more", ["Pricing", "a|b", "`x`", "資料"], description="What | why;\nwhere.")),
        row_of(Event("demo", "Demo request", was="Demo", description="A demo.", owner="A | B", deprecated="Old")),
    ]
    assert make(rows).splitlines() == [
        "| Event | Value | Calls | Formats | Description |",
        "| --- | --- | --- | --- | --- |",
        "| `my-event` | `MyEvent` | 1 | js, script | An example. |",
        "| `more` | `Pricing` | 1 | js, script | What &#x7c; why&#x3b; where&#x2e; |",
        "|  | <code>a&#x7c;b</code> |  |  |  |",
        "|  | <code>&#x60;x&#x60;</code> |  |  |  |",
        "|  | <code>&#x8cc7;&#x6599;</code> |  |  |  |",
        "| `demo` | `Demo request` | 1 | js, script | A demo.<br>Deprecated&#x3a; Old<br>Owner&#x3a; A &#x7c; B |",
        "|  | `Demo` (former) |  |  |  |",
    ]


def test_make__has_a_column_for_the_pages() -> None:
    rows = [row_of(Event("a", ["x", "y"]), {"|\u202e": ["button"]}), row_of(Event("b", "z"), {})]
    assert make(rows).splitlines() == [
        "| Event | Value | Calls | Formats | Description | Pages |",
        "| --- | --- | --- | --- | --- | --- |",
        "| `a` | `x` | 1 | js, script |  | 1 page&#x3a; &#x7c;&#x5c;u&#x32;0&#x32;e &#x28;button&#x29; |",
        "|  | `y` |  |  |  |  |",
        "| `b` | `z` | 1 | js, script |  | no page |",
    ]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        # Spaces that a browser would not show.
        (" x", r"<code>&#x20;x</code> (JSON: <code>&#x22;&#x5c;u&#x30;02&#x30;&#x78;&#x22;</code>)"),
        # What HTML can't carry.
        ("\n", r"<code>&#x22;&#x5c;n&#x22;</code> (JSON)"),
    ],
)
def test_make__json_says_what_a_page_cannot(value: str, cell: str) -> None:
    _, _, line, *note = make(rows_of([value])).splitlines()
    assert line.startswith(f"| `e0` | {cell} | 1 |")
    assert note == [
        "",
        r"The exact value is shown as JSON where text cannot show it: `\n` is a line break, `\u0020` a space.",
    ]


@pytest.mark.no_cover
@pytest.mark.parametrize("processor", PROCESSORS)
def test_make__every_hostile_text_is_in_the_page(processor: str) -> None:
    assert wrong_values(PROCESSORS[processor](make(rows_of(SHORT_TEXTS))), SHORT_TEXTS) == []
