"""Describe what a plan does or would do to an output folder.

The manifest is internal and not mentioned.
"""

from __future__ import annotations

from difflib import unified_diff
from itertools import takewhile
from typing import TYPE_CHECKING

from rtpsnippets.display import printable
from rtpsnippets.output.plan import CHANGES, Action, Plan, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_MAX_LINES = 4_000
"""How many lines are compared at most: the time grows with their square."""

_DONE = {
    Action.CREATE: "created",
    Action.CHANGE: "changed",
    Action.KEEP: "kept",
    Action.REMOVE: "removed",
    Action.LEAVE: "left",
}


def done(plan: Plan, *, with_kept: bool = False) -> Iterator[str]:
    """Yield a line for each file that was created, changed or removed, and one that counts them all.

    `with_kept` adds unchanged files.
    """
    for step in plan.steps:
        if with_kept or step.action is not Action.KEEP:
            yield file_done(step, plan.path)
    yield counts(plan)


def counts(plan: Plan) -> str:
    """Return how many files were created, changed, kept and removed, and how many were left, if any.

    A file is left if it is no longer generated but the user has changed it.
    """
    counted = [f"{plan.count(action)} {word}" for action, word in _DONE.items()]
    return f"{', '.join(counted if plan.count(Action.LEAVE) else counted[:-1])} in {printable(str(plan.path))}"


def file_done(step: Step, path: Path) -> str:
    """Return the line for one file in the folder at `path`."""
    return f"{_DONE[step.action]} {printable(str(path / step.name))}"


def would_change(plan: Plan) -> Iterator[str]:
    """Yield a line for each file that a build would create, change or remove."""
    for step in _changing(plan):
        yield f"would {step.action.value} {_path(plan, step)}"


def diff(plan: Plan) -> Iterator[str]:
    """Yield the lines of a unified diff, from the current files to those that a build would write.

    A file with too many lines between the first and the last change gets a single line.
    """
    for step in _changing(plan):
        before, after = (_lines(content) for content in (step.before, step.after))
        path = _path(plan, step)
        if _changed_lines(before, after) > _MAX_LINES:
            yield f"{path}: more than {_MAX_LINES:,} lines change"
            continue
        yield from unified_diff(before, after, f"{path} (now)", f"{path} (after a build)", lineterm="")


def _changed_lines(before: Sequence[str], after: Sequence[str]) -> int:
    """Return the number of lines from the first difference to the last, in the longer of the two texts."""
    same = zip(before, after, strict=False), zip(reversed(before), reversed(after), strict=False)
    at_start, at_end = (sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) for pairs in same)
    return max(len(before), len(after)) - at_start - at_end


def _changing(plan: Plan) -> list[Step]:
    return [step for step in plan.steps if step.action in CHANGES]


def _path(plan: Plan, step: Step) -> str:
    return printable(str(plan.path / step.name))


def _lines(content: bytes | None) -> list[str]:
    return [printable(line) for line in content.decode(errors="backslashreplace").split("\n")] if content else []
