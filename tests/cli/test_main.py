"""The command line as a whole: help, wrong usage, colour, and what the system refuses."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.events import Run


@pytest.mark.parametrize("arguments", [["build", "-o"], ["show", "--templates"], ["check"], ["init"]])
def test_system__a_path_that_is_too_long_is_said_in_a_line(arguments: list[str], events: Run) -> None:
    done = events(*arguments, "x" * 300 + ".toml")
    assert done.returncode == 3
    assert done.stderr.endswith(": File name too long\n")


def test_system__a_full_output_is_said_in_a_line(events: Run) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this test needs /dev/full, which is missing")
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "rtpsnippets", "show"]
        done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (3, "cannot reach standard output: No space left on device\n")
    assert events("check").returncode == 0


def test_system__a_reader_that_has_enough_is_no_error(events: Run) -> None:
    pipe = f"{shlex.quote(sys.executable)} -m rtpsnippets show | true"
    done = subprocess.run(["/bin/sh", "-c", pipe], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert events("check").returncode == 0


def test_help__every_command_has_examples(run: Run) -> None:
    assert "Examples:" in run("--help").stdout
    for command in ("init", "check", "show", "build", "list"):
        assert "Examples:" in run(command, "-h").stdout


@pytest.mark.parametrize("arguments", [["nonsense"], ["build"], ["show", "--format", "pdf"], ["check", "--nonsense"]])
def test_usage__wrong_usage_exits_with_2(arguments: list[str], events: Run) -> None:
    done = events(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: " in done.stderr


def test_messages__are_in_colour_only_where_it_is_wanted(run: Run) -> None:
    import pty  # noqa: PLC0415 (not on Windows)

    def on_a_terminal(**environment: str) -> bytes:
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "rtpsnippets", "check"]
        subprocess.run(command, check=False, stderr=theirs, env={**os.environ, "NO_COLOR": "", **environment})
        os.close(theirs)
        try:
            return os.read(ours, 10_000)
        finally:
            os.close(ours)

    assert run("check").returncode == 1
    assert b"\x1b[31m" in on_a_terminal()
    assert b"\x1b" not in on_a_terminal(NO_COLOR="1")
