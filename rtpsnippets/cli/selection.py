"""Arguments that may be files, folders or ids: tell them apart, choose the events, and complete the ids."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rtpsnippets.cli.options import PATH, named_or_default, names_folder
from rtpsnippets.errors import ProblemsError
from rtpsnippets.filesystem import STANDARD_INPUT
from rtpsnippets.suggestions import unknown_id

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from rtpsnippets.events.event import Event

_Command = TypeVar("_Command", bound=Callable[..., Any])


def selection_argument(command: _Command) -> _Command:
    """Add the argument for definitions files, folders and ids: `split` tells them apart."""
    return click.argument("selection", nargs=-1, type=PATH, metavar="[FILE|DIR|ID]...", shell_complete=_files_and_ids)(
        command
    )


def split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the files and folders, and the ids without duplicates.

    An argument that is - or contains a dot or a slash is a file or folder. Any other is an id, or a folder of that
    name if no files are given and the current folder contains no definitions.
    """
    from rtpsnippets.definitions.load import default_files

    paths = [argument for argument in arguments if _is_path(argument)]
    words = [argument for argument in dict.fromkeys(arguments) if not _is_path(argument)]
    if words and not paths and not default_files():
        paths = [word for word in words if names_folder(word)]
    return paths, [word for word in words if word not in paths]


def choose(events: Sequence[Event], ids: Sequence[str]) -> Sequence[Event]:
    """Return the events with `ids`, in that order, or all events if there are no ids.

    Raises `ProblemsError` for unknown ids, with the nearest known id or the folder that may be meant.
    """
    by_id = {event.id: event for event in events}
    problems = []
    for event_id in ids:
        if event_id not in by_id and names_folder(event_id):
            problems.append(unknown_id(event_id, (), f"if you mean the folder, write {event_id}/"))
        elif event_id not in by_id:
            hint = "run rtpsnippets list to see the ids; a file name must contain a dot or a slash"
            problems.append(unknown_id(event_id, by_id, hint))
    if problems:
        raise ProblemsError(problems)
    return [by_id[event_id] for event_id in ids] if ids else events


def _is_path(argument: str) -> bool:
    return argument == STANDARD_INPUT or any(character in argument for character in (".", "/", os.sep))


def _files_and_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete an id in the files named so far, or in the current folder; the shell completes file names itself.

    Errors are ignored: the shell can't show a message while the user types.
    """
    from click.shell_completion import CompletionItem

    from rtpsnippets.definitions.load import read_definitions

    given = ctx.params.get(str(param.name)) or ()
    paths, ids = split(given)
    try:
        files = [path for path in named_or_default(paths) if path != STANDARD_INPUT]
        found = read_definitions(files, ctx.params.get("input_format")).documents
    except ProblemsError:
        found = {}
    known = (event_id for event_id in found if event_id.startswith(incomplete) and event_id not in ids)
    # Files come first: bash drops everything before them. Zsh drops an empty value and uses the next one, hence `./`.
    return [CompletionItem(incomplete or "./", type="file"), *map(CompletionItem, known)]
