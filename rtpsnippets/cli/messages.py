"""Print messages: on standard error, in colour where a person reads them and NO_COLOR is not set."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace

import click

from rtpsnippets.errors import Problem, count


def say(text: str) -> None:
    """Print a message."""
    click.echo(text, err=True)


def problems(found: Sequence[Problem]) -> None:
    """Print every problem, and how many there are."""
    for problem in found:
        _print(problem, "red")
    say(f"{count(len(found), 'problem')}; nothing was written")


def warnings(found: Iterable[Problem]) -> None:
    """Print every warning."""
    for warning in found:
        _print(replace(warning, what=f"warning: {warning.what}"), "yellow")


def _print(problem: Problem, color: str) -> None:
    head, *hint = str(problem).split("\n")
    use_color = False if os.environ.get("NO_COLOR") else None
    click.echo("\n".join([click.style(head, fg=color), *hint]), err=True, color=use_color)
