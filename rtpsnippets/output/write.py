"""Carry out a plan. This is the only module that writes files.

A file is never half written: it is written to a temporary file beside it, which then replaces it. The manifest is
written first, with the old and the new digests, and again at the end. So however a build ends, the next one knows
every file and completes the work.
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
    """Carry out `plan` in its folder, which must exist; unchanged files are not touched.

    The caller must have held the folder's lock since it planned. `track` reports the progress. Raises `ProblemsError`
    and writes nothing if the plan refuses a file; raises `FileAccessError` on a system error, or if another program has
    changed a file in between.
    """
    if plan.problems:
        raise ProblemsError(plan.problems)
    _carry_out([plan.manifest_before], plan.path)
    _carry_out(plan.steps, plan.path, track)
    _carry_out([plan.manifest_after], plan.path)


def write_file(step: Step, path: Path) -> None:
    """Carry out `step` in the folder at `path`, which must exist; raises the same errors as `write`.

    The caller must have held the folder's lock since the step was planned.
    """
    if step.action is Action.REFUSE:
        raise ProblemsError([step.problem(path)])
    _carry_out([step], path)


def put_file(path: Path, content: bytes | None) -> None:
    """Replace the file at `path` with `content`, atomically; None removes the file if it exists.

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
    """Write those of `files` that do not exist in the folder yet, and return their names.

    Raises `ProblemsError` and writes nothing if one of them exists with other content; raises `FileAccessError` if the
    system refuses.
    """
    with writing_into(folder):
        missing = _missing(folder, files)
        for name in missing:
            _create(folder / name, files[name])
    return missing


@contextmanager
def writing_into(folder: Path) -> Iterator[None]:
    """Create `folder` if it is missing, hold its lock for the body, and remove the temporary files of killed runs.

    Raises `FileAccessError` if the system refuses, or if another build holds the lock.
    """
    _create_folder(folder)
    with locked(folder) as is_locked:
        if is_locked:  # otherwise another build may be using them
            _remove_temporaries(folder)
        yield


def _create_folder(path: Path) -> None:
    """Create the folder at `path` and those above it, if missing; raise `FileAccessError` if that fails."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise no_folder(path) from None
    except OSError as error:
        raise cannot("write", path, error) from None


def _remove_temporaries(folder: Path) -> None:
    """Remove the temporary files of killed runs; the folder's lock must be held."""
    try:
        for entry in list(os.scandir(folder)):
            if _TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                Path(entry).unlink()
    except OSError as error:
        raise cannot("write", error.filename or folder, error) from None


def _missing(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Return the names of missing files; raise `ProblemsError` if any exists with other content."""
    existing = read_files(folder, files)
    others = [folder / name for name, content in existing.items() if content != files[name]]
    if others:
        raise ProblemsError(map(_already_exists, others))
    return [name for name in files if name not in existing]


def _create(path: Path, content: bytes) -> None:
    try:
        with held_back(), _temporary(path.parent, content) as temporary:
            _rename_new(temporary, path)
    except FileExistsError:  # since we looked
        raise ProblemsError([_already_exists(path)]) from None
    except OSError as error:
        raise cannot("write", path, error) from None


def _already_exists(path: Path) -> Problem:
    return Problem(
        "already exists",
        "existing files are never overwritten: move it, or use another folder",
        location=Location(str(path)),
    )


def _carry_out(steps: Iterable[Step], folder: Path, track: Track = untracked) -> None:
    changing = [step for step in steps if step.action in CHANGES]
    for step in track(changing, "writing"):
        _change(step, folder)
    if changing:
        _sync_folder(folder)


def _change(step: Step, folder: Path) -> None:
    path = folder / step.name
    try:
        with held_back():
            if step.after is None:
                _check_unchanged(step, path)
                path.unlink()
                return
            with _temporary(folder, step.after) as temporary:
                _check_unchanged(step, path)  # as late as possible: writing and syncing takes time
                if step.before is not None:
                    temporary.chmod(S_IMODE(path.stat().st_mode))
                temporary.replace(path)
    except OSError as error:
        raise cannot("write", path, error) from None


def _check_unchanged(step: Step, path: Path) -> None:
    planned = {} if step.before is None else {step.name: step.before}
    if dict(contents(path.parent, [step.name])) != planned:
        raise FileAccessError(printable(f"cannot write {path}: another program has just changed it"))


def _rename_new(temporary: Path, path: Path) -> None:
    """Rename a temporary file, unless a file with the new name exists."""
    try:
        path.hardlink_to(temporary)  # unlike a rename, this fails if `path` exists
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
    """Create a temporary file with `content` for the body to rename; it is removed if anything fails.

    With `is_safe`, its content is on the disk before the body runs. Its mode is 0o666 minus the umask: a web server
    could not read a file with 0o600, the usual mode of temporary files.
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


def _sync_folder(folder: Path) -> None:
    """Wait until earlier changes to the folder are on disk, if the system supports that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
