"""Let Cosmic Ray mutate one module of the current folder, and print the mutants as JSON.

This runs in the environment of Cosmic Ray; `mutation.py` creates that, starts this, and tests the mutants.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cosmic_ray import plugins
from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_code
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import WorkItem
from mutation_operators import OPERATORS


def main(module: str) -> None:
    """Create the mutants of the module, and print each with its code and its changed lines."""
    plugins.OPERATOR_PROVIDERS["rtpsnippets"] = OPERATORS
    source = Path(module).read_text("utf-8")
    with TemporaryDirectory() as folder, use_db(Path(folder, "session.sqlite")) as session:
        init([Path(module)], session, {})
        print(json.dumps([{"code": code, **_changed_lines(source, code)} for code in _different(session, source)]))


# `is` for `==` has no effect that a test should detect: equal small numbers or strings are usually the same object.
_IDENTITY = re.compile(r"core/ReplaceComparisonOperator_(Eq_Is|Is_Eq|NotEq_IsNot|IsNot_NotEq)")


def _different(session: WorkDB, source: str) -> Iterator[str]:
    """The mutants that compile and differ from the source and from each other."""
    known = {_what_runs(source)}
    for item in session.work_items:
        if _IDENTITY.fullmatch(item.mutations[0].operator_name):
            continue
        code = _mutated(item, source)
        runs = _what_runs(code)
        if runs is not None and runs not in known:
            known.add(runs)
            yield code


def _mutated(item: WorkItem, source: str) -> str:
    (mutation,) = item.mutations
    operator = plugins.get_operator(mutation.operator_name)(**mutation.operator_args)
    return str(mutate_code(source, operator, mutation.occurrence))


def _what_runs(code: str) -> str | None:
    """The code without its annotations, which are not used at run time; None if it is not valid Python."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return None
    nothing: Any = ast.Constant(None)
    for node in ast.walk(tree):
        if isinstance(node, (ast.arg, ast.AnnAssign)):
            node.annotation = nothing
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            node.returns = nothing
    return ast.dump(tree)


def _changed_lines(source: str, code: str) -> dict[str, str]:
    changed = list(unified_diff(source.splitlines(), code.splitlines(), n=0, lineterm=""))[2:]
    before = [line[1:].strip() for line in changed if line.startswith("-")]
    after = [line[1:].strip() for line in changed if line.startswith("+")]
    return {"line": "\n".join(before), "becomes": "\n".join(after)}


main(*sys.argv[1:])
