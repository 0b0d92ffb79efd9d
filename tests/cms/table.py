"""The manual's table of what arrives in a CMS, generated from the rows that the tests run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.cms.target import Result, Target

_SYMBOLS: Mapping[Result, str] = {
    "exact": "✓",
    "sends nothing": "✗",
    "dropped": "\u2013",
    "shown as text": "*text*",
    "another value": "*other*",
}

_COLUMNS: Mapping[str, Sequence[str]] = {
    "Inline: button, link, script": ("inline button", "inline link", "script"),
    "Data: button, link": ("data button", "data link"),
    "Link with a class": ("class link",),
    "Ordinary link": ("plain link",),
}
"""The forms in each column."""


def table(targets: Sequence[Target], places: Mapping[str, Sequence[str]]) -> str:
    """The table: one line for all targets of a destination with the same results."""
    alike: dict[tuple[str, tuple[Result, ...]], list[Target]] = {}
    for target in targets:
        destination = next((name for name, there in places.items() if target.name in there), "")
        alike.setdefault((destination, tuple(target.results.values())), []).append(target)
    header = [["Target", *_COLUMNS, "`--for`"], ["---"] * (2 + len(_COLUMNS))]
    lines = [*header, *(_cells(group, destination) for (destination, _), group in alike.items())]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _cells(targets: Sequence[Target], destination: str) -> list[str]:
    results = targets[0].results
    return [
        "; ".join(f"{target.name} ({target.version})" for target in targets),
        *(" ".join(_SYMBOLS[results[form]] for form in forms) for forms in _COLUMNS.values()),
        f"`{destination}`" if destination else "",
    ]
