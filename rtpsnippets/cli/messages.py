"""Print messages: on standard error, in colour where a person reads them and NO_COLOR is not set."""

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


def say(text: str, *, color: bool | None = None) -> None:
    """Print a message; if that fails, the run ends as it would have ended."""
    try:
        click.echo(harmless(text), err=True, color=color)
    except OSError:
        give_up(sys.stderr)


def failure(error: RtpSnippetsError) -> None:
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
    """Print every warning, or the first of very many."""
    notes(found[:MAX_PROBLEMS], "warning")
    if len(found) > MAX_PROBLEMS:
        say(count_of(found, "warning"))


def notes(found: Iterable[Problem], word: str) -> None:
    """Print what is to be known and is no problem, each behind `word`."""
    for note in found:
        _print(replace(note, what=f"{word}: {note.what}"), "yellow")


def count_of(found: Sequence[Problem], noun: str) -> str:
    """How many were found; of very many, that they are more than are listed."""
    number = len(found)
    return count(number, noun) if number <= MAX_PROBLEMS else f"more than {count(MAX_PROBLEMS, noun)}"


def _print(problem: Problem, color: str) -> None:
    head, *hint = str(problem).split("\n")
    use_color = False if os.environ.get("NO_COLOR") else None
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
