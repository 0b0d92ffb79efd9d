"""Count how many values arrive with each way to write a button, on a plain page and after common engines.

    python -m tests.engines.alternatives --json

Each value has its own document, so that no other can break it. The numbers are how many everyday values and how many
hostile ones are sent exactly, and nothing else, when the button is clicked in Chromium. A column with several engines
shows the worst and the best of them.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import sync_playwright

from tests.engines.browser import started_chromium
from tests.engines.driver import STUB
from tests.engines.engine import Engine
from tests.engines.engine_pages import page_of
from tests.engines.places import document
from tests.engines.rows import BY_NAME
from tests.engines.ways import EVERYDAY, WAYS
from tests.hostile import CUT_TEXTS

_HERE = Path(__file__).parent
_ARRIVALS = (_HERE / "arrivals.js").read_text("utf-8")

_AT_ONCE = 2
# Without site generators and PHP: one page that they reject ends the whole run.
_TEMPLATES = ("Jinja2", "Django templates", "Nunjucks", "LiquidJS", "Handlebars", "EJS")
_MARKDOWN = (
    "Python-Markdown (extra, smarty)",
    "Python-Markdown (pymdown-extensions)",
    "mistune (plugins)",
    "markdown-it (typographer, linkify)",
    "marked",
    "pandoc (GFM, `--wrap=none`)",
)
_PLAIN_PAGE = Engine("none", "html", lambda documents, _: documents)


@dataclass(frozen=True, slots=True)
class Column:
    """A place for the button, and the engines that read the document."""

    name: str
    place: str
    engines: Sequence[Engine]


COLUMNS = (
    Column("plain page", "button", [_PLAIN_PAGE]),
    Column("read by a template engine", "button", [BY_NAME[name] for name in _TEMPLATES]),
    Column("Markdown, in a sentence", "button in a sentence", [BY_NAME[name] for name in _MARKDOWN]),
    Column("Markdown, in a table cell", "button in a table cell", [BY_NAME[name] for name in _MARKDOWN]),
)

Counts = Mapping[str, Mapping[str, Mapping[str, Sequence[int]]]]
"""How many everyday and hostile values arrive, by column, engine and way."""


def count(page: BrowserPage, columns: Sequence[Column], everyday: Sequence[str], hostile: Sequence[str]) -> Counts:
    """Let all engines read a document for each value and way, and check the results in the browser."""
    values = list(dict.fromkeys([*everyday, *hostile]))
    buttons = {name: {value: way(value) for value in values} for name, way in WAYS.items()}
    jobs = [(column, engine) for column in columns for engine in column.engines]
    counts: dict[str, dict[str, Mapping[str, Sequence[int]]]] = {column.name: {} for column in columns}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for (column, engine), made in zip(jobs, pool.map(partial(_converted, buttons), jobs), strict=True):
            arrived = {name: _arrived(page, made, buttons[name]) for name in WAYS}
            counts[column.name][engine.name] = {
                name: [len(among.intersection(group)) for group in (everyday, hostile)]
                for name, among in arrived.items()
            }
    return counts


def _converted(buttons: Mapping[str, Mapping[str, str]], job: tuple[Column, Engine]) -> Mapping[str, str]:
    """The engine's page for the document with each button; none for a document that it rejects."""
    column, engine = job
    each = list(dict.fromkeys(button for by_value in buttons.values() for button in by_value.values()))
    with TemporaryDirectory() as folder:
        made = engine.convert([document(engine.reads, column.place, [button]) for button in each], Path(folder))
    return {button: page_of(text, STUB) for button, text in zip(each, made, strict=True) if isinstance(text, str)}


def _arrived(page: BrowserPage, made: Mapping[str, str], buttons: Mapping[str, str]) -> set[str]:
    """The values that a click on their button sends exactly once and without an error."""
    with_page = [value for value, button in buttons.items() if button in made]
    sent = json.loads(page.evaluate(_ARRIVALS, [made[buttons[value]] for value in with_page]))
    return {
        value
        for value, came in zip(with_page, sent, strict=True)
        if came == [[["send", "event", {"value": value}]], []]
    }


def table(columns: Sequence[Column], counts: Counts) -> str:
    """The counts as a Markdown table, and the length of the buttons."""
    header = ["way", *(column.name for column in columns), "bytes (median)", "bytes (Japanese)"]
    lines = [header, ["---"] * len(header)]
    lines += [
        [name.replace("|", "\\|"), *(_cell(counts[column.name], name) for column in columns), *_lengths(name)]
        for name in WAYS
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(by_engine: Mapping[str, Mapping[str, Sequence[int]]], way: str) -> str:
    everyday, hostile = zip(*(by_way[way] for by_way in by_engine.values()), strict=True)
    return f"{_range(everyday)}; {_range(hostile)}"


def _range(numbers: Sequence[int]) -> str:
    """The least and the greatest.

    >>> _range([7, 1200, 30]), _range([7, 7])
    ('7 to 1,200', '7')
    """
    return " to ".join(f"{number:,}" for number in sorted({min(numbers), max(numbers)}))


def _lengths(way: str) -> Iterator[str]:
    """The length of the button with an everyday value and with a Japanese one."""
    yield f"{statistics.median_high(len(WAYS[way](value).encode()) for value in EVERYDAY)}"
    yield f"{len(WAYS[way]('資料ダウンロード').encode())}"


def main() -> None:
    """Print the table, or the counts for every engine as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.engines.alternatives")
    parser.add_argument("--json", action="store_true", help="print the counts for every engine as JSON")
    given = parser.parse_args()
    try:
        for column in COLUMNS:
            for engine in column.engines:
                engine.find()
        with sync_playwright() as playwright, started_chromium(playwright) as browser:
            counts = count(browser.new_page(), COLUMNS, EVERYDAY, CUT_TEXTS)
    except pytest.skip.Exception as missing:
        sys.exit(str(missing))
    if given.json:
        print(json.dumps({"everyday": len(EVERYDAY), "hostile": len(CUT_TEXTS), "arrive": counts}, indent=1))
    else:
        print(f"of {len(EVERYDAY)} everyday values; of {len(CUT_TEXTS):,} hostile ones\n\n{table(COLUMNS, counts)}")


if __name__ == "__main__":
    main()
