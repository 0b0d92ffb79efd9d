"""The engines that recognise a snippet as HTML or JavaScript do read it, although they alter nothing in it.

For the others, a weaker or a lost escape shows that they run: see test_weak_escapes.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.engines.engine import ACTIVE, Engine
from tests.engines.engine_pages import sheets_of_texts
from tests.engines.places import places_in
from tests.engines.rows import ENGINES
from tests.engines.test_weak_escapes import SEEN_TO_READ


def _is_shorter(given: str, made: str) -> bool:
    return len(made) < len(given)


_EVIDENCE: Mapping[str, Callable[[str, str], bool]] = {
    "Sphinx (rST)": lambda _, made: ".. " not in made and "<title>x</title>" in made,
    "Vue (server, `v-html`)": lambda _, made: made.startswith("<div>"),
    "Vue (server, a template)": lambda _, made: made.startswith("<html>"),
    "html-minifier-terser (all but `minifyJS` and `decodeEntities`)": _is_shorter,
    "html-minifier-terser (`minifyJS`)": _is_shorter,
    "html-minifier-terser (`decodeEntities`)": _is_shorter,
}
"""Whether the output for a document shows that the engine read it, through something that only the engine adds."""


@pytest.mark.parametrize(
    "engine",
    [row for row in ENGINES if row.reads not in ACTIVE and row.name not in SEEN_TO_READ],
    ids=lambda row: row.name,
)
def test_engine__reads_its_documents(tmp_path: Path, engine: Engine) -> None:
    given = [sheet.document for place in places_in(engine) for sheet in sheets_of_texts(engine.reads, place, "xy")]
    made = engine.convert(given, tmp_path)
    is_read = _EVIDENCE[engine.name]
    assert not [text for before, text in zip(given, made, strict=True) if not is_read(before, str(text))]
    assert not any(is_read(text, text) for text in given), "an engine that returns its documents would pass too"
