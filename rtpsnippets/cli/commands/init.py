"""`rtpsnippets init`: create a definitions file to start from, and its schema for editors."""

from __future__ import annotations

import os
from pathlib import Path

import click

from rtpsnippets.cli import messages
from rtpsnippets.cli.options import (
    OutputPath,
    output_format_option,
    renamed_option,
    verbosity_options,
)
from rtpsnippets.display import printable
from rtpsnippets.errors import Location, Problem, ProblemsError

_SCHEMA_LINES = {"toml": "#:schema ./{}\n", "yaml": "# yaml-language-server: $schema={}\n"}
"""The first line of a definitions file in each format, by which an editor finds the schema."""


@click.command(short_help="Create a definitions file to start from.")
@click.argument("folder", type=OutputPath("folder"), metavar="[DIR]", default=".")
@output_format_option(list(_SCHEMA_LINES), "Format of the definitions file.")
@renamed_option("--format", "--output-format")
@verbosity_options
def init(folder: str, output_format: str) -> None:
    """Create a commented events.toml with three examples in DIR (default: the current folder).

    The schema events.schema.json is created beside it. With it, an editor explains, completes
    and checks what you type. Existing files are never overwritten.

    \b
    Examples:
      rtpsnippets init
      rtpsnippets init site
      rtpsnippets init --output-format yaml
    """
    from importlib.resources import files

    from rtpsnippets.definitions.load import DEFAULT_FILES
    from rtpsnippets.definitions.schema import SCHEMA_FILE, schema_text
    from rtpsnippets.output.write import create_all

    definitions_file = f"events.{output_format}"
    others = [name for name in DEFAULT_FILES if name != definitions_file and os.path.lexists(Path(folder, name))]
    if others:
        hint = "use this file; rtpsnippets schema --help explains how to use it with an editor"
        raise ProblemsError(
            [Problem("already exists", hint, location=Location(str(Path(folder, name)))) for name in others]
        )
    definitions = files("rtpsnippets.templates").joinpath(definitions_file).read_bytes()
    schema_line = _SCHEMA_LINES[output_format].format(SCHEMA_FILE).encode()
    # The schema comes first, so that a definitions file never exists without it.
    contents = {SCHEMA_FILE: schema_text().encode(), definitions_file: schema_line + definitions}
    created = create_all(Path(folder), contents)
    for name in reversed(contents):
        messages.report(f"{'created' if name in created else 'kept'} {printable(str(Path(folder) / name))}")
