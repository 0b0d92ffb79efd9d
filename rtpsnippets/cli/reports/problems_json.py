"""Say problems and warnings as data, for programs.

The text is JSON in ASCII, with everything that a person is told, each part by itself.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rtpsnippets.display import defused
from rtpsnippets.errors import Problem, key_path
from rtpsnippets.limits import MAX_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Sequence


def findings_json(events: int, problems: Sequence[Problem], warnings: Sequence[Problem]) -> str:
    """Return a JSON object: how many events can be sent, and lists of the problems and of the warnings.

    Of very many, the lists have the first, and `has_more` is true.
    """
    found = {
        "events": events,
        "problems": [*map(problem_as_data, problems[:MAX_PROBLEMS])],
        "warnings": [*map(problem_as_data, warnings[:MAX_PROBLEMS])],
        "has_more": len(problems) > MAX_PROBLEMS or len(warnings) > MAX_PROBLEMS,
    }
    return defused(json.dumps(found, indent=2))


def problem_as_data(problem: Problem) -> dict[str, object]:
    """What a problem says; null is what is not known of it."""
    return {
        "file": problem.file or None,
        "line": problem.line,
        "column": problem.column,
        "key": list(problem.key),
        "path": key_path(problem.key),
        "what": problem.what,
        "hint": problem.hint,
        "rule": problem.rule or None,
    }
