"""`rtpsnippets build`: write a file for each snippet, or say what would change."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.options import (
    EventOptions,
    OutputPath,
    event_options,
    files_argument,
    load_definitions,
    named_or_default,
    names_folder,
    nonce_attribute_option,
    templates_option,
)
from rtpsnippets.filesystem import STANDARD_INPUT
from rtpsnippets.snippets.formats import ALL_FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rtpsnippets.output.plan import Plan

DIFFERENCES = 1
_NO_FOLDER = (
    'no folder is named to write into: name one with -o, or as "output" in the table "build" of the definitions'
)


@click.command(short_help="Write a file for each snippet.")
@files_argument
@click.option(
    "-o",
    "--output",
    type=OutputPath("folder"),
    metavar="DIR",
    help='Folder to write into; it is created if needed.  [default: "output" of the table "build" in the definitions]',
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(ALL_FORMATS),
    multiple=True,
    help="Build only this format, and remove what earlier builds made in others; may be repeated.  [default: "
    '"formats" of the table "build" in the definitions, or else all]',
)
@click.option("--check", is_flag=True, help="Write nothing; list what would change, and exit with 1 if anything would.")
@click.option(
    "--diff", is_flag=True, help="Write nothing; show what would change. With --check, exit with 1 if anything would."
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything was changed, or would be: for hooks.")
@click.option(
    "--watch", is_flag=True, help="Build again whenever the definitions or your templates change, until Ctrl-C."
)
@click.option("--overwrite", is_flag=True, help="Take over files that no build has made, or that were changed since.")
@nonce_attribute_option
@templates_option
@event_options
def build(  # noqa: PLR0913 (each option of the command is a parameter)
    *,
    files: tuple[str, ...],
    output: str | None,
    formats: tuple[str, ...],
    nonce_attribute: str,
    templates: str | None,
    check: bool,
    diff: bool,
    exit_code: bool,
    watch: bool,
    overwrite: bool,
    **options: Unpack[EventOptions],
) -> None:
    """Write a file for each snippet, rtp-events.js with the binding, and snippets.json with all snippets.

    The files of an event are ID.js, with its calls, and what can be pasted: ID.button.html, ID.link.html, or
    ID.script.html if a script sends the event when its definition says.
    Files that are as they should be are not touched. Files that an earlier build made and that
    nothing makes any more are removed. A file that no build made is never overwritten or removed.

    The table "build" of the definitions can say what to write, and where: then no option is needed. An option wins.

    \b
    Examples:
      rtpsnippets build
      rtpsnippets build -o site/rtp
      rtpsnippets build events.toml campaigns.yaml -o site/rtp --format button
      rtpsnippets build -o static/js --format binding
      rtpsnippets build -o site/rtp --check
      rtpsnippets build -o site/rtp --watch
    """
    from rtpsnippets.cli.progress import progress
    from rtpsnippets.cli.reports import plan_text
    from rtpsnippets.output.build import build as build_files
    from rtpsnippets.output.build import prepare
    from rtpsnippets.snippets.bundle import files_of

    def run() -> Plan:
        with progress() as track:
            named = named_or_default(files)
            definitions = load_definitions(named, **options)
            table = definitions.build
            folder = Path(output) if output is not None else table.folder() if table else None
            if folder is None:
                raise click.UsageError(_NO_FOLDER)
            chosen = formats or (table.formats if table else ()) or ALL_FORMATS
            content = files_of(definitions.events.values(), chosen, templates, nonce_attribute, track)
            read = [file for file in named if file != STANDARD_INPUT]
            make = prepare if check or diff else partial(build_files, track=track)
            return make(content, folder, read, overwrite=overwrite)

    if watch:
        _keep_running(run, files, templates, is_once=check or diff or exit_code)
    planned = run()
    if check or diff:
        for line in (plan_text.diff if diff else plan_text.would_change)(planned):
            click.echo(line)
    else:
        for line in plan_text.done(planned, with_kept=messages.is_verbose()):
            messages.report(line)
    if (check or exit_code) and planned.is_change:
        raise click.exceptions.Exit(DIFFERENCES)


def _keep_running(run: Callable[[], Plan], files: Sequence[str], templates: str | None, *, is_once: bool) -> NoReturn:
    """Run at once and whenever a file changes that is read; raise `UsageError` if that makes no sense."""
    from rtpsnippets.cli.watch import keep_building
    from rtpsnippets.definitions.load import DEFAULT_FILES

    if is_once:
        raise click.UsageError("--watch goes on and on; --check, --diff and --exit-code are for one run: leave one out")
    if STANDARD_INPUT in files:
        raise click.UsageError("--watch reads the definitions again and again, standard input (-) has them once")
    named = ((path, DEFAULT_FILES if names_folder(path) else [""]) for path in files or ["."])
    keep_building(run, [str(Path(path, name)) for path, names in named for name in names], templates)
