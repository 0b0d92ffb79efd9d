"""The environments that the packaging tests share: each is created once, when the first test needs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clean_environment import copy_checkout
from tests.distributions import Distributions, Install


@pytest.fixture(scope="session")
def wheel_programs(install: Install, distributions: Distributions) -> Path:
    """The programs of an environment with the wheel."""
    return install(distributions.wheel)


@pytest.fixture(scope="session")
def sdist_programs(install: Install, distributions: Distributions) -> Path:
    """The programs of an environment with the sdist."""
    return install(distributions.sdist)


@pytest.fixture(scope="session")
def editable_programs(install: Install, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with an editable checkout."""
    return install("--editable", copy_checkout(tmp_path_factory.mktemp("editable")))


@pytest.fixture(params=["wheel", "sdist", "editable"])
def programs(request: pytest.FixtureRequest) -> Path:
    """The programs of each kind of install, in turn."""
    folder: Path = request.getfixturevalue(f"{request.param}_programs")
    return folder
