"""Measure what the plugins add to the build of a site of 2,000 pages, one in ten of which sends events.

Whole builds vary more between runs than by what we add. So each build reports how much time it spent in our code, which
is compared with the rest of the build. Whole builds are compared too, with a limit that allows for the noise. All times
are processor time. The themes are plain: a rich one would hide what we add.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.contest import Comparison
from tests.benchmarks.sites import make_site

_LIMIT = 1.03
_LIMIT_OF_WHOLE = 1.1
_MOST_ROUNDS = 2
_PAGES = 2_000
_HOSTS = {"mkdocs": "MkDocs", "pelican": "Pelican", "sphinx": "Sphinx"}
_Measured = Mapping[str, float]

_SITES = {"without": ("plain", 0), "unused": ("plain", 10), "few": ("marked", 10), "many": ("marked", 5_000)}
"""What the pages contain, and how many events are defined; with none, our plugin is not used."""


def comparisons(rounds: int) -> Iterator[Comparison]:
    """Compare builds with and without our plugin, in turns; in at most two rounds, since each build takes long."""
    for host, name in _HOSTS.items():
        measured: dict[str, list[_Measured]] = {site: [] for site in _SITES}
        for _ in range(min(rounds, _MOST_ROUNDS)):
            for site, (kind, events) in _SITES.items():
                measured[site].append(_built(host, kind, events))
        yield from _compared(f"{name}, {_PAGES:,} pages", measured)


def _built(host: str, kind: str, events: int) -> _Measured:
    """Return the times of the build of a new site, in its own process."""
    with TemporaryDirectory() as folder:
        site = make_site(Path(folder, "site"), host, _PAGES, kind, events)
        command = [sys.executable, "-m", "tests.benchmarks.build_site", host, str(site)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    measured: _Measured = json.loads(done.stdout)
    return measured


def _compared(what: str, measured: Mapping[str, list[_Measured]]) -> Iterator[Comparison]:
    added = {site: median(build["ours"] for build in builds) for site, builds in measured.items()}
    reading = {site: median(build["reading"] for build in builds) for site, builds in measured.items()}
    host = median(build["all"] - build["ours"] for builds in measured.values() for build in builds)
    few, unused = host + added["few"], host + added["unused"]
    many = host + added["many"]
    rest = "what is left without us"
    yield _line(f"{what}, 10 events", rest, few, host)
    yield _line(f"{what}, 5,000 events, once read", rest, many - reading["many"], host)
    yield _line(f"{what}, no page uses us", rest, unused, host)
    yield _line(f"{what}, 5,000 events", "10 events", many, few)
    for site, label in (("few", "10 events"), ("many", "5,000 events"), ("unused", "no page uses us")):
        rounds = zip(measured[site], measured["without"], strict=True)
        ratio = median(ours["all"] / theirs["all"] for ours, theirs in rounds)
        whole = [median(build["all"] for build in measured[each]) for each in (site, "without")]
        yield Comparison(f"{what}, {label}", "whole builds without us", whole[0], whole[1], ratio, _LIMIT_OF_WHOLE)


def _line(what: str, peer: str, ours: float, theirs: float) -> Comparison:
    return Comparison(what, peer, ours, theirs, ours / theirs, _LIMIT)
