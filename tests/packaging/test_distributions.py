"""The wheel and the sdist contain exactly the right files, and PyPI's tools accept them."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest

from rtpsnippets.version import VERSION
from tests.clean_environment import CHECKOUT, SCRIPTS, run
from tests.distributions import Distributions

INFO = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", "top_level.txt")
EGG_INFO = ("PKG-INFO", "SOURCES.txt", "dependency_links.txt", "entry_points.txt", "requires.txt", "top_level.txt")
BESIDE = ("CHANGELOG.md", "LICENSE", "MANIFEST.in", "PKG-INFO", "README.md", "pyproject.toml", "setup.cfg")


def _files_in(checkout: Path, folder: str) -> set[str]:
    """The files in a folder of the checkout that git tracks."""
    return {path.relative_to(checkout).as_posix() for path in (checkout / folder).rglob("*") if path.is_file()}


def test_wheel__contains_exactly_the_tracked_files_of_the_package(checkout: Path, distributions: Distributions) -> None:
    templates = {f"rtpsnippets/{name}" for name in _files_in(checkout, "templates")}
    info = {f"rtpsnippets-{VERSION}.dist-info/{name}" for name in INFO}
    with zipfile.ZipFile(distributions.wheel) as wheel:
        assert set(wheel.namelist()) == _files_in(checkout, "rtpsnippets") | templates | info


def test_sdist__contains_exactly_the_tracked_files_of_the_package(checkout: Path, distributions: Distributions) -> None:
    made = {f"rtpsnippets.egg-info/{name}" for name in EGG_INFO}
    expected = _files_in(checkout, "rtpsnippets") | _files_in(checkout, "templates") | made | {*BESIDE}
    with tarfile.open(distributions.sdist) as sdist:
        assert {member.name for member in sdist if not member.isdir()} == {
            f"rtpsnippets-{VERSION}/{name}" for name in expected
        }
        assert all(member.isfile() or member.isdir() for member in sdist)


def test_wheel__contains_the_license(distributions: Distributions) -> None:
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
def test_distributions__are_accepted_by_a_tool_of_the_index(
    tool: list[str], distributions: Distributions, tmp_path: Path
) -> None:
    pyproject = CHECKOUT / "pyproject.toml"
    arguments = [word.format(**distributions._asdict(), pyproject=pyproject) for word in tool[1:]]
    ran = run([SCRIPTS / tool[0], *arguments], tmp_path)
    assert ran.code == 0, ran.output
    assert "warning" not in ran.output.lower()
