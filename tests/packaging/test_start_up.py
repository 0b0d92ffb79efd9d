"""A command starts fast: it imports only what it needs."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.clean_environment import run
from tests.packaging.commands import COMMANDS

SLOW = {"jinja2", "markupsafe", "yaml"}


def _imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that Python imports for these arguments, from the packages that should be imported late."""
    ran = run([sys.executable, "-X", "importtime", *arguments], folder)
    assert ran.code == 0, ran.output
    return set(re.findall(r"(?m)^import time: .*\| +(\S+)$", ran.output))


def test_start_up__the_version_needs_no_dependency(tmp_path: Path) -> None:
    imported = _imported(tmp_path, "-m", "rtpsnippets", "--version")
    assert "rtpsnippets.version" in imported
    assert imported & {*SLOW, "click"} == set()


@pytest.mark.parametrize("arguments", [["--help"], *([command, "--help"] for command in COMMANDS)], ids=" ".join)
def test_start_up__help_imports_neither_jinja_nor_yaml_nor_watchfiles(arguments: list[str], tmp_path: Path) -> None:
    imported = _imported(tmp_path, "-m", "rtpsnippets", *arguments)
    assert "click" in imported
    assert imported & {*SLOW, "watchfiles", "markdown_it", "tree_sitter", "webencodings"} == set()


def test_start_up__the_package_alone_imports_no_dependency_and_no_subpackage(tmp_path: Path) -> None:
    imported = _imported(tmp_path, "-c", "import rtpsnippets")
    assert "rtpsnippets" in imported
    assert imported & {*SLOW, "click"} == set()
    assert [name for name in imported if name.startswith("rtpsnippets.")] == []


def test_start_up__a_single_build_does_not_import_watchfiles(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text('[events.my-event]\nvalue = "MyEvent"\n', "utf-8")
    imported = _imported(tmp_path, "-m", "rtpsnippets", "build", "-o", "site")
    assert imported & {"watchfiles", "rtpsnippets.cli.watch"} == set()


def test_start_up__what_is_needed_is_imported(tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("events: {my-event: {value: MyEvent}}\n", "utf-8")
    assert _imported(tmp_path, "-m", "rtpsnippets", "show") >= SLOW
