"""`rtpsnippets audit`: hold a built site against the definitions."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.options import (
    PATH,
    NamedPath,
    ReadingOptions,
    events_of,
    files_argument,
    names_folder,
    output_format_option,
    read_named,
    reading_options,
    site_options,
)
from rtpsnippets.definitions.read import SUFFIXES
from rtpsnippets.display import count
from rtpsnippets.errors import ProblemsError, RtpSnippetsError
from rtpsnippets.limits import BYTES_PER_MB

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from rtpsnippets.site.audit.findings import Report

FINDINGS = 1
OUTPUT_FORMATS = ("text", "json", "github", "sarif")


def _kinds(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a kind of findings, also the last of several with commas."""
    from click.shell_completion import CompletionItem

    from rtpsnippets.site.audit.kinds import KINDS

    before, comma, begun = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{name}", help=kind.what)
        for name, kind in KINDS.items()
        if name.startswith(begun)
    ]


@click.command(short_help="Say where a built site and the definitions differ.")
@click.argument("site", type=NamedPath("the folder of the built site"), metavar="SITE_DIR")
@files_argument
@click.option(
    "--ignore",
    multiple=True,
    metavar="KIND",
    shell_complete=_kinds,
    help="Leave out the findings of a kind, by the name in brackets; repeatable, or several with commas.",
)
@click.option(
    "--base-url",
    default="",
    metavar="URL",
    help="Where the site lives, if its pages name their scripts by whole addresses, or below a path: "
    "https://example.com/docs/.",
)
@click.option(
    "--container",
    "containers",
    multiple=True,
    type=PATH,
    metavar="FILE",
    help="A container that the pages load, exported from Google Tag Manager; repeatable.",
)
@output_format_option(
    OUTPUT_FORMATS,
    "Print lines for people, JSON for programs, annotations for GitHub Actions, or SARIF 2.1.0 for code scanning.",
)
@site_options
@reading_options
def audit(  # noqa: PLR0913 (each option of the command is a parameter)
    *,
    site: str,
    files: tuple[str, ...],
    ignore: tuple[str, ...],
    base_url: str,
    containers: tuple[str, ...],
    output_format: str,
    max_file_size: int,
    jobs: int | None,
    **options: Unpack[ReadingOptions],
) -> None:
    """Read the pages and scripts of a built site, and say where they and the definitions don't agree.

    What is looked at: the values that calls send, marks (data-rtp-event and the class rtp-event--ID) and
    bindings; the RTP tag and what runs before it; handlers that the page's own policy forbids; broken
    code; ids that are used twice; events that no page uses. Nothing is run, and nothing outside SITE_DIR
    is read, except for the containers that you name.

    The exit code is 1 if anything was found.

    \b
    Examples:
      rtpsnippets audit site
      rtpsnippets audit site .
      rtpsnippets audit _site events.toml campaigns/*.yaml
      rtpsnippets audit public --ignore no-tag --ignore unused-event
      rtpsnippets audit public --base-url https://example.com/docs/
      rtpsnippets audit site --container GTM-AB12CD3.json
      rtpsnippets audit site --output-format github
      rtpsnippets audit site --output-format sarif > audit.sarif
    """
    from rtpsnippets.cli.progress import progress
    from rtpsnippets.cli.reports.audit import failure_lines, lines_of
    from rtpsnippets.site import need_site_reader
    from rtpsnippets.site.audit.urls import is_address

    ignored = _ignored(ignore)
    if base_url and not is_address(base_url):
        raise click.UsageError("--base-url: name an address of the web, such as https://example.com/docs/")
    _refuse_swapped(site, files)
    try:
        need_site_reader()
        from rtpsnippets.site.audit.run import audit as audit_site
        from rtpsnippets.site.pool import max_jobs

        definitions = read_named(files, **options)
        events_of(definitions)
        with progress() as track:
            report = audit_site(
                site,
                definitions,
                ignore=ignored,
                base_url=base_url,
                containers=containers,
                max_bytes=max_file_size * BYTES_PER_MB,
                jobs=jobs or max_jobs(),
                track=track,
            )
    except RtpSnippetsError as error:
        for line in failure_lines(error, output_format):
            click.echo(line)
        raise
    for line in lines_of(report, output_format):
        click.echo(line)
    _say_summary(report)
    if report.total:
        raise click.exceptions.Exit(FINDINGS)


def _refuse_swapped(site: str, files: Sequence[str]) -> None:
    """Raise `UsageError`, with the right command, if the definitions come before the site."""
    from rtpsnippets.definitions.load import default_files

    is_file = not names_folder(site)
    folders = (file for file in files if names_folder(file) and (is_file or not default_files(file)))
    folder = next(folders, None)
    if folder is not None and (Path(site).suffix.lower() in SUFFIXES if is_file else default_files(site)):
        swapped = shlex.join([folder, *(site if file == folder else file for file in files)])
        raise click.UsageError(f"the site comes first, then its definitions: rtpsnippets audit {swapped}")


def _ignored(names: Sequence[str]) -> frozenset[str]:
    """The kinds that are ignored; raise `UsageError` for a name that no kind has."""
    from rtpsnippets.site.audit.kinds import known_kinds

    try:
        return known_kinds(name.strip() for some in names for name in some.split(","))
    except ProblemsError as error:
        problem = error.problems[0]
        raise click.UsageError(f"--ignore: {problem.what}; {problem.hint}") from None


def _say_summary(report: Report) -> None:
    """Say how much was found, in how much."""
    if report.links:
        messages.inform(f"{count(report.links, 'link')} in the site: not followed")
    messages.inform(report.summary)
