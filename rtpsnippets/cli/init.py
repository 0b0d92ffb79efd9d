"""`rtpsnippets init`: write a definitions file to start from."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from rtpsnippets.cli.options import PATH
from rtpsnippets.errors import printable


@click.command(short_help="Write an events.toml to start from.")
@click.argument("folder", type=PATH, metavar="[DIR]", default=".")
def init(folder: str) -> None:
    """Write a commented events.toml with three examples into DIR (default: the current folder).

    A file that is there already is never overwritten.

    \b
    Examples:
      rtpsnippets init
      rtpsnippets init site
    """
    from rtpsnippets.write import create

    path = Path(folder) / "events.toml"
    create(path, files("rtpsnippets.templates").joinpath("events.toml").read_bytes())
    click.echo(f"created {printable(str(path))}")
