"""Signals that end a run are delayed while something must not be interrupted."""

from __future__ import annotations

import os
import signal

import pytest

from rtpsnippets.signals import STOPPING, held_back, is_stop_pending


class Arrived(Exception):  # noqa: N818 (a signal is no error)
    """A signal was delivered."""


def arrive(*_arguments: object) -> None:
    raise Arrived


@pytest.mark.skipif(os.name == "nt", reason="Windows can't block signals")
@pytest.mark.usefixtures("signals_of_before")
@pytest.mark.parametrize("number", STOPPING)
def test_held_back__a_signal_waits_for_the_end_and_is_reported(number: int) -> None:
    signal.signal(number, arrive)
    seen = []

    def arrives() -> None:
        with held_back():
            seen.append(is_stop_pending())
            signal.raise_signal(number)
            seen.append(is_stop_pending())

    with pytest.raises(Arrived):
        arrives()
    assert seen == [False, True]
    assert not is_stop_pending()


@pytest.mark.skipif(os.name == "nt", reason="Windows can't block signals")
@pytest.mark.usefixtures("signals_of_before")
def test_is_stop_waiting__not_for_ignored_or_other_signals() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
    with held_back():
        signal.raise_signal(signal.SIGHUP)
        signal.raise_signal(signal.SIGUSR1)
        assert not is_stop_pending()
    signal.pthread_sigmask(signal.SIG_SETMASK, before)


def test_is_stop_waiting__never_where_signals_cannot_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "sigpending", raising=False)
    assert not is_stop_pending()
