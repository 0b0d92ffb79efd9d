"""Build what a person installs, and install it into clean virtual environments."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.clean_environment import SCRIPTS, run, run_online

Install = Callable[..., Path]
"""From what pip is to install, to the folder of programs of a new virtual environment with it."""


class Distributions(NamedTuple):
    """What `python -m build` makes: the sdist, and the wheel that is built from it."""

    sdist: Path
    wheel: Path


def build_distributions(checkout: Path, folder: Path) -> Distributions:
    """Build both from a checkout into `folder`."""
    run_online([sys.executable, "-m", "build", "--outdir", folder, checkout], folder)
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return Distributions(sdist, wheel)


def install_into_new(folder: Path, *what: str | Path) -> Path:
    """Make a clean virtual environment in `folder`, install what is named, and return its folder of programs."""
    # Our pip installs into it: a pip of its own would take longer to install than all that is tested.
    made = run([sys.executable, "-m", "venv", "--without-pip", folder], folder)
    assert made.code == 0, made.output
    programs = folder / SCRIPTS.name  # of the same name on one system
    run_online([*pip(programs), "install", *what], folder)
    return programs


def pip(programs: Path) -> list[str | Path]:
    """The command of a pip that works on that environment."""
    return [sys.executable, "-m", "pip", "--python", programs / "python"]
