"""The JSON Schema of a definitions file, generated from the fields that validate one.

Editors use it to explain, complete and check keys while you type.

>>> list(schema()["properties"]["events"]["additionalProperties"]["properties"])[:2]
['value', 'button']
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rtpsnippets.definitions.audit_table import AUDIT, AUDIT_FIELDS, audit_problems
from rtpsnippets.definitions.build_table import BUILD, BUILD_FIELDS, build_problems
from rtpsnippets.definitions.defaults import DEFAULT_FIELDS, DEFAULTS, default_problems
from rtpsnippets.errors import Problem
from rtpsnippets.events.event import DATA, ELEMENTS, EVENTS, FIELDS, ID
from rtpsnippets.events.field import Field, Schema, table_schema
from rtpsnippets.events.text_rules import ANY_TEXT, SHARED_SCHEMAS, any_text, wrong_type
from rtpsnippets.events.triggers import CLICK

SCHEMA_FILE = "events.schema.json"
"""The name of the schema file, in the folder of the definitions."""

SCHEMA = "$schema"

FIRST_EVENT = f'add an event under "{EVENTS}": its id, and below that the key "value"'
"""How to fix a file that defines no events."""


def _events_problems(tables: object) -> list[Problem]:
    """Return the problems of the table as a whole; `validate` checks each event."""
    problem = replace(wrong_type("a table of events", tables), hint=FIRST_EVENT)
    return [] if isinstance(tables, dict) else [problem]


_SENT_WITHOUT_CLICK: Schema = {
    "type": "object",
    "required": ["on"],
    "properties": {"on": {"not": {"enum": ["", CLICK]}}},
    "anyOf": [{"required": [name], "properties": {name: True}} for name in ELEMENTS],
}
"""An event that has a button or link, and a trigger other than a click: its carrier must be data."""

_MARKED: Schema = {"type": "object", "required": ["carrier"], "properties": {"carrier": {"const": DATA}}}

_EVENTS = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": ID,
    "additionalProperties": {
        "description": "An event. Its key is its id, which is also the name of its files and the id of its element.",
        **table_schema(FIELDS, required=("value",)),
        "if": _SENT_WITHOUT_CLICK,
        "then": {"properties": _MARKED["properties"]},
    },
}

_UNLESS_DEFAULT_IS_MARKED: Schema = {
    "if": {"required": [DEFAULTS], "properties": {DEFAULTS: _MARKED}},
    "else": {
        "properties": {EVENTS: {"type": "object", "additionalProperties": {"if": _SENT_WITHOUT_CLICK, "then": _MARKED}}}
    },
}
"""Unless the defaults set the carrier to data, every such event must."""

TOP_FIELDS: Mapping[str, Field] = {
    EVENTS: Field(
        _events_problems,
        _EVENTS,
        "The events by id. An id has lower-case letters a-z and digits, with - and _ between them.",
        ({"my-event": {"value": "MyEvent"}},),
    ),
    DEFAULTS: Field(
        default_problems,
        table_schema(DEFAULT_FIELDS),
        "What all events of this file share. An event, or its button or link, can override it.",
        ({"class": "cta", "guard": True},),
    ),
    BUILD: Field(
        build_problems,
        table_schema(BUILD_FIELDS),
        "Where `rtpsnippets build` writes, and in which formats. Its options override this table.",
        ({"output": "site/rtp", "formats": ["button", "link"]},),
    ),
    AUDIT: Field(
        audit_problems,
        table_schema(AUDIT_FIELDS),
        "Which elements of a built site should send an event, for `rtpsnippets audit`.",
        ({"tracked": ["a[href$='.pdf']"]},),
    ),
    SCHEMA: Field(any_text, ANY_TEXT, "The location of this file's schema, for your editor.", (f"./{SCHEMA_FILE}",)),
}
"""The keys at the top of a definitions file."""


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a definitions file in any format, in the dialect 2020-12.

    It agrees with the rules, except for a few that a schema cannot express: docs/guides/definitions.md lists them.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "rtpsnippets definitions",
        "description": "Custom data events for Marketo Web Personalization (RTP), with their buttons and links.",
        **table_schema(TOP_FIELDS, required=(EVENTS,)),
        **_UNLESS_DEFAULT_IS_MARKED,
        "$defs": SHARED_SCHEMAS,
    }


def schema_text() -> str:
    """Return the schema as JSON: ASCII, indented, with a final newline."""
    return json.dumps(schema(), indent=2) + "\n"
