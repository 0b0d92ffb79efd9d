"""Every engine leaves every snippet unchanged, in every place that the manual's table promises.

The tests also assert that a place which the table does not promise fails, so that the table is right both ways.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence

import pytest

from tests.engines.cases import Case
from tests.engines.driver import Driver
from tests.engines.engine import Reads
from tests.engines.engine_pages import Sheet, look, sheet_of, sheets_of_texts
from tests.engines.label_changes import beyond
from tests.engines.mismatches import Mismatch, report, taken_apart
from tests.engines.places import places_in
from tests.engines.rows import BY_NAME, ENGINES
from tests.hostile import CUT_TEXTS

_SOME_TEXTS = [text for at, text in enumerate(CUT_TEXTS) if at % 3 == 0 or len(text) == 1]
"""Enough for places that differ little from others."""


def _texts_in(place: str) -> Sequence[str]:
    """The texts for the place: all of them in files, scripts and plain buttons."""
    return _SOME_TEXTS if place.startswith(("link", "marked")) else CUT_TEXTS


@functools.cache
def _sheets(reads: Reads, place: str) -> Sequence[Sheet]:
    """The documents for all engines of the language."""
    return sheets_of_texts(reads, place, _texts_in(place))


Found = Callable[[str], Mapping[str, list[Mismatch]]]


@pytest.fixture(scope="module")
def found(driver: Driver, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Returns what an engine alters, by place; each engine runs once, for all places."""

    @functools.cache
    def found_by(name: str) -> Mapping[str, list[Mismatch]]:
        engine = BY_NAME[name]
        engine.find()
        sheets = [sheet for place in places_in(engine) for sheet in _sheets(engine.reads, place)]
        return look(driver, engine, sheets, tmp_path_factory.mktemp("engine"))

    return found_by


@pytest.mark.parametrize(("name", "place"), [(engine.name, place) for engine in ENGINES for place in places_in(engine)])
def test_engine__leaves_every_snippet_as_it_is(
    driver: Driver, found: Found, tmp_path_factory: pytest.TempPathFactory, name: str, place: str
) -> None:
    engine = BY_NAME[name]
    mismatches = found(name)[place]

    def look_again(parts: Sequence[Sequence[Case]]) -> list[Mismatch]:
        sheets = [sheet_of(engine.reads, place, cases) for cases in parts]
        return list(look(driver, engine, sheets, tmp_path_factory.mktemp("engine"))[place])

    if place in engine.not_promised:
        assert mismatches, "nothing is altered, so it can be promised after all"
    elif place in engine.label_not_promised:
        change = engine.label_not_promised[place]
        assert {mismatch.what for mismatch in mismatches} >= set(change.may), "less is altered than the reason says"
        assert not beyond(change, mismatches), report(beyond(change, mismatches))
    else:
        blamed = taken_apart(mismatches, look_again)
        assert not blamed, report(blamed)
