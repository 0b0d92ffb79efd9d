"""The README's table of what arrives in a CMS, made of the rows that the tests run.

Usage: python -m tests.cms.table, which writes it into README.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.cms.rows import PLACES, TARGETS
from tests.cms.target import Result, Target
from tests.engines.table import README, with_made

_SIGNS: Mapping[Result, str] = {
    "exact": "✓",
    "sends nothing": "✗",
    "dropped": "\u2013",
    "shown as text": "*text*",
    "another value": "*other*",
}

_COLUMNS: Mapping[str, Sequence[str]] = {
    "inline: button, link, script": ("inline button", "inline link", "script"),
    "data: button, link": ("data button", "data link"),
    "link with a class": ("class link",),
    "ordinary link": ("plain link",),
}
"""The forms in each column."""


def table(targets: Sequence[Target], places: Mapping[str, Sequence[str]]) -> str:
    """The table: a line for all targets of a destination that do the same."""
    alike: dict[tuple[str, tuple[Result, ...]], list[Target]] = {}
    for target in targets:
        destination = next((name for name, there in places.items() if target.name in there), "")
        alike.setdefault((destination, tuple(target.results.values())), []).append(target)
    header = [["target", *_COLUMNS, "`--for`"], ["---"] * (2 + len(_COLUMNS))]
    lines = [*header, *(_cells(group, destination) for (destination, _), group in alike.items())]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def with_table(text: str) -> str:
    """The text of the README with the table between its two comments; raise `ValueError` where they aren't."""
    return with_made(text, "tests.cms.table", table(TARGETS, PLACES))


def _cells(targets: Sequence[Target], destination: str) -> list[str]:
    results = targets[0].results
    return [
        "; ".join(f"{target.name} ({target.version})" for target in targets),
        *(" ".join(_SIGNS[results[form]] for form in forms) for forms in _COLUMNS.values()),
        f"`{destination}`" if destination else "",
    ]


if __name__ == "__main__":
    README.write_text(with_table(README.read_text("utf-8")), "utf-8", newline="\n")
