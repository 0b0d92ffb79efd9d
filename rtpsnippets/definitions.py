"""Load definitions: read each file, define its events, and join them.

The command line and the plugins want every problem and warning (`read_definitions`); a program
wants the events or an exception (`load`).
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable
from pathlib import Path

from rtpsnippets.define import Definitions, define, event_key
from rtpsnippets.document import Document, twice
from rtpsnippets.errors import FileAccessError, Problem, ProblemsError, RtpSnippetsWarning
from rtpsnippets.event import Event
from rtpsnippets.read import STANDARD_INPUT, read

PathLike = str | os.PathLike[str]

DEFAULT_FILES = ("events.toml", "events.json", "events.yaml", "events.yml")
"""What is looked for if no file is named."""


def load(paths: PathLike | Iterable[PathLike], input_format: str | None = None) -> dict[str, Event]:
    """Return the events of one or more definitions files by their ids, in the order of definition.

    `paths` is a path or several; `-` is standard input. `input_format` (`toml`, `json`, `yaml`) is
    needed where a file's suffix doesn't say it. Raises `ProblemsError` with all problems of all
    files, `FileAccessError` if the system refuses to read one; what is merely odd is given as an
    `RtpSnippetsWarning`.

    >>> load("templates/events.toml")["my-event"].value
    'MyEvent'
    """
    definitions = load_definitions(paths, input_format)
    for warning in definitions.warnings:
        warnings.warn(str(warning), RtpSnippetsWarning, stacklevel=2)
    return definitions.events


def load_definitions(paths: PathLike | Iterable[PathLike], input_format: str | None = None) -> Definitions:
    """Return the events with the warnings, for a caller that says those in its own way; raises as `load` does."""
    names = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    definitions = read_definitions([os.fspath(name) for name in names], input_format)
    if definitions.problems:
        raise ProblemsError(definitions.problems)
    if definitions.refusals:
        raise definitions.refusals[0]
    return definitions


def read_definitions(paths: Iterable[str], input_format: str | None = None) -> Definitions:
    """Return the definitions of all files at `paths`, with the problems of every one of them.

    An id may stand in one file only; a file that is named twice is read once.
    """
    joined = Definitions()
    files: dict[str, str] = {}
    for path in paths:
        files.setdefault(_real(path), path)
    for path in files.values():
        try:
            document = read(path, input_format)
        except ProblemsError as error:
            joined.problems += error.problems
        except FileAccessError as error:
            joined.refusals.append(error)
        else:
            _join(joined, document)
    return joined


def _real(path: str) -> str:
    """The one name of the file at `path`, whichever way it is spelled."""
    try:
        return path if path in (STANDARD_INPUT, "") else os.path.realpath(path)
    except ValueError:  # no file can have that name
        return path


def _join(joined: Definitions, document: Document) -> None:
    """Add the definitions of one more document."""
    definitions = define(document)
    again = [event_id for event_id in definitions.documents if event_id in joined.documents]
    joined.problems += definitions.problems
    joined.problems += [_twice(event_id, document, joined.documents[event_id]) for event_id in again]
    joined.warnings += definitions.warnings
    joined.events.update(definitions.events)
    joined.documents.update(definitions.documents)


def _twice(event_id: str, document: Document, first: Document) -> Problem:
    key = event_key(event_id)
    return document.locate(twice(f"in {first.locate(Problem('', key=key)).place}", key))


def default_file(folder: PathLike = "") -> str:
    """Return the one definitions file of a folder, the current one if none is named.

    Raises `ProblemsError` if none of `DEFAULT_FILES` is there, or several are.
    """
    found = [name for name in DEFAULT_FILES if os.path.lexists(Path(folder, name))]
    if len(found) == 1:
        return str(Path(folder, found[0]))
    if found:
        where = f" in {folder}" if folder else ""
        what = f"there is more than one file{where}: {', '.join(found)}"
        raise ProblemsError([Problem(what, "name the files to use")])
    what = f"no definitions: none of {', '.join(DEFAULT_FILES)} is in {folder or 'this folder'}"
    raise ProblemsError([Problem(what, "name a file, or write one: rtpsnippets init")])
