"""Print messages: on standard error, in color on a terminal.

A non-empty NO_COLOR (https://no-color.org) turns colors off and FORCE_COLOR (https://force-color.org) turns them on;
NO_COLOR wins.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from rtpsnippets.display import count, harmless, printable
from rtpsnippets.errors import Key, Problem, ProblemsError, RtpSnippetsError
from rtpsnippets.limits import MAX_PROBLEMS

QUIET, VERBOSE = "quiet", "verbose"
_VERBOSITY = f"{__name__}.verbosity"
_OPTION_OF: Mapping[Key, Key] = {("nonce_attribute",): ("--nonce-attribute",)}
"""The key of a library argument, with the option that sets it."""


def set_verbosity(context: click.Context, chosen: str) -> None:
    """Set the verbosity to `QUIET` or `VERBOSE`; raise `UsageError` for both."""
    if context.meta.setdefault(_VERBOSITY, chosen) != chosen:
        raise click.UsageError("-q and -v cannot be used together")


def is_quiet() -> bool:
    """Return whether the command prints only errors and results."""
    return _verbosity() == QUIET


def is_verbose() -> bool:
    """Return whether the command prints everything."""
    return _verbosity() == VERBOSE


def _verbosity() -> str:
    context = click.get_current_context(silent=True)
    return context.meta.get(_VERBOSITY, "") if context else ""


def report(text: str) -> None:
    """Print what a command has done on standard output, unless it is quiet."""
    if not is_quiet():
        click.echo(text)


def inform(text: str) -> None:
    """Print a message that is not an error, unless the command is quiet."""
    if not is_quiet():
        say(text)


def say(text: str, *, color: bool | None = None) -> None:
    """Print a message; if that fails, continue without messages."""
    try:
        click.echo(harmless(text), err=True, color=color)
    except OSError:
        give_up(sys.stderr)


def failure(error: RtpSnippetsError | click.UsageError) -> None:
    """Print why the command failed: every problem, or what the system refused."""
    if isinstance(error, ProblemsError):
        problems(error.problems)
    else:
        say(str(error))


def wrong_usage(error: click.ClickException) -> None:
    """Print a usage error."""
    text = StringIO()
    error.show(text)
    say("\n".join(map(printable, text.getvalue().removesuffix("\n").split("\n"))))


def problems(found: Sequence[Problem]) -> None:
    """Print all problems, up to a limit, and how many there are."""
    for problem in found[:MAX_PROBLEMS]:
        _print(problem, "red")
    say(f"Found {count_of(found, 'problem')}.")


def warnings(found: Sequence[Problem]) -> None:
    """Print all warnings, up to a limit, unless the command is quiet."""
    notes(found[:MAX_PROBLEMS], "warning")
    if len(found) > MAX_PROBLEMS:
        inform(count_of(found, "warning"))


def notes(found: Iterable[Problem], word: str, *, is_reason: bool = False) -> None:
    """Print things that the user should know but that are not problems, each after `word`.

    A quiet command prints them only if they are the reason why it fails.
    """
    for note in found if is_reason or not is_quiet() else ():
        _print(replace(note, what=f"{word}: {note.what}"), "yellow")


def count_of(found: Sequence[Problem], noun: str) -> str:
    """Return how many were found, or that there are more than are listed."""
    number = len(found)
    return count(number, noun) if number <= MAX_PROBLEMS else f"more than {count(MAX_PROBLEMS, noun)}"


def _print(problem: Problem, color: str) -> None:
    head, *hint = str(replace(problem, key=_OPTION_OF.get(problem.key, problem.key))).split("\n")
    use_color = False if os.environ.get("NO_COLOR") else True if os.environ.get("FORCE_COLOR") else None
    say("\n".join([click.style(head, fg=color), *hint]), color=use_color)


def show_escapes() -> None:
    """Print characters that a stream's encoding lacks as escapes: a value may contain any character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def give_up(stream: TextIO) -> None:
    """Discard everything not yet written to `stream`, and everything that follows.

    Call this for a stream that can't be written to: otherwise Python tries again at exit, and exits with 120.
    """
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
