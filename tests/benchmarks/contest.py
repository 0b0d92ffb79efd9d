"""Run our code and its peers in turns, and compare each round: whatever slows the machine down affects both."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

ROUNDS = 7
"""The default number of rounds."""


class Run(NamedTuple):
    """Something to time: a function, how often it runs in a row, and how many things each run does."""

    work: Callable[[], object]
    times: int = 1
    things: int = 1


class Peer(NamedTuple):
    """What our code is compared with, and the limit: the largest allowed ratio of our time to the peer's."""

    run: Run
    limit: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of the table; amounts are in seconds unless it has a unit."""

    what: str
    peer: str
    ours: float
    theirs: float
    ratio: float
    limit: float
    unit: str = "s"

    @property
    def is_met(self) -> bool:
        """Whether our code is within the limit."""
        return self.ratio <= self.limit


def contest(what: str, ours: Run, peers: Mapping[str, Peer], rounds: int) -> Iterator[Comparison]:
    """Compare our code with each peer: the medians of all rounds, also of the ratios."""
    seconds: dict[str, list[float]] = {name: [] for name in ("", *peers)}
    for _ in range(rounds):
        seconds[""].append(_seconds(ours))
        for name, peer in peers.items():
            seconds[name].append(_seconds(peer.run))
    for name, peer in peers.items():
        ratio = median(own / other for own, other in zip(seconds[""], seconds[name], strict=True))
        yield Comparison(what, name, median(seconds[""]), median(seconds[name]), ratio, peer.limit)


def _seconds(run: Run) -> float:
    """Return the time for one thing."""
    work = run.work
    gc.collect()  # each pays for its own garbage, not for that of the run before
    start = time.perf_counter()
    for _ in range(run.times):
        work()
    return (time.perf_counter() - start) / (run.times * run.things)
