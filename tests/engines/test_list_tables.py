"""The table in Markdown, in every Markdown processor with tables: each value is on the page as defined."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from rtpsnippets.snippets.tables.markdown_table import make
from tests.engines.engine import Engine
from tests.engines.rows import BY_NAME
from tests.snippets.tables.rows import SHORT_TEXTS, rows_of, wrong_values

_CURLS_QUOTES = "MyST (extensions)"
"""Sphinx's `smartquotes` reads a text after MyST has decoded its references."""

_ENGINES = [engine for engine in BY_NAME.values() if engine.reads == "markdown" and engine.has_tables]


_A_TABLE = 100
"""How many events a table has: some processors take longer for a table of a thousand than for ten of a hundred."""


def _wrong(engine: Engine, texts: Sequence[str], folder: Path) -> list[str]:
    parts = [texts[at : at + _A_TABLE] for at in range(0, len(texts), _A_TABLE)]
    pages = engine.convert([f"# Events\n\n{make(rows_of(part))}" for part in parts], folder)
    return [wrong for part, page in zip(parts, pages, strict=True) for wrong in wrong_values(str(page), part)]


@pytest.mark.parametrize("name", [engine.name for engine in _ENGINES if engine.name != _CURLS_QUOTES])
def test_make__every_hostile_text_is_on_the_page_of_a_processor(name: str, tmp_path: Path) -> None:
    assert _wrong(BY_NAME[name], SHORT_TEXTS, tmp_path) == []


def test_make__curled_quotes_are_noticed(tmp_path: Path) -> None:
    assert _wrong(BY_NAME[_CURLS_QUOTES], ["it's", "x"], tmp_path) != []
