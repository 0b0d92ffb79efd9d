"""Format problems and warnings as annotations, which GitHub Actions shows beside the lines that they are about.

GitHub documents the form in "Workflow commands for GitHub Actions": `::error file=NAME,line=1,col=1::MESSAGE`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from rtpsnippets.display import printable
from rtpsnippets.errors import Problem
from rtpsnippets.limits import MAX_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def annotations_of(
    problems: Sequence[Problem], warnings: Sequence[Problem], notices: Sequence[Problem] = ()
) -> Iterator[str]:
    """Yield a line for each problem, each warning and each notice, up to a limit."""
    lists = {"error": problems, "warning": warnings, "notice": notices}
    for command, found in lists.items():
        for problem in found[:MAX_PROBLEMS]:
            yield _annotation(command, problem)
    if max(map(len, lists.values())) > MAX_PROBLEMS:
        yield f"::notice::only the first {MAX_PROBLEMS} of each kind (errors, warnings, notices) are listed"


def _annotation(command: str, problem: Problem) -> str:
    location = problem.location
    known = {"file": in_repository(location.file), "line": location.line, "col": location.column}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in known.items() if value)
    lines = map(_data, filter(None, (problem.message, problem.hint)))
    return f"::{command} {properties}".rstrip() + f"::{'%0A'.join(lines)}"


def in_repository(file: str) -> str:
    """Return the path as GitHub reads it: relative to the root of the repository, if it is known."""
    root = os.environ.get("GITHUB_WORKSPACE")
    if not root or not file:
        return file
    path, top = Path(file).resolve(), Path(root).resolve()
    return path.relative_to(top).as_posix() if path.is_relative_to(top) else file


def _data(text: str) -> str:
    """Return the text in one line, with each "%" escaped."""
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
