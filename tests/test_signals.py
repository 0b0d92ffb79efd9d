"""Signals that say stop, while something must be whole."""

from __future__ import annotations

import os
import signal

import pytest

from rtpsnippets.signals import STOPPING, held_back, is_stop_waiting


class Arrived(Exception):  # noqa: N818 (a signal is no error)
    """A signal was delivered."""


def arrive(*_arguments: object) -> None:
    raise Arrived


@pytest.mark.skipif(os.name == "nt", reason="on Windows signals don't wait")
@pytest.mark.usefixtures("signals_of_before")
@pytest.mark.parametrize("number", STOPPING)
def test_held_back__a_signal_waits_for_the_end_and_that_is_seen(number: int) -> None:
    signal.signal(number, arrive)
    seen = []

    def arrives() -> None:
        with held_back():
            seen.append(is_stop_waiting())
            signal.raise_signal(number)
            seen.append(is_stop_waiting())

    with pytest.raises(Arrived):
        arrives()
    assert seen == [False, True]
    assert not is_stop_waiting()


@pytest.mark.skipif(os.name == "nt", reason="on Windows signals don't wait")
@pytest.mark.usefixtures("signals_of_before")
def test_is_stop_waiting__not_for_what_is_ignored_or_says_something_else() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
    with held_back():
        signal.raise_signal(signal.SIGHUP)
        signal.raise_signal(signal.SIGUSR1)
        assert not is_stop_waiting()
    signal.pthread_sigmask(signal.SIG_SETMASK, before)


def test_is_stop_waiting__where_signals_cannot_wait_none_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "sigpending", raising=False)
    assert not is_stop_waiting()
