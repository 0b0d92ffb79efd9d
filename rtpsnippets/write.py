"""Carry a plan out; the only place that writes.

A file is there whole or not at all: it is written beside its place and then put there.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from stat import S_IMODE

from rtpsnippets.errors import Problem, ProblemsError, cannot, no_folder
from rtpsnippets.plan import CHANGES, Plan, Step


def write(plan: Plan) -> None:
    """Make the folder what `plan` says; unchanged files are not touched.

    Raises `ProblemsError`, with nothing written, if the plan refuses a file, and `FileAccessError`
    if the system does.
    """
    if plan.problems:
        raise ProblemsError(plan.problems)
    _make_folder(plan.path)
    for step in (plan.manifest_before, *plan.steps, plan.manifest_after):
        if step.action in CHANGES:
            _carry_out(step, plan.path / step.name)


def create(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet; raise `ProblemsError` if it is."""
    _make_folder(path.parent)
    try:
        _write_new(path, content)
    except FileExistsError:
        raise ProblemsError([Problem("is there already", "it is never overwritten", file=str(path))]) from None
    except OSError as error:
        raise cannot("write", path, error) from None


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise no_folder(path) from None
    except OSError as error:
        raise cannot("write", path, error) from None


def _carry_out(step: Step, path: Path) -> None:
    try:
        if step.after is None:
            path.unlink()
        else:
            _replace(path, step.after)
    except OSError as error:
        raise cannot("write", path, error) from None


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    _write_new(temporary, content)
    try:
        if path.exists():
            temporary.chmod(S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _write_new(path: Path, content: bytes) -> None:
    """Write a new file whole, or leave none behind.

    Its mode is 0o666 less the umask, which a web server can read; the usual 0o600 of a temporary file it can't.
    """
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
