r"""The rules for text from the user: what can be sent, and what HTML can contain.

Each rule takes any value and returns all of its problems, and is followed by its JSON Schema.

>>> [problem.what for problem in value_text("")], value_text("any \x00 character")
(['is empty'], [])
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

from rtpsnippets.errors import Problem
from rtpsnippets.events.field import Schema, whole
from rtpsnippets.web.javascript import surrogate_problem

CONTROLS = r"\x00-\x1f\x7f-\x9f"
"""The control characters. HTML reads references to some as other characters; XML 1.0 (section 2.2) forbids most."""

# U+FFFE and U+FFFF make an XHTML page invalid; some parsers drop or replace references to any of these.
_LAST_OF_PLANES = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NONCHARACTERS = rf"\ufdd0-\ufdef{_LAST_OF_PLANES}"
_NOT_IN_HTML = re.compile(f"[{CONTROLS}{_NONCHARACTERS}]")

_KINDS = {
    bool: "a boolean",
    dict: "a table",
    float: "a number",
    int: "a number",
    list: "a list",
    str: "a string",
    tuple: "a list",
    type(None): "null",
}


SHARED_SCHEMAS = {"has-noncharacter": {"type": "string", "pattern": f"[{_NONCHARACTERS}]"}}
"""The schemas that several fields refer to, by their names."""


def html_schema(pattern: str) -> Schema:
    """Return the schema of a text in HTML: `pattern` must match the whole text, but none of the `CONTROLS`."""
    return {"type": "string", "pattern": whole(pattern), "not": {"$ref": "#/$defs/has-noncharacter"}}


def kind(value: object) -> str:
    """Return the name of the value's type in a definition: `a boolean`, `a table`, `a date`."""
    return _KINDS.get(type(value)) or f"a {type(value).__name__}"


def wrong_type(expected: str, value: object) -> Problem:
    """Return the problem of a value that does not have the expected type."""
    what = f"must be {expected}, not {kind(value)}"
    if "string" not in expected or not isinstance(value, (bool, int, float, date, time, type(None))):
        return Problem(what, f"write {expected}")
    return Problem(
        what,
        "put it in quotes" if value is not None else "write a string in quotes; in YAML, # begins a comment",
        read_as=kind(value),
    )


def plain(value: object) -> object:
    """Return the value, with any subclass of string (`Markup`, an enumeration's member) as a plain `str`."""
    return str.__str__(value) if isinstance(value, str) and type(value) is not str else value


def value_text(value: object) -> list[Problem]:
    """Return the problems of one value of an event: any string that is not empty and has no lone surrogate."""
    return any_text(value) or ([] if value else [Problem("is empty", "write the value that you use in the segment")])


VALUE_TEXT: Schema = {"type": "string", "minLength": 1}


def any_text(value: object) -> list[Problem]:
    """Return the problems of a text that may be empty and may contain any character."""
    if not isinstance(value, str):
        return [wrong_type("a string", value)]
    problem = surrogate_problem(str.__str__(value))
    return [problem] if problem else []


ANY_TEXT: Schema = {"type": "string"}


def html_text(value: object) -> list[Problem]:
    """Return the problems of a text in HTML: those of `any_text`, controls and noncharacters.

    Tabs and line breaks are also controls.
    """
    if type(value) is str and value.isascii() and value.isprintable():
        return []
    problems = any_text(value)
    if not problems and (found := _NOT_IN_HTML.search(str(plain(value)))):
        noun = "a control character" if found[0] < "\xa0" else "a noncharacter"
        what = f"contains {noun} (U+{ord(found[0]):04X}) at position {found.start() + 1}"
        problems = [Problem(what, "remove it; for a tab or a line break, use a space")]
    return problems


HTML_TEXT = html_schema(f"[^{CONTROLS}]*")


def filled_html_text(value: object) -> list[Problem]:
    """Return the problems of a text in HTML that must not be empty."""
    return html_text(value) or ([] if value else [Problem("is empty", "write at least one character")])


FILLED_HTML_TEXT = html_schema(f"[^{CONTROLS}]+")


def boolean(value: object) -> list[Problem]:
    """Return the problems of a boolean."""
    if isinstance(value, bool):
        return []
    return [replace(wrong_type("true or false", value), hint="write true or false, without quotes")]


BOOLEAN: Schema = {"type": "boolean"}
