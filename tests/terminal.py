"""Run a program in a real terminal, read its output and press keys."""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

_SECONDS = 60
_PART = 10_000


class Terminal:
    """The terminal of a running program."""

    def __init__(self, process: subprocess.Popen[bytes], keys_and_screen: int) -> None:
        self.process = process
        self.screen = b""
        self._ours = keys_and_screen

    def press(self, keys: bytes) -> None:
        """Press keys: Ctrl-C is 0x03."""
        os.write(self._ours, keys)

    def wait_for(self, text: bytes) -> None:
        """Read until the text appears; fail if that takes too long."""
        end = time.monotonic() + _SECONDS
        while text not in self.screen:
            if not self._read(end):
                pytest.fail(f"{text!r} has not appeared: {self.screen!r}")

    def wait_for_the_end(self) -> int:
        """Read all that is printed; return the exit code."""
        end = time.monotonic() + _SECONDS
        while self._read(end):
            pass
        return self.process.wait(_SECONDS)

    def _read(self, end: float) -> bool:
        """Read some output, if there is any in time and before the program closes its side."""
        ready, _, _ = select.select([self._ours], [], [], max(0, end - time.monotonic()))
        try:
            part = os.read(self._ours, _PART) if ready else b""
        except OSError:  # it is closed
            return False
        self.screen += part
        return bool(part)


@contextmanager
def in_a_terminal(
    command: Sequence[str | Path], folder: Path, variables: Mapping[str, str], stderr: int | None = None
) -> Iterator[Terminal]:
    """Run a command in its own terminal while the body runs; `stderr` redirects standard error."""
    import fcntl  # noqa: PLC0415 (not on Windows)
    import termios  # noqa: PLC0415 (not on Windows)

    ours, theirs = os.openpty()

    def take_the_terminal() -> None:
        fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)

    process = subprocess.Popen(
        command,
        cwd=folder,
        env=variables,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs if stderr is None else stderr,
        start_new_session=True,
        preexec_fn=take_the_terminal,  # noqa: PLW1509 (it takes no lock that a thread could hold)
    )
    os.close(theirs)
    try:
        yield Terminal(process, ours)
    finally:
        process.kill()
        process.wait(_SECONDS)
        os.close(ours)
