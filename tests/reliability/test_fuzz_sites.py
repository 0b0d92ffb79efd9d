"""A small share of the fuzzing of sites, and that the fuzzer would find what it looks for."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from tests.clean_environment import CHECKOUT
from tests.reliability import fuzz_sites
from tests.reliability.mutated_sites import MOST, SUFFIXES, MutatedSites


def _fuzz(*arguments: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "tests.reliability.fuzz_sites", *arguments]
    return subprocess.run(program, cwd=CHECKOUT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("kind", SUFFIXES)
def test_fuzz_sites__no_file_makes_the_readers_fail(kind: str, tmp_path: Path) -> None:
    done = _fuzz("--kind", kind, "--save", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    found = re.match(rf"{kind}: seed 1, 1000 files, (\d+) calls, (\d+) events, \d+ skipped, 0 failed; ", done.stdout)
    assert found
    assert min(map(int, found.groups())) > 100  # many of the files are still valid
    assert list(tmp_path.iterdir()) == []


def test_mutated_sites__differ_with_the_seed_and_stay_small() -> None:
    first, again, second = ([*islice(MutatedSites("page", seed), 100)] for seed in ("1", "1", "2"))
    assert first == again != second
    assert max(map(len, first)) <= MOST


_PLANTED = """
import os, signal, sys
from tests.reliability import fuzz_sites, judged_sites
reader = judged_sites.read_site_file
number = 0
def broken(path, *limits):
    global number
    number += 1
    if {when}:
        {what}
    return reader(path, *limits)
judged_sites.read_site_file = broken
{before}
sys.exit(fuzz_sites.main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("what", "before", "found"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "", "ended the process with SIGSEGV"),
        ("raise RecursionError('deep')", "", "raised RecursionError: deep"),
        ("while True: pass", "fuzz_sites.HANGS = 1", "ended the process with SIGALRM"),
        ("bytearray(200_000_000)", "fuzz_sites.MEGABYTES = 150", "took "),
        ("return judged_sites.SiteFile(path)", "", "is skipped without a reason"),
    ],
)
def test_fuzz_sites__fails_and_saves_the_file(  # noqa: PLR0913, PLR0917 (the columns of the table)
    what: str,
    before: str,
    found: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    # Only the first file of the first process: the replacement process starts with the second one.
    planted = _PLANTED.format(when="number == 1 and sys.argv[3] == '0'", what=what, before=before)
    monkeypatch.setattr(fuzz_sites, "PROGRAM", (sys.executable, "-c", planted))
    assert fuzz_sites.main(["--count", "3", "--kind", "page", "--save", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert "3 files" in printed
    assert "1 failed" in printed
    assert found in printed
    (saved,) = tmp_path.iterdir()
    assert saved.read_bytes() == next(MutatedSites("page", "1.0"))
