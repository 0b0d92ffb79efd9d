"""`rtpsnippets check`: read all definitions and print all problems."""

from __future__ import annotations

import click

from rtpsnippets.cli.options import files_argument, input_format_option, load_events
from rtpsnippets.errors import count


@click.command()
@files_argument
@input_format_option
def check(files: tuple[str, ...], input_format: str | None) -> None:
    """Read all definitions, print all problems, write nothing.

    \b
    Examples:
      rtpsnippets check
      rtpsnippets check events.toml campaigns/*.yaml
      rtpsnippets check --input-format json - < events.json
    """
    events = load_events(files, input_format)
    click.echo(f"{count(len(events), 'event')}, no problems")
