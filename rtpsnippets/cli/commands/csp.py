"""`rtpsnippets csp`: print what a Content Security Policy needs to allow the snippets."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.options import (
    EventOptions,
    event_options,
    load_events,
    output_format_option,
    renamed_option,
    templates_option,
)
from rtpsnippets.cli.selection import choose, selection_argument, split
from rtpsnippets.snippets.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from rtpsnippets.events.event import Event
    from rtpsnippets.snippets.csp import InlineHash

OUTPUT_FORMATS = ("text", "json")
MARKED = "marked"

INLINE = (*(format.name for format in FORMATS.values() if format.is_html), MARKED)
"""What puts code in a page: snippets in these formats, and the handlers that plugins add to marked elements."""


@click.command(short_help="Print hashes for a Content Security Policy.")
@selection_argument
@click.option(
    "--format",
    "formats",
    type=click.Choice(INLINE),
    multiple=True,
    help="Print only the hashes for this format (marked: for the handlers that plugins add to marked elements). Can be "
    "repeated.  [default: all]",
)
@output_format_option(
    OUTPUT_FORMATS, "Format of the output: the sources as text, or JSON that also lists each hash with its event."
)
@renamed_option("--json", "--output-format", value="json")
@templates_option
@event_options
def csp(
    *,
    selection: tuple[str, ...],
    formats: tuple[str, ...],
    output_format: str,
    templates: str | None,
    **options: Unpack[EventOptions],
) -> None:
    """Print the script-src sources that allow the handlers and inline scripts of the snippets.

    An argument that is - or contains a dot or a slash is a file or folder; any other is an event id.

    The hashes depend on what the snippets send: print them again after each change of the definitions. The binding
    (--carrier data) needs only the source of rtp-events.js: 'self'.

    \b
    Examples:
      rtpsnippets csp
      rtpsnippets csp events.toml --format button
      rtpsnippets csp my-event
      rtpsnippets csp --output-format json
    """
    from rtpsnippets.snippets.csp import sources

    files, ids = split(selection)
    events = choose(load_events(files, options), ids)
    hashes = _hashes(events, formats or INLINE, templates)
    if output_format == "json":
        click.echo(json.dumps({"sources": sources(hashes), "hashes": [asdict(found) for found in hashes]}, indent=2))
    elif hashes:
        click.echo(" ".join(sources(hashes)))
    else:
        messages.inform("no source is needed: the snippets contain no inline code")


def _hashes(events: Sequence[Event], formats: Collection[str], templates: str | None) -> list[InlineHash]:
    """Return the hashes of the inline code of all events in these formats."""
    from rtpsnippets.snippets.bundle import snippets_by_id
    from rtpsnippets.snippets.csp import handler_hash, inline_hashes

    snippets = snippets_by_id(events, templates, formats=formats)
    hashes: list[InlineHash] = []
    for event in events:
        for name, snippet in snippets[event.id].items():
            hashes += inline_hashes(event.id, name, snippet)
        if MARKED in formats and event.handler_name:
            hashes.append(handler_hash(event.id, MARKED, event.handler))
    return hashes
