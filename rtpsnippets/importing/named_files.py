"""Find the files that a person names: themselves, or by the folder that they are in.

>>> named_files(["no/such"])
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: no/such: no such file or folder
    name a page, a script, or the folder that they are in
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rtpsnippets.calls.walk import (
    PACKAGE_FOLDERS,
    SITE_SUFFIXES,
    TEMPLATE_SUFFIXES,
    VERSION_FOLDERS,
    Walked,
    walk,
)
from rtpsnippets.errors import Problem, ProblemsError
from rtpsnippets.read import STANDARD_INPUT
from rtpsnippets.regular_file import is_folder

_WHAT_TO_NAME = "name a page, a script, or the folder that they are in"


@dataclass(slots=True)
class NamedFiles:
    """The paths of the files to read, each once, and what of the folders is skipped."""

    paths: list[str] = field(default_factory=list)
    skipped: list[Walked] = field(default_factory=list)


def named_files(named: Sequence[str]) -> NamedFiles:
    """Return the files at the paths `named`, and the pages, scripts and templates of the folders among them.

    Raises `ProblemsError` if nothing is there.
    """
    missing = [path for path in named if path != STANDARD_INPUT and not os.path.lexists(path)]
    if missing:
        raise ProblemsError([Problem("no such file or folder", _WHAT_TO_NAME, file=path) for path in missing])
    found = NamedFiles()
    known = set()
    for walked in (walked for path in named for walked in _walked(path)):
        path = walked.path.removeprefix(f".{os.sep}") or walked.path
        real = os.path.normpath(path)
        if walked.refusal:
            found.skipped.append(walked)
        elif real not in known:
            known.add(real)
            found.paths.append(path)
    return found


def _walked(path: str) -> Sequence[Walked]:
    if path == STANDARD_INPUT or not is_folder(Path(path)):
        return [Walked(path)]
    return list(walk(path, SITE_SUFFIXES | TEMPLATE_SUFFIXES, VERSION_FOLDERS | PACKAGE_FOLDERS))
