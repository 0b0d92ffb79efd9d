"""A running `rtpsnippets build --watch`, and the lines that it prints."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clean_environment import environment
from tests.cli.events import EVENTS
from tests.patience import wait_until

not_on_windows = pytest.mark.skipif(os.name == "nt", reason="Windows has neither these signals nor terminals")
COMMAND = [sys.executable, "-m", "rtpsnippets", "build", "--watch"]
CREATED = "7 created, 0 changed, 0 kept, 0 removed in site"
CHANGED = "0 created, 4 changed, 3 kept, 0 removed in site"
KEPT = "0 created, 0 changed, 7 kept, 0 removed in site"
BROKEN = "not built; still watching"
PAUSE = 0.5
"""How many seconds a build that nobody wants has to show itself."""

STOPS = [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)]


class Watching:
    """A running `build --watch` whose output leads into files; each line is expected once, in order."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process = process
        self._folder = folder
        self._expected: list[str] = []

    @property
    def _lines(self) -> list[str]:
        lines = (self._folder / "out.txt").read_text("utf-8").splitlines()
        return [re.sub(r"^\d\d:\d\d:\d\d (?=\d|mended|not)", "", line) for line in lines]

    @property
    def messages(self) -> str:
        """What is on standard error."""
        return (self._folder / "err.txt").read_text("utf-8")

    def expect(self, *lines: str) -> None:
        """Wait until the next lines have come, and see that there are no others."""
        self._expected += lines
        wait_until(lambda: len(self._lines) >= len(self._expected), self._folder / "err.txt")
        assert self._lines == self._expected, self.messages

    def expect_at_last(self, line: str) -> None:
        """Wait until the last line is this one, whatever has come before it."""
        wait_until(lambda: self._lines[-1] == line, self._folder / "err.txt")

    def stop(self, number: int) -> int:
        """Send the signal, and return the exit code."""
        self.process.send_signal(number)
        return self.process.wait(60)


@contextlib.contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Watching]:
    """Run the command in `folder` while the body runs."""
    with (folder / "out.txt").open("wb") as out, (folder / "err.txt").open("wb") as err:
        process = subprocess.Popen([*COMMAND, *arguments], cwd=folder, env=environment(), stdout=out, stderr=err)
        try:
            yield Watching(process, folder)
        finally:
            process.terminate()
            process.wait(60)


def put(path: Path, text: str) -> None:
    """Put a new file there, as many editors do: at once, in the place of an old one."""
    new = path.with_name(f"{path.name}~")
    new.write_text(text, "utf-8")
    new.replace(path)


def watched(*names: str) -> str:
    return f"watching {', '.join(names)}; Ctrl-C stops"


DEFAULT = watched("events.toml", "events.json", "events.yaml", "events.yml")
OTHER = EVENTS.replace("MyEvent", "Other")
