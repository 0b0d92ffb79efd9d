"""The arguments and options that several commands share, and how to read the definitions that they name."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping, Sequence
from itertools import filterfalse
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

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
    from rtpsnippets.definitions.revision import OldFile
    from rtpsnippets.definitions.validate import Definitions
    from rtpsnippets.events.event import Event

_Command = TypeVar("_Command", bound=Callable[..., Any])

PATH = click.Path(readable=False)
"""A path, for shell completion; whether it can be read is checked when it is read."""

STANDARD_OUTPUT = "-"
"""The path of a file to write that means standard output."""


class OutputPath(click.Path):
    """The path of a `kind` (file, folder) to write. It must not be empty, as with an unset shell variable.

    A file may be `STANDARD_OUTPUT`.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(readable=False)
        self._kind = kind

    def convert(
        self, value: str | PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | PathLike[str]:
        """Refuse an empty name, which would be the current folder, a folder for a file, and `-` for a folder."""
        if not value:
            self.fail(f"must not be empty; specify a {self._kind}", param, ctx)
        path = str(value)
        if path == STANDARD_OUTPUT:
            if self._kind == "folder":
                self.fail(f"{path} means standard output, but this writes several files; specify a folder", param, ctx)
        elif self._kind == "file" and (path.endswith(("/", os.sep)) or is_folder(Path(path))):
            self.fail(f"{path} is a folder; specify a file in it", param, ctx)
        return super().convert(value, param, ctx)


class NamedPath(click.Path):
    """A path to read, which is required; `what` describes it."""

    def __init__(self, what: str) -> None:
        super().__init__(readable=False)
        self._what = what

    def get_missing_message(self, *_: object, **__: object) -> str:
        """Return what to specify."""
        return f"Specify {self._what}"


class _WholeNumber(click.types.IntParamType):
    """A positive whole number, such as `example`."""

    def __init__(self, example: int) -> None:
        self._example = example

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 (as in the base)
        """Return the number, or refuse the value."""
        try:
            number = int(value)
        except ValueError:
            number = 0
        if number < 1:
            self.fail(f"must be a positive whole number such as {self._example}, not {value!r}", param, ctx)
        return number


def verbosity_options(command: _Command) -> _Command:
    """Add -v and -q. They set the verbosity of `messages`, and are not passed to the command."""

    def choose(ctx: click.Context, param: click.Parameter, is_given: bool) -> None:  # noqa: FBT001 (click's form)
        if is_given:
            messages.set_verbosity(ctx, str(param.name))

    for letter, name, effect in (
        ("-v", messages.VERBOSE, "Print more, including all warnings and unchanged files."),
        ("-q", messages.QUIET, "Print only errors and results."),
    ):
        flag = click.option(letter, f"--{name}", is_flag=True, expose_value=False, callback=choose, help=effect)
        command = flag(command)
    return command


def files_argument(command: _Command) -> _Command:
    """Add the argument for definitions files, and folders that contain one."""
    return click.argument("files", nargs=-1, type=PATH, metavar="[FILE|DIR]...")(command)


def output_format_option(formats: Sequence[str], effect: str) -> Callable[[_Command], _Command]:
    """Add --output-format; the first of `formats` is the default."""
    return click.option(
        "--output-format", type=click.Choice(formats), default=formats[0], show_default=True, help=effect
    )


def renamed_option(old: str, new: str, *, value: str | None = None) -> Callable[[_Command], _Command]:
    """Add the `old` name of an option, for an error that suggests the `new` one.

    If the old option was a flag, `value` is what to pass to the new one instead.
    """

    def refuse(ctx: click.Context, _param: click.Parameter, given: str | bool | None) -> None:  # noqa: FBT001 (click's form)
        if given not in {None, False}:
            raise click.UsageError(f"No such option {old!r}. Did you mean '{new} {value or given}'?", ctx)

    return click.option(old, is_flag=True if value else None, hidden=True, expose_value=False, callback=refuse)


class ReadingOptions(TypedDict):
    """How definitions are read: the options of every command that reads definitions."""

    input_format: str | None
    max_size: int | None
    strict: bool


class EventOptions(ReadingOptions):
    """How definitions are read, and what overrides the definition of every event."""

    carrier: str | None
    guard: bool


def reading_options(command: _Command) -> _Command:
    """Add --input-format, --max-size, --strict, and the verbosity."""
    command = verbosity_options(command)
    command = click.option("--strict", is_flag=True, help="Treat warnings as errors.")(command)
    command = click.option(
        "--max-size",
        type=_WholeNumber(20),
        metavar="MB",
        help=f"Maximum size of a definitions file.  [default: {_default_sizes()}]",
    )(command)
    return click.option(
        "--input-format",
        type=click.Choice(INPUT_FORMATS),
        help="Format of standard input (-) and of files with an unknown suffix.",
    )(command)


def event_options(command: _Command) -> _Command:
    """Add --carrier, --guard, and the options for reading definitions."""
    command = click.option(
        "--guard",
        is_flag=True,
        help="Put `if (window.rtp)` before every call, so that it does nothing on a page without the RTP tag.",
    )(reading_options(command))
    return click.option(
        "--carrier",
        type=click.Choice(CARRIERS),
        help="Override how buttons and links send their events: by inline handlers (inline) or rtp-events.js (data).",
    )(command)


def _default_sizes() -> str:
    return ", ".join(f"{size // BYTES_PER_MB} for {name.upper()}" for name, size in MAX_BYTES.items())


class SiteOptions(TypedDict):
    """How the files of a site are read: the options of every command that reads a site."""

    max_file_size: int
    jobs: int | None


def site_options(command: _Command) -> _Command:
    """Add --max-file-size and --jobs."""
    command = click.option(
        "--jobs",
        type=_WholeNumber(2),
        metavar="N",
        help="Number of processes that read a large site.  [default: one per core]",
    )(command)
    return click.option(
        "--max-file-size",
        type=_WholeNumber(20),
        default=MAX_SITE_FILE // BYTES_PER_MB,
        show_default=True,
        metavar="MB",
        help="Maximum size of a page or script.",
    )(command)


class AuditOptions(SiteOptions):
    """How a built site is read: the options of every command that compares one with the definitions."""

    base_url: str
    containers: tuple[str, ...]


class ComparingOptions(ReadingOptions, AuditOptions):
    """How definitions, and a built site to compare with them, are read."""


def audit_options(command: _Command) -> _Command:
    """Add --base-url and --container, and the options for reading a site."""
    command = click.option(
        "--container",
        "containers",
        multiple=True,
        type=PATH,
        metavar="FILE",
        help="Container that the pages load, exported from Google Tag Manager. Can be repeated.",
    )(site_options(command))
    return click.option(
        "--base-url",
        default="",
        metavar="URL",
        help="URL at which the site is published, such as https://example.com/docs/. Needed if pages load scripts by "
        "full URL, or if the site is below a path.",
    )(command)


def usage_options(command: _Command) -> _Command:
    """Add --site, the folder of the built site that uses the events, and the options for reading it."""
    return click.option(
        "--site",
        type=PATH,
        metavar="DIR",
        help="Folder of the built site: show the pages that send each event, and how.",
    )(audit_options(command))


def templates_option(command: _Command) -> _Command:
    """Add --templates, the folder with the user's own templates."""
    return click.option(
        "--templates",
        type=PATH,
        metavar="DIR",
        help=f"Folder with your own templates: any of {', '.join(TEMPLATES)}. The rest are built in.",
    )(command)


def destination_option(command: _Command) -> _Command:
    """Add --for, the name of one of `DESTINATIONS`, as the parameter `destination`."""
    return click.option(
        "--for",
        "destination",
        type=click.Choice(list(DESTINATIONS)),
        metavar="PLACE",
        help="Choose the form that works in PLACE, and show how to paste it. PLACE is one of: "
        f"{', '.join(DESTINATIONS)}.",
    )(command)


def nonce_attribute_option(command: _Command) -> _Command:
    """Add --nonce-attribute, the attribute of inline scripts for a Content Security Policy."""
    return click.option(
        "--nonce-attribute",
        metavar="TEXT",
        default="",
        help='Attribute to add to every <script> tag, unchanged, such as nonce="{{ csp_nonce }}".',
    )(command)


def named_or_default(files: Sequence[str]) -> Sequence[str]:
    """Return the named files, with each folder replaced by its definitions file.

    The default is the definitions file of the current folder; raises `ProblemsError` if it doesn't contain exactly
    one. A named folder that doesn't stays in the list: `read_named` reports it with all other problems.
    """
    from rtpsnippets.definitions.load import default_file, default_files

    def file_of(path: str) -> str:
        return default_file(path) if names_folder(path) and len(default_files(path)) == 1 else path

    return list(map(file_of, files)) or [default_file()]


def names_folder(path: str) -> bool:
    """Return whether `path` is a folder; False if the system refuses access, which reading the path then reports."""
    return os.path.isdir(path)  # noqa: PTH112 (`Path.is_dir` raises)


def read_named(
    files: Sequence[str],
    options: ReadingOptions,
    for_all: Mapping[str, object] = MappingProxyType({}),
    old_files: Mapping[str, OldFile] = MappingProxyType({}),
) -> Definitions:
    """Return the definitions in the named files or the current folder; every event gets the fields `for_all`.

    `old_files` contains the old content to read instead of some files, by their paths.
    """
    from rtpsnippets.definitions.load import default_file, read_definitions

    megabytes = options["max_size"]
    max_bytes = None if megabytes is None else megabytes * BYTES_PER_MB
    named = named_or_default(files)
    paths = filterfalse(names_folder, named)
    definitions = read_definitions(paths, options["input_format"], max_bytes, for_all, old_files)
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
    """Return the events, and print how many warnings there are; raises the same errors as `good_events`.

    `is_as_written` means that no option has changed an event, so that `check` prints the same warnings.
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
    """Return the events; raise an error if there are problems or unreadable files."""
    if definitions.refusals:
        if definitions.problems:
            messages.problems(definitions.problems)
        raise definitions.refusals[0]
    if definitions.problems:
        raise ProblemsError(definitions.problems)
    return list(definitions.events.values())


def load_events(files: Sequence[str], options: EventOptions) -> list[Event]:
    """Return the events in the named files or the current folder, changed by the options.

    Prints the warnings and raises the same errors as `events_of`.
    """
    return list(load_definitions(files, options).events.values())


def load_definitions(files: Sequence[str], options: EventOptions) -> Definitions:
    """Return the definitions that contain the events of `load_events`; prints and raises the same."""
    given = {"carrier": options["carrier"], "guard": options["guard"]}
    for_all = {name: value for name, value in given.items() if value}
    definitions = read_named(files, options, for_all)
    events_of(definitions, is_as_written=not for_all)
    return definitions
