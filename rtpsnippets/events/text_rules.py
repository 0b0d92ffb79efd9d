r"""The rules for text that a person gives: what can be sent, and what HTML can carry.

Each rule takes anything and returns its problems, so that all of them are reported at once. Below it
stands what JSON Schema says of the same.

>>> [problem.what for problem in value_text("")], value_text("any \x00 sign")
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
"""A reference to one means another character (HTML) or ends the page (XML 1.0, section 2.2)."""

# U+FFFE and U+FFFF end an XHTML page, and some readers of references drop or replace all of these.
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
    type(None): "nothing (null)",
}


SHARED_SCHEMAS = {"has-noncharacter": {"type": "string", "pattern": f"[{_NONCHARACTERS}]"}}
"""What the schemas of several fields refer to, by its name."""


def html_schema(pattern: str) -> Schema:
    """The schema of a text that stands in HTML; `pattern` is all of it, and takes no `CONTROLS`."""
    return {"type": "string", "pattern": whole(pattern), "not": {"$ref": "#/$defs/has-noncharacter"}}


def kind(value: object) -> str:
    """What a definition calls a value of this type: `a boolean`, `a table`, `a date`."""
    return _KINDS.get(type(value)) or f"a {type(value).__name__}"


def wrong_type(expected: str, value: object) -> Problem:
    """The problem of a value that has another type than the expected one."""
    what = f"must be {expected}, not {kind(value)}"
    if "string" not in expected or not isinstance(value, (bool, int, float, date, time, type(None))):
        return Problem(what, f"write {expected}")
    return Problem(
        what,
        "put it in quotes" if value is not None else "write it, in quotes; in YAML a # begins a comment",
        read_as=kind(value),
    )


def plain(value: object) -> object:
    """The value, a string as exactly that: `Markup`, an enumeration's member and the like are plain text."""
    return str.__str__(value) if isinstance(value, str) and type(value) is not str else value


def value_text(value: object) -> list[Problem]:
    """The problems of one value of an event: any string that is not empty and has no lone surrogate."""
    return any_text(value) or ([] if value else [Problem("is empty", "write the value that the segment has")])


VALUE_TEXT: Schema = {"type": "string", "minLength": 1}


def any_text(value: object) -> list[Problem]:
    """The problems of a text that may be empty and may hold any character."""
    if not isinstance(value, str):
        return [wrong_type("a string", value)]
    problem = surrogate_problem(str.__str__(value))
    return [problem] if problem else []


ANY_TEXT: Schema = {"type": "string"}


def html_text(value: object) -> list[Problem]:
    """The problems of a text that stands in HTML: what `any_text` refuses, controls and noncharacters.

    Tabs and line ends are controls too.
    """
    if type(value) is str and value.isascii() and value.isprintable():
        return []
    problems = any_text(value)
    if not problems and (found := _NOT_IN_HTML.search(str(plain(value)))):
        kind_of_it = "a control character" if found[0] < "\xa0" else "a noncharacter"
        what = f"has {kind_of_it} (U+{ord(found[0]):04X}) as character {found.start() + 1}"
        problems = [Problem(what, "HTML can't carry it: leave it out, or write a space for a tab or a line end")]
    return problems


HTML_TEXT = html_schema(f"[^{CONTROLS}]*")


def filled_html_text(value: object) -> list[Problem]:
    """The problems of a text in HTML that may not be empty."""
    return html_text(value) or ([] if value else [Problem("is empty", "write the text that the page shows")])


FILLED_HTML_TEXT = html_schema(f"[^{CONTROLS}]+")


def boolean(value: object) -> list[Problem]:
    """The problems of what is true or false."""
    if isinstance(value, bool):
        return []
    return [replace(wrong_type("true or false", value), hint="write true or false, without quotes")]


BOOLEAN: Schema = {"type": "boolean"}
