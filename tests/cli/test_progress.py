"""How far a long build is: said on a terminal, and nowhere else."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import rtpsnippets.cli.progress
from rtpsnippets.cli.progress import progress
from rtpsnippets.progress import untracked
from tests.clean_environment import environment
from tests.cli.events import EVENTS
from tests.terminal import in_a_terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")

ALWAYS, NEVER = 0, 1_000_000
"""After how many seconds a build is a long one."""

PROGRAM = """
import os, signal
import rtpsnippets.cli.progress
from rtpsnippets.__main__ import main
rtpsnippets.cli.progress.AFTER = {after}
{more}
main()
"""

STOPS_AT_THE_SECOND_FILE = """
syncs = iter(range(1, 100))  # the manifest, the folder, a file, the second file
sync = os.fsync
def fsync(file):
    sync(file)
    if next(syncs) == 4:
        signal.raise_signal(signal.SIGTERM)
os.fsync = fsync
"""

SHOWN, HIDDEN = b"\x1b[?25h", b"\x1b[?25l"
"""What shows and hides the cursor."""

TERMINAL = {**environment(), "TERM": "xterm"}


def command(after: int, *arguments: str, more: str = "") -> list[str]:
    """A build of which it is known whether it is a long one."""
    return [sys.executable, "-c", PROGRAM.format(after=after, more=more), "build", "-o", "site", *arguments]


def test_progress__a_long_build_shows_on_a_terminal_what_it_does_and_how_far_it_is(folder: Path) -> None:
    with in_a_terminal(command(ALWAYS), folder, TERMINAL) as terminal:
        assert terminal.wait_for_the_end() == 0
    rendering, writing, *results = terminal.screen.split(SHOWN + b"\r\n")
    assert rendering.endswith(b"####]  100%")
    assert re.match(rb"writing  \[#+-+\]   14%", writing.split(HIDDEN)[1])
    assert writing.endswith(b"####]  100%")
    assert b"".join(results).startswith(b"created site/my-event.js\r\n")
    assert b"\x1b" not in b"".join(results)


def test_progress__of_many_events_it_shows_how_many_are_rendered(folder: Path) -> None:
    # They are rendered a hundred at a time.
    (folder / "events.toml").write_text("".join(f'[events.event-{at}]\nvalue = "{at}"\n' for at in range(150)))
    with in_a_terminal(command(ALWAYS, "--format", "json"), folder, TERMINAL) as terminal:
        assert terminal.wait_for_the_end() == 0
    rendering, *_ = terminal.screen.split(SHOWN + b"\r\n")
    assert re.match(rb"rendering  \[#+-+\]   50%", rendering.split(HIDDEN)[1])
    assert rendering.endswith(b"####]  100%")


def test_progress__a_short_build_shows_none(folder: Path) -> None:
    with in_a_terminal(command(NEVER), folder, TERMINAL) as terminal:
        assert terminal.wait_for_the_end() == 0
    assert terminal.screen.startswith(b"created site/my-event.js\r\n")


def test_progress__a_terminal_that_can_only_print_gets_none(folder: Path) -> None:
    with in_a_terminal(command(ALWAYS), folder, {**TERMINAL, "TERM": "dumb"}) as terminal:
        assert terminal.wait_for_the_end() == 0
    assert terminal.screen.startswith(b"created site/my-event.js\r\n")


def test_progress__messages_that_lead_elsewhere_get_none(folder: Path) -> None:
    with (
        (folder / "err.txt").open("wb") as err,
        in_a_terminal(command(ALWAYS), folder, TERMINAL, stderr=err.fileno()) as terminal,
    ):
        assert terminal.wait_for_the_end() == 0
    assert terminal.screen.startswith(b"created site/my-event.js\r\n")
    assert (folder / "err.txt").read_bytes() == b""


def test_progress__results_that_lead_elsewhere_are_the_same(folder: Path) -> None:
    shell = ["/bin/sh", "-c", '"$@" > out.txt', "sh", *command(ALWAYS, "--diff")]
    with in_a_terminal(shell, folder, TERMINAL) as terminal:
        assert terminal.wait_for_the_end() == 0
    assert b"rendering  [" in terminal.screen
    assert (folder / "out.txt").read_text().startswith("--- site/my-event.js (now)\n")
    assert "\x1b" not in (folder / "out.txt").read_text()


def test_progress__a_build_that_is_stopped_ends_its_bar_first(folder: Path) -> None:
    with in_a_terminal(command(ALWAYS, more=STOPS_AT_THE_SECOND_FILE), folder, TERMINAL) as terminal:
        assert terminal.wait_for_the_end() == 143
    shown, _, rest = terminal.screen.rpartition(SHOWN)
    assert re.search(rb"writing  \[#+-+\]   14%", shown)
    assert b"100%" not in shown.partition(b"writing")[2]
    assert rest == b"\r\nstopped\r\n"


def test_progress__each_build_of_watch_shows_its_own(folder: Path) -> None:
    with in_a_terminal(command(ALWAYS, "--watch"), folder, TERMINAL) as terminal:
        terminal.wait_for(b"Ctrl-C stops\r\n")
        terminal.screen = b""
        (folder / "events.toml").write_text(EVENTS.replace("MyEvent", "Other"))
        terminal.wait_for(b"4 changed, 3 kept")
        assert b"writing  [" in terminal.screen


def test_progress__without_standard_error_it_is_no_error(folder: Path) -> None:
    shell = ["/bin/sh", "-c", '"$@" 2>&-', "sh", *command(ALWAYS)]
    done = subprocess.run(shell, cwd=folder, env=TERMINAL, check=False, stdout=subprocess.PIPE)
    assert done.returncode == 0
    assert done.stdout.startswith(b"created site/my-event.js\n")


class _FullTerminal(io.TextIOWrapper):
    """A terminal that nothing can be written to."""

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
