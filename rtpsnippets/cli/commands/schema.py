"""`rtpsnippets schema`: print the JSON Schema of definitions, for an editor."""

from __future__ import annotations

import click

from rtpsnippets.cli.options import verbosity_options


@click.command()
@verbosity_options
def schema() -> None:
    """Print the JSON Schema of definitions files (draft 2020-12).

    With it an editor explains, completes and checks what you type. `rtpsnippets init` writes
    it beside the definitions; for a file that you have, print it into a file there:

    \b
      rtpsnippets schema > events.schema.json

    and name that in the definitions. In Visual Studio Code:

    \b
      TOML  the extension "Even Better TOML", and the first line
            #:schema ./events.schema.json
      YAML  the extension "YAML", and the first line
            # yaml-language-server: $schema=events.schema.json
      JSON  no extension, and beside "events" the key
            "$schema": "./events.schema.json"

    Print it again after each update of rtpsnippets.
    """
    from rtpsnippets.definitions.schema import schema_text

    click.echo(schema_text(), nl=False)
