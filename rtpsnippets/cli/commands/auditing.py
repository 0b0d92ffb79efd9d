"""Compare a built site with the definitions: to audit it, or to show which pages send each event."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from shlex import quote
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from rtpsnippets.cli import messages
from rtpsnippets.cli.options import AuditOptions
from rtpsnippets.display import count, printable, quoted
from rtpsnippets.limits import BYTES_PER_MB

if TYPE_CHECKING:
    from rtpsnippets.definitions.validate import Definitions
    from rtpsnippets.events.event import Event
    from rtpsnippets.site.audit.findings import Report
    from rtpsnippets.snippets.usage import Usage


def run_audit(
    site: str,
    definitions: Definitions,
    options: AuditOptions,
    *,
    ignore: Collection[str] = (),
    with_usage: bool = False,
) -> Report:
    """Return the report about a site, and show progress.

    Raises as `audit` does, `ProblemsError` if the extra is not installed, and `UsageError` for an incomplete URL.
    """
    from rtpsnippets.cli.progress import progress
    from rtpsnippets.site import need_site_reader
    from rtpsnippets.site.audit.urls import is_address

    if options["base_url"] and not is_address(options["base_url"]):
        raise click.UsageError("--base-url must be a full URL, such as https://example.com/docs/")
    need_site_reader()
    from rtpsnippets.site.audit.run import audit
    from rtpsnippets.site.pool import max_jobs

    with progress() as track:
        return audit(
            site,
            definitions,
            ignore=ignore,
            base_url=options["base_url"],
            containers=options["containers"],
            max_bytes=options["max_file_size"] * BYTES_PER_MB,
            jobs=options["jobs"] or max_jobs(),
            with_usage=with_usage,
            track=track,
        )


def find_usage(
    site: str | None, definitions: Definitions, events: Sequence[Event], options: AuditOptions
) -> Usage | None:
    """Return the pages of a site that send each event, and print how many of `events` are used; None without a site.

    Raises `UsageError` if an option for reading a site is given without one.
    """
    if site is None:
        _refuse_given(AuditOptions.__annotations__)
        return None
    from rtpsnippets.site.audit.kinds import KINDS, SKIPPED, UNKNOWN_CALL
    from rtpsnippets.site.selectors import is_supported, need_selectors
    from rtpsnippets.snippets.usage import usage_summary

    need_selectors()
    report = run_audit(site, definitions, options, ignore=KINDS.keys() - {SKIPPED, UNKNOWN_CALL}, with_usage=True)
    if report.total:
        parts = count(report.total, "part")
        messages.inform(f"{parts} of the site could not be read: run rtpsnippets audit {printable(quote(site))}")
    for event in events:
        if event.selector and not is_supported(event.selector):
            what = f"cannot compare the selector of {quoted(event.id)} with elements"
            messages.inform(f"{what}: it counts on each page that loads the binding")
    summary = usage_summary(report.usage[event.id] for event in events)
    messages.inform(f"Read {count(report.pages, 'page')}: {summary}.")
    return report.usage


def _refuse_given(names: Collection[str]) -> None:
    context = click.get_current_context()
    for option in context.command.params:
        if option.name in names and context.get_parameter_source(option.name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"{option.opts[0]} can only be used with --site")
