"""Load definitions: read each file, define its events, and join them.

The command line and the plugins need every problem and warning (`read_definitions`); a program
needs the events or an exception (`load`).
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from rtpsnippets.definitions.audit_table import AUDIT
from rtpsnippets.definitions.build_table import BUILD
from rtpsnippets.definitions.defaults import Table
from rtpsnippets.definitions.read import read
from rtpsnippets.definitions.readers.document import Document, twice
from rtpsnippets.definitions.validate import Definitions, define, located
from rtpsnippets.errors import FileAccessError, Problem, ProblemsError, RtpSnippetsWarning, first
from rtpsnippets.events.event import Event, event_key
from rtpsnippets.events.lint import warn
from rtpsnippets.filesystem import STANDARD_INPUT

if TYPE_CHECKING:
    from rtpsnippets.definitions.revision import OldFile

PathLike = str | os.PathLike[str]

DEFAULT_FILES = ("events.toml", "events.json", "events.yaml", "events.yml")
"""The files to look for if none is specified."""


def load(
    paths: PathLike | Iterable[PathLike], input_format: str | None = None, max_bytes: int | None = None
) -> dict[str, Event]:
    """Return the events of one or more definitions files by id, in the order of definition.

    Args:
        paths: One path or several; `-` is standard input.
        input_format: `toml`, `json` or `yaml`; needed if the suffix of a file does not show it.
        max_bytes: The size limit of a file; by default 1 MB (JSON: 5 MB).

    Raises:
        ProblemsError: With the problems of all files (only the first if there are very many).
        FileAccessError: If the system refuses to read a file.

    Warns:
        RtpSnippetsWarning: About events that look wrong but can be sent.

    Examples:
        >>> load("templates/events.toml")["my-event"].value
        'MyEvent'
    """
    definitions = load_definitions(paths, input_format, max_bytes)
    for warning in definitions.warnings:
        warnings.warn(str(warning), RtpSnippetsWarning, stacklevel=2)
    return definitions.events


def load_definitions(
    paths: PathLike | Iterable[PathLike], input_format: str | None = None, max_bytes: int | None = None
) -> Definitions:
    """Return the events and the warnings, for a caller that reports the warnings itself; raises as `load` does."""
    names = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    definitions = read_definitions([os.fspath(name) for name in names], input_format, max_bytes)
    if definitions.problems:
        raise ProblemsError(definitions.problems)
    if definitions.refusals:
        raise definitions.refusals[0]
    return definitions


def read_definitions(
    paths: Iterable[str],
    input_format: str | None = None,
    max_bytes: int | None = None,
    for_all: Table = MappingProxyType({}),
    old_files: Mapping[str, OldFile] = MappingProxyType({}),
) -> Definitions:
    """Return the definitions of all files at `paths`, with the problems of all of them.

    Each id, and each of the tables `build` and `audit`, may be in only one file. A file that is named twice is read
    once. `for_all` contains fields that override the definitions of all events. `old_files` contains the old content to
    read instead of some of the files, by their paths.
    """
    joined = Definitions()
    files: dict[str, str] = {}
    for path in paths:
        files.setdefault(_real_path(path), path)
    for path in files.values():
        try:
            document = read(path, input_format, max_bytes, old_files.get(path))
        except ProblemsError as error:
            joined.problems += error.problems
        except FileAccessError as error:
            joined.refusals.append(error)
        else:
            _join(joined, document, for_all)
    joined.warnings = located(joined.documents, first(warn(joined.events.values())))
    return joined


def _real_path(path: str) -> str:
    """Return one name for the file at `path`, however the path is spelled."""
    try:
        return path if path in (STANDARD_INPUT, "") else os.path.realpath(path)
    except (OSError, ValueError):  # the current folder is gone, or the name is invalid: reading the file reports it
        return path


def _join(joined: Definitions, document: Document, for_all: Table) -> None:
    """Add the definitions of another document."""
    definitions = define(document, for_all)
    joined.problems += definitions.problems
    joined.problems += document.locate(_duplicates(joined, definitions))
    joined.events.update(definitions.events)
    joined.documents.update(definitions.documents)
    joined.build = joined.build or definitions.build
    joined.audit = joined.audit or definitions.audit


def _duplicates(joined: Definitions, definitions: Definitions) -> Iterator[Problem]:
    """Yield a problem for each id (up to a limit) and each other table that an earlier document already defines."""
    ids = (event_id for event_id in definitions.documents if event_id in joined.documents)
    for known in located(joined.documents, (Problem("", key=event_key(event_id)) for event_id in first(ids))):
        yield twice(f"at {known.location}", known.key)
    tables = ((BUILD, joined.build, definitions.build), (AUDIT, joined.audit, definitions.audit))
    for key, earlier, later in tables:
        if earlier and later:
            [known] = earlier.document.locate([Problem("", key=(key,))])
            yield twice(f"at {known.location}", known.key)


def default_files(folder: PathLike = "") -> list[str]:
    """Return the names of the `DEFAULT_FILES` that exist in a folder, by default the current one."""
    # A plugin calls this for each snippet of a site: creating paths would take most of the time.
    return [name for name in DEFAULT_FILES if os.path.lexists(os.path.join(folder, name))]  # noqa: PTH118 (see above)


def default_file(folder: PathLike = "") -> str:
    """Return the one definitions file of a folder, by default the current one.

    Raises `ProblemsError` if none of `DEFAULT_FILES` exists, or several do.
    """
    found = default_files(folder)
    if len(found) == 1:
        return str(Path(folder, found[0]))
    try:
        where = os.path.abspath(folder)  # noqa: PTH100 (`..` in a message would be confusing)
    except OSError:
        where = "the current folder, which no longer exists"
    if found:
        what = f"found several definitions files in {where}: {', '.join(found)}"
        raise ProblemsError([Problem(what, "specify the files to use")])
    what = f"found no definitions file ({', '.join(DEFAULT_FILES)}) in {where}"
    raise ProblemsError([Problem(what, "specify a file or folder, or create a file with rtpsnippets init")])
