"""Plan a build: what to create, change, keep and remove, and what to refuse.

Pure: it compares what the events make with what is in the folder, and touches nothing.

>>> from rtpsnippets.folder import Folder
>>> empty = Folder(Path("site"), {}, {}, None)
>>> [(step.action.value, step.name) for step in plan({"a.js": b"x"}, empty).steps]
[('create', 'a.js')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from rtpsnippets.errors import Problem
from rtpsnippets.folder import Folder
from rtpsnippets.manifest import MANIFEST_FILE, digest, dump


class Action(Enum):
    """What a build does with a file. `LEAVE`: nothing makes it any more, but a person has changed it."""

    CREATE = "create"
    CHANGE = "change"
    KEEP = "keep"
    REMOVE = "remove"
    LEAVE = "leave"
    REFUSE = "refuse"


CHANGES = (Action.CREATE, Action.CHANGE, Action.REMOVE)
"""The actions that change the folder."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a plan: its bytes before and after (None where there is no file), and why, if refused."""

    action: Action
    name: str
    before: bytes | None
    after: bytes | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a build in the folder at `path`, and its manifest afterwards."""

    path: Path
    steps: tuple[Step, ...]
    manifest: Step

    @property
    def problems(self) -> list[Problem]:
        """The refused steps: a plan that has one is not carried out."""
        hints = {True: "--overwrite takes it over", False: "move it away"}
        return [
            Problem(step.why, hints[step.before is not None], file=str(self.path / step.name))
            for step in self.steps
            if step.action is Action.REFUSE
        ]

    @property
    def is_change(self) -> bool:
        """Whether any file is created, changed or removed."""
        return any(step.action in CHANGES for step in self.steps)

    def count(self, action: Action) -> int:
        """How many steps have this action."""
        return sum(step.action is action for step in self.steps)


def plan(files: Mapping[str, bytes], folder: Folder, *, overwrite: bool = False) -> Plan:
    """Return the plan that makes `folder` hold `files`, and no other file that an earlier build made.

    A file that no build made, or that was changed since, is refused; with `overwrite` it is taken
    over. What is no regular file is always refused.
    """
    steps = [_step(name, content, folder, overwrite=overwrite) for name, content in files.items()]
    steps += _left_over(files, folder)
    manifest = dump({name: digest(content) for name, content in files.items()})
    action = Action.KEEP if manifest == folder.manifest_content else Action.CHANGE
    return Plan(folder.path, tuple(steps), Step(action, MANIFEST_FILE, folder.manifest_content, manifest))


def _step(name: str, content: bytes, folder: Folder, *, overwrite: bool) -> Step:
    if name not in folder.files:
        return Step(Action.CREATE, name, None, content)
    before = folder.files[name]
    if before is None:
        return Step(Action.REFUSE, name, None, content, "is there and is no regular file")
    if before == content:
        return Step(Action.KEEP, name, before, content)
    if overwrite or digest(before) == folder.manifest.get(name):
        return Step(Action.CHANGE, name, before, content)
    is_ours = name in folder.manifest
    why = "was changed since the last build" if is_ours else "is there already, and no build has made it"
    return Step(Action.REFUSE, name, before, content, why)


def _left_over(files: Mapping[str, bytes], folder: Folder) -> Iterator[Step]:
    for name, written in folder.manifest.items():
        before = folder.files.get(name)
        if name in files or name not in folder.files:
            continue
        is_as_written = before is not None and digest(before) == written
        yield Step(Action.REMOVE if is_as_written else Action.LEAVE, name, before, None)
