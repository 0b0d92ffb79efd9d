"""Every module of the package is short and documented."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.structure.sources import every_module

MAX_LINES = 300


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
