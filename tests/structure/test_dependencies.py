"""What the package imports: the standard library, itself and what is declared."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator

import pytest

from tests.structure.sources import PACKAGE, SOURCES, every_module, imports_of

DEPENDENCIES = {"jinja2", "markupsafe", "click"}
EXTRAS = {
    "calls.source": {"webencodings"},
    **{
        f"calls.{module}": {"tree_sitter"}
        for module in ("bindings", "broken", "callees", "functions", "guards", "mistakes", "objects")
    },
    **{f"calls.{module}": {"tree_sitter"} for module in ("runs", "script", "stubs", "texts", "uses", "variables")},
    "calls.syntax": {"tree_sitter", "tree_sitter_javascript"},
    "cli.watch": {"watchfiles"},
    "readers.yaml_reader": {"yaml"},
    "plugins.markdown": {"markdown"},
    "plugins.mkdocs": {"mkdocs"},
    "plugins.pelican": {"pelican"},
    "plugins.sphinx": {"docutils", "sphinx"},
    "plugins.sphinx_audit": {"sphinx"},
    "plugins.sphinx_lookup": {"sphinx"},
    "plugins.sphinx_marked": {"docutils", "sphinx"},
    "plugins.sphinx_node": {"docutils", "sphinx"},
}


def foreign_imports(module: str, source: str) -> Iterator[str]:
    """Complain about each import that is neither the standard library's, ours, nor a declared dependency."""
    allowed = {"rtpsnippets", *DEPENDENCIES, *EXTRAS.get(module, ())}
    for line, name in imports_of(source):
        top = name.split(".")[0]
        if top and top not in allowed and top not in sys.stdlib_module_names:
            yield f"line {line}: {top}"


@every_module
def test_dependencies__are_the_standard_library_and_the_declared_ones(module: str, source: str) -> None:
    assert list(foreign_imports(module, source)) == []


def test_dependencies__all_that_are_imported_are_declared_and_the_other_way_round() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert {_requirement_name(line) for line in project["dependencies"]} == DEPENDENCIES
    imported = {name.split(".")[0] for source in SOURCES.values() for _, name in imports_of(source)}
    assert imported >= DEPENDENCIES
    assert {_requirement_name(line) for line in project["optional-dependencies"]["yaml"]} == {"pyyaml"}


def _requirement_name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].lower()


@pytest.mark.parametrize(
    ("module", "source", "complaint"),
    [
        ("plan", "import requests", "line 1: requests"),
        ("plan", "def f():\n    from yaml.reader import ReaderError", "line 2: yaml"),
        ("read", "import json, yaml", "line 1: yaml"),
        ("readers.yaml_reader", "import yaml\nimport ruamel.yaml", "line 2: ruamel"),
        ("plan", "import tests.hostile", "line 1: tests"),
    ],
)
def test_foreign_imports__complains(module: str, source: str, complaint: str) -> None:
    assert list(foreign_imports(module, source)) == [complaint]
