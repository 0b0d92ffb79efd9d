"""`rtpsnippets check`: check all definitions, print all problems, and describe what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.against import read_old, refuse_revision
from rtpsnippets.cli.options import (
    PATH,
    ReadingOptions,
    files_argument,
    good_events,
    output_format_option,
    read_named,
    reading_options,
)
from rtpsnippets.display import count, harmless, printable
from rtpsnippets.errors import ERROR, WARNING, Location, Problem, ProblemsError
from rtpsnippets.events.event import event_key
from rtpsnippets.limits import MAX_FINDINGS

if TYPE_CHECKING:
    from rtpsnippets.definitions.validate import Definitions
    from rtpsnippets.events.event import Event
    from rtpsnippets.snippets.changes import Change

TEXT, JSON, GITHUB, MARKDOWN = OUTPUT_FORMATS = ("text", "json", "github", "markdown")
BREAKS = 1
NOTICE = "notice"


@click.command(short_help="Check the definitions.")
@files_argument
@click.option(
    "--against",
    type=PATH,
    metavar="OLD",
    help="Describe what has changed since OLD: a file, a folder, or git:REVISION for the same files in a revision of "
    "their Git repository.",
)
@click.option("--exit-code", is_flag=True, help="With --against, exit with 1 if a segment breaks.")
@output_format_option(
    OUTPUT_FORMATS,
    "Format of the result: text, JSON, annotations for GitHub Actions, or, with --against, Markdown for a comment on a "
    "pull request. Messages are always printed.",
)
@reading_options
def check(
    *,
    files: tuple[str, ...],
    against: str | None,
    exit_code: bool,
    output_format: str,
    **options: Unpack[ReadingOptions],
) -> None:
    """Check the definitions, and print all problems and warnings.

    A warning is about something unusual that can still be sent, such as a value that is hard to type into a segment or
    that is used twice. It ends with its short name in brackets. To silence it, add that name to the list "ignore" of
    the event.

    With --against, print instead what has changed. A segment breaks if no event sends its value any longer.

    \b
    Examples:
      rtpsnippets check
      rtpsnippets check site
      rtpsnippets check events.toml campaigns/*.yaml
      rtpsnippets check --strict
      rtpsnippets check --input-format json - < events.json
      rtpsnippets check --output-format github
      rtpsnippets check --output-format json > found.json
      rtpsnippets check events.toml --against old.toml
      rtpsnippets check --against git:main --exit-code
      rtpsnippets check --against git:origin/main --output-format markdown
    """
    from rtpsnippets.definitions.validate import Definitions

    if against is None and (exit_code or output_format == MARKDOWN):
        raise click.UsageError("--exit-code and --output-format markdown can only be used with --against")
    refuse_revision(against or "", files)
    try:
        definitions = read_named(files, options)
    except ProblemsError as error:  # there is no file to read
        definitions = Definitions(problems=[*error.problems])
    problems = _problems(definitions)
    old: Definitions | None = None
    changes: list[Change] | None = None if against is None else []
    if against is not None and not problems:
        from rtpsnippets.snippets.changes import changes_between

        old = read_old(against, files, options)
        problems = _problems(old)
        if output_format == GITHUB:  # an annotation can only be at a file of the pull request
            problems = [replace(problem, location=Location(part=str(problem.location))) for problem in problems]
        changes = changes_between(old.events, definitions.events) if not problems else []
    for line in _lines(definitions, problems, changes, output_format):
        click.echo(line)
    messages.warnings(definitions.warnings)
    events = good_events(definitions)
    if old is not None and problems:
        messages.say(f"cannot compare with {printable(str(against))}:")
        good_events(old)
    if output_format in {TEXT, GITHUB}:
        messages.report(_summary(events, definitions.warnings, changes))
    if exit_code and any(change.breaks for change in changes or ()):
        raise click.exceptions.Exit(BREAKS)


def _problems(definitions: Definitions) -> list[Problem]:
    return [*(Problem(str(refusal)) for refusal in definitions.refusals), *definitions.problems]


def _lines(
    definitions: Definitions, problems: Sequence[Problem], changes: Sequence[Change] | None, output_format: str
) -> Iterator[str]:
    """Yield the lines to print in `output_format`, except the summary; as text, problems are messages."""
    from rtpsnippets.cli.reports.github import annotations_of
    from rtpsnippets.cli.reports.problems_json import problem_as_data, problems_json

    if output_format == TEXT:
        yield from (harmless(printable(f"{change.id}: {change.what}")) for change in changes or ())
    elif output_format == JSON:
        as_data = (
            None
            if changes is None
            else [
                {**problem_as_data(problem, level), "rule": change.kind, "breaks": change.breaks}
                for change, level, problem in _as_problems(changes[: MAX_FINDINGS + 1], definitions)
            ]
        )
        yield problems_json(len(definitions.events), problems, definitions.warnings, as_data)
    elif output_format == GITHUB:
        found = _as_problems(changes or (), definitions)
        errors, warnings, notices = ([it for _, level, it in found if level == of] for of in (ERROR, WARNING, NOTICE))
        yield from annotations_of([*problems, *errors], [*definitions.warnings, *warnings], notices)
    elif not problems:
        from rtpsnippets.snippets.tables.markdown_changes import make

        yield make(changes or ()).rstrip("\n")


def _as_problems(changes: Sequence[Change], definitions: Definitions) -> list[tuple[Change, str, Problem]]:
    """Return each change with its level, and as a problem; that of an event that still exists has a location."""
    from rtpsnippets.definitions.validate import located

    problems = [Problem(change.what, key=event_key(change.id)) for change in changes]
    known = [problem for problem in problems if problem.key[1] in definitions.documents]
    at = {problem.key: problem.location for problem in located(definitions.documents, known)}
    return [
        (
            change,
            ERROR if change.breaks else NOTICE if change.is_documentation else WARNING,
            replace(problem, location=at.get(problem.key, problem.location)),
        )
        for change, problem in zip(changes, problems, strict=True)
    ]


def _summary(events: Sequence[Event], warnings: Sequence[Problem], changes: Sequence[Change] | None) -> str:
    if changes is not None:
        from rtpsnippets.snippets.changes import summary

        return summary(changes)
    noted = f" ({messages.count_of(warnings, 'warning')})" if warnings else ""
    return f"Found no problems in {count(len(events), 'event')}{noted}."
