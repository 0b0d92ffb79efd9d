"""Plan a build: what to create, change, keep and remove, and what to refuse.

Pure: it compares what the events make with what is in the folder, and touches nothing.

>>> from rtpsnippets.output.folder import Folder
>>> empty = Folder(Path("site"), {}, {})
>>> [(step.action.value, step.name) for step in plan({"a.js": b"x"}, empty).steps]
[('create', 'a.js')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from rtpsnippets.errors import Location, Problem
from rtpsnippets.output.folder import Folder
from rtpsnippets.output.manifest import MANIFEST_FILE, Digests, digest, dump


class Action(Enum):
    """What a build does with a file. `LEAVE`: nothing makes it any more, but a person has changed it."""

    CREATE = "create"
    CHANGE = "change"
    KEEP = "keep"
    REMOVE = "remove"
    LEAVE = "leave"
    REFUSE = "refuse"


_TAKE_OVER = "--overwrite takes it over"
_MOVE_AWAY = "move it away"
_REMOVE = "remove it yourself, and build into a folder that holds nothing else"

CHANGES = (Action.CREATE, Action.CHANGE, Action.REMOVE)
"""The actions that change the folder."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a plan: its bytes before and after (None where there is no file); if refused, why, and the fix."""

    action: Action
    name: str
    before: bytes | None
    after: bytes | None
    why: str = ""
    fix: str = ""

    def problem(self, path: Path) -> Problem:
        """The problem of a refused step in the folder at `path`."""
        return Problem(self.why, self.fix, location=Location(str(path / self.name)))


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a build in the folder at `path`, with those for its manifest before and after the others.

    The first knows the files as they are and as they will be, so that a build that is cut off leaves
    no file that the next one doesn't know.
    """

    path: Path
    steps: tuple[Step, ...]
    manifest_before: Step
    manifest_after: Step

    @property
    def problems(self) -> list[Problem]:
        """The refused steps: a plan that has one is not carried out."""
        steps = (*self.steps, self.manifest_before)
        return [step.problem(self.path) for step in steps if step.action is Action.REFUSE]

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
    known = folder.manifest or {}
    steps = [_step(name, content, folder, overwrite=overwrite) for name, content in files.items()]
    steps += _left_over(files, folder)
    after = dict(_known_after(steps, known, overwrite=overwrite))
    between = {name: known.get(name, frozenset()) | after.get(name, frozenset()) for name in (*known, *after)}
    is_change = any(step.action in CHANGES for step in steps)
    before = _manifest_step(between if is_change else known, folder, overwrite=overwrite)
    written = {} if before.action is Action.REFUSE else {MANIFEST_FILE: before.after}
    meanwhile = replace(folder, files={**folder.files, **written})
    return Plan(folder.path, tuple(steps), before, _manifest_step(after, meanwhile, overwrite=overwrite))


def plan_file(
    name: str, content: bytes, files: Mapping[str, bytes | None], beginning: bytes | None, *, overwrite: bool = False
) -> Step:
    """Return the step that makes the file `name` hold `content`, for a file that needs no manifest.

    `files` has what is there, as a `Folder` has it. A file that doesn't begin with `beginning`, as those that
    we have made do, is refused; so is any other if `beginning` is None. With `overwrite` it is taken over.
    """
    before = files.get(name) or b""
    ours = {name: frozenset({digest(before)})} if beginning is not None and before.startswith(beginning) else {}
    step = _step(name, content, Folder(Path(), files, ours), overwrite=overwrite)
    is_foreign = step.action is Action.REFUSE and step.before is not None
    why = "already exists" if beginning is None else "already exists, and rtpsnippets has not made it"
    return replace(step, why=why) if is_foreign else step


def _step(name: str, content: bytes, folder: Folder, *, overwrite: bool) -> Step:
    if name not in folder.files:
        return Step(Action.CREATE, name, None, content)
    before = folder.files[name]
    known = (folder.manifest or {}).get(name)
    if before is None:
        return Step(Action.REFUSE, name, None, content, "is there and is no regular file", _MOVE_AWAY)
    if before == content:
        return Step(Action.KEEP, name, before, content)
    if overwrite or (known and digest(before) in known):
        return Step(Action.CHANGE, name, before, content)
    why = "was changed since the last build" if known else "already exists, and no build has made it"
    return Step(Action.REFUSE, name, before, content, why, _TAKE_OVER)


def _left_over(files: Mapping[str, bytes], folder: Folder) -> Iterator[Step]:
    """The steps for the files of earlier builds that nothing makes any more."""
    for name, known in (folder.manifest or {}).items():
        before = folder.files.get(name)
        if name in files or name not in folder.files:
            continue
        if before is None or digest(before) not in known:
            yield Step(Action.LEAVE, name, before, None)
        elif folder.keeps:
            why = f"nothing makes it any more, but no file is removed from a folder that {folder.keeps}"
            yield Step(Action.REFUSE, name, before, None, why, _REMOVE)
        else:
            yield Step(Action.REMOVE, name, before, None)


def _known_after(steps: Iterable[Step], known: Digests, *, overwrite: bool) -> Iterator[tuple[str, AbstractSet[str]]]:
    """The digests of the files that are ours after the steps.

    A foreign file that happens to be as it should be stays foreign, and what a person changed stays
    changed; a file that is left stays known, so that each build says so until a person has decided.
    """
    for step in steps:
        ours = known.get(step.name, frozenset())
        if step.after is not None and (step.action is not Action.KEEP or overwrite or digest(step.after) in ours):
            yield step.name, {digest(step.after)}
        elif ours and step.action is not Action.REMOVE:
            yield step.name, ours


def _manifest_step(digests: Digests, folder: Folder, *, overwrite: bool) -> Step:
    before = folder.files.get(MANIFEST_FILE)
    content = dump(digests)
    if MANIFEST_FILE not in folder.files:
        return Step(Action.CREATE, MANIFEST_FILE, None, content)
    if before is None or (folder.manifest is None and not overwrite):
        fix = _MOVE_AWAY if before is None else _TAKE_OVER
        return Step(Action.REFUSE, MANIFEST_FILE, before, content, "is there and is no manifest of this version", fix)
    return Step(Action.KEEP if content == before else Action.CHANGE, MANIFEST_FILE, before, content)
