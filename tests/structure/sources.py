"""The modules of the package, by name: the source of each and what it imports.

The source is read, not run, so imports and calls inside functions are seen too. Each rule of the tests beside this
is a function from source to complaints; below it, bad sources show that it complains.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.clean_environment import CHECKOUT

PACKAGE = CHECKOUT / "rtpsnippets"


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


def imports_of(source: str) -> Iterator[tuple[int, str]]:
    """The line and the full name of everything that is imported, wherever it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{above}.{alias.name}") for alias in node.names)


def last_name(node: ast.expr) -> str:
    """`c` of `a.b.c` and of `c`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
