"""No engine alters a label or an attribute of a snippet, whatever punctuation is in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.engines.cases import Case
from tests.engines.label_changes import beyond
from tests.engines.lost_escapes import lose_escape
from tests.engines.mismatches import Mismatch, report, sheets_of, taken_apart
from tests.engines.places import elements_of, is_in_sentence, output_of, places_in
from tests.engines.punctuation_texts import PUNCTUATION_TEXTS
from tests.engines.read_pages import read
from tests.engines.rows import BY_NAME, ENGINES

_A_DOCUMENT = 500


def _texts_in(place: str) -> Sequence[str]:
    """The texts for the place: all in plain buttons and in sentences, enough of them where little differs."""
    return PUNCTUATION_TEXTS if place == "button" or is_in_sentence(place) else PUNCTUATION_TEXTS[::3]


def _altered(name: str, place: str, texts: Sequence[str], folder: Path) -> list[Mismatch]:
    """What the engine alters, apart from what the table says."""
    engine = BY_NAME[name]
    engine.find()
    numbers = count()

    def look(parts: Sequence[Sequence[Case]], in_one: int) -> list[Mismatch]:
        new = folder / f"{next(numbers)}"
        new.mkdir()
        found = read(engine, place, parts, new, in_one)
        change = engine.label_not_promised.get(place)
        return beyond(change, found) if change else found

    cases = [Case(text, output_of(place), "x") for text in texts]
    # A sentence has two, so that a character in one could pair with the same in the other.
    found = look(sheets_of(cases, _A_DOCUMENT), 2 if is_in_sentence(place) else 1)
    return taken_apart(found, partial(look, in_one=1))


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("name", "place"),
    [
        (engine.name, place)
        for engine in ENGINES
        for place in places_in(engine)
        if place in elements_of(engine.reads) and place not in engine.not_promised
    ],
)
def test_engine__alters_no_punctuation(tmp_path: Path, name: str, place: str) -> None:
    mismatches = _altered(name, place, _texts_in(place), tmp_path)
    assert not mismatches, report(mismatches)


@pytest.mark.parametrize(
    "lost",
    [
        # The character, the engine, the place, and the text that it alters.
        ("*", "markdown-it-py (CommonMark)", "button in a sentence", "*x*"),
        ("_", "Textile", "link", "_blank x_"),
        ("@", "Textile", "link in a sentence", "info@example.com"),
        ("%", "Textile", "button in a sentence", "50% off"),
        (":", "Python-Markdown (pymdown-extensions)", "marked button in a table cell", ":smile:"),
    ],
    ids="-".join,
)
def test_engine__a_lost_escape_is_noticed_without_a_browser(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lost: tuple[str, str, str, str]
) -> None:
    character, name, place, text = lost
    lose_escape(monkeypatch, "label", character)
    assert _altered(name, place, [text, "x"], tmp_path)
