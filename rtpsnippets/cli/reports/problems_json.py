"""Format problems, warnings and findings as JSON for programs, all in the same shape.

The JSON is ASCII and contains every part of a message separately.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rtpsnippets.display import defused
from rtpsnippets.errors import ERROR, WARNING, Problem, key_path
from rtpsnippets.limits import MAX_FINDINGS, MAX_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def problems_json(
    events: int,
    problems: Sequence[Problem],
    warnings: Sequence[Problem],
    changes: Sequence[Mapping[str, object]] | None = None,
) -> str:
    """Return a JSON object: how many events can be sent, the problems, the warnings, and any changes.

    Very long lists are cut, and `has_more` is true.
    """
    found = {
        "events": events,
        "problems": [problem_as_data(problem, ERROR) for problem in problems[:MAX_PROBLEMS]],
        "warnings": [problem_as_data(warning, WARNING) for warning in warnings[:MAX_PROBLEMS]],
        **({} if changes is None else {"changes": changes[:MAX_FINDINGS]}),
        "has_more": max(len(problems), len(warnings)) > MAX_PROBLEMS or len(changes or ()) > MAX_FINDINGS,
    }
    return defused(json.dumps(found, indent=2))


def problem_as_data(problem: Problem, level: str) -> dict[str, object]:
    """Return the parts of a problem, a warning or a finding; unknown parts are None."""
    location = problem.location
    end_line, end_column = location.end or (None, None)
    return {
        "rule": problem.rule or None,
        "level": level,
        "file": location.file or None,
        "line": location.line,
        "column": location.column,
        "end_line": end_line,
        "end_column": end_column,
        "key": list(problem.key),
        "path": key_path(problem.key),
        "what": problem.what_in_part,
        "hint": problem.hint,
    }
