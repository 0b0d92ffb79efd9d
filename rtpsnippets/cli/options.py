"""The arguments and options that several commands share, and the definitions that they name."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping, Sequence
from itertools import filterfalse
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.definitions.read import INPUT_FORMATS
from rtpsnippets.display import printable
from rtpsnippets.errors import ProblemsError
from rtpsnippets.events.event import CARRIERS
from rtpsnippets.filesystem import STANDARD_INPUT, is_folder, name_of
from rtpsnippets.limits import BYTES_PER_MB, MAX_BYTES, MAX_SITE_FILE
from rtpsnippets.snippets.destinations import DESTINATIONS
from rtpsnippets.snippets.formats import TEMPLATES

if TYPE_CHECKING:
    from rtpsnippets.definitions.validate import Definitions
    from rtpsnippets.events.event import Event

_Command = TypeVar("_Command", bound=Callable[..., Any])

PATH = click.Path(readable=False)
"""A path, for completion; whether it can be read is judged, and said, where it is read."""


STANDARD_OUTPUT = "-"
"""The path of a file to write that means standard output."""


class OutputPath(click.Path):
    """The path of a `kind` (file, folder) to write, which may not be empty: a variable of a script that is not set.

    A file may be `STANDARD_OUTPUT`.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(readable=False)
        self._kind = kind

    def convert(
        self, value: str | PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | PathLike[str]:
        """Refuse the empty name, which would be the current folder, and a folder and a file in each other's place."""
        if not value:
            self.fail(f"it is empty; name a {self._kind}", param, ctx)
        path = str(value)
        if path == STANDARD_OUTPUT:
            if self._kind == "folder":
                self.fail(f"{path} means standard output, but this writes several files; name a folder", param, ctx)
        elif self._kind == "file" and (path.endswith(("/", os.sep)) or is_folder(Path(path))):
            self.fail(f"{path} is a folder; name a file in it", param, ctx)
        return super().convert(value, param, ctx)


class NamedPath(click.Path):
    """A path to read that has to be named; `what` says what to name."""

    def __init__(self, what: str) -> None:
        super().__init__(readable=False)
        self._what = what

    def get_missing_message(self, *_: object, **__: object) -> str:
        """Say what is to be named."""
        return f"Name {self._what}"


class _WholeNumber(click.IntRange):
    """A number of things, or of MB, such as `example`."""

    def __init__(self, example: int) -> None:
        super().__init__(min=1)
        self._example = example

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 (so has the base)
        """Refuse what is not a whole number of 1 or more, in plain words."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is not a whole number of 1 or more; write one, such as {self._example}", param, ctx)


def verbosity_options(command: _Command) -> _Command:
    """How much is printed. The command itself need not know: `messages` does."""

    def choose(ctx: click.Context, param: click.Parameter, is_given: bool) -> None:  # noqa: FBT001 (click's form)
        if is_given:
            messages.set_verbosity(ctx, str(param.name))

    for letter, name, effect in (
        ("-v", messages.VERBOSE, "Print everything, also each warning and each unchanged file."),
        ("-q", messages.QUIET, "Print errors and results only."),
    ):
        flag = click.option(letter, f"--{name}", is_flag=True, expose_value=False, callback=choose, help=effect)
        command = flag(command)
    return command


def files_argument(command: _Command) -> _Command:
    """Any number of definitions files, and of folders that hold one."""
    return click.argument("files", nargs=-1, type=PATH, metavar="[FILE|DIR]...")(command)


def output_format_option(formats: Sequence[str], effect: str) -> Callable[[_Command], _Command]:
    """The format of what a command prints or writes; the first of `formats` is the default."""
    return click.option(
        "--output-format", type=click.Choice(formats), default=formats[0], show_default=True, help=effect
    )


def renamed_option(old: str, new: str, *, value: str | None = None) -> Callable[[_Command], _Command]:
    """An option under a name that it had before: using it is an error that names the `new` one.

    `value` is what a flag has become: the value of the new option.
    """

    def refuse(ctx: click.Context, _param: click.Parameter, given: str | bool | None) -> None:  # noqa: FBT001 (click's form)
        if given not in {None, False}:
            raise click.UsageError(f"No such option {old!r}. Did you mean '{new} {value or given}'?", ctx)

    return click.option(old, is_flag=True if value else None, hidden=True, expose_value=False, callback=refuse)


class ReadingOptions(TypedDict):
    """How definitions are read: the options that every command has which reads some."""

    input_format: str | None
    max_size: int | None
    strict: bool


class EventOptions(ReadingOptions):
    """How definitions are read, and what holds for every event, whatever its definition says."""

    carrier: str | None
    guard: bool


def reading_options(command: _Command) -> _Command:
    """The format and the size of the definitions that are read, `--strict`, and how much is printed."""
    command = verbosity_options(command)
    command = click.option("--strict", is_flag=True, help="Treat every warning as a problem.")(command)
    command = click.option(
        "--max-size",
        type=_WholeNumber(20),
        metavar="MB",
        help=f"Largest definitions file to read.  [default: {_default_sizes()}]",
    )(command)
    return click.option(
        "--input-format",
        type=click.Choice(INPUT_FORMATS),
        help="Format of standard input (-), and of files without a known suffix.",
    )(command)


def event_options(command: _Command) -> _Command:
    """What carries the events on elements, and a guard before the calls; and how definitions are read."""
    command = click.option(
        "--guard",
        is_flag=True,
        help="Put `if (window.rtp)` before every call, so that it does nothing on a page without the tag.",
    )(reading_options(command))
    return click.option(
        "--carrier",
        type=click.Choice(CARRIERS),
        help="What buttons and links carry, whatever the definitions say: a handler (inline), "
        "or their event's id for the binding (data).",
    )(command)


def _default_sizes() -> str:
    return ", ".join(f"{size // BYTES_PER_MB} for {name.upper()}" for name, size in MAX_BYTES.items())


class SiteOptions(TypedDict):
    """How the files of a site are read: the options that every command has which reads one."""

    max_file_size: int
    jobs: int | None


def site_options(command: _Command) -> _Command:
    """How large a page or script may be, and how many processes read them."""
    command = click.option(
        "--jobs",
        type=_WholeNumber(2),
        metavar="N",
        help="How many processes read the files of a large site.  [default: one for each core]",
    )(command)
    return click.option(
        "--max-file-size",
        type=_WholeNumber(20),
        default=MAX_SITE_FILE // BYTES_PER_MB,
        show_default=True,
        metavar="MB",
        help="Largest page or script to read.",
    )(command)


def templates_option(command: _Command) -> _Command:
    """A folder with the user's own templates."""
    return click.option(
        "--templates",
        type=PATH,
        metavar="DIR",
        help=f"Folder with your own templates ({', '.join(TEMPLATES)}); built-in ones are used for the rest.",
    )(command)


def destination_option(command: _Command) -> _Command:
    """Where the snippets will be pasted: the name of one of `DESTINATIONS`, as the parameter `destination`."""
    return click.option(
        "--for",
        "destination",
        type=click.Choice(list(DESTINATIONS)),
        metavar="PLACE",
        help="Where you will paste: chooses the form that works there, and shows the steps. PLACE is one of: "
        f"{', '.join(DESTINATIONS)}.",
    )(command)


def nonce_attribute_option(command: _Command) -> _Command:
    """The attribute that inline scripts have for a Content Security Policy."""
    return click.option(
        "--nonce-attribute",
        metavar="TEXT",
        default="",
        help='Put this into the tag of every script, as it is: nonce="{{ csp_nonce }}".',
    )(command)


def named_or_default(files: Sequence[str]) -> Sequence[str]:
    """Return the named files, for a folder the definitions file in it; raise `ProblemsError` if none is named or found.

    Without `files` the current folder is meant. A folder that has no definitions file, or several, stays a folder:
    `read_named` says so, with all else that is wrong.
    """
    from rtpsnippets.definitions.load import default_file, default_files

    def file_of(path: str) -> str:
        return default_file(path) if names_folder(path) and len(default_files(path)) == 1 else path

    return list(map(file_of, files)) or [default_file()]


def names_folder(path: str) -> bool:
    """Tell whether a folder is at `path`; where the system refuses to tell, reading the path says why."""
    return os.path.isdir(path)  # noqa: PTH112 (`Path.is_dir` raises)


def read_named(
    files: Sequence[str], for_all: Mapping[str, object] = MappingProxyType({}), **options: Unpack[ReadingOptions]
) -> Definitions:
    """Return the definitions of the named files, or of the current folder's; every event gets the fields `for_all`."""
    from rtpsnippets.definitions.load import default_file, read_definitions

    megabytes = options["max_size"]
    max_bytes = None if megabytes is None else megabytes * BYTES_PER_MB
    named = named_or_default(files)
    paths = filterfalse(names_folder, named)
    definitions = read_definitions(paths, options["input_format"], max_bytes, for_all)
    for folder in filter(names_folder, named):
        try:
            default_file(folder)
        except ProblemsError as error:
            definitions.problems += error.problems
    if options["strict"]:
        definitions.problems += definitions.warnings
        definitions.warnings = []
    return definitions


def events_of(definitions: Definitions, *, is_as_written: bool = True) -> list[Event]:
    """Return the events, and print how many warnings there are; raise as `good_events` does.

    `is_as_written` says that `check` gives the same warnings: no option has altered an event.
    """
    found = definitions.warnings
    if messages.is_verbose():
        messages.warnings(found)
    elif found:
        files = list(dict.fromkeys(document.file for document in definitions.documents.values()))
        can_check = is_as_written and name_of(STANDARD_INPUT) not in files
        how = printable(f"run rtpsnippets check {shlex.join(files)}") if can_check else "use -v"
        messages.inform(f"{messages.count_of(found, 'warning')}: {how} to list {'them' if found[1:] else 'it'}")
    return good_events(definitions)


def good_events(definitions: Definitions) -> list[Event]:
    """Return the events; raise if there are problems or refusals, with all of them."""
    if definitions.refusals:
        if definitions.problems:
            messages.problems(definitions.problems)
        raise definitions.refusals[0]
    if definitions.problems:
        raise ProblemsError(definitions.problems)
    return list(definitions.events.values())


def load_events(files: Sequence[str], **options: Unpack[EventOptions]) -> list[Event]:
    """Return the events of the named files, or of the current folder's, with what the options say of all of them.

    Prints and raises as `events_of` does.
    """
    return list(load_definitions(files, **options).events.values())


def load_definitions(files: Sequence[str], **options: Unpack[EventOptions]) -> Definitions:
    """Return the definitions that `load_events` has the events of; prints and raises as it does."""
    given = {"carrier": options["carrier"], "guard": options["guard"]}
    for_all = {name: value for name, value in given.items() if value}
    reading: ReadingOptions = {
        "input_format": options["input_format"],
        "max_size": options["max_size"],
        "strict": options["strict"],
    }
    definitions = read_named(files, for_all, **reading)
    events_of(definitions, is_as_written=not for_all)
    return definitions
