"""Build what users install, and install it into clean virtual environments, once for all processes of a run."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.clean_environment import SCRIPTS, run, run_online

Install = Callable[..., Path]
"""Returns the folder of programs of a virtual environment with just these requirements."""


class Distributions(NamedTuple):
    """The output of `python -m build`: the sdist, and the wheel that is built from it."""

    sdist: Path
    wheel: Path


_PATIENCE = 600


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of this test run, which all its processes share."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Return `folder`, filled by `make`: the first process that needs it runs `make`, and the others wait.

    If it fails, the next process tries again.
    """
    done, claim = folder.with_name(f"{folder.name}.done"), folder.with_name(f"{folder.name}.claim")
    end = time.monotonic() + _PATIENCE
    while not done.exists():
        try:
            claim.mkdir()
        except FileExistsError:
            assert time.monotonic() < end, f"another process has not made {folder} in {_PATIENCE} s"
            time.sleep(0.1)
            continue
        try:
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        finally:
            claim.rmdir()
    return folder


def environment_folder(shared: Path, *what: str | Path) -> Path:
    """The folder for a virtual environment with these requirements."""
    return shared / f"venv-{hashlib.sha256(repr(what).encode()).hexdigest()[:16]}"


def build_distributions(checkout: Path, folder: Path) -> None:
    """Build both from a checkout into `folder`."""
    run_online([sys.executable, "-m", "build", "--outdir", folder, checkout], folder)


def distributions_in(folder: Path) -> Distributions:
    """The distributions in `folder`."""
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return Distributions(sdist, wheel)


def programs_in(folder: Path) -> Path:
    """The folder of programs of the virtual environment in `folder`."""
    return folder / SCRIPTS.name  # which are the same folder on some systems


def install_into_new(folder: Path, *what: str | Path) -> None:
    """Create a clean virtual environment in `folder`, and install the requirements."""
    # Our pip installs into it: installing another pip would take longer than the rest. Compiling modules that no test
    # imports would take a third of the time.
    made = run([sys.executable, "-m", "venv", "--without-pip", folder], folder)
    assert made.code == 0, made.output
    run_online([*pip(programs_in(folder)), "install", "--no-compile", *what], folder)


def pip(programs: Path) -> list[str | Path]:
    """The command that runs pip for that environment."""
    return [sys.executable, "-m", "pip", "--python", programs / "python"]
