"""The README's table of engines and places, made of the rows that the tests run.

Usage: python -m tests.engines.table, which writes it into README.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.engines.engine import Engine
from tests.engines.places import PLACES, places_in
from tests.engines.rows import ENGINES

README = Path(__file__).parents[2] / "README.md"

_SYSTEM = "Debian 12"
"""Whose package an engine is that has no version of its own."""

_ENDS = "<!-- What was made ends here. -->\n"


def table(engines: Sequence[Engine]) -> str:
    """The table, and below it the reasons for what isn't promised, by their numbers."""
    reasons = _reasons(engines)
    header = [_line(["engine", "version", *PLACES]), _line(["---"] * (2 + len(PLACES)))]
    lines = [_line(_cells(engine, reasons)) for engine in engines]
    return "\n".join([*header, *lines, "", *(f"{number}. {reason}" for number, reason in enumerate(reasons, 1)), ""])


def with_table(text: str, engines: Sequence[Engine]) -> str:
    """The text of the README with the table between its two comments; raise `ValueError` where they aren't."""
    return with_made(text, "tests.engines.table", table(engines))


def with_made(text: str, module: str, made: str) -> str:
    """The text with what the module made of it between two comments; raise `ValueError` where they aren't."""
    before, begins, rest = text.partition(f"<!-- What follows is made by: python -m {module} -->\n")
    _, ends, after = rest.partition(_ENDS)
    if not ends:
        raise ValueError("README.md has no place for the table")
    return f"{before}{begins}\n{made}\n{ends}{after}"


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


if __name__ == "__main__":
    README.write_text(with_table(README.read_text("utf-8"), ENGINES), "utf-8", newline="\n")
