"""The progress of a long build is shown on a terminal, and nowhere else."""

from __future__ import annotations

import io
import os
import re
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import rtpsnippets.cli.progress
from rtpsnippets.cli.progress import progress
from rtpsnippets.progress import untracked
from tests.clean_environment import environment
from tests.cli.events import EVENTS, Run
from tests.cli.in_process import Output, exit_code
from tests.terminal import in_a_terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")

ALWAYS, NEVER = 0, 1_000_000
"""After how many seconds a build counts as long."""

PROGRAM = f"""
import rtpsnippets.cli.progress
from rtpsnippets.__main__ import main
rtpsnippets.cli.progress.AFTER = {ALWAYS}
main()
"""

COMMAND = [sys.executable, "-c", PROGRAM, "build", "-o", "site"]
TERMINAL = {**environment(), "TERM": "xterm"}

SHOWN, HIDDEN = "\x1b[?25h", "\x1b[?25l"
"""What shows and hides the cursor."""

Build = Callable[..., str]


@pytest.fixture
def build(events: Run, monkeypatch: pytest.MonkeyPatch) -> Build:  # noqa: ARG001 (they are in the current folder)
    """A build on a terminal that is either long or short; it returns the screen."""

    def run(*arguments: str, after: int = ALWAYS, code: int = 0, **given: Any) -> str:
        monkeypatch.setattr(rtpsnippets.cli.progress, "AFTER", after)
        screen = Output(is_terminal=True)
        streams = {"stdout": screen, "stderr": screen, "TERM": "xterm", **given}
        assert exit_code("build", "-o", "site", *arguments, **streams) == code
        return screen.text

    return run


@pytest.mark.process
def test_progress__a_long_build_shows_on_a_terminal_what_it_does_and_how_far_it_is(folder: Path) -> None:
    with in_a_terminal(COMMAND, folder, TERMINAL) as terminal:
        assert terminal.wait_for_the_end() == 0
    rendering, writing, *results = terminal.screen.decode().split(SHOWN + "\r\n")
    assert rendering.endswith("####]  100%")
    assert re.match(r"writing  \[#+-+\]   16%", writing.split(HIDDEN)[1])
    assert writing.endswith("####]  100%")
    assert "".join(results).startswith("created site/my-event.js\r\n")
    assert "\x1b" not in "".join(results)


def test_progress__of_many_events_it_shows_how_many_are_rendered(build: Build) -> None:
    # They are rendered a hundred at a time.
    Path("events.toml").write_text("".join(f'[events.event-{at}]\nvalue = "{at}"\n' for at in range(150)))
    rendering, *_ = build("--format", "json").split(SHOWN + "\r\n")
    assert re.match(r"rendering  \[#+-+\]   50%", rendering.split(HIDDEN)[1])
    assert rendering.endswith("####]  100%")


def test_progress__a_quiet_build_shows_none(build: Build) -> None:
    assert build("-q") == ""


def test_progress__a_short_build_shows_none(build: Build) -> None:
    assert build(after=NEVER).startswith("created site/my-event.js\r\n")


def test_progress__a_terminal_that_can_only_print_gets_none(build: Build) -> None:
    assert build(TERM="dumb").startswith("created site/my-event.js\r\n")


def test_progress__messages_that_lead_elsewhere_get_none(build: Build) -> None:
    elsewhere = Output()
    assert build(stderr=elsewhere).startswith("created site/my-event.js\r\n")
    assert elsewhere.text == ""


def test_progress__results_that_lead_elsewhere_are_the_same(build: Build) -> None:
    elsewhere = Output()
    assert "rendering  [" in build("--diff", stdout=elsewhere)
    assert elsewhere.text.startswith("--- site/my-event.js (now)\n")
    assert "\x1b" not in elsewhere.text


def test_progress__a_build_that_is_stopped_ends_its_bar_first(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    sync, syncs = os.fsync, count(1)  # the manifest, the folder, a file, the second file

    def stops_at_the_second_file(descriptor: int) -> None:
        sync(descriptor)
        if next(syncs) == 4:
            signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(os, "fsync", stops_at_the_second_file)
    shown, _, rest = build(code=143).rpartition(SHOWN)
    assert re.search(r"writing  \[#+-+\]   16%", shown)
    assert "100%" not in shown.partition("writing")[2]
    assert rest == "\r\nstopped\r\n"


@pytest.mark.process
def test_progress__each_build_of_watch_shows_its_own(folder: Path) -> None:
    with in_a_terminal([*COMMAND, "--watch"], folder, TERMINAL) as terminal:
        terminal.wait_for(b"press Ctrl-C to stop\r\n")
        terminal.screen = b""
        (folder / "events.toml").write_text(EVENTS.replace("MyEvent", "Other"))
        terminal.wait_for(b"4 changed, 2 kept")
        assert b"writing  [" in terminal.screen


def test_progress__without_standard_error_it_is_no_error(build: Build) -> None:
    assert build(stderr=None).startswith("created site/my-event.js\r\n")


class _FullTerminal(io.TextIOWrapper):
    """A terminal that refuses all output."""

    def isatty(self) -> bool:
        return True


def test_progress__what_cannot_be_shown_does_not_end_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtpsnippets.cli.progress, "AFTER", ALWAYS)
    monkeypatch.setenv("TERM", "xterm")
    with Path("/dev/full").open("wb", buffering=0) as full, _FullTerminal(full, write_through=True) as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        with progress() as track:
            assert track is not untracked
            assert list(track([1, 2, 3], "writing")) == [1, 2, 3]
