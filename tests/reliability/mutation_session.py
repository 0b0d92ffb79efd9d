"""Run Cosmic Ray on one module of the current folder, and print as JSON what became of each mutant.

This runs in the environment of Cosmic Ray; `mutation.py` makes that and starts this.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cosmic_ray import plugins
from cosmic_ray.commands import execute, init
from cosmic_ray.config import ConfigDict
from cosmic_ray.mutating import mutate_code
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import WorkerOutcome, WorkItem, WorkResult
from mutation_operators import OPERATORS


def main(module: str, test_command: str, timeout: str) -> None:
    """Make the mutants of the module, test them, and print them."""
    plugins.OPERATOR_PROVIDERS["rtpsnippets"] = OPERATORS
    config = ConfigDict({"test-command": test_command, "timeout": float(timeout), "distributor": {"name": "local"}})
    source = Path(module).read_text("utf-8")
    with TemporaryDirectory() as folder, use_db(Path(folder, "session.sqlite")) as session:
        init([Path(module)], session, {})
        mutants = dict(_different(session, source))
        execute(session, config)
        outcomes = [{**mutants[job], "seen": result.is_killed} for job, result in session.results if job in mutants]
    print(json.dumps(outcomes))


def _different(session: WorkDB, source: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The mutants that run, and run something else than the source or another mutant; the rest is skipped."""
    known = {_what_runs(source)}
    for item in session.work_items:
        code = _mutated(item, source)
        runs = _what_runs(code)
        if runs is None or runs in known:
            session.set_result(item.job_id, WorkResult(WorkerOutcome.SKIPPED))
        else:
            known.add(runs)
            yield item.job_id, _changed_lines(source, code)


def _mutated(item: WorkItem, source: str) -> str:
    (mutation,) = item.mutations
    operator = plugins.get_operator(mutation.operator_name)(**mutation.operator_args)
    return str(mutate_code(source, operator, mutation.occurrence))


def _what_runs(code: str) -> str | None:
    """The code without its annotations, which are never read when it runs; None if it's no Python."""
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
