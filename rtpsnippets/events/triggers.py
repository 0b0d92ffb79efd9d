"""Triggers: when an event is sent (`on`), and by which elements of a page (`selector`).

>>> seconds_after("after 60s"), seconds_after("load"), [problem.hint for problem in on_problems("clik")]
(60, 0, ['did you mean "click"?'])
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, get_args

from rtpsnippets.display import quoted
from rtpsnippets.errors import Problem
from rtpsnippets.events.field import Schema, whole
from rtpsnippets.events.text_rules import any_text
from rtpsnippets.suggestions import did_you_mean, nearest_to

_Named = Literal["click", "load", "submit", "visible"]
_NAMED: tuple[str, ...] = get_args(_Named)
CLICK, LOAD, SUBMIT, VISIBLE = _NAMED

Trigger = _Named | str
"""The values of `on`: a name, or "after 60s" with any number of seconds, which a type cannot express."""

HANDLERS = {CLICK: "onclick", SUBMIT: "onsubmit"}
"""The values of `on` with a handler attribute in HTML; all others need the binding."""

_AFTER = re.compile(r"after ([1-9][0-9]{0,4})s")
_DELAY = re.compile(r"(?:after|delay)?:?([0-9]{1,5})(s|secs?|seconds?|m|mins?|minutes?|h|hours?)?\.?")
_SECONDS = {"s": 1, "m": 60, "h": 3600}
_CLOSING = {"(": ")", "[": "]"}
_OUT_OF_PLACE = {
    **dict.fromkeys(("'", '"', "\\", "/*"), "is not closed"),
    **dict.fromkeys("{};", "is not allowed"),
}
_UNFINISHED_ENDS = (",", ">", "+", "~")
_WHITESPACE = " \t\n\r\f"
# The parts of a selector that are longer than one character (Selectors, and CSS Syntax, section 4).
_COMMENT = r"/\*(?:(?!\*/)[\s\S])*\*/"
_WORD = r"""\\[\s\S]|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'"""
# Possessive, which schemas do not support: otherwise each character of a long text takes 70 bytes.
_PART = re.compile(rf"{_COMMENT}|/\*|{_WORD}|[\s\S]".replace(")*", ")*+"))


def on_problems(value: object) -> list[Problem]:
    """Return the problems of `on`, with the trigger that is probably meant in the hint."""
    problems = any_text(value)
    if problems:
        is_delay = type(value) is int and value in range(1, 100_000)
        return [replace(it, hint=f'use "after {value}s"', read_as="") for it in problems] if is_delay else problems
    if value in ("", *_NAMED) or _AFTER.fullmatch(str(value)):
        return []
    hint = f'use {", ".join(_NAMED)}, or "after 60s" with any number of seconds from 1 to 99999'
    if delay := _delay_meant(str(value)):
        hint = f'use "{delay}"'
    elif nearest := nearest_to(str(value).lower(), _NAMED):
        hint = did_you_mean(nearest)
    return [Problem(f"unknown trigger {quoted(str(value))}", hint)]


def _delay_meant(text: str) -> str:
    """Return the trigger for a delay in seconds, minutes or hours in any notation; empty if it is not a delay."""
    found = _DELAY.fullmatch("".join(text.lower().split()))
    seconds = int(found[1]) * _SECONDS[(found[2] or "s")[0]] if found else 0
    trigger = f"after {seconds}s"
    return trigger if _AFTER.fullmatch(trigger) else ""


ON: Schema = {"type": "string", "anyOf": [{"enum": ["", *_NAMED, "after 60s"]}, {"pattern": whole(_AFTER.pattern)}]}


def seconds_after(on: str) -> int:
    """Return the delay of `after 60s` in seconds, 0 for any other trigger."""
    found = _AFTER.fullmatch(on)
    return int(found[1]) if found else 0


def kind_of(on: str) -> str:
    """Return what the binding waits for; `after 60s` is a kind of `load`."""
    return LOAD if _AFTER.fullmatch(on) else on


def selector_problems(value: object) -> list[Problem]:
    """Return the problems of a selector that can be found without a browser, such as unclosed brackets."""
    problems = any_text(value)
    reason = "" if problems or value == "" else _wrong_in_selector(str(value))
    if reason:
        hint = "use a CSS selector, such as .nav .download"
        problems = [Problem(f"is not a valid selector: {reason}", hint)]
    return problems


# What a selector may end with, and what may follow it.
_LAST = rf"""{_WORD}|[^{_WHITESPACE}"'\\{{}};,>+~/]|/(?!\*)"""
_SKIPPED = rf"[{_WHITESPACE}]|{_COMMENT}"
SELECTOR: Schema = {
    "type": "string",
    "pattern": whole(rf"(?:(?:{_SKIPPED}|{_LAST}|[,>+~])*(?:{_LAST})(?:{_SKIPPED})*)?"),
}


def _wrong_in_selector(selector: str) -> str:
    """Return what is wrong in the selector; empty if nothing is."""
    expected: list[str] = []
    last = ""
    # Part by part, up to the first error: the rest may contain many unclosed comments, each read to the end.
    for part in (found[0] for found in _PART.finditer(selector)):
        if part in _CLOSING:
            expected.append(_CLOSING[part])
        elif part in _CLOSING.values():
            if expected[-1:] != [part]:
                return f"{part} has no opening bracket"
            expected.pop()
        elif part in _OUT_OF_PLACE:
            return f"{part} {_OUT_OF_PLACE[part]}"
        last = last if part in _WHITESPACE or part.startswith("/*") else part
    if expected:
        return f"{expected[-1]} is missing"
    return "it is empty" if not last else "its last part is missing" if last in _UNFINISHED_ENDS else ""
