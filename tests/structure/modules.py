"""The modules of the package by name, each with its source, and what a source imports.

The source is read, not run, so imports inside functions are seen as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.clean_environment import CHECKOUT

PACKAGE = CHECKOUT / "rtpsnippets"


def _sources() -> dict[str, str]:
    sources = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        sources[".".join(part for part in parts if part != "__init__")] = path.read_text("utf-8")
    return sources


SOURCES = _sources()
"""The source of every module, by its name below the package; that of the package itself is empty."""


def imports_of(source: str) -> Iterator[tuple[int, str]]:
    """The line and the full name of everything that is imported."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{above}.{alias.name}") for alias in node.names)


def folder_of(module: str) -> str:
    """The folder of a module; a module at the top stands for itself, and the package for its `__init__.py`."""
    while module and not (PACKAGE / module.replace(".", "/")).is_dir():
        above = module.rpartition(".")[0]
        if not above:
            return module
        module = above
    return module or "__init__"


def last_name(node: ast.expr) -> str:
    """`c` of `a.b.c` and of `c`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
