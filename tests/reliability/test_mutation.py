"""The complaints of mutation testing, and that its list fits the source; the command itself takes minutes."""

from __future__ import annotations

import pytest

from tests.clean_environment import CHECKOUT
from tests.reliability.mutation import TESTS, Mutant, Result, complaints, listed

SEEN = frozenset(Mutant("definitions/validate", "x = 1", f"x = {number}") for number in range(2, 21))
UNSEEN = Mutant("definitions/validate", "x = 1", "x = 0")
OTHER = Mutant("event", "x = 1", "x = 0")


@pytest.mark.parametrize(
    ("result", "known", "expected"),
    [
        (Result("definitions/validate", SEEN, frozenset(), 1.0), {}, []),
        (Result("definitions/validate", SEEN, frozenset({UNSEEN}), 1.0), {UNSEEN: "why"}, []),
        (Result("definitions/validate", SEEN, frozenset(), 1.0), {OTHER: "why"}, []),
        # 19 of 20 are 95%.
        (Result("definitions/validate", SEEN, frozenset({UNSEEN}), 1.0), {}, []),
        (Result("web/html", SEEN, frozenset({UNSEEN}), 1.0), {}, ["95.0% are detected, and 100% must be"]),
        (
            Result("definitions/validate", frozenset({*SEEN, UNSEEN}), frozenset(), 1.0),
            {UNSEEN: "why"},
            ["listed in mutants.toml, but detected"],
        ),
        (
            Result("definitions/validate", SEEN, frozenset(), 1.0),
            {UNSEEN: "why"},
            ["listed in mutants.toml, but no longer generated"],
        ),
    ],
)
def test_complaints__say_what_is_wrong_with_a_result(
    result: Result, known: dict[Mutant, str], expected: list[str]
) -> None:
    assert [complaint.split("\n")[0] for complaint in complaints(result, known)] == expected


@pytest.mark.parametrize("module", TESTS)
def test_tests__exist(module: str) -> None:
    assert [test for test in TESTS[module] if not (CHECKOUT / test.partition("::")[0]).exists()] == []


def test_listed__each_change_can_be_made_in_the_source_and_has_a_reason() -> None:
    for mutant, reason in listed().items():
        assert reason
        source = (CHECKOUT / "rtpsnippets" / f"{mutant.module}.py").read_text("utf-8")
        lines = [line.strip() for line in source.splitlines()]
        assert [line for line in mutant.line.splitlines() if line not in lines] == [], mutant
