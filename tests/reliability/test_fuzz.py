"""A small share of the fuzzing, and that the fuzzer would find what it looks for."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from tests.clean_environment import CHECKOUT
from tests.hostile_documents.documents import FORMATS
from tests.reliability import command, fuzz
from tests.reliability.mutated_documents import MOST, Mutations

Broken = Callable[[], object]


def _fuzz(*arguments: str, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "tests.reliability.fuzz", *arguments]
    environment = {"PYTHONHASHSEED": hash_seed}
    return subprocess.run(program, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("format", FORMATS)
def test_fuzz__no_document_makes_the_command_fail(format: str, tmp_path: Path) -> None:
    done = _fuzz("--format", format, "--save", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.match(rf"{format}: seed 1, 2000 documents, \d+ accepted, \d+ refused, 0 failed; ", done.stdout)
    assert list(tmp_path.iterdir()) == []


def test_fuzz__documents_are_the_same_whatever_the_hash_seed() -> None:
    first, second = (_digests(_fuzz("--count", "50", hash_seed=seed).stdout) for seed in ("1", "2"))
    assert len(first) == len(FORMATS)
    assert first == second


def _digests(printed: str) -> list[str]:
    return re.findall(r"digest (\w+)", printed)


def test_mutations__differ_with_the_seed_and_stay_small() -> None:
    first, second = ([*islice(Mutations("yaml", seed), 200)] for seed in (1, 2))
    assert first != second
    assert len(set(first)) > 190
    assert max(map(len, first)) <= MOST


def _raise() -> object:
    raise RecursionError("too deep")


def _exit_with_3() -> object:
    sys.exit(3)


def _print_an_escape_sequence() -> object:
    print("\x1b[31m")
    sys.exit(0)


def _refuse_without_a_problem() -> object:
    sys.exit(1)


def _forget_the_fix() -> object:
    print("<stdin>:1: is wrong\nFound 1 problem.", file=sys.stderr)
    sys.exit(1)


def _name_a_missing_line() -> object:
    print("<stdin>:9999: is wrong\n    fix it\nFound 1 problem.", file=sys.stderr)
    sys.exit(1)


def _print_no_json() -> object:
    print("{")
    sys.exit(0)


def _take_long() -> object:
    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass
    sys.exit(0)


def _never_end() -> object:
    while True:
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        (_raise, "raised RecursionError: too deep"),
        (_exit_with_3, "ended with 3"),
        (_print_an_escape_sequence, "printed U+001B"),
        (_refuse_without_a_problem, "refused without a problem"),
        (_forget_the_fix, "no fix: <stdin>:1: is wrong"),
        (_name_a_missing_line, "a line beyond the end of the file: <stdin>:9999"),
        (_take_long, "took 0."),
        (_print_no_json, "is accepted, but its snippets are not valid JSON: exit 0"),
        (_never_end, "took more than 2 s"),
    ],
)
def test_fuzz__fails_and_saves_the_document(
    broken: Broken, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "main", broken)
    monkeypatch.setattr(fuzz, "SECONDS", 0.1)
    monkeypatch.setattr(fuzz, "HANGS", 2)
    assert fuzz.main(["--count", "1", "--format", "json", "--save", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert found in printed
    (saved,) = tmp_path.iterdir()
    assert f"again: rtpsnippets check --input-format json - < {saved}" in printed
    assert saved.read_bytes() == next(Mutations("json", 1))


def test_fuzz__fails_if_the_process_takes_much_memory(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "MEGABYTES", 1)
    assert fuzz.main(["--count", "1", "--format", "json"]) == 1
    assert "more than 1" in capsys.readouterr().out
