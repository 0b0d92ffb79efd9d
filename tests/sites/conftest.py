"""Sites to work on; the environment of their generator is made once, when the first site needs it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest

from tests.distributions import Distributions, Install, made_once, shared_folder
from tests.sites.site import Environment, Site
from tests.sites.started import Started

_CONSTRAINTS = Path(__file__).with_name("constraints.txt")

Programs = Callable[[Environment], Path]
Start = Callable[[Site], Started]


class Built(NamedTuple):
    """A site that was built by its command, and a copy of what that made, for whatever becomes of the site."""

    started: Started
    copy: Path


Build = Callable[[Site], Built]


@pytest.fixture(scope="session")
def programs_of(install: Install, distributions: Distributions, tmp_path_factory: pytest.TempPathFactory) -> Programs:
    """Return the folder of programs of an environment, with our wheel in it."""

    @cache
    def make(environment: Environment) -> Path:
        extra = f"[{environment.extra}]" if environment.extra else ""
        own = {package.partition("==")[0] for package in environment.packages}
        lines = [line for line in _CONSTRAINTS.read_text("utf-8").splitlines() if line.partition("==")[0] not in own]
        # The path is the same in all processes of a run, so that one makes the environment.
        folder = shared_folder(tmp_path_factory) / f"constraints-{'-'.join(sorted(own))}"
        made_once(folder, lambda made: (made / "file.txt").write_text("\n".join(lines), "utf-8"))
        return install("--constraint", folder / "file.txt", f"{distributions.wheel}{extra}", *environment.packages)

    return make


@pytest.fixture
def start(programs_of: Programs, tmp_path: Path) -> Start:
    """Begin a site in an empty folder."""
    return lambda site: Started(site, tmp_path, programs_of(site.environment))


@pytest.fixture(scope="session")
def build(programs_of: Programs, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Begin a site in an empty folder and build it; this is done once for each site."""
    made: dict[str, Built] = {}

    def built(site: Site) -> Built:
        if site.name not in made:
            started = Started(site, tmp_path_factory.mktemp("site"), programs_of(site.environment))
            started.do(site.command)
            made[site.name] = Built(started, copytree(started.served, tmp_path_factory.mktemp("served") / "copy"))
        return made[site.name]

    return built
