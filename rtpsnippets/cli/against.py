"""Read the old definitions that `check --against` compares with: from a file, or from a revision in Git."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.options import ReadingOptions, named_or_default, names_folder, read_named
from rtpsnippets.display import printable
from rtpsnippets.errors import FileAccessError, Problem, ProblemsError
from rtpsnippets.filesystem import STANDARD_INPUT

if TYPE_CHECKING:
    from rtpsnippets.definitions.revision import OldFile
    from rtpsnippets.definitions.validate import Definitions

GIT = "git:"
"""How --against begins if a revision follows."""


def refuse_revision(against: str, files: Sequence[str]) -> None:
    """Raise `UsageError` if no revision can be read: none is specified, or standard input is to be compared with it."""
    if against == GIT:
        raise click.UsageError(f"--against {GIT} must be followed by a revision, such as {GIT}main")
    if against.startswith(GIT) and STANDARD_INPUT in files:
        raise click.UsageError(f"--against {GIT}REVISION cannot be used with standard input (-)")


def read_old(against: str, files: Sequence[str], options: ReadingOptions) -> Definitions:
    """Return the definitions in the file or folder `against`, or in the old content of `files`, without warnings.

    A file that does not exist in the revision has no old events.
    """
    from rtpsnippets.definitions.validate import Definitions

    lenient: ReadingOptions = {**options, "strict": False}
    try:
        if not against.startswith(GIT):
            return read_named([against], lenient)
        found = _in_revision(against.removeprefix(GIT), files)
        return read_named([*found], lenient, old_files=found) if found else Definitions()
    except ProblemsError as error:
        return Definitions(problems=[*error.problems])
    except FileAccessError as error:
        return Definitions(refusals=[error])


def _in_revision(revision: str, files: Sequence[str]) -> dict[str, OldFile]:
    """Return the old content of the named files; for a folder, that of the default file it has in the revision."""
    from rtpsnippets.definitions.load import DEFAULT_FILES
    from rtpsnippets.definitions.revision import old_files

    possible = [
        list(dict.fromkeys([now, *(str(Path(path, name)) for name in DEFAULT_FILES if names_folder(path))]))
        for path, now in zip(files or ["."], named_or_default(files), strict=True)
    ]
    found = old_files(revision, chain.from_iterable(possible))
    for paths in possible:
        existing = [path for path in paths if path in found]
        if not existing:
            what = f"{paths[0]} does not exist in {revision}; all of its events are new"
            messages.inform(printable(f"{what}; if it was renamed, compare with the old file: --against FILE"))
        if len(existing) > 1:
            what = f"found several definitions files in {revision}: {', '.join(existing)}"
            raise ProblemsError([Problem(what, "specify the files to use")])
    return found
