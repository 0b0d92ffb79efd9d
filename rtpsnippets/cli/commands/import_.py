"""`rtpsnippets import`: create definitions from the calls in a site."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.options import (
    STANDARD_OUTPUT,
    NamedPath,
    OutputPath,
    SiteOptions,
    renamed_option,
    site_options,
    verbosity_options,
)
from rtpsnippets.definitions.read import INPUT_FORMATS, SUFFIXES
from rtpsnippets.display import count, printable
from rtpsnippets.errors import Location, Problem, ProblemsError
from rtpsnippets.filesystem import STANDARD_INPUT, is_folder, name_of
from rtpsnippets.limits import BYTES_PER_MB, MAX_BYTES, MAX_SITE_FILE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rtpsnippets.site.importing.adopt import Adopted

LEFT_OUT = 1
CANNOT_READ = 3
_SUFFIXES = 10
"""How many suffixes of unread files are listed."""


@click.command("import", short_help="Create definitions from the calls in a site.")
@click.argument(
    "paths",
    nargs=-1,
    type=NamedPath("pages, scripts, or folders that contain them"),
    metavar="PATHS...",
    required=True,
)
@click.option(
    "--output-format",
    type=click.Choice(INPUT_FORMATS),
    help=f"Format of the definitions.  [default: from the suffix of --output, otherwise {INPUT_FORMATS[0]}]",
)
@renamed_option("--format", "--output-format")
@click.option(
    "-o",
    "--output",
    type=OutputPath("file"),
    metavar="FILE",
    default=STANDARD_OUTPUT,
    help="File to write the definitions to; - is standard output.  [default: -]",
)
@click.option("--overwrite", is_flag=True, help="Replace the file if it exists.")
@click.option("--strict", is_flag=True, help="Exit with 1 if a call is left out or a trigger is uncertain.")
@site_options
@verbosity_options
def import_calls(
    *,
    paths: tuple[str, ...],
    output_format: str | None,
    output: str,
    overwrite: bool,
    strict: bool,
    **options: Unpack[SiteOptions],
) -> None:
    """Find rtp('send', 'event', ...) calls in pages and scripts, and print definitions that send the same values.

    PATHS are files or folders. In a folder, all pages, scripts, templates and components are read; - reads a page from
    standard input. A container exported from Google Tag Manager is recognized by its content, and its Custom HTML tags
    are read.

    Each value becomes one event, with its button or link if a definition can describe it, and with its trigger (on,
    selector) if the code proves it. Nothing is guessed: a call whose value cannot be determined from the code is left
    out and listed with its location and the reason.

    \b
    Examples:
      rtpsnippets import site
      rtpsnippets import site -o events.toml
      rtpsnippets import index.html js/track.js --output-format yaml
      rtpsnippets import site GTM-AB12CD3.json
      curl https://example.com/ | rtpsnippets import -
    """
    from rtpsnippets.site import need_site_reader

    need_site_reader()
    adopted, unread = _adopted(paths, **options)
    is_read = not {problem.location.file for problem in adopted.skipped}.intersection(name_of(path) for path in paths)
    is_incomplete = strict and bool(adopted.unknown or adopted.uncertain)
    has_failed = is_incomplete or not is_read or not adopted.events
    messages.notes(adopted.skipped, "skipped", is_reason=has_failed)
    if adopted.events:
        format = output_format or SUFFIXES.get(Path(output).suffix.lower(), INPUT_FORMATS[0])
        _write(adopted, paths, format, output, overwrite=overwrite)
    messages.notes(adopted.unknown, "left out", is_reason=has_failed)
    messages.notes(adopted.notes, "note", is_reason=has_failed)
    if unread:
        messages.inform(_unread(unread))
    if not adopted.events and is_read:
        raise ProblemsError([_nothing(adopted, paths)])
    messages.inform(_summary(adopted))
    file = "FILE" if output == STANDARD_OUTPUT else printable(output)
    for line in _next_steps(adopted, file) if adopted.events else ():
        messages.inform(line)
    if not is_read:
        raise click.exceptions.Exit(CANNOT_READ)
    if is_incomplete:
        raise click.exceptions.Exit(LEFT_OUT)


def _adopted(named: Sequence[str], **options: Unpack[SiteOptions]) -> tuple[Adopted, Counter[str]]:
    """Return the calls in the files at `named`, and the suffixes of unread files that mention the function."""
    from rtpsnippets.cli.progress import progress
    from rtpsnippets.site.importing.adopt import adopt
    from rtpsnippets.site.pool import max_jobs, read_all
    from rtpsnippets.site.site_file import read_site_file
    from rtpsnippets.site.walk import named_files

    files = named_files(named)
    max_bytes = options["max_file_size"] * BYTES_PER_MB
    # Read here, because other processes have another standard input.
    piped = [read_site_file(STANDARD_INPUT, max_bytes, MAX_SITE_FILE_SECONDS)] if STANDARD_INPUT in named else []
    paths = [path for path in files.paths if path != STANDARD_INPUT]
    jobs = options["jobs"] or max_jobs()
    with progress() as track:
        read = read_all(paths, track, "reading", max_bytes=max_bytes, seconds=MAX_SITE_FILE_SECONDS, jobs=jobs)
        with closing(read):
            adopted = adopt(chain(piped, read))
    adopted.skipped += (Problem(skipped.refusal, location=Location(skipped.path)) for skipped in files.skipped)
    return adopted, files.unread


def _write(adopted: Adopted, named: Sequence[str], format: str, output: str, *, overwrite: bool) -> None:
    """Print the definitions, or write them to the file `output`."""
    from rtpsnippets.site.importing.writer import written

    sources = [_below(path, named) for path in named]
    events = [
        replace(one, location=replace(one.location, file=_below(one.location.file, named))) for one in adopted.events
    ]
    content = written(events, sources, format).encode()
    if output == STANDARD_OUTPUT:
        click.echo(content, nl=False)
    else:
        from rtpsnippets.cli.reports.plan_text import file_done
        from rtpsnippets.output.build import build_file

        path = Path(output)
        messages.report(file_done(build_file(path, content, overwrite=overwrite), path.parent))
    if len(content) > MAX_BYTES[format]:
        size = -(-len(content) // BYTES_PER_MB)
        messages.inform(f"the definitions are large: use --max-size {size} with the other commands")


def _below(path: str, named: Sequence[str]) -> str:
    """Return the path for the definitions, which others will read: without the folders above the named one."""
    if not Path(path).is_absolute():
        return name_of(path)
    above = next(Path(root).parent for root in named if Path(path).is_relative_to(root))
    return Path(path).relative_to(above).as_posix()


def _nothing(adopted: Adopted, named: Sequence[str]) -> Problem:
    """Return the problem of a site without any call that a definition can send."""
    files = count(adopted.files, "file")
    if not adopted.calls:
        where = "pages and scripts; specify the folder that contains them"
        if not any(path != STANDARD_INPUT and is_folder(Path(path)) for path in named):
            where = "these files only; add the scripts that the pages load"
        return Problem(f"found no calls in {files}", f"import looks for rtp('send', 'event', ...) in {where}")
    return Problem(
        f"imported no events from {count(adopted.calls, 'call')} in {files}",
        "all calls were left out; the reasons are listed above",
    )


def _next_steps(adopted: Adopted, file: str) -> Iterator[str]:
    yield "Next steps:"
    yield f"  rtpsnippets check {file}"
    yield f"  rtpsnippets preview {file} --open"
    if adopted.old:
        yield f"  when the snippets and rtp-events.js are in place, remove the old calls: {printable(str(adopted.old))}"


def _unread(unread: Counter[str]) -> str:
    """Return the message about unread files that mention the function, with their suffixes."""
    most = unread.most_common(_SUFFIXES)
    listed = [f"{number} {printable(suffix) or 'without a suffix'}" for suffix, number in most]
    others = unread.total() - sum(number for _, number in most)
    what = "file that mentions rtp( was" if unread.total() == 1 else "files that mention rtp( were"
    suffixes = ", ".join([*listed, *([f"{others} others"] if others else [])])
    return f"{unread.total()} {what} not read ({suffixes}); specify a file to read it"


def _summary(adopted: Adopted) -> str:
    events = count(len(adopted.events), "event")
    found = f"Imported {events} from {count(adopted.calls, 'call')} in {count(adopted.files, 'file')}"
    left_out = f"; {count(len(adopted.unknown), 'call')} left out" if adopted.unknown else ""
    uncertain = f"; {count(adopted.uncertain, 'trigger')} to set" if adopted.uncertain else ""
    skipped = f"; {len(adopted.skipped)} skipped" if adopted.skipped else ""
    return f"{found}{left_out}{uncertain}{skipped}."
