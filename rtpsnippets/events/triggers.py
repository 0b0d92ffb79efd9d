"""Triggers: when an event is sent, and by which elements of a page; what `on` and `selector` may say.

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
"""What `on` may be: a name, which an editor offers; or "after 60s" with any number of seconds, which no type says."""

HANDLERS = {CLICK: "onclick", SUBMIT: "onsubmit"}
"""The values of `on` for which HTML has a handler, with its attribute; all others need the binding."""

_AFTER = re.compile(r"after ([1-9][0-9]{0,4})s")
_DELAY = re.compile(r"(?:after|delay)?:?([0-9]{1,5})(s|secs?|seconds?|m|mins?|minutes?|h|hours?)?\.?")
_SECONDS = {"s": 1, "m": 60, "h": 3600}
_CLOSING = {"(": ")", "[": "]"}
_OUT_OF_PLACE = {
    **dict.fromkeys(("'", '"', "\\", "/*"), "is left open"),
    **dict.fromkeys("{};", "belongs to a style sheet"),
}
_GOES_ON = (",", ">", "+", "~")
_BLANKS = " \t\n\r\f"
# The parts of a selector but for those of one character (Selectors, and CSS Syntax, section 4).
_COMMENT = r"/\*(?:(?!\*/)[\s\S])*\*/"
_WORD = r"""\\[\s\S]|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'"""
# Possessive, which schemas can't say: else each character of a long text takes 70 bytes.
_PART = re.compile(rf"{_COMMENT}|/\*|{_WORD}|[\s\S]".replace(")*", ")*+"))


def on_problems(value: object) -> list[Problem]:
    """The problems of what says when an event is sent, with the trigger that is meant."""
    problems = any_text(value)
    if problems:
        is_delay = type(value) is int and value in range(1, 100_000)
        return [replace(it, hint=f'write "after {value}s"', read_as="") for it in problems] if is_delay else problems
    if value in ("", *_NAMED) or _AFTER.fullmatch(str(value)):
        return []
    hint = f'write {", ".join(_NAMED)}, or "after 60s" with any whole number of seconds from 1 to 99999'
    if delay := _delay_meant(str(value)):
        hint = f'write "{delay}"'
    elif nearest := nearest_to(str(value).lower(), _NAMED):
        hint = did_you_mean(nearest)
    return [Problem(f"may not be {quoted(str(value))}", hint)]


def _delay_meant(text: str) -> str:
    """The trigger of so many seconds, minutes or hours, however they are written; empty if it is none."""
    found = _DELAY.fullmatch("".join(text.lower().split()))
    seconds = int(found[1]) * _SECONDS[(found[2] or "s")[0]] if found else 0
    trigger = f"after {seconds}s"
    return trigger if _AFTER.fullmatch(trigger) else ""


ON: Schema = {"type": "string", "anyOf": [{"enum": ["", *_NAMED, "after 60s"]}, {"pattern": whole(_AFTER.pattern)}]}


def seconds_after(on: str) -> int:
    """How many seconds `on` waits: those of `after 60s`, or 0."""
    found = _AFTER.fullmatch(on)
    return int(found[1]) if found else 0


def kind_of(on: str) -> str:
    """What the binding waits for; `after 60s` is a kind of `load`."""
    return LOAD if _AFTER.fullmatch(on) else on


def selector_problems(value: object) -> list[Problem]:
    """The problems of a selector that can be seen without a browser: what is left open, and what begins a rule."""
    problems = any_text(value)
    reason = "" if problems or value == "" else _wrong_in_selector(str(value))
    if reason:
        hint = "write it as in a style sheet, before the brace: .nav .download"
        problems = [Problem(f"is not a selector: {reason}", hint)]
    return problems


# What a selector may end with, and what counts for nothing there.
_LAST = rf"""{_WORD}|[^{_BLANKS}"'\\{{}};,>+~/]|/(?!\*)"""
_SKIPPED = rf"[{_BLANKS}]|{_COMMENT}"
SELECTOR: Schema = {
    "type": "string",
    "pattern": whole(rf"(?:(?:{_SKIPPED}|{_LAST}|[,>+~])*(?:{_LAST})(?:{_SKIPPED})*)?"),
}


def _wrong_in_selector(selector: str) -> str:
    """What is wrong in it; empty if nothing is."""
    expected: list[str] = []
    last = ""
    # Found one by one: each comment that is not closed would be searched to the end.
    for part in (found[0] for found in _PART.finditer(selector)):
        if part in _CLOSING:
            expected.append(_CLOSING[part])
        elif part in _CLOSING.values():
            if expected[-1:] != [part]:
                return f"{part} closes nothing"
            expected.pop()
        elif part in _OUT_OF_PLACE:
            return f"{part} {_OUT_OF_PLACE[part]}"
        last = last if part in _BLANKS or part.startswith("/*") else part
    if expected:
        return f"{expected[-1]} is missing"
    return "it is empty" if not last else "its end is missing" if last in _GOES_ON else ""
