"""The rooms of the package: who may import whom, who writes, what is needed, how large and how documented.

The source is read, not run, so imports and calls inside functions are seen too. Each rule is a function
from source to complaints; below it, bad sources show that it complains.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "rtpsnippets"

FLOORS = (
    # How much may be given; what a person can mend, and how it is said.
    ("limits", "stopping", "track", "version"),
    ("errors",),
    # Texts: the literal and the call, references, what is sent, names, digests, lines.
    ("javascript", "html", "made_calls", "keys", "names", "manifest", "lines", "unseen"),
    # HTML as a browser reads it; a file that is one.
    ("foreign", "references", "regular_file"),
    ("tags",),
    # The code that stands in HTML; a key of a definition.
    ("inline_code", "field"),
    # What a text or a document may be, and what a snippet does.
    ("text", "document", "verify", "csp", "lock", "visible"),
    # What can be sent: by which elements, where these lead, when.
    ("element", "address", "moments", "warning_names"),
    ("button", "link"),
    ("event",),
    ("defaults", "formats"),
    # What a definitions file may have, and the same for an editor.
    ("schema",),
    # Bytes to document, one reader a format.
    ("readers.refusals", "readers.sayings", "readers.toml_keys"),
    ("readers", "readers.json_reader", "readers.toml_reader", "readers.yaml_reader"),
    # The stretches of the road: read, define, render, look; what is odd.
    ("read", "define", "fill", "folder"),
    ("snippets", "binding", "warn"),
    # The calls that a site has: what is found, how a script and a page are read, the files.
    ("calls.deadline", "calls.memory", "calls.found", "calls.unknown"),
    ("calls.literals", "calls.nothing_else", "calls.syntax"),
    ("calls.uses",),
    ("calls.functions",),
    ("calls.broken", "calls.guards", "calls.mistakes", "calls.runs", "calls.variables"),
    ("calls.callees", "calls.objects"),
    ("calls.texts",),
    ("calls.stubs", "calls.bindings"),
    ("calls.script",),
    ("calls.label", "calls.placed", "calls.policy", "calls.source", "calls.taken_names", "calls.walk"),
    ("calls.inline",),
    ("calls.page",),
    ("calls.site_file",),
    ("calls.workers",),
    ("calls", "calls.extra", "calls.many"),
    # What is wrong between a site and its definitions.
    ("audit.addresses", "audit.built", "audit.kinds", "audit.known", "audit.steps"),
    ("audit.finding",),
    ("audit.file_rules", "audit.page_rules"),
    ("audit.site", "audit.use"),
    ("audit", "audit.run"),
    # The table of the events: its rows, its formats.
    ("lists.row", "lists.shown"),
    # From the calls of a site to events, and to the text of their definitions.
    ("importing.ids", "importing.literals", "importing.named_files", "importing.places", "importing.refusals"),
    ("importing.elements", "importing.sends"),
    ("importing.candidate",),
    ("importing.adopt",),
    ("importing", "importing.written"),
    ("lists", "lists.csv_list", "lists.html_list", "lists.json_list", "lists.markdown_list", "lists.text_list"),
    ("listing",),
    # The road to the door: all events, all files, the plan; elements of a page that are marked.
    ("definitions", "files", "plan", "marked"),
    # The snippet of an event by its id: what the plugins stand on. The page with all events.
    ("lookup", "preview"),
    # The only writer.
    ("write",),
    ("build",),
    # The public names: `__init__.py`.
    ("",),
    # The plugins.
    (
        "plugins",
        "plugins.auditing",
        "plugins.jinja",
        "plugins.markdown",
        "plugins.sphinx_node",
    ),
    ("plugins.sphinx_audit", "plugins.sphinx_lookup"),
    ("plugins.sphinx_marked",),
    ("plugins.mkdocs", "plugins.pelican", "plugins.sphinx"),
    # The terminal.
    ("cli", "cli.signals", "cli.streams", "cli.watched"),
    ("cli.annotations", "cli.findings", "cli.messages", "cli.progress", "cli.report"),
    ("cli.sarif",),
    ("cli.audit_report", "cli.options", "cli.watch"),
    ("cli.audit", "cli.build", "cli.check", "cli.csp", "cli.import_", "cli.init", "cli.list", "cli.preview"),
    ("cli.schema", "cli.show"),
    ("cli.main",),
    ("__main__",),
)
"""The modules of the package, the lowest floor first: a module imports from the floors below it only."""

BY_NAME = {"listing": "lists", "read": "readers", "": "definitions"}
"""The modules that import by a name that is made at run time, and the highest that they so import."""

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

WRITER = "write"

MAX_LINES = 300

_FLOOR = {module: floor for floor, modules in enumerate(FLOORS) for module in modules}


def _sources() -> dict[str, str]:
    """The source of every module of the package, by its name below the package."""
    sources = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        sources[".".join(part for part in parts if part != "__init__")] = path.read_text("utf-8")
    return sources


SOURCES = _sources()

every_module = pytest.mark.parametrize(
    ("module", "source"), [pytest.param(*item, id=item[0] or "__init__") for item in SOURCES.items()]
)


def _imports(source: str) -> Iterator[tuple[int, str]]:
    """The line and the full name of everything that is imported, wherever it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{above}.{alias.name}") for alias in node.names)


# Imports run downwards.


def wrong_imports(module: str, source: str) -> Iterator[str]:
    """Complain about each import of a module of the package that is not on a lower floor."""
    for line, name in _imports(source):
        if name.startswith("."):
            yield f"line {line}: a relative import"
        elif name.split(".")[0] == "rtpsnippets" and not _is_below(_module_of(name), module):
            yield f"line {line}: {_module_of(name) or '__init__'} is not below {module or '__init__'}"
    if module not in BY_NAME:
        yield from (f"line {line}: an import by name" for line in _imports_by_name(source))


def _imports_by_name(source: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.expr) and _last_name(node) in {"import_module", "__import__"}:
            yield node.lineno


def _is_below(module: str, other: str) -> bool:
    """Whether `module` has a place, and that of `other` is above it."""
    return module in _FLOOR and _FLOOR[module] < _FLOOR.get(other, -1)


def _module_of(name: str) -> str:
    """The module of the package that `name` is, or else the one that holds it."""
    module = name.partition(".")[2]
    while module and module not in {*_FLOOR, *SOURCES}:
        module = module.rpartition(".")[0]
    return module


def _last_name(node: ast.expr) -> str:
    """`c` of `a.b.c` and of `c`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_floors__every_module_has_its_place_and_no_place_is_empty() -> None:
    placed = [module for modules in FLOORS for module in modules]
    assert sorted(placed) == sorted(SOURCES)


def test_floors__what_is_imported_by_name_is_below() -> None:
    assert [module for module, imported in BY_NAME.items() if not _is_below(imported, module)] == []
    assert [module for module, source in SOURCES.items() if list(_imports_by_name(source))] == sorted(BY_NAME)


@every_module
def test_imports__run_downwards(module: str, source: str) -> None:
    assert list(wrong_imports(module, source)) == []


@pytest.mark.parametrize(
    ("module", "source", "complaint"),
    [
        ("errors", "from rtpsnippets.event import Event", "line 1: event is not below errors"),
        ("event", "import rtpsnippets.plan", "line 1: plan is not below event"),
        # The same floor is not below.
        ("html", "from rtpsnippets.javascript import call", "line 1: javascript is not below html"),
        # A module that is imported from its package.
        ("plan", "from rtpsnippets import write", "line 1: write is not below plan"),
        ("plan", "from rtpsnippets.cli import messages", "line 1: cli.messages is not below plan"),
        # The public names, and a star of them.
        ("plan", "from rtpsnippets import load", "line 1: __init__ is not below plan"),
        ("plan", "from rtpsnippets import *", "line 1: __init__ is not below plan"),
        ("plan", "import rtpsnippets", "line 1: __init__ is not below plan"),
        # Inside a function, and for the type checker only.
        ("plan", "def f():\n    from rtpsnippets.write import write", "line 2: write is not below plan"),
        ("plan", "if TYPE_CHECKING:\n    import rtpsnippets.write", "line 2: write is not below plan"),
        ("cli.check", "from rtpsnippets.cli.main import main", "line 1: cli.main is not below cli.check"),
        ("plan", "from . import files", "line 1: a relative import"),
        ("plan", "from .files import files_of", "line 1: a relative import"),
        # By name.
        ("plan", "importlib.import_module('rtpsnippets.write')", "line 1: an import by name"),
        ("plan", "load = import_module", "line 1: an import by name"),
        ("plan", "__import__('rtpsnippets.write')", "line 1: an import by name"),
    ],
)
def test_wrong_imports__complains(module: str, source: str, complaint: str) -> None:
    assert list(wrong_imports(module, source)) == [complaint]


def test_wrong_imports__complains_about_a_module_without_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SOURCES, "atlas", "")
    assert list(wrong_imports("plan", "from rtpsnippets.atlas import page")) == ["line 1: atlas is not below plan"]


def test_wrong_imports__takes_what_is_below() -> None:
    source = "import json\nfrom rtpsnippets.errors import Problem\nfrom rtpsnippets import folder\n"
    assert list(wrong_imports("plan", source)) == []


# Only one module writes.

_WRITING_NAMES = {
    *("write_text", "write_bytes", "touch", "mkdir", "unlink", "rmdir", "chmod", "lchmod", "rename"),
    *("symlink_to", "hardlink_to", "copy_into", "move_into"),
    *("open_file", "File", "LazyFile"),  # click's ways to open a file
}
"""Names that mean nothing but a change to the disk, whether called or handed on."""

_WRITING_MODULES = {"shutil", "tempfile", "fileinput", "subprocess", "sqlite3", "dbm", "shelve", "zipfile", "tarfile"}

_READING_NAMES = {
    # What `dup2` changes is where a stream leads, to a file that somebody must have opened.
    "os": {
        *("DirEntry", "O_RDONLY", "PathLike", "close", "cpu_count", "devnull", "dup2", "environ", "fsencode", "fspath"),
        *("fstat", "open", "path", "scandir", "sched_getaffinity", "sep"),
    },
    "io": {"BytesIO", "StringIO", "TextIOWrapper"},
}
"""What may be used of modules whose other names mostly write."""

_READING_MODES = {"r", "rb", "rt"}


def writing_calls(source: str) -> Iterator[str]:
    """Complain about everything that could create, change, rename or remove a file."""
    for line, name in _imports(source):
        owner, _, below = name.partition(".")
        if owner in _WRITING_MODULES or below == "open" or (below and _is_writing_name(owner, below)):
            yield f"line {line}: imports {name}"
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.alias(name="os" | "io" as name, asname=str()):
                yield f"line {node.lineno}: gives {name} another name"
            case ast.Attribute() if _is_writing_name(_last_name(node.value), node.attr):
                yield f"line {node.lineno}: {ast.unparse(node)}"
            case ast.Call() if _is_writing_call(node):
                yield f"line {node.lineno}: {ast.unparse(node)}"


def _is_writing_name(owner: str, name: str) -> bool:
    return name in _WRITING_NAMES or name not in _READING_NAMES.get(owner, {name})


def _is_writing_call(node: ast.Call) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="open")):
            return not _is_reading(node.args[1:2], node.keywords)
        case ast.Call(func=ast.Attribute(attr="open")) if ast.unparse(node.func) == "Path(os.devnull).open":
            pass  # what is written there is nowhere
        case ast.Call(func=ast.Attribute(attr="open"), args=[_, flags]) if ast.unparse(flags) == "os.O_RDONLY":
            pass
        case ast.Call(func=ast.Attribute(attr="open")):
            return not _is_reading(node.args[:1], node.keywords)
        # A path's takes the target; a string's takes two texts, a dataclass's the fields by their names.
        case ast.Call(func=ast.Attribute(attr="replace"), args=[_], keywords=[]):
            return True
        case ast.Call(func=ast.Attribute(attr="replace"), keywords=[ast.keyword(arg="target")]):
            return True
        # A path's again; those of a list and a dict take nothing.
        case ast.Call(func=ast.Attribute(attr="copy" | "move")):
            return bool(node.args or node.keywords)
    return False


def _is_reading(modes: Sequence[ast.expr], keywords: Sequence[ast.keyword]) -> bool:
    """Whether a file that is opened with these arguments can only be read."""
    given = [*modes, *(keyword.value for keyword in keywords if keyword.arg in {"mode", None})]
    return all(isinstance(mode, ast.Constant) and mode.value in _READING_MODES for mode in given)


@every_module
def test_writing__only_one_module_does(module: str, source: str) -> None:
    found = list(writing_calls(source))
    if module == WRITER:
        assert found
    else:
        assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "open(path, 'r+')",
        "open(path, mode)",
        "open(path, **options)",
        "open(path, buffering=0, mode='wb')",
        "open(mode='w', file=path)",
        "path.open('xb')",
        "path.open(mode='w')",
        "path.open(mode)",
        "Path(os.devnull, name).open('w')",
        "path(os.devnull).open('w')",
        "io.open(path, 'w')",
        "click.open_file('-', 'w')",
        "click.File('w')",
        "from click import File",
        "path.write_text('x')",
        "Path(name).write_bytes(b'')",
        "for_each(Path.unlink, paths)",
        "path.mkdir()",
        "path.rmdir()",
        "path.touch()",
        "path.chmod(0o644)",
        "path.symlink_to(other)",
        "path.rename(other)",
        "path.replace(other)",
        "path.replace(target=other)",
        "path.copy(other)",
        "path.move(other)",
        "os.remove(path)",
        "os.replace(path, other)",
        "os.open(path, flags)",
        "os.open(path, os.O_RDONLY | os.O_CREAT)",
        "from os import open",
        "from os import unlink",
        "from os import *",
        "import os as system",
        "import shutil",
        "from shutil import rmtree",
        "import tempfile",
        "from tempfile import NamedTemporaryFile",
        "from io import open",
        "def f():\n    path.unlink()",
    ],
)
def test_writing_calls__complains(source: str) -> None:
    assert list(writing_calls(source))


def test_writing_calls__says_where_and_what() -> None:
    assert list(writing_calls("import os\n\nos.remove(path)")) == ["line 3: os.remove"]
    assert list(writing_calls("\npath.replace(other)")) == ["line 2: path.replace(other)"]
    assert list(writing_calls("from os import unlink")) == ["line 1: imports os.unlink"]


@pytest.mark.parametrize(
    "source",
    [
        "open(path)",
        "open(path, encoding='utf-8')",
        "open(path, 'rb')",
        "open(path, mode='r')",
        "path.open()",
        "path.open('rb')",
        "Path(os.devnull).open('w')",
        "os.open(path, os.O_RDONLY)",
        "path.read_bytes()",
        "text.replace('a', 'b')",
        "replace(problem, file=name)",
        "dataclasses.replace(problem, file=name)",
        "day.replace(year=2000)",
        "items.copy()",
        "import os\nos.environ.get('NO_COLOR')",
        "from os import PathLike",
        "from io import TextIOWrapper",
        "import os.path",
    ],
)
def test_writing_calls__takes_what_only_reads(source: str) -> None:
    assert list(writing_calls(source)) == []


# What a run needs.


def foreign_imports(module: str, source: str) -> Iterator[str]:
    """Complain about each import that is neither the standard library's, ours, nor a declared dependency."""
    allowed = {"rtpsnippets", *DEPENDENCIES, *EXTRAS.get(module, ())}
    for line, name in _imports(source):
        top = name.split(".")[0]
        if top and top not in allowed and top not in sys.stdlib_module_names:
            yield f"line {line}: {top}"


@every_module
def test_dependencies__are_the_standard_library_and_the_declared_ones(module: str, source: str) -> None:
    assert list(foreign_imports(module, source)) == []


def test_dependencies__all_that_are_imported_are_declared_and_the_other_way_round() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    assert {_requirement_name(line) for line in project["dependencies"]} == DEPENDENCIES
    imported = {name.split(".")[0] for source in SOURCES.values() for _, name in _imports(source)}
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


# How large and how documented.


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


@every_module
def test_module__is_short_and_documented(module: str, source: str) -> None:
    assert list(untidy_parts(source)) == [], module


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("x = 1", "has no docstring"),
        ('"""A module."""\ndef f(): ...', "line 2: f has no docstring"),
        ('"""A module."""\nasync def f(): ...', "line 2: f has no docstring"),
        ('"""A module."""\nclass C: ...', "line 2: C has no docstring"),
        ('"""A module."""\nclass C:\n    """A class."""\n    def f(self): ...', "line 4: f has no docstring"),
        ('"""A module."""\n' + "\n" * MAX_LINES, "has 301 lines, more than 300"),
    ],
)
def test_untidy_parts__complains(source: str, complaint: str) -> None:
    assert list(untidy_parts(source)) == [complaint]


def test_untidy_parts__takes_private_parts_and_300_lines() -> None:
    source = '"""A module."""\ndef _f(): ...\nclass _C:\n    def f(self): ...\n'
    assert list(untidy_parts(source + "\n" * (MAX_LINES - 4))) == []
