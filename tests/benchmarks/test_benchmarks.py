"""The benchmarks: the order of runs, the comparison and the table. No test asserts how fast anything is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks import checkers
from tests.benchmarks.contest import Comparison, Peer, Run, contest
from tests.benchmarks.table import line, to_json
from tests.clean_environment import CHECKOUT
from tests.engines.prepared import find_node, installed


def test_contest__ours_and_its_peers_run_in_turns() -> None:
    ran: list[str] = []
    peers = {name: Peer(Run(lambda name=name: ran.append(name)), 1.0) for name in ("a", "b")}  # type: ignore[misc]
    found = list(contest("what", Run(lambda: ran.append("ours"), times=2), peers, rounds=2))
    assert ran == ["ours", "ours", "a", "b"] * 2
    assert [(comparison.what, comparison.peer) for comparison in found] == [("what", "a"), ("what", "b")]


@pytest.mark.parametrize(("ratio", "said"), [(1.5, "met"), (1.51, "MISSED")])
def test_line__says_whether_the_limit_is_met(ratio: float, said: str) -> None:
    assert line(Comparison("build", "plain writing", 3e-3, 2e-3, ratio, 1.5)).split()[-1] == said


def test_line__a_figure_may_have_its_own_unit() -> None:
    assert "0.48 kB" in line(Comparison("memory", "a kilobyte", 0.48, 1, 0.48, 1.5, "kB"))


def test_benchmarks__one_command_writes_what_it_prints(tmp_path: Path) -> None:
    output = tmp_path / "new" / "table.json"
    command = [sys.executable, "-m", "tests.benchmarks", "literals", "--rounds", "1", "--output", str(output)]
    ran = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    written = json.loads(output.read_text("utf-8"))
    assert ran.returncode == (0 if all(row["is_met"] for row in written) else 1), ran.stderr
    assert ran.stdout.splitlines()[1:-1] == [line(_comparison(row)) for row in written]
    assert output.read_text("utf-8") == to_json(map(_comparison, written))


def test_checkers__each_finds_what_is_wrong_with_a_page() -> None:
    find_node()
    installed("htmlproofer")
    found = checkers.comparisons(1, pages=2)
    assert [comparison.peer for comparison in found] == ["html-validate", "HTML-Proofer"]


def _comparison(row: dict[str, object]) -> Comparison:
    return Comparison(**{name: value for name, value in row.items() if name != "is_met"})  # type: ignore[arg-type]


def test_benchmarks__an_unknown_name_is_wrong_usage() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "literal"]
    ran = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "there is no benchmark literal: take some of literals, buttons," in ran.stderr
