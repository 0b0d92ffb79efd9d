"""Print comparisons as a table, and write them as JSON.

>>> from tests.benchmarks.contest import Comparison
>>> print(line(Comparison("literal", "json.dumps", 2e-6, 1e-6, 2.0, 1.2)).split())
['literal', 'json.dumps', '2', 'us', '1', 'us', '2.00', '1.2', 'MISSED']
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from tests.benchmarks.contest import Comparison

_COLUMNS = "{:<58} {:<34} {:>9} {:>9} {:>6} {:>6}  {}"
_UNITS = {"s": 1, "ms": 1e-3, "us": 1e-6, "ns": 1e-9}


def header() -> str:
    """The names of the columns."""
    return _COLUMNS.format("what", "peer", "ours", "peer's", "ratio", "limit", "gate")


def line(comparison: Comparison) -> str:
    """The line of one comparison."""
    ours, theirs = (_amount(number, comparison.unit) for number in (comparison.ours, comparison.theirs))
    met = "met" if comparison.is_met else "MISSED"
    limit = f"{comparison.limit:g}"
    return _COLUMNS.format(comparison.what, comparison.peer, ours, theirs, f"{comparison.ratio:.2f}", limit, met)


def to_json(comparisons: Iterable[Comparison]) -> str:
    """All comparisons as JSON: a list of objects and a final newline."""
    rows = [{**asdict(comparison), "is_met": comparison.is_met} for comparison in comparisons]
    return json.dumps(rows, indent=2) + "\n"


def _amount(number: float, unit: str) -> str:
    if unit != "s":
        return f"{number:.3g} {unit}"
    unit = next((name for name, size in _UNITS.items() if number >= size), "ns")
    return f"{number / _UNITS[unit]:.3g} {unit}"
