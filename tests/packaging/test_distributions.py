"""The wheel and the sdist hold exactly the files of two lists, and the tools of the index find nothing wrong."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest

from rtpsnippets.version import VERSION
from tests.clean_environment import CHECKOUT, SCRIPTS, run
from tests.distributions import Distributions

HERE = Path(__file__).parent


def _listed(name: str) -> list[str]:
    """The files that a list beside this test names: whoever adds one to the package adds it there too."""
    return [line.replace("VERSION", VERSION) for line in (HERE / name).read_text("utf-8").splitlines()]


def test_wheel__holds_exactly_the_listed_files(distributions: Distributions) -> None:
    with zipfile.ZipFile(distributions.wheel) as wheel:
        assert sorted(wheel.namelist()) == _listed("wheel.txt")


def test_sdist__holds_exactly_the_listed_files(distributions: Distributions) -> None:
    with tarfile.open(distributions.sdist) as sdist:
        assert sorted(member.name for member in sdist if not member.isdir()) == _listed("sdist.txt")
        assert all(member.isfile() or member.isdir() for member in sdist)


def test_wheel__holds_the_license(distributions: Distributions) -> None:
    with zipfile.ZipFile(distributions.wheel) as wheel:
        held = wheel.read(f"rtpsnippets-{VERSION}.dist-info/licenses/LICENSE")
    assert held == (CHECKOUT / "LICENSE").read_bytes()


@pytest.mark.parametrize(
    "tool",
    [
        ["twine", "check", "--strict", "{sdist}", "{wheel}"],
        ["check-wheel-contents", "{wheel}"],
        ["validate-pyproject", "{pyproject}"],
    ],
    ids=lambda tool: tool[0],
)
def test_distributions__a_tool_of_the_index_finds_nothing_wrong(
    tool: list[str], distributions: Distributions, tmp_path: Path
) -> None:
    pyproject = CHECKOUT / "pyproject.toml"
    arguments = [word.format(**distributions._asdict(), pyproject=pyproject) for word in tool[1:]]
    ran = run([SCRIPTS / tool[0], *arguments], tmp_path)
    assert ran.code == 0, ran.output
    assert "warning" not in ran.output.lower()
