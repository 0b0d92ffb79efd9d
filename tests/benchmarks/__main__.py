"""Run the benchmarks, print a table of them, and write it as JSON.

    python -m tests.benchmarks literals buttons --rounds 15

Without names, all run. The table has a line for each peer, with our time and the peer's. The ratio is the median of
all rounds and must not exceed the limit; otherwise the exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.benchmarks import (
    audit,
    buttons,
    checkers,
    growth,
    literals,
    long_fields,
    one_file,
    plugins,
    start_up,
    unchanged_build,
)
from tests.benchmarks.contest import ROUNDS
from tests.benchmarks.table import header, line, to_json

BENCHMARKS = {
    "literals": literals.comparisons,
    "buttons": buttons.comparisons,
    "one-file": one_file.comparisons,
    "unchanged-build": unchanged_build.comparisons,
    "start-up": start_up.comparisons,
    "growth": growth.comparisons,
    "plugins": plugins.comparisons,
    "audit": audit.comparisons,
    "checkers": checkers.comparisons,
    "long-fields": long_fields.comparisons,
}
"""The benchmarks by name, in the order in which they run."""


def main() -> None:
    """Run the benchmarks that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which of {', '.join(BENCHMARKS)}")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often each runs; {ROUNDS} without this")
    parser.add_argument(
        "--output", type=Path, default=Path("build/benchmarks.json"), help="write the table as JSON to this file"
    )
    given = parser.parse_args()
    if unknown := [name for name in given.names if name not in BENCHMARKS]:
        parser.error(f"there is no benchmark {', '.join(unknown)}: take some of {', '.join(BENCHMARKS)}")
    made = []
    print(header())
    for name in given.names or BENCHMARKS:
        for comparison in BENCHMARKS[name](given.rounds):
            print(line(comparison), flush=True)
            made.append(comparison)
    given.output.parent.mkdir(parents=True, exist_ok=True)
    given.output.write_text(to_json(made), "utf-8")
    missed = sum(not comparison.is_met for comparison in made)
    print(f"{len(made)} comparisons, {missed} above the limit; written to {given.output}")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
