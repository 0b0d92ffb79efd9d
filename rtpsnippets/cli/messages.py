"""Print messages: on standard error, in colour on a terminal.

Where NO_COLOR (https://no-color.org) or FORCE_COLOR (https://force-color.org) is set and not empty, never or always
in colour; NO_COLOR wins.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from rtpsnippets.display import count, harmless, printable
from rtpsnippets.errors import Problem, ProblemsError, RtpSnippetsError
from rtpsnippets.limits import MAX_PROBLEMS

QUIET, VERBOSE = "quiet", "verbose"
_VERBOSITY = f"{__name__}.verbosity"


def set_verbosity(context: click.Context, chosen: str) -> None:
    """Let the command print errors only (`QUIET`) or everything (`VERBOSE`); raise `UsageError` for both."""
    if context.meta.setdefault(_VERBOSITY, chosen) != chosen:
        raise click.UsageError("-q prints errors only and -v prints everything: leave one out")


def is_quiet() -> bool:
    """Tell whether the command prints errors and results only."""
    return _verbosity() == QUIET


def is_verbose() -> bool:
    """Tell whether the command prints everything."""
    return _verbosity() == VERBOSE


def _verbosity() -> str:
    context = click.get_current_context(silent=True)
    return context.meta.get(_VERBOSITY, "") if context else ""


def report(text: str) -> None:
    """Print on standard output what a command has done, unless it is quiet."""
    if not is_quiet():
        click.echo(text)


def inform(text: str) -> None:
    """Print a message that is about no error, unless the command is quiet."""
    if not is_quiet():
        say(text)


def say(text: str, *, color: bool | None = None) -> None:
    """Print a message; if that fails, the run ends as it would have ended."""
    try:
        click.echo(harmless(text), err=True, color=color)
    except OSError:
        give_up(sys.stderr)


def failure(error: RtpSnippetsError | click.UsageError) -> None:
    """Print why nothing came of it: every problem, or what the system refused."""
    if isinstance(error, ProblemsError):
        problems(error.problems)
    else:
        say(str(error))


def wrong_usage(error: click.ClickException) -> None:
    """Print what is wrong with the options and arguments."""
    text = StringIO()
    error.show(text)
    say("\n".join(map(printable, text.getvalue().removesuffix("\n").split("\n"))))


def problems(found: Sequence[Problem]) -> None:
    """Print every problem, or the first of very many, and how many there are."""
    for problem in found[:MAX_PROBLEMS]:
        _print(problem, "red")
    say(f"{count_of(found, 'problem')}; nothing was written")


def warnings(found: Sequence[Problem]) -> None:
    """Print every warning, or the first of very many, unless the command is quiet."""
    notes(found[:MAX_PROBLEMS], "warning")
    if len(found) > MAX_PROBLEMS:
        inform(count_of(found, "warning"))


def notes(found: Iterable[Problem], word: str, *, is_reason: bool = False) -> None:
    """Print what the user should know and is not a problem, each behind `word`.

    A quiet command prints it only if it is the reason why the command fails.
    """
    for note in found if is_reason or not is_quiet() else ():
        _print(replace(note, what=f"{word}: {note.what}"), "yellow")


def count_of(found: Sequence[Problem], noun: str) -> str:
    """How many were found; of very many, that they are more than are listed."""
    number = len(found)
    return count(number, noun) if number <= MAX_PROBLEMS else f"more than {count(MAX_PROBLEMS, noun)}"


def _print(problem: Problem, color: str) -> None:
    head, *hint = str(problem).split("\n")
    use_color = False if os.environ.get("NO_COLOR") else True if os.environ.get("FORCE_COLOR") else None
    say("\n".join([click.style(head, fg=color), *hint]), color=use_color)


def show_escapes() -> None:
    """Write what a stream's encoding lacks as an escape: a value may hold any character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def give_up(stream: TextIO) -> None:
    """Let all that was not yet written to `stream`, and all that will be, vanish.

    For a stream that can't be written to: Python would try once more at its end, and exit with 120.
    """
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
