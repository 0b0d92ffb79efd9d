"""The table in Markdown, in every Markdown processor that makes tables: each value is on the page as it was defined."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets.snippets.tables.markdown_table import make
from tests.engines.engine import Engine
from tests.engines.rows import BY_NAME
from tests.snippets.tables.rows import SHORT_TEXTS, rows_of, wrong_values

_CURLS_QUOTES = "MyST (extensions)"
"""Sphinx's `smartquotes` reads a text when MyST has decoded its references."""

_ENGINES = [engine for engine in BY_NAME.values() if engine.reads == "markdown" and engine.has_tables]


def _wrong(engine: Engine, folder: Path) -> list[str]:
    (page,) = engine.convert([f"# Events\n\n{make(rows_of(SHORT_TEXTS))}"], folder)
    assert isinstance(page, str), page
    return wrong_values(page, SHORT_TEXTS)


@pytest.mark.parametrize("name", [engine.name for engine in _ENGINES if engine.name != _CURLS_QUOTES])
def test_make__every_hostile_text_is_on_the_page_of_a_processor(name: str, tmp_path: Path) -> None:
    assert _wrong(BY_NAME[name], tmp_path) == []


def test_make__where_quotes_are_curled_it_is_seen(tmp_path: Path) -> None:
    assert _wrong(BY_NAME[_CURLS_QUOTES], tmp_path) != []
