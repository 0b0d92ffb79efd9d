"""`rtpsnippets list`: say which events there are, and what each sends."""

from __future__ import annotations

from typing import Unpack

import click

from rtpsnippets.cli.options import (
    ReadingOptions,
    events_of,
    files_argument,
    read_named,
    reading_options,
    templates_option,
)
from rtpsnippets.snippets.tables.table import HTML, LIST_FORMATS, TEXT


@click.command("list", short_help="List what each event sends, for the segment editor.")
@files_argument
@click.option(
    "--format",
    "list_format",
    type=click.Choice(LIST_FORMATS),
    default=TEXT,
    show_default=True,
    help="text for the terminal, markdown for a page or an issue, csv for a spreadsheet, html for a browser, "
    "json for programs.",
)
@templates_option
@reading_options
def list_events(
    *, files: tuple[str, ...], list_format: str, templates: str | None, **options: Unpack[ReadingOptions]
) -> None:
    """List what to copy into the segment editor, under Segments > API > Data Events: the exact values of each event.

    With them stand the number of calls, the formats in which the event is used, and its description.
    A value is shown as JSON, in quotes, where it would look like another: with blanks at an end or
    repeated, controls, invisible signs.

    \b
    Examples:
      look them up:             rtpsnippets list
      for the segment editor:   rtpsnippets list --format html > events.html
      for a spreadsheet:        rtpsnippets list a.toml b.yaml --format csv > events.csv
      for a wiki or an issue:   rtpsnippets list --format markdown > events.md
      for a program:            rtpsnippets list --format json
    """
    from rtpsnippets.snippets.tables.table import listing

    if templates is not None and list_format != HTML:
        raise click.UsageError(f"--templates is for --format {HTML}: the others have no template")
    table = listing(events_of(read_named(files, **options)), list_format, templates)
    # A file is in UTF-8 with its own line ends, whatever the terminal has.
    click.echo(table if list_format == TEXT else table.encode(), nl=False)
