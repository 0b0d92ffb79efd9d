"""Load definitions: read each file, define its events, and join them.

The command line and the plugins want every problem and warning (`read_definitions`); a program
wants the events or an exception (`load`).
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

from rtpsnippets.definitions.build_table import BUILD
from rtpsnippets.definitions.defaults import Table
from rtpsnippets.definitions.read import read
from rtpsnippets.definitions.readers.document import Document, twice
from rtpsnippets.definitions.validate import Definitions, define, located
from rtpsnippets.errors import FileAccessError, Problem, ProblemsError, RtpSnippetsWarning, first
from rtpsnippets.events.event import Event, event_key
from rtpsnippets.events.lint import warn
from rtpsnippets.filesystem import STANDARD_INPUT

PathLike = str | os.PathLike[str]

DEFAULT_FILES = ("events.toml", "events.json", "events.yaml", "events.yml")
"""What is looked for if no file is named."""


def load(
    paths: PathLike | Iterable[PathLike], input_format: str | None = None, max_bytes: int | None = None
) -> dict[str, Event]:
    """Return the events of one or more definitions files by their ids, in the order of definition.

    `paths` is a path or several; `-` is standard input. `input_format` (`toml`, `json`, `yaml`) is
    needed where a file's suffix doesn't say it. A file may have 1 MB (JSON: 5 MB), or `max_bytes`.
    Raises `ProblemsError` with all problems of all files (the first of very many), `FileAccessError`
    if the system refuses to read one; what is merely odd is given as an `RtpSnippetsWarning`.

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
    """Return the events with the warnings, for a caller that says those in its own way; raises as `load` does."""
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
) -> Definitions:
    """Return the definitions of all files at `paths`, with the problems of every one of them.

    An id, and the table `build`, may be in one file only; a file that is named twice is read once. `for_all`
    has fields that every event gets, whatever its definition says.
    """
    joined = Definitions()
    files: dict[str, str] = {}
    for path in paths:
        files.setdefault(_real(path), path)
    for path in files.values():
        try:
            document = read(path, input_format, max_bytes)
        except ProblemsError as error:
            joined.problems += error.problems
        except FileAccessError as error:
            joined.refusals.append(error)
        else:
            _join(joined, document, for_all)
    joined.warnings = located(joined.documents, first(warn(joined.events.values())))
    return joined


def _real(path: str) -> str:
    """The one name of the file at `path`, whichever way it is spelled."""
    try:
        return path if path in (STANDARD_INPUT, "") else os.path.realpath(path)
    except (OSError, ValueError):  # the current folder is gone, or no file can have that name: reading says so
        return path


def _join(joined: Definitions, document: Document, for_all: Table) -> None:
    """Add the definitions of one more document."""
    definitions = define(document, for_all)
    joined.problems += definitions.problems
    joined.problems += document.locate(_twins(joined, definitions))
    joined.events.update(definitions.events)
    joined.documents.update(definitions.documents)
    joined.build = joined.build or definitions.build


def _twins(joined: Definitions, definitions: Definitions) -> Iterator[Problem]:
    """The problem of each id that an earlier document has too, of very many the first, and of the table `build`."""
    ids = (event_id for event_id in definitions.documents if event_id in joined.documents)
    for known in located(joined.documents, (Problem("", key=event_key(event_id)) for event_id in first(ids))):
        yield twice(f"in {known.location}", known.key)
    if joined.build and definitions.build:
        [known] = joined.build.document.locate([Problem("", key=(BUILD,))])
        yield twice(f"in {known.location}", known.key)


def default_files(folder: PathLike = "") -> list[str]:
    """Return the names of the `DEFAULT_FILES` that are in a folder, the current one if none is named."""
    # A plugin asks for each snippet of a site: making a path of each name would take most of the time.
    return [name for name in DEFAULT_FILES if os.path.lexists(os.path.join(folder, name))]  # noqa: PTH118 (see above)


def default_file(folder: PathLike = "") -> str:
    """Return the one definitions file of a folder, the current one if none is named.

    Raises `ProblemsError` if none of `DEFAULT_FILES` is there, or several are.
    """
    found = default_files(folder)
    if len(found) == 1:
        return str(Path(folder, found[0]))
    try:
        where = os.path.abspath(folder)  # noqa: PTH100 (in a message, `..` would only confuse)
    except OSError:
        where = "the current folder, which is gone"
    if found:
        what = f"there is more than one definitions file in {where}: {', '.join(found)}"
        raise ProblemsError([Problem(what, "name the files to use")])
    what = f"no definitions: none of {', '.join(DEFAULT_FILES)} is in {where}"
    raise ProblemsError([Problem(what, "name the file or its folder, or write one: rtpsnippets init")])
