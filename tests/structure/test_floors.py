"""The floors of the package: a module imports from those below it only."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.structure.sources import SOURCES, every_module, imports_of, last_name

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

_FLOOR = {module: floor for floor, modules in enumerate(FLOORS) for module in modules}


def wrong_imports(module: str, source: str) -> Iterator[str]:
    """Complain about each import of a module of the package that is not on a lower floor."""
    for line, name in imports_of(source):
        if name.startswith("."):
            yield f"line {line}: a relative import"
        elif name.split(".")[0] == "rtpsnippets" and not _is_below(_module_of(name), module):
            yield f"line {line}: {_module_of(name) or '__init__'} is not below {module or '__init__'}"
    if module not in BY_NAME:
        yield from (f"line {line}: an import by name" for line in _imports_by_name(source))


def _imports_by_name(source: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.expr) and last_name(node) in {"import_module", "__import__"}:
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
        ("errors", "from rtpsnippets.events.event import Event", "line 1: event is not below errors"),
        ("event", "import rtpsnippets.output.plan", "line 1: plan is not below event"),
        # The same floor is not below.
        ("html", "from rtpsnippets.web.javascript import call", "line 1: javascript is not below html"),
        # A module that is imported from its package.
        ("plan", "from rtpsnippets import write", "line 1: write is not below plan"),
        ("plan", "from rtpsnippets.cli import messages", "line 1: cli.messages is not below plan"),
        # The public names, and a star of them.
        ("plan", "from rtpsnippets import load", "line 1: __init__ is not below plan"),
        ("plan", "from rtpsnippets import *", "line 1: __init__ is not below plan"),
        ("plan", "import rtpsnippets", "line 1: __init__ is not below plan"),
        # Inside a function, and for the type checker only.
        ("plan", "def f():\n    from rtpsnippets.output.write import write", "line 2: write is not below plan"),
        ("plan", "if TYPE_CHECKING:\n    import rtpsnippets.output.write", "line 2: write is not below plan"),
        ("cli.check", "from rtpsnippets.cli.commands.main import main", "line 1: cli.main is not below cli.check"),
        ("plan", "from . import files", "line 1: a relative import"),
        ("plan", "from .files import files_of", "line 1: a relative import"),
        # By name.
        ("plan", "importlib.import_module('rtpsnippets.output.write')", "line 1: an import by name"),
        ("plan", "load = import_module", "line 1: an import by name"),
        ("plan", "__import__('rtpsnippets.output.write')", "line 1: an import by name"),
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
