"""Say what a plan does to an output folder, or would do.

The manifest is our own bookkeeping and is not spoken of.
"""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from rtpsnippets.errors import printable
from rtpsnippets.plan import CHANGES, Action, Plan, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

_DONE = {
    Action.CREATE: "created",
    Action.CHANGE: "changed",
    Action.KEEP: "kept",
    Action.REMOVE: "removed",
    Action.LEAVE: "left",
}


def done(plan: Plan) -> Iterator[str]:
    """A line for each file that was created, changed or removed, and one that counts them all.

    A file is left if nothing makes it any more but a person has changed it.
    """
    for step in plan.steps:
        if step.action is not Action.KEEP:
            yield f"{_DONE[step.action]} {_path(plan, step)}"
    counts = [f"{plan.count(action)} {word}" for action, word in _DONE.items()]
    yield f"{', '.join(counts if plan.count(Action.LEAVE) else counts[:-1])} in {printable(str(plan.path))}"


def would_change(plan: Plan) -> Iterator[str]:
    """A line for each file that a build would create, change or remove."""
    for step in _changing(plan):
        yield f"would {step.action.value} {_path(plan, step)}"


def diff(plan: Plan) -> Iterator[str]:
    """The lines of a unified diff, from what is in the files to what a build would put there."""
    for step in _changing(plan):
        before, after = (_lines(content) for content in (step.before, step.after))
        path = _path(plan, step)
        yield from unified_diff(before, after, f"{path} (now)", f"{path} (after a build)", lineterm="")


def _changing(plan: Plan) -> list[Step]:
    return [step for step in plan.steps if step.action in CHANGES]


def _path(plan: Plan, step: Step) -> str:
    return printable(str(plan.path / step.name))


def _lines(content: bytes | None) -> list[str]:
    return [printable(line) for line in content.decode(errors="backslashreplace").split("\n")] if content else []
