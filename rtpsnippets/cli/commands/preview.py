"""`rtpsnippets preview`: create a page to view and try all events."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.commands.auditing import find_usage
from rtpsnippets.cli.options import (
    STANDARD_OUTPUT,
    AuditOptions,
    EventOptions,
    OutputPath,
    destination_option,
    event_options,
    load_definitions,
    named_or_default,
    nonce_attribute_option,
    templates_option,
    usage_options,
)
from rtpsnippets.cli.selection import choose, selection_argument, split
from rtpsnippets.display import count, printable
from rtpsnippets.errors import Location, Problem, ProblemsError
from rtpsnippets.filesystem import STANDARD_INPUT


class _Options(EventOptions, AuditOptions):
    """How definitions, and a built site to compare with them, are read."""


@click.command(short_help="Create a page to view, search and try all events.")
@selection_argument
@click.option(
    "-o",
    "--output",
    type=OutputPath("file"),
    metavar="FILE",
    default="preview.html",
    show_default=True,
    help="File to write; - is standard output.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the page in the browser.")
@click.option("--overwrite", is_flag=True, help="Replace the file even if it is not a preview.")
@destination_option
@nonce_attribute_option
@templates_option
@usage_options
@event_options
def preview(  # noqa: PLR0913 (each option of the command is a parameter)
    *,
    selection: tuple[str, ...],
    output: str,
    is_opened: bool,
    overwrite: bool,
    destination: str | None,
    nonce_attribute: str,
    templates: str | None,
    site: str | None,
    **options: Unpack[_Options],
) -> None:
    """Create a page with all events: values and snippets to copy, and the real buttons and links to try.

    With IDs, the page contains only these events. An argument that is - or contains a dot or a slash is a file or
    folder; any other is an event id.

    A click shows the calls that it sends; nothing is sent to Marketo. The page is a single file that works offline and
    loads nothing, so you can email it to someone who never opens a terminal. The reader chooses where to paste; --for
    sets the first choice. If SOURCE_DATE_EPOCH is set, the page shows that date.

    With --site, the page also shows the pages of the built site that send each event, and how. With --base-url, it
    links to them.

    \b
    Examples:
      rtpsnippets preview --open
      rtpsnippets preview events.toml campaigns.yaml -o site/preview.html
      rtpsnippets preview my-event --for wordpress
      rtpsnippets preview -o - > preview.html
      rtpsnippets preview --site site --base-url https://example.com/docs/
    """
    from rtpsnippets.cli.reports.plan_text import file_done
    from rtpsnippets.output.build import build_file
    from rtpsnippets.snippets.formats import PREVIEW_BEGINNING
    from rtpsnippets.snippets.preview import PAGE, render_preview

    if is_opened and output == STANDARD_OUTPUT:
        raise click.UsageError("--open needs a file: specify one with -o")
    files, ids = split(selection)
    named = named_or_default(files)
    if output != STANDARD_OUTPUT and any(_is_same(output, file) for file in named):
        hint = "the page would overwrite them; specify another file with -o"
        raise ProblemsError([Problem("contains the definitions", hint, location=Location(output))])
    definitions = load_definitions(named, options)
    events = list(definitions.events.values())
    sources = ["standard input" if name == STANDARD_INPUT else name for name in named]
    if ids:
        sources[-1] += f" ({len(ids)} of {count(len(events), 'event')})"
    chosen = choose(events, ids)
    usage = find_usage(site, definitions, chosen, options)
    page = render_preview(
        chosen,
        templates,
        nonce_attribute,
        destination=destination or PAGE.name,
        files=sources,
        date=_source_date(os.environ.get("SOURCE_DATE_EPOCH", "")),
        usage=usage,
        base_url=options["base_url"],
    ).encode()
    if output == STANDARD_OUTPUT:
        click.echo(page, nl=False)
        return
    path = Path(output)
    step = build_file(path, page, PREVIEW_BEGINNING.encode(), overwrite=overwrite)
    messages.report(file_done(step, path.parent))
    if is_opened:
        _open(path)


def _source_date(seconds: str) -> str:
    """Return the UTC date of SOURCE_DATE_EPOCH; empty if it is not set (https://reproducible-builds.org/specs/)."""
    if not seconds:
        return ""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError("SOURCE_DATE_EPOCH must be a number of seconds, such as 1767225600") from None


def _is_same(path: str, other: str) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)


def _open(path: Path) -> None:
    import webbrowser

    try:
        is_open = webbrowser.open_new_tab(path.absolute().as_uri())
    except (webbrowser.Error, OSError, ValueError):  # the variable BROWSER may contain anything
        is_open = False
    if not is_open:
        messages.say(printable(f"cannot open a browser: open {path} yourself"))
