"""`rtpsnippets build`: write a file for each snippet, or show what would change."""

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
from rtpsnippets.snippets.formats import ALL_FORMATS, DEFAULT_FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rtpsnippets.output.plan import Plan

DIFFERENCES = 1
_NO_FOLDER = 'no output folder: specify one with -o, or as "output" in the table "build" of the definitions'


@click.command(short_help="Write a file for each snippet.")
@files_argument
@click.option(
    "-o",
    "--output",
    type=OutputPath("folder"),
    metavar="DIR",
    help='Folder to write to; created if missing.  [default: "output" in the table "build" of the definitions]',
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(ALL_FORMATS),
    multiple=True,
    help="Build only this format, and remove other formats of earlier builds. Can be repeated.  [default: "
    '"formats" in the table "build" of the definitions, otherwise all except recorder]',
)
@click.option(
    "--check", is_flag=True, help="Write nothing. List the files that would change; exit with 1 if any would."
)
@click.option(
    "--diff",
    is_flag=True,
    help="Write nothing. Show the changes as a diff. With --check, exit with 1 if there are any.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if any file has changed or would change (for hooks).")
@click.option(
    "--watch", is_flag=True, help="Build again whenever the definitions or your templates change; stop with Ctrl-C."
)
@click.option("--overwrite", is_flag=True, help="Replace files that no build created, or that have changed since.")
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

    Each event gets ID.js with its calls, and the snippets to paste: ID.button.html, ID.link.html, or ID.script.html if
    it is sent as the page loads. Unchanged files are not touched. Files of earlier builds that are no longer generated
    are removed. Files that were not created by a build are never removed, and only overwritten with --overwrite.

    The table "build" of the definitions can set the output folder and the formats. Options override it.

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
            definitions = load_definitions(named, options)
            table = definitions.build
            folder = Path(output) if output is not None else table.folder() if table else None
            if folder is None:
                raise click.UsageError(_NO_FOLDER)
            chosen = formats or (table.formats if table else ()) or DEFAULT_FORMATS
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
    """Run now and whenever a file that is read changes; raise `UsageError` if the options don't allow that."""
    from rtpsnippets.cli.watch import keep_building
    from rtpsnippets.definitions.load import DEFAULT_FILES

    if is_once:
        raise click.UsageError("--watch cannot be used with --check, --diff or --exit-code")
    if STANDARD_INPUT in files:
        raise click.UsageError("--watch cannot be used with standard input (-)")
    named = ((path, DEFAULT_FILES if names_folder(path) else [""]) for path in files or ["."])
    keep_building(run, [str(Path(path, name)) for path, names in named for name in names], templates)
