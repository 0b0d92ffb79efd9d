"""The manual's table says for each engine and place what the tests assert."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from tests.engines.engine import Engine
from tests.engines.label_changes import elements_made
from tests.engines.places import PLACES, output_of, places_in
from tests.engines.rows import ENGINES
from tests.engines.table import table

_CHANGE = elements_made("x.", "")


def _convert(documents: Sequence[str], _: Path) -> Sequence[str]:
    return documents


def _unique(names: Iterable[str]) -> bool:
    listed = list(names)
    return len(listed) == len(set(listed))


def test_engines__have_unique_names() -> None:
    assert _unique(engine.name for engine in ENGINES)


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_engines__have_exceptions_only_for_their_places(engine: Engine) -> None:
    exceptions = [*engine.not_promised, *engine.label_not_promised]
    assert set(exceptions) <= set(places_in(engine))
    assert _unique(exceptions)


def test_places__have_snippets_of_every_kind() -> None:
    assert {output_of(place) for place in PLACES} == {"js", "script", "button", "guarded link", "marked button"}


def test_table__says_what_is_promised_and_why_the_rest_is_not() -> None:
    engines = [
        Engine("all", "template", _convert, "1.2"),
        Engine("no tables", "markdown", _convert, has_tables=False),
        Engine("some", "javascript", _convert, not_promised={"js": "It eats them."}),
        Engine(
            "same", "markdown", _convert, not_promised={"js": "It eats them."}, label_not_promised={"button": _CHANGE}
        ),
    ]
    assert table(engines).splitlines() == [
        f"| Engine | Version | {' | '.join(PLACES)} |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "| all | 1.2 | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ |",
        "| no tables | Debian 12 | ✓ | ✓ | ✓ | ✓ |  | ✓ | ✓ |  |  |  |",
        "| some | Debian 12 | ✗ 1 |  |  |  |  |  |  |  |  | ✓ |",
        "| same | Debian 12 | ✗ 1 | ✓ | (✓) 2 | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ |  |",
        "",
        "1. It eats them.",
        "2. x.",
    ]
