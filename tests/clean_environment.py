"""Run the real tools as a person does who has just got the checkout: its own files, a plain environment.

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
"""The folder of the programs that are installed beside the interpreter that runs the tests."""

_TIMEOUT = 300
# Without these no program of Windows finds its sockets, its folders and its user.
_OF_WINDOWS = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PATHEXT", "COMSPEC")
# What a machine needs to reach a package index: its own settings of pip, proxies and certificates.
_KEPT = ("HOME", "TMPDIR", "SSL_CERT_DIR", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", *_OF_WINDOWS)
# And what measures the branches that a test takes in a program that it runs.
_KEPT_STARTS = ("PIP_", "XDG_", "COVERAGE_")
_KEPT_ENDS = ("_proxy", "_PROXY")
_NO_NETWORK = ("after connection broken by", "Failed to establish a new connection", "Failed to resolve")
"""What pip says if it can't reach the index; a package that isn't there is said in other words."""


class Ran(NamedTuple):
    """How a program ended, and what it printed: standard output and standard error, in order."""

    code: int
    output: str


def copy_checkout(folder: Path) -> Path:
    """Copy what belongs to the checkout into `folder`: the files that git knows or would know."""
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
    """The variables of a plain machine, with the folders `programs` before all others on the PATH."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT or name.startswith(_KEPT_STARTS) or name.endswith(_KEPT_ENDS)
    }
    path = os.pathsep.join([*map(str, programs), os.environ["PATH"]])
    return {**kept, "PATH": path, "LC_ALL": "C", "NO_COLOR": "1", "TERM": "dumb"}


def run(command: Sequence[str | Path], folder: Path, *programs: Path) -> Ran:
    """Run a command in `folder`, with nothing to read."""
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

    Where the index can't be reached the test skips; in CI it fails, as it does if the command does.
    """
    ran = run(command, folder, *programs)
    printed = " ".join(ran.output.split())  # `build` wraps what pip says
    if ran.code != 0 and not os.environ.get("CI") and any(words in printed for words in _NO_NETWORK):
        pytest.skip("this test needs the network: pip can't reach its package index")
    assert ran.code == 0, f"{' '.join(map(str, command))}\nended with {ran.code}:\n{ran.output}"
    return ran.output
