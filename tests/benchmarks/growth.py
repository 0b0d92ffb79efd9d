"""Check that the time per event or value doesn't grow with their number, and measure the memory per event."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rtpsnippets import Event, render
from rtpsnippets.definitions.load import load
from rtpsnippets.snippets.bundle import files_of
from tests.benchmarks.contest import Comparison, Peer, Run, contest
from tests.benchmarks.documents import as_json

_MANY, _FEW = 100_000, 1_000
_LIMIT = 1.15
_KB = 1_000
_LIMIT_OF_MEMORY = 1.5
_LARGEST = 50_000_000


def comparisons(rounds: int) -> Iterator[Comparison]:
    """Compare many events with few, and many values with few; measure the memory of the events."""
    with TemporaryDirectory() as folder:
        many, few = Path(folder, "many.json"), Path(folder, "few.json")
        many.write_text(as_json(_MANY), "utf-8")
        few.write_text(as_json(_FEW), "utf-8")
        peer = Peer(Run(partial(_render_all, few), times=10, things=_FEW), _LIMIT)
        ours = Run(partial(_render_all, many), things=_MANY)
        yield from contest(f"an event of {_MANY:,}, JSON -> snippets", ours, {f"one of {_FEW:,}": peer}, rounds)
        values = [f"value {at}" for at in range(_MANY)]
        peer = Peer(Run(partial(_render_values, values[:_FEW]), times=10, things=_FEW), _LIMIT)
        ours = Run(partial(_render_values, values), things=_MANY)
        yield from contest(f"a value of {_MANY:,} of one event", ours, {f"one of {_FEW:,}": peer}, rounds)
        weight = _weight(many)
        yield Comparison("memory of an event", "a kilobyte", weight, 1.0, weight, _LIMIT_OF_MEMORY, "kB")


def _render_all(definitions: Path) -> None:
    files_of(load(definitions, max_bytes=_LARGEST).values())


def _render_values(values: Sequence[str]) -> None:
    for format in ("js", "script"):
        render(Event("many", values), format)


def _weight(definitions: Path) -> float:
    """Return how many kilobytes an event takes after it was read, including its strings."""
    load(definitions, max_bytes=_LARGEST)  # so that nothing is created for the first time below
    tracemalloc.start()
    events = load(definitions, max_bytes=_LARGEST)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return taken / len(events) / _KB
