"""The arguments and options that several commands share, and the definitions that they name."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rtpsnippets.cli import messages
from rtpsnippets.errors import Problem, ProblemsError
from rtpsnippets.read import INPUT_FORMATS

if TYPE_CHECKING:
    from rtpsnippets.event import Event

_Command = TypeVar("_Command", bound=Callable[..., Any])

PATH = click.Path(readable=False)
"""A path, for completion; whether it can be read is judged, and said, where it is read."""

DEFAULT_FILES = ("events.toml", "events.json", "events.yaml", "events.yml")
"""What is looked for in the current folder if no file is named."""


def files_argument(command: _Command) -> _Command:
    """Any number of definitions files."""
    return click.argument("files", nargs=-1, type=PATH, metavar="[FILES]...")(command)


def input_format_option(command: _Command) -> _Command:
    """The format of the definitions, for standard input and unusual names."""
    return click.option(
        "--input-format",
        type=click.Choice(INPUT_FORMATS),
        help="Format of standard input (-), and of files whose suffix says none.",
    )(command)


def templates_option(command: _Command) -> _Command:
    """A folder with a person's own templates."""
    return click.option(
        "--templates",
        type=PATH,
        metavar="DIR",
        help="Folder with your own templates (js.js, script.html, button.html); what is not there comes from ours.",
    )(command)


def load_events(files: Sequence[str], input_format: str | None) -> list[Event]:
    """Return the events of the named files, or of the current folder's; print the warnings.

    Raises `ProblemsError` with all problems of all files.
    """
    from rtpsnippets.definitions import read_definitions

    definitions = read_definitions(files or [default_file()], input_format)
    messages.warnings(definitions.warnings)
    if definitions.refusals:
        if definitions.problems:
            messages.problems(definitions.problems)
        raise definitions.refusals[0]
    if definitions.problems:
        raise ProblemsError(definitions.problems)
    return list(definitions.events.values())


def default_file() -> str:
    """Return the one definitions file of the current folder; raise `ProblemsError` for none and for several."""
    found = [name for name in DEFAULT_FILES if os.path.lexists(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise ProblemsError([Problem(f"there is more than one file: {', '.join(found)}", "name the files to use")])
    what = f"no definitions: none of {', '.join(DEFAULT_FILES)} is in this folder"
    raise ProblemsError([Problem(what, "name a file, or write one: rtpsnippets init")])
