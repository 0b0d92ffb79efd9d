"""`rtpsnippets list`: say which events there are, and what each sends."""

from __future__ import annotations

import json
from itertools import chain, repeat
from typing import TYPE_CHECKING, Unpack

import click

from rtpsnippets.cli.options import ReadingOptions, events_of, files_argument, read_named, reading_options
from rtpsnippets.errors import printable
from rtpsnippets.formats import formats_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rtpsnippets.event import Event


@click.command("list")
@files_argument
@click.option(
    "--format",
    "list_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table for people, or JSON for programs.",
)
@reading_options
def list_events(files: tuple[str, ...], list_format: str, **options: Unpack[ReadingOptions]) -> None:
    """List all events: id, values, number of calls, formats.

    Each value has a line of its own; what a terminal can't show is escaped.

    \b
    Examples:
      rtpsnippets list
      rtpsnippets list events.toml --format json
    """
    events = events_of(read_named(files, **options))
    if list_format == "json":
        click.echo(json.dumps([_as_data(event) for event in events], indent=2))
    else:
        for line in _table([_HEAD, *(row for event in events for row in _rows(event))]):
            click.echo(line)


_HEAD = ("ID", "CALLS", "FORMATS", "VALUES")


def _as_data(event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "value": event.value,
        "calls": len(event.batches),
        "formats": _formats(event),
        "description": event.description,
    }


def _formats(event: Event) -> list[str]:
    return [format.name for format in formats_of(event)]


def _rows(event: Event) -> Iterator[tuple[str, ...]]:
    first = (event.id, str(len(event.batches)), ", ".join(_formats(event)))
    for start, value in zip(chain([first], repeat(("", "", ""))), event.values, strict=False):
        yield (*start, printable(value))


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows in columns; the last one is as wide as it likes."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    for *cells, last in rows:
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)), last])
