"""Every command works without a warning, with the oldest allowed versions and with the newest."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.clean_environment import CHECKOUT, run
from tests.distributions import Distributions, Install
from tests.packaging.commands import WITHOUT_EXTRAS, a_folder_to_work_in, ends_as_said


@pytest.fixture(scope="session")
def oldest_programs(install: Install, distributions: Distributions) -> Path:
    """The programs of an environment with the wheel and the oldest allowed versions of its dependencies."""
    needed = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    return install(distributions.wheel, *(requirement.replace(">=", "==") for requirement in needed))


@pytest.mark.parametrize("versions", ["oldest", "wheel"], ids=["oldest", "newest"])
def test_versions__every_command_works_with(versions: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    programs: Path = request.getfixturevalue(f"{versions}_programs")
    folder = a_folder_to_work_in(programs / "rtpsnippets", tmp_path)
    for line in WITHOUT_EXTRAS:
        ran = run([programs / "python", "-W", "error", "-m", "rtpsnippets", *line.split()], folder)
        assert ends_as_said(ran, line), (line, ran)
