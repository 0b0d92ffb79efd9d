"""Say problems and warnings as annotations, which GitHub Actions shows beside the lines that they are about.

The form is that of "Workflow commands for GitHub Actions": `::error file=NAME,line=1,col=1::MESSAGE`.
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


def annotations_of(problems: Sequence[Problem], warnings: Sequence[Problem]) -> Iterator[str]:
    """A line for each problem and each warning; of very many, for the first."""
    for problem in problems[:MAX_PROBLEMS]:
        yield _annotation("error", problem)
    for warning in warnings[:MAX_PROBLEMS]:
        yield _annotation("warning", warning)
    if len(problems) > MAX_PROBLEMS or len(warnings) > MAX_PROBLEMS:
        yield f"::notice::there are more: of problems and of warnings, the first {MAX_PROBLEMS} are listed"


def _annotation(command: str, problem: Problem) -> str:
    location = problem.location
    known = {"file": in_repository(location.file), "line": location.line, "col": location.column}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in known.items() if value)
    lines = map(_data, filter(None, (problem.message, problem.hint)))
    return f"::{command} {properties}".rstrip() + f"::{'%0A'.join(lines)}"


def in_repository(file: str) -> str:
    """The path of the file from the root of the repository, where the workflow has one: so GitHub reads a path."""
    root = os.environ.get("GITHUB_WORKSPACE")
    if not root or not file:
        return file
    path, top = Path(file).resolve(), Path(root).resolve()
    return path.relative_to(top).as_posix() if path.is_relative_to(top) else file


def _data(text: str) -> str:
    """The text in one line, with the sign that begins an escape as an escape."""
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
