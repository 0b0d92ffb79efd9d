"""A small share of the random programs, and that the fuzzer would find what it looks for."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

import pytest

from rtpsnippets.site.javascript.model import Call, Script
from tests.engines.oracle import Recorder, read
from tests.reliability import fuzz_programs
from tests.reliability.fuzz_programs import main, shortened, try_share
from tests.reliability.made_programs import MadePrograms


def test_fuzz_programs__all_are_read_as_they_send(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--count", "3000", "--save", str(tmp_path)]) == 0, capsys.readouterr().out
    found = re.match(
        r"seed 1, 3000 programs, (\d+) refused, (\d+) send events, (\d+) calls known, 0 failed; ",
        capsys.readouterr().out,
    )
    assert found
    refused, sending, known = map(int, found.groups())
    assert refused < 100  # nearly all are valid, and many of them do something
    assert sending > 1500
    assert known > 1000
    assert list(tmp_path.iterdir()) == []


def test_made_programs__differ_with_the_seed() -> None:
    first, again, second = ([*islice(MadePrograms(seed), 100)] for seed in ("1", "1", "2"))
    assert first == again != second


def test_try_share__is_the_same_for_a_seed() -> None:
    assert try_share("1", 60) == try_share("1", 60) != try_share("2", 60)


def _silent(_: str) -> Script:
    return Script()


def _guess(code: str) -> Script:
    script = read(code)
    return Script(tuple(Call(call.span, ("guessed",)) for call in script.calls))


def _raise(_: str) -> Script:
    raise RecursionError("deep")


@pytest.mark.parametrize(
    ("reader", "complaint"),
    [(_silent, "without being read"), (_guess, "not 'guessed'"), (_raise, "raised RecursionError: deep")],
)
def test_try_share__sees_what_is_wrong(reader: object, complaint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz_programs, "read", reader)
    tally = try_share("1", 5)
    assert complaint in str(tally.failures)


def test_shortened__keeps_what_still_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz_programs, "read", _silent)
    sent = "rtp('send', 'event', {value: 'A'});"
    with Recorder() as recorder:
        assert shortened(f"var a = 1;\nif (a) {{\n{sent}\n}}\n{sent}\na++;", recorder) == sent
