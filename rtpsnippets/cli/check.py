"""`rtpsnippets check`: read all definitions and print all problems."""

from __future__ import annotations

from typing import Unpack

import click

from rtpsnippets.cli.options import ReadingOptions, events_of, files_argument, read_named, reading_options
from rtpsnippets.errors import count

GITHUB = "github"


@click.command()
@files_argument
@click.option(
    "--output-format",
    type=click.Choice(["text", GITHUB]),
    default="text",
    show_default=True,
    help="Messages for people, or with them annotations for GitHub Actions.",
)
@reading_options
def check(files: tuple[str, ...], output_format: str, **options: Unpack[ReadingOptions]) -> None:
    """Read all definitions, print all problems, write nothing.

    \b
    Examples:
      rtpsnippets check
      rtpsnippets check events.toml campaigns/*.yaml
      rtpsnippets check --input-format json - < events.json
      rtpsnippets check --output-format github
    """
    from rtpsnippets.cli.annotations import annotations_of

    definitions = read_named(files, **options)
    if output_format == GITHUB:
        for line in annotations_of(definitions):
            click.echo(line)
    click.echo(f"{count(len(events_of(definitions)), 'event')}, no problems")
