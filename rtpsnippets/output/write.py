"""Carry a plan out; the only place that writes.

A file is there whole or not at all: it is written beside its place and then put there. The manifest
is written first, with what is there and what will be, and last; so whatever ends a build, the next one
knows each file of the folder and goes on to the same end.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE

from rtpsnippets.display import printable
from rtpsnippets.errors import FileAccessError, Location, Problem, ProblemsError, cannot, no_folder
from rtpsnippets.output.folder import contents, read_files
from rtpsnippets.output.lock import locked
from rtpsnippets.output.plan import CHANGES, Action, Plan, Step
from rtpsnippets.progress import Track, untracked
from rtpsnippets.signals import held_back

_TEMPORARY = re.compile(r"\.rtpsnippets-[0-9a-f]{16}\.tmp")


def write(plan: Plan, track: Track = untracked) -> None:
    """Make the folder, which is there, what `plan` says; unchanged files are not touched.

    The folder's lock must be held since the plan was made. `track` follows the files that are written
    or removed. Raises `ProblemsError`, with nothing written, if the plan refuses a file, and
    `FileAccessError` if the system does, or if another program has changed a file since the plan was made.
    """
    if plan.problems:
        raise ProblemsError(plan.problems)
    _carry_out([plan.manifest_before], plan.path)
    _carry_out(plan.steps, plan.path, track)
    _carry_out([plan.manifest_after], plan.path)


def write_file(step: Step, path: Path) -> None:
    """Make one file of the folder at `path`, which is there, what `step` says; raises as `write` does.

    The folder's lock must be held since the step was planned.
    """
    if step.action is Action.REFUSE:
        raise ProblemsError([step.problem(path)])
    _carry_out([step], path)


def put_file(path: Path, content: bytes | None) -> None:
    """Make the file at `path` hold `content`, all of it at once; None removes the file, which may be missing.

    This is for a site that its generator can build again: no lock is taken, and nothing waits for the disk. Raises
    `FileAccessError` if the system refuses.
    """
    try:
        if content is None:
            path.unlink(missing_ok=True)
            return
        with held_back(), _temporary(path.parent, content, is_safe=False) as temporary:
            if path.exists():
                temporary.chmod(S_IMODE(path.stat().st_mode))
            temporary.replace(path)
    except OSError as error:
        raise cannot("write", path, error) from None


def create_all(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write those of `files` that are not in the folder yet, and return their names.

    Raises `ProblemsError`, with nothing written, if something else is there by one of the names, and
    `FileAccessError` if the system refuses.
    """
    with writing_into(folder):
        missing = _missing(folder, files)
        for name in missing:
            _create(folder / name, files[name])
    return missing


@contextmanager
def writing_into(folder: Path) -> Iterator[None]:
    """Make `folder` where it is missing, and hold its lock while the body runs; what a killed run has left goes.

    Raises `FileAccessError` if the system refuses, or if another build holds the lock.
    """
    _make(folder)
    with locked(folder) as is_locked:
        if is_locked:  # else they may be another build's, which is at it
            _remove_temporaries(folder)
        yield


def _make(path: Path) -> None:
    """Make the folder at `path` and those above it, where they are missing; raise `FileAccessError` if that fails."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise no_folder(path) from None
    except OSError as error:
        raise cannot("write", path, error) from None


def _remove_temporaries(folder: Path) -> None:
    """Remove what runs that were killed have left half written; the folder's lock must be held."""
    try:
        for entry in list(os.scandir(folder)):
            if _TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                Path(entry).unlink()
    except OSError as error:
        raise cannot("write", error.filename or folder, error) from None


def _missing(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """The names of those files that are not there; raise `ProblemsError` if others are in their place."""
    there = read_files(folder, files)
    others = [folder / name for name, content in there.items() if content != files[name]]
    if others:
        raise ProblemsError(map(_is_there, others))
    return [name for name in files if name not in there]


def _create(path: Path, content: bytes) -> None:
    try:
        with held_back(), _temporary(path.parent, content) as temporary:
            _put_new(temporary, path)
    except FileExistsError:  # since we looked
        raise ProblemsError([_is_there(path)]) from None
    except OSError as error:
        raise cannot("write", path, error) from None


def _is_there(path: Path) -> Problem:
    return Problem(
        "already exists",
        "it is never overwritten: move it away, or take another folder",
        location=Location(str(path)),
    )


def _carry_out(steps: Iterable[Step], folder: Path, track: Track = untracked) -> None:
    changing = [step for step in steps if step.action in CHANGES]
    for step in track(changing, "writing"):
        _change(step, folder)
    if changing:
        _keep_order(folder)


def _change(step: Step, folder: Path) -> None:
    path = folder / step.name
    try:
        with held_back():
            if step.after is None:
                _see_as_planned(step, path)
                path.unlink()
                return
            with _temporary(folder, step.after) as temporary:
                _see_as_planned(step, path)  # last, for to write and sync took its time
                if step.before is not None:
                    temporary.chmod(S_IMODE(path.stat().st_mode))
                temporary.replace(path)
    except OSError as error:
        raise cannot("write", path, error) from None


def _see_as_planned(step: Step, path: Path) -> None:
    planned = {} if step.before is None else {step.name: step.before}
    if dict(contents(path.parent, [step.name])) != planned:
        raise FileAccessError(printable(f"cannot write {path}: another program has changed it meanwhile"))


def _put_new(temporary: Path, path: Path) -> None:
    """Give a file its name, which no file may have."""
    try:
        path.hardlink_to(temporary)  # unlike a rename, it fails if there is one
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as FAT
        if os.path.lexists(path):
            raise FileExistsError from None
        temporary.replace(path)
    else:
        temporary.unlink()


@contextmanager
def _temporary(folder: Path, content: bytes, *, is_safe: bool = True) -> Iterator[Path]:
    """A new file with `content`, for the body to put in its place; it goes if anything fails.

    `is_safe` waits until it is on the disk.
    Its mode is 0o666 less the umask, which a web server can read; the usual 0o600 of a temporary file it can't.
    """
    path = folder / f".rtpsnippets-{token_hex(8)}.tmp"
    try:
        with path.open("xb") as file:
            file.write(content)
            if is_safe:
                file.flush()
                os.fsync(file.fileno())
        yield path
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _keep_order(folder: Path) -> None:
    """Let what comes next reach the disk after what is written already, as far as the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
