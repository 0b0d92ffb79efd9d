"""`rtpsnippets list`: list the events and what each of them sends."""

from __future__ import annotations

from typing import Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.commands.auditing import find_usage
from rtpsnippets.cli.options import (
    ComparingOptions,
    events_of,
    output_format_option,
    read_named,
    reading_options,
    renamed_option,
    templates_option,
    usage_options,
)
from rtpsnippets.cli.selection import choose, selection_argument, split
from rtpsnippets.snippets.tables.table import HTML, LIST_FORMATS, TEXT

_SHOWN_PAGES = 5
"""How many pages of an event are shown."""


@click.command("list", short_help="List the values to copy into the segment editor.")
@selection_argument
@output_format_option(
    LIST_FORMATS,
    "Format of the list: text for the terminal, markdown for a page or an issue, csv for a spreadsheet, html for a "
    "browser, json for programs.",
)
@renamed_option("--format", "--output-format")
@templates_option
@usage_options
@reading_options
def list_events(
    *,
    selection: tuple[str, ...],
    output_format: str,
    templates: str | None,
    site: str | None,
    **options: Unpack[ComparingOptions],
) -> None:
    """List the exact values of each event, to copy into the segment editor (Segments > API > Data Events).

    With IDs, only these events are listed. An argument that is - or contains a dot or a slash is a file or folder; any
    other is an event id.

    The list also shows the number of calls of each event, its formats, and its description. A value that is easy to
    misread (repeated, leading or trailing spaces, control characters, invisible characters) is shown as JSON, in
    quotes.

    With --site, the list also shows the pages of the built site that send each event, and how: by a button, a link, a
    handler of another element, a marked element, the event's selector, or a script. It shows the first five pages; -v
    and JSON show all of them.

    \b
    Examples:
      rtpsnippets list
      rtpsnippets list my-event
      rtpsnippets list --output-format html > events.html
      rtpsnippets list a.toml b.yaml --output-format csv > events.csv
      rtpsnippets list --output-format markdown > events.md
      rtpsnippets list --output-format json
      rtpsnippets list --site site
    """
    from rtpsnippets.snippets.tables.table import listing

    if templates is not None and output_format != HTML:
        raise click.UsageError(f"--templates can only be used with --output-format {HTML}")
    files, ids = split(selection)
    definitions = read_named(files, options)
    events = choose(events_of(definitions), ids)
    usage = find_usage(site, definitions, events, options)
    limit = None if messages.is_verbose() else _SHOWN_PAGES
    table = listing(events, output_format, templates, usage=usage, limit=limit)
    # A file is UTF-8 with its own line ends, whatever the terminal uses.
    click.echo(table if output_format == TEXT else table.encode(), nl=False)
