"""`rtpsnippets schema`: print the JSON Schema of definitions files, for editors."""

from __future__ import annotations

import click

from rtpsnippets.cli.options import verbosity_options


@click.command()
@verbosity_options
def schema() -> None:
    """Print the JSON Schema of definitions files (draft 2020-12).

    With it, an editor explains, completes and checks what you type. `rtpsnippets init` creates it beside the
    definitions. For existing definitions, save it in the same folder:

    \b
      rtpsnippets schema > events.schema.json

    and refer to it in the definitions. In Visual Studio Code, you need:

    \b
      TOML  the extension "Even Better TOML", and the first line
            #:schema ./events.schema.json
      YAML  the extension "YAML", and the first line
            # yaml-language-server: $schema=events.schema.json
      JSON  no extension; beside "events", the key
            "$schema": "./events.schema.json"

    Save it again after each update of rtpsnippets.
    """
    from rtpsnippets.definitions.schema import schema_text

    click.echo(schema_text(), nl=False)
