r"""The rules for text that a person gives: what can be sent, and what HTML can carry.

Each rule takes anything and returns its problems, so that all of them are reported at once.

>>> [problem.what for problem in value_text("")], value_text("any \x00 sign")
(['is empty'], [])
"""

from __future__ import annotations

import re
from datetime import date, time

from rtpsnippets.errors import Problem
from rtpsnippets.javascript import surrogate_problem

# Controls: a reference to one means another character (HTML) or ends the page (XML 1.0, section 2.2).
_NOT_IN_HTML = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")

PUT_IN_QUOTES = "put it in quotes"
"""The hint for a number, a boolean or a date where a string is expected."""

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


def kind(value: object) -> str:
    """What a definition calls a value of this type: `a boolean`, `a table`, `a date`."""
    return _KINDS.get(type(value)) or f"a {type(value).__name__}"


def wrong_type(expected: str, value: object) -> Problem:
    """The problem of a value that has another type than the expected one."""
    is_unquoted = "string" in expected and isinstance(value, (bool, int, float, date, time))
    hint = PUT_IN_QUOTES if is_unquoted else "write it, or leave the key out" if value is None else ""
    return Problem(f"must be {expected}, not {kind(value)}", hint)


def value_text(value: object) -> list[Problem]:
    """The problems of one value of an event: any string that is not empty and has no lone surrogate."""
    return any_text(value) or ([] if value else [Problem("is empty", "write the value that the segment has")])


def any_text(value: object) -> list[Problem]:
    """The problems of a text that may be empty and may hold any character."""
    if not isinstance(value, str):
        return [wrong_type("a string", value)]
    problem = surrogate_problem(value)
    return [problem] if problem else []


def html_text(value: object) -> list[Problem]:
    """The problems of a text that stands in HTML: what `any_text` refuses, and controls.

    Tabs and line ends are controls too; the noncharacters U+FFFE and U+FFFF end an XHTML page.
    """
    problems = any_text(value)
    if not problems and (found := _NOT_IN_HTML.search(str(value))):
        what = f"has a control character (U+{ord(found[0]):04X}) as character {found.start() + 1}"
        problems = [Problem(what, "HTML can't carry it: leave it out, or write a space for a tab or a line end")]
    return problems


def filled_html_text(value: object) -> list[Problem]:
    """The problems of a text in HTML that may not be empty."""
    return html_text(value) or ([] if value else [Problem("is empty", "write what the page is to show")])
