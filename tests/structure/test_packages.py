"""The packages: who may import whom, which third-party package is allowed where, and who may write files."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator

import pytest

from tests.structure.modules import PACKAGE, SOURCES, folder_of, imports_of, last_name
from tests.structure.test_writer import writing_calls

SHARED = (
    "suggestions",
    "extras",
    "errors",
    "filesystem",
    "limits",
    "lines",
    "progress",
    "signals",
    "version",
    "display",
)
"""The small modules at the top of the package. Anything may import them; each may import those after it."""

MAY_IMPORT = {
    "__main__": ("cli.commands", "cli"),
    "cli.commands": (
        *("cli", "cli.reports", "site.audit", "site.importing", "site", "snippets.tables"),
        *("definitions", "snippets", "events", "output"),
    ),
    "cli": ("cli.reports", "definitions", "snippets", "events", "output"),
    "cli.reports": ("site.audit", "output"),
    "plugins": ("site.audit", "site", "definitions", "snippets", "events", "output", "web"),
    "__init__": ("definitions", "snippets", "events", "web"),
    "site.audit": ("site", "site.javascript", "definitions", "snippets", "events", "output", "web"),
    "site.importing": ("site", "site.javascript", "site.source", "events", "web"),
    "snippets.tables": ("snippets", "events", "web"),
    "site": ("site.javascript", "site.source", "web"),
    "definitions": ("definitions.readers", "snippets", "events"),
    "snippets": ("events", "web"),
    "events": ("web",),
    "site.source": ("site.javascript",),
    "site.javascript": ("web",),
    "definitions.readers": (),
    "output": (),
    "web": (),
}
"""The folders from top to bottom, each with those that it imports from: all below it, so there is no cycle."""

THIRD_PARTY = {
    "cli": {"click"},
    "cli.commands": {"click"},
    "cli.watch": {"watchfiles"},
    "definitions.readers.yaml_reader": {"yaml"},
    "plugins.jinja": {"jinja2", "markupsafe"},
    "plugins.lookup": {"markupsafe"},
    "plugins.mkdocs": {"jinja2"},
    "plugins.sphinx": {"docutils"},
    "site.encoding": {"webencodings"},
    "site.javascript": {"tree_sitter"},
    "site.javascript.syntax": {"tree_sitter_javascript"},
    "site.selectors": {"selectolax"},
    "site.source.markdown": {"markdown_it"},
    "site.source.typescript": {"tree_sitter", "tree_sitter_typescript"},
    "snippets": {"markupsafe"},
    "snippets.templates": {"jinja2"},
    "web.html": {"markupsafe"},
}
"""What a module, or all modules of a folder, may import beside the standard library. A plugin may import its host."""

DEPENDENCIES = {"click", "jinja2", "markupsafe"}
BY_NAME = {"", "definitions.read", "snippets.tables.table"}
"""The modules that import by a name that is made at run time: the public names, a reader, a table."""

WRITER = "output.write"
RUNNER = "definitions.revision"
"""The module that runs a program: git, which reads."""
MAX_LINES = 500

every_module = pytest.mark.parametrize(
    ("module", "source"), [pytest.param(*item, id=item[0] or "__init__") for item in SOURCES.items()]
)


def wrong_imports(module: str, source: str) -> Iterator[str]:
    """Complain about each import from the package that the table does not allow."""
    here = folder_of(module)
    allowed = {here, *SHARED} - ({*SHARED[: SHARED.index(here) + 1]} if here in SHARED else set())
    allowed |= set(MAY_IMPORT.get(here, ()))
    for line, name in imports_of(source):
        package, _, below = name.partition(".")
        if not package:
            yield f"line {line}: a relative import"
        elif package == "rtpsnippets" and folder_of(below) not in allowed:
            yield f"line {line}: {here} may not import {folder_of(below)}"
    if module not in BY_NAME:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.expr) and last_name(node) in {"import_module", "__import__"}:
                yield f"line {node.lineno}: an import by name"


def wrong_third_party(module: str, source: str) -> Iterator[str]:
    """Complain about each import that is neither the standard library's, ours, nor in the table."""
    host = module.removeprefix("plugins.")
    allowed = {"rtpsnippets", host, *THIRD_PARTY.get(module, ()), *THIRD_PARTY.get(folder_of(module), ())}
    for line, name in imports_of(source):
        top = name.split(".")[0]
        if top and top not in allowed and top not in sys.stdlib_module_names:
            yield f"line {line}: {top}"


def untidy_parts(source: str) -> Iterator[str]:
    """Complain about a module that is too long, and about public parts without a docstring."""
    lines = source.count("\n")
    if lines > MAX_LINES:
        yield f"has {lines} lines, more than {MAX_LINES}"
    tree = ast.parse(source)
    if not ast.get_docstring(tree):
        yield "has no docstring"
    yield from (f"line {node.lineno}: {node.name} has no docstring" for node in _public(tree) if not _has_doc(node))


_Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _public(parent: ast.Module | ast.ClassDef) -> Iterator[_Definition]:
    """The public classes and functions of a module, and the public methods of its public classes."""
    for node in parent.body:
        if isinstance(node, _Definition) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def _has_doc(node: _Definition) -> bool:
    return bool(ast.get_docstring(node))


def test_packages__each_is_in_the_table_once_above_all_that_it_imports() -> None:
    order = [*MAY_IMPORT, *SHARED]
    assert sorted(order) == sorted({folder_of(module) for module in SOURCES})
    assert [
        (folder, below)
        for folder, imported in MAY_IMPORT.items()
        for below in imported
        if order.index(folder) >= order.index(below)
    ] == []


def test_packages__each_import_that_the_table_allows_is_used() -> None:
    used = {
        (folder_of(module), folder_of(name.removeprefix("rtpsnippets.")))
        for module, source in SOURCES.items()
        for _, name in imports_of(source)
        if name.startswith("rtpsnippets.")
    }
    assert [
        (folder, below) for folder, rows in MAY_IMPORT.items() for below in rows if (folder, below) not in used
    ] == []


def test_folders__have_at_most_14_modules_and_the_top_12() -> None:
    sizes = {folder: len(list(folder.glob("*.py"))) for folder in PACKAGE.rglob("*") if folder.is_dir()}
    assert [folder.name for folder, size in sizes.items() if size > 14] == []
    assert len(list(PACKAGE.glob("*.py"))) <= 12


def test_dependencies__are_those_that_the_package_imports() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert {re.split(r"[^\w.-]", line)[0].lower() for line in project["dependencies"]} == DEPENDENCIES
    imported = {name.split(".")[0] for source in SOURCES.values() for _, name in imports_of(source)}
    assert imported >= DEPENDENCIES


@every_module
def test_imports__run_downwards(module: str, source: str) -> None:
    assert list(wrong_imports(module, source)) == []


@every_module
def test_dependencies__are_the_standard_library_and_the_declared_ones(module: str, source: str) -> None:
    assert list(wrong_third_party(module, source)) == []


@every_module
def test_writing__only_one_module_does(module: str, source: str) -> None:
    calls = [call for call in writing_calls(source) if module != RUNNER or not call.endswith(": imports subprocess")]
    assert bool(calls) == (module == WRITER)


@every_module
def test_module__is_short_and_documented(module: str, source: str) -> None:
    assert list(untidy_parts(source)) == [], module


@pytest.mark.parametrize(
    ("module", "source", "complaint"),
    [
        ("errors", "from rtpsnippets.events.event import Event", "line 1: errors may not import events"),
        ("errors", "import rtpsnippets.suggestions", "line 1: errors may not import suggestions"),
        ("events.event", "import rtpsnippets.output.plan", "line 1: events may not import output"),
        ("output.plan", "from rtpsnippets import events", "line 1: output may not import events"),
        ("site.javascript.tag", "from rtpsnippets.site import page", "line 1: site.javascript may not import site"),
        ("cli.options", "from rtpsnippets.cli import commands", "line 1: cli may not import cli.commands"),
        # The public names, and a star of them.
        ("output.plan", "from rtpsnippets import load", "line 1: output may not import load"),
        ("output.plan", "from rtpsnippets import *", "line 1: output may not import *"),
        ("output.plan", "import rtpsnippets", "line 1: output may not import __init__"),
        # Inside a function, and for the type checker only.
        ("web.html", "def f():\n    import rtpsnippets.output.write", "line 2: web may not import output"),
        ("web.html", "if TYPE_CHECKING:\n    import rtpsnippets.output", "line 2: web may not import output"),
        ("output.plan", "from . import write", "line 1: a relative import"),
        # By name.
        ("output.plan", "importlib.import_module('rtpsnippets.cli')", "line 1: an import by name"),
        ("output.plan", "load = import_module", "line 1: an import by name"),
        ("output.plan", "__import__('rtpsnippets.cli')", "line 1: an import by name"),
    ],
)
def test_wrong_imports__complains(module: str, source: str, complaint: str) -> None:
    assert list(wrong_imports(module, source)) == [complaint]


def test_wrong_imports__takes_what_is_below() -> None:
    source = "import json\nfrom rtpsnippets.errors import Problem\nfrom rtpsnippets.output import folder\n"
    assert list(wrong_imports("output.plan", source)) == []


@pytest.mark.parametrize(
    ("module", "source", "complaint"),
    [
        ("output.plan", "import requests", "line 1: requests"),
        ("output.plan", "def f():\n    from yaml.reader import ReaderError", "line 2: yaml"),
        ("definitions.read", "import json, yaml", "line 1: yaml"),
        ("definitions.readers.yaml_reader", "import yaml\nimport ruamel.yaml", "line 2: ruamel"),
        ("output.plan", "import tests.hostile", "line 1: tests"),
        ("plugins.pelican", "import pelican\nimport sphinx", "line 2: sphinx"),
        ("snippets.render", "import jinja2", "line 1: jinja2"),
        ("site.page", "import tree_sitter", "line 1: tree_sitter"),
    ],
)
def test_wrong_third_party__complains(module: str, source: str, complaint: str) -> None:
    assert list(wrong_third_party(module, source)) == [complaint]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("x = 1", "has no docstring"),
        ('"""A module."""\ndef f(): ...', "line 2: f has no docstring"),
        ('"""A module."""\nasync def f(): ...', "line 2: f has no docstring"),
        ('"""A module."""\nclass C: ...', "line 2: C has no docstring"),
        ('"""A module."""\nclass C:\n    """A class."""\n    def f(self): ...', "line 4: f has no docstring"),
        ('"""A module."""\n' + "\n" * MAX_LINES, "has 501 lines, more than 500"),
    ],
)
def test_untidy_parts__complains(source: str, complaint: str) -> None:
    assert list(untidy_parts(source)) == [complaint]


def test_untidy_parts__takes_private_parts() -> None:
    assert list(untidy_parts('"""A module."""\ndef _f(): ...\nclass _C:\n    def f(self): ...\n')) == []
