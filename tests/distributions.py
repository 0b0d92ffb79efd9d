"""Build what a person installs, and install it into clean virtual environments, once for all processes of a run."""

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
"""From what pip is to install, to the folder of programs of a virtual environment with that alone."""


class Distributions(NamedTuple):
    """What `python -m build` makes: the sdist, and the wheel that is built from it."""

    sdist: Path
    wheel: Path


_PATIENCE = 600


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of this run of the tests, which all of its processes have in common."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Return `folder`, which `make` has filled: whichever process needs it first does so, and the others wait.

    What could not be made is tried again by the next one.
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
    """The folder for a virtual environment with what is named."""
    return shared / f"venv-{hashlib.sha256(repr(what).encode()).hexdigest()[:16]}"


def build_distributions(checkout: Path, folder: Path) -> None:
    """Build both from a checkout into `folder`."""
    run_online([sys.executable, "-m", "build", "--outdir", folder, checkout], folder)


def distributions_in(folder: Path) -> Distributions:
    """Those that were built into `folder`."""
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return Distributions(sdist, wheel)


def programs_in(folder: Path) -> Path:
    """The folder of programs of the virtual environment in `folder`."""
    return folder / SCRIPTS.name  # of the same name on one system


def install_into_new(folder: Path, *what: str | Path) -> None:
    """Make a clean virtual environment in `folder`, and install what is named."""
    # Our pip installs into it: a pip of its own would take longer to install than all that is tested, and to compile
    # modules that no test imports takes a third of the time.
    made = run([sys.executable, "-m", "venv", "--without-pip", folder], folder)
    assert made.code == 0, made.output
    run_online([*pip(programs_in(folder)), "install", "--no-compile", *what], folder)


def pip(programs: Path) -> list[str | Path]:
    """The command of a pip that works on that environment."""
    return [sys.executable, "-m", "pip", "--python", programs / "python"]
