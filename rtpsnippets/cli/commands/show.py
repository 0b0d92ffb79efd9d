"""`rtpsnippets show`: print snippets to paste."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.options import (
    EventOptions,
    destination_option,
    event_options,
    load_events,
    nonce_attribute_option,
    templates_option,
)
from rtpsnippets.cli.selection import choose, selection_argument, split
from rtpsnippets.display import printable
from rtpsnippets.errors import ProblemsError, gather
from rtpsnippets.snippets.destinations import DESTINATIONS, Destination, paste, why_nothing
from rtpsnippets.snippets.formats import (
    ALL_FORMATS,
    BINDING,
    FORMATS,
    JSON,
    RECORDER,
    format_to_paste,
    nothing_to_paste,
    script_problem,
)

if TYPE_CHECKING:
    from rtpsnippets.events.event import Event


NOTHING_TO_PASTE = 1


@click.command(short_help="Print snippets to paste.")
@selection_argument
@click.option(
    "--format",
    "format_name",
    type=click.Choice(ALL_FORMATS),
    help="Format to print: binding is one script for all events, json is all snippets of all events, recorder is a "
    "script for the browser's console that shows the calls of a page.  "
    "[default: the first of button, link and script that the event has]",
)
@destination_option
@nonce_attribute_option
@templates_option
@event_options
def show(
    *,
    selection: tuple[str, ...],
    format_name: str | None,
    destination: str | None,
    nonce_attribute: str,
    templates: str | None,
    **options: Unpack[EventOptions],
) -> None:
    """Print the snippets of all events, or of the events with the given IDs, ready to paste.

    An argument that is - or contains a dot or a slash is a file or folder; any other is an event id.

    An event that rtp-events.js sends needs no snippet; a message says when it is sent. Exits with 1 if there is no
    snippet to paste for a given ID. With --for, a message also explains how to paste.

    \b
    Examples:
      rtpsnippets show
      rtpsnippets show download-whitepaper
      rtpsnippets show download-whitepaper --for wordpress
      rtpsnippets show events.toml my-event --format js
      rtpsnippets show --carrier data
      rtpsnippets show --format binding > rtp-events.js
      rtpsnippets show --format json > snippets.json
      rtpsnippets show --format recorder
    """
    chosen_already = {"--format": format_name, "--carrier": options["carrier"]}
    if destination and any(chosen_already.values()):
        given = " and ".join(name for name, value in chosen_already.items() if value)
        raise click.UsageError(f"--for chooses the snippet itself: remove {given}")
    files, ids = split(selection)
    events = load_events(files, options)
    chosen = choose(events, ids) if ids else _fitting(events, format_name)
    # For a given id, the message is the reason why the command fails, and is never silenced.
    say = messages.say if ids else messages.inform
    for_all = {BINDING: _binding, JSON: _json, RECORDER: _recorder}.get(format_name or "")
    if destination is not None:
        unpasted = _print_for(DESTINATIONS[destination], chosen, templates, nonce_attribute, say)
        if ids and unpasted:
            raise click.exceptions.Exit(NOTHING_TO_PASTE)
    elif for_all is not None:
        click.echo(for_all(chosen, templates, nonce_attribute), nl=False)
    elif format_name is not None:
        warned = [problem for event in chosen if (problem := script_problem(format_name, event))]
        if options["strict"] and warned:
            raise ProblemsError(warned)
        messages.warnings(warned)
        _print(dict.fromkeys(chosen, format_name), templates, nonce_attribute)
    else:
        to_paste = {event: row.name for event in chosen if (row := format_to_paste(event))}
        _print(to_paste, templates, nonce_attribute)
        for event in chosen:
            if event not in to_paste:
                say(printable(nothing_to_paste(event)))
        if ids and len(to_paste) < len(chosen):
            raise click.exceptions.Exit(NOTHING_TO_PASTE)


def _fitting(events: Sequence[Event], format_name: str | None) -> Sequence[Event]:
    """Return the events that have a snippet in the format, or all events, for the message, if none has."""
    if format_name not in FORMATS:
        return events
    return [event for event in events if FORMATS[format_name].fits(event)] or events


def _binding(events: Sequence[Event], templates: str | None, _nonce_attribute: str) -> str:
    from rtpsnippets.snippets.binding import render_binding

    return render_binding(events, templates) + "\n"


def _recorder(events: Sequence[Event], templates: str | None, _nonce_attribute: str) -> str:
    from rtpsnippets.snippets.recorder import render_recorder

    return render_recorder(events, templates) + "\n"


def _json(events: Sequence[Event], templates: str | None, nonce_attribute: str) -> str:
    from rtpsnippets.snippets.bundle import snippets_by_id, to_json

    return to_json(snippets_by_id(events, templates, nonce_attribute))


def _print(formats: Mapping[Event, str], templates: str | None, nonce_attribute: str) -> None:
    """Print the snippet of each event in its format."""
    from rtpsnippets.snippets.render import render_each

    makers = (partial(render_each, [event], name, templates, nonce_attribute) for event, name in formats.items())
    for [snippet] in gather(makers):
        click.echo(snippet)


def _print_for(
    destination: Destination,
    events: Sequence[Event],
    templates: str | None,
    nonce_attribute: str,
    say: Callable[[str], None],
) -> list[Event]:
    """Print the snippets for the destination and, as a message, how to paste; return the events without one."""
    form = destination.form
    pasted = gather(partial(paste, event, form, templates, nonce_attribute) for event in events)
    if texts := [text for text in pasted if text is not None]:
        click.echo(("\n\n" if form == "address" else "\n").join(texts))
        steps = [f"  {number}. {step}" for number, step in enumerate(destination.steps, 1)]
        messages.inform("\n".join([f"{destination.title}:", *steps, f"  Check: {destination.check}"]))
    unpasted = [event for event, text in zip(events, pasted, strict=True) if text is None]
    for event in unpasted:
        say(printable(why_nothing(event, form)))
    return unpasted
