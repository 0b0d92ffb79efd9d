"""Plan a build: what to create, change, keep and remove, and what to refuse.

It only compares what a build generates with what the folder contains: nothing is read or written here.

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
    """What a build does with a file. `LEAVE`: it is no longer generated, but the user has changed it."""

    CREATE = "create"
    CHANGE = "change"
    KEEP = "keep"
    REMOVE = "remove"
    LEAVE = "leave"
    REFUSE = "refuse"


_OVERWRITE = "use --overwrite to replace it"
_MOVE = "move or remove it"
_REMOVE = "remove it yourself, or build into a separate folder"

CHANGES = (Action.CREATE, Action.CHANGE, Action.REMOVE)
"""The actions that change the folder."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a plan: its bytes before and after (None: no file); if it is refused, why, and the fix."""

    action: Action
    name: str
    before: bytes | None
    after: bytes | None
    why: str = ""
    fix: str = ""

    def problem(self, path: Path) -> Problem:
        """Return the problem of a refused step in the folder at `path`."""
        return Problem(self.why, self.fix, location=Location(str(path / self.name)))


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a build in the folder at `path`, and the steps that write its manifest before and after them.

    The first manifest has the old and the new digests, so that the next build knows every file that an
    interrupted build has written.
    """

    path: Path
    steps: tuple[Step, ...]
    manifest_before: Step
    manifest_after: Step

    @property
    def problems(self) -> list[Problem]:
        """The problems of refused steps: a plan that has any is not carried out."""
        steps = (*self.steps, self.manifest_before)
        return [step.problem(self.path) for step in steps if step.action is Action.REFUSE]

    @property
    def is_change(self) -> bool:
        """Whether any file is created, changed or removed."""
        return any(step.action in CHANGES for step in self.steps)

    def count(self, action: Action) -> int:
        """Return how many steps have this action."""
        return sum(step.action is action for step in self.steps)


def plan(files: Mapping[str, bytes], folder: Folder, *, overwrite: bool = False) -> Plan:
    """Return the plan that writes `files` into `folder` and removes all other files of earlier builds.

    A file that no build created, or that has changed since, is refused, or replaced with `overwrite`. What is not a
    regular file is always refused.
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
    """Return the step that writes `content` to the file `name`, which needs no manifest.

    `files` is as in a `Folder`. An existing file with other content is refused, unless it starts with `beginning` or
    `overwrite` is set.
    """
    before = files.get(name) or b""
    ours = {name: frozenset({digest(before)})} if beginning is not None and before.startswith(beginning) else {}
    step = _step(name, content, Folder(Path(), files, ours), overwrite=overwrite)
    is_foreign = step.action is Action.REFUSE and step.before is not None
    why = "already exists" if beginning is None else "already exists and was not created by rtpsnippets"
    return replace(step, why=why) if is_foreign else step


def _step(name: str, content: bytes, folder: Folder, *, overwrite: bool) -> Step:
    if name not in folder.files:
        return Step(Action.CREATE, name, None, content)
    before = folder.files[name]
    known = (folder.manifest or {}).get(name)
    if before is None:
        return Step(Action.REFUSE, name, None, content, "exists and is not a regular file", _MOVE)
    if before == content:
        return Step(Action.KEEP, name, before, content)
    if overwrite or (known and digest(before) in known):
        return Step(Action.CHANGE, name, before, content)
    why = "has changed since the last build" if known else "already exists and was not created by a build"
    return Step(Action.REFUSE, name, before, content, why, _OVERWRITE)


def _left_over(files: Mapping[str, bytes], folder: Folder) -> Iterator[Step]:
    """Yield the steps for files of earlier builds that are no longer generated."""
    for name, known in (folder.manifest or {}).items():
        before = folder.files.get(name)
        if name in files or name not in folder.files:
            continue
        if before is None or digest(before) not in known:
            yield Step(Action.LEAVE, name, before, None)
        elif folder.keeps:
            why = f"is no longer generated, but files are never removed from a folder that {folder.keeps}"
            yield Step(Action.REFUSE, name, before, None, why, _REMOVE)
        else:
            yield Step(Action.REMOVE, name, before, None)


def _known_after(steps: Iterable[Step], known: Digests, *, overwrite: bool) -> Iterator[tuple[str, AbstractSet[str]]]:
    """Yield the digests of the files that are ours after the steps.

    A file that no build created does not become ours if it happens to have the right content. A file that the user
    changed stays changed, and a file that is left stays known, so that every build reports it until the user decides.
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
        fix = _MOVE if before is None else _OVERWRITE
        return Step(Action.REFUSE, MANIFEST_FILE, before, content, "exists and is not a manifest of this version", fix)
    return Step(Action.KEEP if content == before else Action.CHANGE, MANIFEST_FILE, before, content)
