"""A run that is told to stop ends with the exit code of the signal, and says so."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from rtpsnippets.output.lock import locked
from rtpsnippets.signals import Stopped, stoppable
from tests.cli.events import Run

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals"),
    pytest.mark.usefixtures("signals_of_before"),
]


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_build__stopped_while_it_waits_for_another_one(
    name: str, code: int, events: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("site").mkdir()
    monkeypatch.setattr(time, "sleep", lambda _seconds: signal.raise_signal(getattr(signal, name)))
    with locked(Path("site")):
        done = events("build", "-o", "site")
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "stopped\n")
    assert list(Path("site").iterdir()) == []


def test_main__a_signal_while_the_program_is_loaded_ends_it_as_well(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Loader:
        """A module finder that receives the signal to stop."""

        @staticmethod
        def find_spec(name: str, *_rest: object) -> None:
            if name == "rtpsnippets.cli.commands.main":
                signal.raise_signal(signal.SIGINT)

    monkeypatch.delitem(sys.modules, "rtpsnippets.cli.commands.main", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Loader, *sys.meta_path])
    done = run("check")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "stopped\n")


def stop_thrice() -> None:
    try:
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGTERM)


def test_stoppable__a_second_signal_does_not_disturb_the_end_of_the_run() -> None:
    with pytest.raises(Stopped) as raised, stoppable():
        stop_thrice()
    assert raised.value.exit_code == 143


def test_stoppable__what_the_caller_ignores_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        with stoppable():
            signal.raise_signal(signal.SIGHUP)
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def handlers() -> list[object]:
    return [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]


def test_stoppable__afterwards_the_signals_are_as_before() -> None:
    before = handlers()
    with stoppable():
        assert handlers() != before
    assert handlers() == before
    with pytest.raises(OSError, match="x"), stoppable():
        raise OSError("x")
    assert handlers() == before


def test_stoppable__after_a_stop_the_signals_are_ignored_until_the_process_has_ended() -> None:
    with pytest.raises(Stopped), stoppable():
        signal.raise_signal(signal.SIGHUP)
    assert handlers() == [signal.SIG_IGN] * 3
