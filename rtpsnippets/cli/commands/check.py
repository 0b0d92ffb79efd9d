"""`rtpsnippets check`: check all definitions and print all problems."""

from __future__ import annotations

from typing import Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.options import (
    ReadingOptions,
    files_argument,
    good_events,
    output_format_option,
    read_named,
    reading_options,
)
from rtpsnippets.display import count
from rtpsnippets.errors import Problem, ProblemsError

TEXT, JSON, GITHUB = OUTPUT_FORMATS = ("text", "json", "github")


@click.command(short_help="Check the definitions.")
@files_argument
@output_format_option(
    OUTPUT_FORMATS,
    "Format of the result: text, JSON, or annotations for GitHub Actions. Messages are always printed.",
)
@reading_options
def check(files: tuple[str, ...], output_format: str, **options: Unpack[ReadingOptions]) -> None:
    """Check the definitions, and print all problems and warnings.

    A warning is about something unusual that can still be sent, such as a value that is hard to type into a segment or
    that is used twice. It ends with its short name in brackets. To silence it, add that name to the list "ignore" of
    the event.

    \b
    Examples:
      rtpsnippets check
      rtpsnippets check site
      rtpsnippets check events.toml campaigns/*.yaml
      rtpsnippets check --strict
      rtpsnippets check --input-format json - < events.json
      rtpsnippets check --output-format github
      rtpsnippets check --output-format json > found.json
    """
    from rtpsnippets.cli.reports.github import annotations_of
    from rtpsnippets.cli.reports.problems_json import problems_json
    from rtpsnippets.definitions.validate import Definitions

    try:
        definitions = read_named(files, **options)
    except ProblemsError as error:  # there is no file to read
        definitions = Definitions(problems=[*error.problems])
    problems = [*(Problem(str(refusal)) for refusal in definitions.refusals), *definitions.problems]
    if output_format == GITHUB:
        for line in annotations_of(problems, definitions.warnings):
            click.echo(line)
    elif output_format == JSON:
        click.echo(problems_json(len(definitions.events), problems, definitions.warnings))
    messages.warnings(definitions.warnings)
    events = good_events(definitions)
    if output_format != JSON:
        warnings = f" ({messages.count_of(definitions.warnings, 'warning')})" if definitions.warnings else ""
        messages.report(f"Found no problems in {count(len(events), 'event')}{warnings}.")
