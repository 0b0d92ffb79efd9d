"""Let ours and its peers run in turns, and compare each round: what slows the machine down slows down both."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

ROUNDS = 7
"""How often each runs, unless more or fewer are asked for."""


class Run(NamedTuple):
    """Something to time: what is done, how often in a row, and how many things each time does, which share the time."""

    work: Callable[[], object]
    times: int = 1
    things: int = 1


class Peer(NamedTuple):
    """What ours is compared with, and the ratio that it must keep to: ours is to take at most so much of its time."""

    run: Run
    limit: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of the table; what one thing takes is in seconds, or else in the unit."""

    what: str
    peer: str
    ours: float
    theirs: float
    ratio: float
    limit: float
    unit: str = "s"

    @property
    def is_met(self) -> bool:
        """Whether ours keeps to its limit."""
        return self.ratio <= self.limit


def contest(what: str, ours: Run, peers: Mapping[str, Peer], rounds: int) -> Iterator[Comparison]:
    """Compare ours with each of its peers: medians of all rounds, for the ratio those of the ratios."""
    seconds: dict[str, list[float]] = {name: [] for name in ("", *peers)}
    for _ in range(rounds):
        seconds[""].append(_seconds(ours))
        for name, peer in peers.items():
            seconds[name].append(_seconds(peer.run))
    for name, peer in peers.items():
        ratio = median(own / other for own, other in zip(seconds[""], seconds[name], strict=True))
        yield Comparison(what, name, median(seconds[""]), median(seconds[name]), ratio, peer.limit)


def _seconds(run: Run) -> float:
    """What one thing takes now."""
    work = run.work
    gc.collect()  # each pays for its own garbage, and not for that of the one before
    start = time.perf_counter()
    for _ in range(run.times):
        work()
    return (time.perf_counter() - start) / (run.times * run.things)
