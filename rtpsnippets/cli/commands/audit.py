"""`rtpsnippets audit`: compare a built site with the definitions."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.commands.auditing import run_audit
from rtpsnippets.cli.options import (
    ComparingOptions,
    NamedPath,
    audit_options,
    events_of,
    files_argument,
    names_folder,
    output_format_option,
    read_named,
    reading_options,
)
from rtpsnippets.definitions.read import SUFFIXES
from rtpsnippets.display import count
from rtpsnippets.errors import ProblemsError, RtpSnippetsError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from rtpsnippets.site.audit.findings import Report

FINDINGS = 1
OUTPUT_FORMATS = ("text", "json", "github", "sarif")


def _kinds(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a kind of findings, also the last one in a comma-separated list."""
    from click.shell_completion import CompletionItem

    from rtpsnippets.site.audit.kinds import KINDS

    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{name}", help=kind.what)
        for name, kind in KINDS.items()
        if name.startswith(last)
    ]


@click.command(short_help="Compare a built site with the definitions.")
@click.argument("site", type=NamedPath("the folder of the built site"), metavar="SITE_DIR")
@files_argument
@click.option(
    "--ignore",
    multiple=True,
    metavar="KIND",
    shell_complete=_kinds,
    help="Ignore findings of this kind (the name in brackets). Can be repeated or comma-separated.",
)
@output_format_option(
    OUTPUT_FORMATS,
    "Format of the findings: text, JSON, annotations for GitHub Actions, or SARIF 2.1.0 for code scanning.",
)
@audit_options
@reading_options
def audit(
    *,
    site: str,
    files: tuple[str, ...],
    ignore: tuple[str, ...],
    output_format: str,
    **options: Unpack[ComparingOptions],
) -> None:
    """Compare the pages and scripts of a built site with the definitions, and print all differences.

    The audit checks the values that calls send, marked elements (data-rtp-event and the class rtp-event--ID) and
    bindings; the RTP tag and the code that runs before it; handlers that the page's own Content Security Policy
    blocks; broken code; duplicate ids; and events that no page uses. No code of the site is executed. Nothing outside
    SITE_DIR is read, except the containers that you specify.

    Exits with 1 if there are findings.

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
    from rtpsnippets.cli.reports.audit import failure_lines, lines_of

    ignored = _ignored(ignore)
    _refuse_swapped(site, files)
    try:
        definitions = read_named(files, options)
        events_of(definitions)
        report = run_audit(site, definitions, options, ignore=ignored)
    except RtpSnippetsError as error:
        for line in failure_lines(error, output_format):
            click.echo(line)
        raise
    for line in lines_of(report, output_format):
        click.echo(line)
    _print_summary(report)
    if report.total:
        raise click.exceptions.Exit(FINDINGS)


def _refuse_swapped(site: str, files: Sequence[str]) -> None:
    """Raise `UsageError` with the right command if the definitions come before the site."""
    from rtpsnippets.definitions.load import default_files

    is_file = not names_folder(site)
    folders = (file for file in files if names_folder(file) and (is_file or not default_files(file)))
    folder = next(folders, None)
    if folder is not None and (Path(site).suffix.lower() in SUFFIXES if is_file else default_files(site)):
        swapped = shlex.join([folder, *(site if file == folder else file for file in files)])
        raise click.UsageError(f"the site must come before the definitions: rtpsnippets audit {swapped}")


def _ignored(names: Sequence[str]) -> frozenset[str]:
    """Return the kinds to ignore; raise `UsageError` for an unknown kind."""
    from rtpsnippets.site.audit.kinds import known_kinds

    try:
        return known_kinds(name.strip() for some in names for name in some.split(","))
    except ProblemsError as error:
        problem = error.problems[0]
        raise click.UsageError(f"--ignore: {problem.what}; {problem.hint}") from None


def _print_summary(report: Report) -> None:
    """Print how many findings there are in how many files."""
    if report.links:
        messages.inform(f"did not follow {count(report.links, 'symbolic link')} in the site")
    messages.inform(report.summary)
