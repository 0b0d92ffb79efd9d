"""Measure `check`, `import` and `audit` with a field that is as long as its file may be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.contest import Comparison
from tests.reliability.apart import Apart, apart
from tests.reliability.command import Ran
from tests.reliability.long_fields import LONG_FIELDS, MEGABYTES_OF, arguments_for

_PART = 4
_LIMIT = 1.5
_SECONDS = 0.1
"""The time of a run that reads next to nothing: anything below it says nothing about the size."""
_HANGS = 120
_MB = 1_000_000


def comparisons(_rounds: int) -> Iterator[Comparison]:
    """Compare the time per byte of the largest file of each kind with one of a quarter of its size; measure its memory.

    Each runs once, since there are many of them.
    """
    with apart("tests.reliability.command:run_with") as run:
        for name, field in LONG_FIELDS.items():
            what = f"{name}, {field.size / _MB:g} MB"
            small, large = (_ran(run, name, size) for size in (field.size // _PART, field.size))
            seconds = [max(ran.seconds, _SECONDS) for ran in (small, large)]
            ratio = seconds[1] / (seconds[0] * _PART)
            yield Comparison(what, "a quarter of it", large.seconds, small.seconds, ratio, _LIMIT)
            most = MEGABYTES_OF[field.command]
            yield Comparison(what, "what it may take", large.memory, most, large.memory / most, 1.0, "MB")


def _ran(run: Apart, name: str, size: int) -> Ran:
    with TemporaryDirectory() as folder:
        ended = run(_HANGS, arguments_for(name, size, Path(folder)))
    return Ran(*ended.returned) if ended.returned else Ran(-1, "", ended.failure, _HANGS, 0)
