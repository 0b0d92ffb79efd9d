"""`rtpsnippets build --watch` stops for a signal, whatever it is doing, and only then."""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
from pathlib import Path

import pytest

from rtpsnippets.output.lock import locked
from tests.clean_environment import environment
from tests.cli.watching import CHANGED, COMMAND, CREATED, DEFAULT, OTHER, STOPS, not_on_windows, put, watching_process
from tests.patience import wait_until
from tests.terminal import in_a_terminal

pytestmark = [not_on_windows, pytest.mark.process]
on_linux = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux shows what a process does")


def has_open(process: subprocess.Popen[bytes], path: Path) -> bool:
    """Whether the process has the file or folder open."""
    opened = Path("/proc", str(process.pid), "fd")
    with contextlib.suppress(FileNotFoundError):  # one was closed just now
        return str(path) in [str(file.readlink()) for file in opened.iterdir()]
    return False


@on_linux
@pytest.mark.parametrize(("name", "code"), STOPS)
def test_watch__stops_during_a_build_as_well(name: str, code: int, folder: Path) -> None:
    with watching_process(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        with locked(folder / "site"):
            put(folder / "events.toml", OTHER)
            wait_until(lambda: has_open(run.process, folder / "site"), folder / "err.txt")
            assert run.stop(getattr(signal, name)) == code
        run.expect()
        assert run.messages == "stopped\n"
    assert b"MyEvent" in (folder / "site" / "my-event.js").read_bytes()


@on_linux
def test_watch__no_other_thread_takes_a_signal_that_waits_for_the_end_of_a_write(folder: Path) -> None:
    with watching_process(folder, "-o", "site") as run:
        run.expect(CREATED, DEFAULT)
        tasks = Path("/proc", str(run.process.pid), "task")
        others = [task for task in tasks.iterdir() if task.name != str(run.process.pid)]
        assert others
        for task in others:
            (mask,) = re.findall(r"(?m)^SigBlk:\s+(\w+)", (task / "status").read_text())
            for name, _ in STOPS:
                assert int(mask, 16) >> (getattr(signal, name) - 1) & 1, f"{name} in {task.name}"


def test_watch__what_the_caller_ignores_does_not_disturb_it(folder: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        with watching_process(folder, "-o", "site") as run:
            run.expect(CREATED, DEFAULT)
            run.process.send_signal(signal.SIGHUP)
            put(folder / "events.toml", OTHER)
            run.expect(CHANGED)
            assert run.stop(signal.SIGTERM) == 143
    finally:
        signal.signal(signal.SIGHUP, before)


def test_watch__in_a_terminal_ctrl_c_stops_it(folder: Path) -> None:
    with in_a_terminal([*COMMAND, "-o", "site"], folder, {**environment(), "TERM": "xterm"}) as terminal:
        terminal.wait_for(b"press Ctrl-C to stop\r\n")
        put(folder / "events.toml", OTHER)
        terminal.wait_for(CHANGED.encode())
        terminal.press(b"\x03")
        assert terminal.wait_for_the_end() == 130
        assert terminal.screen.endswith(b"in site\r\n^Cstopped\r\n")
