"""`rtpsnippets check`: read all definitions and print all problems."""

from __future__ import annotations

import click

from rtpsnippets.cli.options import events_of, files_argument, input_format_option, max_size_option, read_named
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
@input_format_option
@max_size_option
def check(files: tuple[str, ...], output_format: str, input_format: str | None, max_size: int | None) -> None:
    """Read all definitions, print all problems, write nothing.

    \b
    Examples:
      rtpsnippets check
      rtpsnippets check events.toml campaigns/*.yaml
      rtpsnippets check --input-format json - < events.json
      rtpsnippets check --output-format github
    """
    from rtpsnippets.cli.annotations import annotations_of

    definitions = read_named(files, input_format, max_size)
    if output_format == GITHUB:
        for line in annotations_of(definitions):
            click.echo(line)
    click.echo(f"{count(len(events_of(definitions)), 'event')}, no problems")
