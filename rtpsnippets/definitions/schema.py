"""The JSON Schema of a definitions file, made of the fields that judge one.

An editor shows by it what each key is for, and completes and checks while a person types.

>>> list(schema()["properties"]["events"]["additionalProperties"]["properties"])[:2]
['value', 'button']
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rtpsnippets.definitions.build_table import BUILD, BUILD_FIELDS, build_problems
from rtpsnippets.definitions.defaults import DEFAULT_FIELDS, DEFAULTS, default_problems
from rtpsnippets.errors import Problem
from rtpsnippets.events.event import DATA, ELEMENTS, EVENTS, FIELDS, ID
from rtpsnippets.events.field import Field, Schema, table_schema
from rtpsnippets.events.text_rules import ANY_TEXT, SHARED_SCHEMAS, any_text, wrong_type
from rtpsnippets.events.triggers import CLICK

SCHEMA_FILE = "events.schema.json"
"""The name of the file with the schema, beside definitions."""

SCHEMA = "$schema"

FIRST_EVENT = f'write an event: a table at the key "{EVENTS}", then the id, with the key "value"'
"""How a file that defines nothing is mended."""


def _events_problems(tables: object) -> list[Problem]:
    """What can be said without a look into the events."""
    problem = replace(wrong_type("a table of events", tables), hint=FIRST_EVENT)
    return [] if isinstance(tables, dict) else [problem]


_SENT_OTHERWISE: Schema = {
    "type": "object",
    "required": ["on"],
    "properties": {"on": {"not": {"enum": ["", CLICK]}}},
    "anyOf": [{"required": [name], "properties": {name: True}} for name in ELEMENTS],
}
"""An event that has a button or link, and another trigger than a click: its carrier must be data."""

_MARKED: Schema = {"type": "object", "required": ["carrier"], "properties": {"carrier": {"const": DATA}}}

_EVENTS = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": ID,
    "additionalProperties": {
        "description": "An event: its id, which is the name of its files and of its element, and what it sends.",
        **table_schema(FIELDS, required=("value",)),
        "if": _SENT_OTHERWISE,
        "then": {"properties": _MARKED["properties"]},
    },
}

_UNLESS_ALL_ARE_MARKED: Schema = {
    "if": {"required": [DEFAULTS], "properties": {DEFAULTS: _MARKED}},
    "else": {
        "properties": {EVENTS: {"type": "object", "additionalProperties": {"if": _SENT_OTHERWISE, "then": _MARKED}}}
    },
}
"""Where the defaults don't say that the carrier is data, such an event says so itself."""

TOP_FIELDS: Mapping[str, Field] = {
    EVENTS: Field(
        _events_problems,
        _EVENTS,
        "The events, by their ids: lower-case letters a-z and digits, with - and _ between them.",
        ({"my-event": {"value": "MyEvent"}},),
    ),
    DEFAULTS: Field(
        default_problems,
        table_schema(DEFAULT_FIELDS),
        "What all events of this file share; an event, or its button or link, may say otherwise.",
        ({"class": "cta", "guard": True},),
    ),
    BUILD: Field(
        build_problems,
        table_schema(BUILD_FIELDS),
        "Where `rtpsnippets build` writes, and in which formats, if its options don't say otherwise.",
        ({"output": "site/rtp", "formats": ["button", "link"]},),
    ),
    SCHEMA: Field(any_text, ANY_TEXT, "Where the schema of this file is, for your editor.", (f"./{SCHEMA_FILE}",)),
}
"""The keys at the top of a definitions file."""


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a definitions file in any format, in the dialect 2020-12.

    It accepts what the rules accept, but for a few rules that no schema can say: the README lists them.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Definitions of rtpsnippets",
        "description": "Custom data events of Marketo Web Personalization (RTP), and their buttons and links.",
        **table_schema(TOP_FIELDS, required=(EVENTS,)),
        **_UNLESS_ALL_ARE_MARKED,
        "$defs": SHARED_SCHEMAS,
    }


def schema_text() -> str:
    """Return the schema as JSON: ASCII, indented, with a line end at its end."""
    return json.dumps(schema(), indent=2) + "\n"
