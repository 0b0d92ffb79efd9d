"""A call in its own process can only break itself, and its result is reported."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.reliability.apart import Apart, apart
from tests.reliability.memory import peak_memory

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no fork")


def planted(what: str) -> float:
    """Run the code, and return the peak memory of the process."""
    exec(what)  # noqa: S102 (lines of the tests below)
    return peak_memory()


@pytest.fixture(scope="module")
def call() -> Iterator[Apart]:
    with apart("tests.reliability.test_apart:planted") as called:
        yield called


@pytest.mark.parametrize(
    ("what", "failure"),
    [
        ("import os; os.kill(os.getpid(), 11)", "ended with SIGSEGV"),
        ("while True: pass", "took more than 0.5 s"),
        ("raise SystemExit('gone')", "SystemExit: gone\n"),
    ],
)
def test_apart__how_a_process_ended_is_reported_and_the_next_call_is_answered(
    what: str, failure: str, call: Apart
) -> None:
    ended = call(0.5, what)
    assert ended.returned is None
    assert ended.failure.endswith(failure)
    assert call(60, "pass").failure == ""


def test_apart__only_the_memory_of_its_own_process_counts(call: Apart) -> None:
    before = call(60, "pass").returned
    assert call(60, "bytearray(200_000_000)").returned > before + 150
    assert call(60, "pass").returned < before + 20


def test_apart__changes_of_a_call_are_not_visible_to_others(call: Apart) -> None:
    assert call(60, "import os; os.environ['CHANGED'] = '1'").failure == ""
    assert call(60, "import os; assert 'CHANGED' not in os.environ").failure == ""
