"""Run the real tools as in a fresh checkout: with just its files and a plain environment.

>>> sorted(name for name in environment() if name.startswith("PYTHON"))
[]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.engines.programs import find_program

CHECKOUT = Path(__file__).parents[1]
SCRIPTS = Path(sysconfig.get_path("scripts"))
"""The folder of the programs installed with the interpreter that runs the tests."""

_TIMEOUT = 300
# Without these, programs on Windows don't find their sockets, folders and user.
_OF_WINDOWS = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PATHEXT", "COMSPEC")
# Needed to reach a package index: the machine's settings for pip, proxies and certificates.
_KEPT = ("HOME", "TMPDIR", "SSL_CERT_DIR", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", *_OF_WINDOWS)
# For measuring the coverage of programs that a test runs.
_KEPT_STARTS = ("PIP_", "XDG_", "COVERAGE_")
_KEPT_ENDS = ("_proxy", "_PROXY")
_NO_NETWORK = ("after connection broken by", "Failed to establish a new connection", "Failed to resolve")
"""What pip says if it can't reach the index; for a missing package it says something else."""


class Ran(NamedTuple):
    """The exit code of a program and its output: standard output and standard error, in order."""

    code: int
    output: str


def copy_checkout(folder: Path) -> Path:
    """Copy the checkout into `folder`: the files that git tracks or would track."""
    git = [find_program("git"), "-c", "safe.directory=*"]  # in CI the checkout may be another user's
    listed = subprocess.run(
        [*git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (CHECKOUT / name).is_file():  # git lists a removed file until its removal is committed
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, folder / name)
    return folder


def environment(*programs: Path) -> dict[str, str]:
    """The environment variables of a plain machine, with the folders `programs` first on the PATH."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT or name.startswith(_KEPT_STARTS) or name.endswith(_KEPT_ENDS)
    }
    path = os.pathsep.join([*map(str, programs), os.environ["PATH"]])
    return {**kept, "PATH": path, "LC_ALL": "C", "NO_COLOR": "1", "TERM": "dumb"}


def run(command: Sequence[str | Path], folder: Path, *programs: Path) -> Ran:
    """Run a command in `folder`, with empty standard input."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(*programs),
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=_TIMEOUT,
    )
    return Ran(done.returncode, done.stdout)


def run_online(command: Sequence[str | Path], folder: Path, *programs: Path) -> str:
    """Run a command that needs a package index, and return what it printed.

    Skip the test if the index can't be reached (in CI: fail it); fail if the command does.
    """
    ran = run(command, folder, *programs)
    printed = " ".join(ran.output.split())  # `build` wraps pip's messages
    if ran.code != 0 and not os.environ.get("CI") and any(words in printed for words in _NO_NETWORK):
        pytest.skip("this test needs the network: pip can't reach its package index")
    assert ran.code == 0, f"{' '.join(map(str, command))}\nended with {ran.code}:\n{ran.output}"
    return ran.output
