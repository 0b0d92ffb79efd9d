"""`rtpsnippets schema`: the JSON Schema of definitions, printed."""

from __future__ import annotations

import json

from rtpsnippets.definitions.schema import schema, schema_text
from tests.cli.events import Run


def test_schema__is_printed_as_json_that_any_editor_reads(run: Run) -> None:
    done = run("schema")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == schema_text()
    assert done.stdout.isascii()
    assert done.stdout.endswith("\n}\n")
    assert json.loads(done.stdout) == schema()


def test_schema__its_help_says_how_definitions_name_it(run: Run) -> None:
    said = run("schema", "--help").stdout
    for line in (
        "rtpsnippets schema > events.schema.json",
        "#:schema ./events.schema.json",
        "# yaml-language-server: $schema=events.schema.json",
        '"$schema": "./events.schema.json"',
    ):
        assert f" {line}\n" in said
