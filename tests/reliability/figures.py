"""Count the results of many trials, print them, and exit accordingly."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NoReturn


def tally(outcomes: Iterable[tuple[Iterable[str], Iterable[str]]]) -> tuple[Counter[str], list[str]]:
    """Count how often each result was seen, and collect all complaints."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for seen, complaints in outcomes:
        counts.update(seen)
        wrong += complaints
    return counts, wrong


def conclude(counts: Counter[str], wrong: Sequence[str], what: str) -> NoReturn:
    """Print the counts and the complaints of `what`, and exit with 1 if there is any complaint."""
    for seen, count in counts.most_common():
        print(f"{count:6} {seen}")
    print("\n".join([*wrong, f"{what}, {len(wrong)} complaints"]))
    sys.exit(bool(wrong))
