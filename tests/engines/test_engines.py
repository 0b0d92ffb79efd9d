"""Every engine leaves every snippet as it is, in every place that the README's table promises.

Weaker escapes show that the engines do read the snippets, and that the check would turn red.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence

import pytest

from rtpsnippets import html, javascript
from tests.engines.cases import Case, case_of
from tests.engines.driver import Driver
from tests.engines.engine import Engine
from tests.engines.engine_pages import Sheet, look
from tests.engines.mismatches import Mismatch, report, sheets_of, taken_apart
from tests.engines.places import format_of, places_of
from tests.engines.rows import ENGINES
from tests.hostile import TEXTS

_TEXTS = list(dict.fromkeys(text[:200] for text in TEXTS))
"""All texts, the long ones cut: they cost some engines seconds each, and docutils refuses lines that are long."""

_A_DOCUMENT = 50

_BY_NAME: Mapping[str, Engine] = {engine.name: engine for engine in ENGINES}

Found = Callable[[str], Mapping[str, list[Mismatch]]]


def _sheets(place: str, texts: Sequence[str]) -> list[Sheet]:
    """The documents that have the texts in the place."""
    cases = [case_of(text, format_of(place)) for text in texts]
    return [Sheet(place, part) for part in sheets_of(cases, _A_DOCUMENT)]


@pytest.fixture(scope="module")
def found(driver: Driver, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """From the name of an engine to what it alters, by the place: each engine runs once, for all places."""

    @functools.cache
    def found_by(name: str) -> Mapping[str, list[Mismatch]]:
        sheets = [sheet for place in places_of(_BY_NAME[name].reads) for sheet in _sheets(place, _TEXTS)]
        return look(driver, _BY_NAME[name], sheets, tmp_path_factory.mktemp("engine"))

    return found_by


@pytest.mark.parametrize(
    ("name", "place"), [(engine.name, place) for engine in ENGINES for place in places_of(engine.reads)]
)
def test_engine__leaves_every_snippet_as_it_is(
    driver: Driver, found: Found, tmp_path_factory: pytest.TempPathFactory, name: str, place: str
) -> None:
    engine = _BY_NAME[name]
    mismatches = found(name)[place]

    def look_again(parts: Sequence[Sequence[Case]]) -> list[Mismatch]:
        sheets = [Sheet(place, cases) for cases in parts]
        return list(look(driver, engine, sheets, tmp_path_factory.mktemp("engine"))[place])

    if place in engine.not_promised:
        assert mismatches, "nothing is altered, so it can be promised after all"
    elif place in engine.label_not_promised:
        assert {mismatch.what for mismatch in mismatches} == {"labels"}, report(mismatches)
    else:
        blamed = taken_apart(mismatches, look_again)
        assert not blamed, report(blamed)


_MARKUP = ("{{ x }}", "{% x %}", "${x(}", "<%= x( %>", "<?= x( ?>", "*x*", "a|b", "a -- b")
"""What the engines act on, one or another of it each."""

_ACTIVE = ("template", "markdown", "textile")
"""The languages whose engines read what stands in a snippet; the others know HTML or JavaScript for what it is."""


@pytest.fixture
def _weak_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a browser needs and no more: in literals, and MarkupSafe's five characters in labels."""
    monkeypatch.setattr(javascript, "_ESCAPED", re.compile(r"['\"\\\n]"))
    for name in ("_REFERENCED", "_REFERENCED_IN_TEXT"):
        monkeypatch.setattr(html, name, re.compile("[&<>\"']"))


@pytest.mark.usefixtures("_weak_escapes")
@pytest.mark.parametrize("name", [engine.name for engine in ENGINES if engine.reads in _ACTIVE])
def test_engine__alters_snippets_with_weaker_escapes(
    driver: Driver, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    sheets = [sheet for text in _MARKUP for sheet in _sheets("button in a sentence", [text])]
    mismatches = look(driver, _BY_NAME[name], sheets, tmp_path_factory.mktemp("engine"))
    assert mismatches["button in a sentence"]


@pytest.mark.usefixtures("_weak_escapes")
def test_browser__alone_alters_no_snippet_with_weaker_escapes(
    driver: Driver, tmp_path_factory: pytest.TempPathFactory
) -> None:
    reader = Engine("an engine that changes nothing", "html", lambda documents, _: documents)
    sheets = [sheet for place in places_of("html") for sheet in _sheets(place, _MARKUP)]
    found = look(driver, reader, sheets, tmp_path_factory.mktemp("engine"))
    assert not any(found.values()), report([mismatch for place in found.values() for mismatch in place])
