"""Say what a plan does to an output folder, or would do.

The manifest is our own bookkeeping and is not spoken of.
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
"""How many lines are compared: the time grows with their square."""

_DONE = {
    Action.CREATE: "created",
    Action.CHANGE: "changed",
    Action.KEEP: "kept",
    Action.REMOVE: "removed",
    Action.LEAVE: "left",
}


def done(plan: Plan, *, with_kept: bool = False) -> Iterator[str]:
    """A line for each file that was created, changed or removed, and one that counts them all.

    `with_kept` adds those that stay as they are.
    """
    for step in plan.steps:
        if with_kept or step.action is not Action.KEEP:
            yield file_done(step, plan.path)
    yield counts(plan)


def counts(plan: Plan) -> str:
    """Count the files that were created, changed, kept and removed, and those that were left, if any.

    A file is left if nothing makes it any more but a person has changed it.
    """
    counted = [f"{plan.count(action)} {word}" for action, word in _DONE.items()]
    return f"{', '.join(counted if plan.count(Action.LEAVE) else counted[:-1])} in {printable(str(plan.path))}"


def file_done(step: Step, path: Path) -> str:
    """The line of one file in the folder at `path`."""
    return f"{_DONE[step.action]} {printable(str(path / step.name))}"


def would_change(plan: Plan) -> Iterator[str]:
    """A line for each file that a build would create, change or remove."""
    for step in _changing(plan):
        yield f"would {step.action.value} {_path(plan, step)}"


def diff(plan: Plan) -> Iterator[str]:
    """The lines of a unified diff, from what is in the files to what a build would put there.

    Of a file with very many lines between the first and the last change it says just that.
    """
    for step in _changing(plan):
        before, after = (_lines(content) for content in (step.before, step.after))
        path = _path(plan, step)
        if _changed_lines(before, after) > _MAX_LINES:
            yield f"{path} changes over more than {_MAX_LINES:,} lines"
            continue
        yield from unified_diff(before, after, f"{path} (now)", f"{path} (after a build)", lineterm="")


def _changed_lines(before: Sequence[str], after: Sequence[str]) -> int:
    """How many lines there are from the first that differs to the last, in the longer of the two texts."""
    same = zip(before, after, strict=False), zip(reversed(before), reversed(after), strict=False)
    at_start, at_end = (sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) for pairs in same)
    return max(len(before), len(after)) - at_start - at_end


def _changing(plan: Plan) -> list[Step]:
    return [step for step in plan.steps if step.action in CHANGES]


def _path(plan: Plan, step: Step) -> str:
    return printable(str(plan.path / step.name))


def _lines(content: bytes | None) -> list[str]:
    return [printable(line) for line in content.decode(errors="backslashreplace").split("\n")] if content else []
