"""A running `rtpsnippets build --watch`, and the lines that it prints."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest.mock import patch

import pytest

from rtpsnippets.cli.commands.main import main
from rtpsnippets.signals import Stopped
from tests.clean_environment import environment
from tests.cli.events import EVENTS
from tests.cli.in_process import standing_in
from tests.patience import wait_until

not_on_windows = pytest.mark.skipif(os.name == "nt", reason="Windows has neither these signals nor terminals")
COMMAND = [sys.executable, "-m", "rtpsnippets", "build", "--watch"]
CREATED = "6 created, 0 changed, 0 kept, 0 removed in site"
CHANGED = "0 created, 4 changed, 2 kept, 0 removed in site"
KEPT = "0 created, 0 changed, 6 kept, 0 removed in site"
BROKEN = "build failed; still watching"
STOPS = [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)]


class Watching:
    """A running `build --watch` whose output goes to files; each line is expected once, in order."""

    def __init__(self, folder: Path) -> None:
        self.intervals = 0
        """For how many intervals the command has waited for a change."""
        self._folder = folder
        self._expected: list[str] = []

    @property
    def _lines(self) -> list[str]:
        lines = (self._folder / "out.txt").read_text("utf-8").splitlines()
        return [re.sub(r"^\d\d:\d\d:\d\d (?=\d|fixed|build)", "", line) for line in lines]

    @property
    def messages(self) -> str:
        """What is on standard error."""
        return (self._folder / "err.txt").read_text("utf-8")

    def expect(self, *lines: str) -> None:
        """Wait for the next lines, and check that there are no others."""
        self._expected += lines
        wait_until(lambda: len(self._lines) >= len(self._expected), self._folder / "err.txt")
        assert self._lines == self._expected, self.messages

    def expect_at_last(self, line: str) -> None:
        """Wait until the last line is this one, whatever has come before it."""
        wait_until(lambda: self._lines[-1] == line, self._folder / "err.txt")

    def expect_no_build(self) -> None:
        """Wait for some intervals, in which an unwanted build would show."""
        enough = self.intervals + 4
        wait_until(lambda: self.intervals >= enough, self._folder / "err.txt")
        self.expect()


@contextlib.contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Watching]:
    """Run the command in `folder`, in another thread, while the body runs."""
    run, is_over = Watching(folder), threading.Event()

    @contextlib.contextmanager
    def held_back() -> Iterator[None]:  # only the first thread receives signals
        yield
        run.intervals += 1
        if is_over.is_set():
            raise Stopped(signal.SIGTERM)

    with (
        (folder / "out.txt").open("w", encoding="utf-8") as out,
        (folder / "err.txt").open("w", encoding="utf-8") as err,
        standing_in(("build", "--watch", *arguments), None, out, err),
        contextlib.chdir(folder),
        patch.multiple("rtpsnippets.cli.watch", held_back=held_back, is_stop_pending=is_over.is_set),
        ThreadPoolExecutor(1) as thread,
    ):
        ended = thread.submit(main)
        try:
            yield run
        finally:
            is_over.set()
            assert isinstance(ended.exception(), Stopped)


class Process(Watching):
    """The same in a process of its own."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        super().__init__(folder)
        self.process = process

    def stop(self, number: int) -> int:
        """Send the signal, and return the exit code."""
        self.process.send_signal(number)
        return self.process.wait(60)


@contextlib.contextmanager
def watching_process(folder: Path, *arguments: str) -> Iterator[Process]:
    """Run the real program in `folder` while the body runs."""
    with (folder / "out.txt").open("wb") as out, (folder / "err.txt").open("wb") as err:
        process = subprocess.Popen([*COMMAND, *arguments], cwd=folder, env=environment(), stdout=out, stderr=err)
        try:
            yield Process(process, folder)
        finally:
            process.terminate()
            process.wait(60)


def put(path: Path, text: str) -> None:
    """Replace the file atomically, as many editors do."""
    new = path.with_name(f"{path.name}~")
    new.write_text(text, "utf-8")
    new.replace(path)


def watched(*names: str) -> str:
    return f"watching {', '.join(names)}; press Ctrl-C to stop"


DEFAULT = watched("events.toml", "events.json", "events.yaml", "events.yml")
OTHER = EVENTS.replace("MyEvent", "Other")
