"""Rows for the tests of the table of events: whole corpora of values, and a reading of tables in HTML."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html.parser import HTMLParser

from rtpsnippets import Event
from rtpsnippets.snippets.tables.row import Row, row_of
from tests.hostile import TEXTS, html_form, shown

SHORT_TEXTS = list(dict.fromkeys(text[:100] for text in TEXTS))
"""The hostile texts, cut: a processor takes its time for long ones."""


def rows_of(texts: Sequence[str]) -> list[Row]:
    """A row for each text, which is its value and its description."""
    return [row_of(Event(f"e{at}", text, description=text)) for at, text in enumerate(texts)]


class _Cells(HTMLParser):
    """The codes in each cell of each row of the tables in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[list[str]]] = []
        self._is_in_code = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 (the base's form)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append([])
        elif tag == "code":
            self._is_in_code = True
            self.rows[-1][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_in_code = self._is_in_code and tag != "code"

    def handle_data(self, data: str) -> None:
        if self._is_in_code:
            self.rows[-1][-1][-1] += data


def codes_by_cell(html: str) -> list[list[list[str]]]:
    """The texts of the `<code>` elements of each cell of each row, without the head."""
    cells = _Cells()
    cells.feed(html.partition("</thead>")[2].partition("</table>")[0])
    cells.close()
    return cells.rows


def wrong_values(html: str, texts: Sequence[str]) -> list[str]:
    """The values that a page doesn't show as they are, or, where it can't, as JSON."""
    cells = [row[1] for row in codes_by_cell(html)]
    assert len(cells) == len(texts)
    return [f"{shown(text)}: {codes}" for text, codes in zip(texts, cells, strict=True) if not _says(codes, text)]


def _says(codes: Sequence[str], text: str) -> bool:
    """Whether the codes are the text, and where that can't be seen, JSON of it, too."""
    plain, in_json = codes[:-1] if len(codes) > 1 else codes, codes[-1]
    if html_form(text) != text:
        return len(codes) == 1 and _is_json_of(in_json, text)
    return plain == [text] and (len(codes) == 1 or _is_json_of(in_json, text))


def _is_json_of(in_json: str, text: str) -> bool:
    try:
        return in_json.isprintable() and bool(json.loads(in_json) == text)
    except ValueError:
        return False
