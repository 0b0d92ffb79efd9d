"""The manual's table of engines and places, generated from the rows that the tests run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.engines.engine import Engine
from tests.engines.places import PLACES, places_in

_SYSTEM = "Debian 12"
"""Whose package it is, for engines without their own version."""


def table(engines: Sequence[Engine]) -> str:
    """The table, and below it the numbered reasons for what isn't supported."""
    reasons = _reasons(engines)
    header = [_line(["Engine", "Version", *PLACES]), _line(["---"] * (2 + len(PLACES)))]
    lines = [_line(_cells(engine, reasons)) for engine in engines]
    return "\n".join([*header, *lines, "", *(f"{number}. {reason}" for number, reason in enumerate(reasons, 1)), ""])


def _reasons(engines: Sequence[Engine]) -> list[str]:
    """Each reason once, in the order of the rows."""
    reasons = (reason for engine in engines for reason in (*engine.not_promised.values(), *_label_reasons(engine)))
    return list(dict.fromkeys(reasons))


def _label_reasons(engine: Engine) -> Iterator[str]:
    return (change.reason for change in engine.label_not_promised.values())


def _cells(engine: Engine, reasons: Sequence[str]) -> Iterator[str]:
    yield from (engine.name, engine.version or _SYSTEM)
    for place in PLACES:
        if place not in places_in(engine):
            yield ""
        elif place in engine.not_promised:
            yield f"✗ {reasons.index(engine.not_promised[place]) + 1}"
        elif place in engine.label_not_promised:
            yield f"(✓) {reasons.index(engine.label_not_promised[place].reason) + 1}"
        else:
            yield "✓"


def _line(cells: Sequence[str] | Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
