"""Ways to write the same button: by hand, in templates, and with the package.

All write the same element around the same call, so that they differ only in how they escape the value.

>>> print(WAYS["by hand"]("x"))
<button id="x" type="button" data-x="x" onclick="rtp('send', 'event', { value: 'x' });">Buy</button>
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping

import jinja2
from django.utils.html import escapejs

from rtpsnippets import Button, Event, render

Way = Callable[[str], str]
"""Returns a button that sends the value."""

_BUTTON = """<button id="x" type="button" data-x="x" onclick="rtp('send', 'event', { value: VALUE });">Buy</button>"""
_IN_SINGLE_QUOTES = """<button id="x" type="button" data-x="x" onclick='rtp("send", "event", { value: VALUE });'>\
Buy</button>"""


def _literal(write: Callable[[str], str]) -> Way:
    return lambda value: _BUTTON.replace("VALUE", write(value))


def _jinja(expression: str, button: str = _BUTTON) -> Way:
    template = jinja2.Environment(autoescape=True).from_string(button.replace("VALUE", expression))
    return lambda value: template.render(value=value)


def _escaped_by_hand(value: str) -> str:
    in_javascript = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{html.escape(in_javascript)}'"


def _ours(value: str) -> str:
    return render(Event("x", value, Button("Buy", {"data-x": "x"})), "button")


OURS = "rtpsnippets"

WAYS: Mapping[str, Way] = {
    "by hand": _literal("'{}'".format),
    "by hand, `\\` and `'` escaped, then `html.escape`": _literal(_escaped_by_hand),
    "Jinja: `'{{ value }}'`": _jinja("'{{ value }}'"),
    "Jinja: `tojson`": _jinja("{{ value|tojson }}"),
    "Jinja: `tojson`, the attribute in single quotes": _jinja("{{ value|tojson }}", _IN_SINGLE_QUOTES),
    "Jinja: `tojson|forceescape`": _jinja("{{ value|tojson|forceescape }}"),
    "Django: `'{{ value|escapejs }}'`": _literal(lambda value: f"'{escapejs(value)}'"),
    OURS: _ours,
}
"""The ways by name, in the order of the manual's table."""

EVERYDAY = (
    "MyEvent",
    "Pricing",
    "download - example whitepaper",
    "Product tour",
    "Webinar 2025: Security",
    "Case study (PDF, 2 MB)",
    "Sign up / trial",
    "E-mail us",
    "Talk to sales!",
    "What's new?",
    "It's free",
    "50% off",
    "$99 a month",
    "R&D",
    "AT&T partners",
    "C++",
    "C# & .NET",
    'Q&A: "Pricing"',
    "20\u201330 seats",
    "\u00dcberblick",
    "Caf\u00e9 \u2013 d\u00e9mo",
    "\u8cc7\u6599\u30c0\u30a6\u30f3\u30ed\u30fc\u30c9",
    "a|b",
    "snake_case_id",
    "*New* features",
    "#1 [new]",
    ":rocket: launch",
    "{{name}}",
    "Read more...",
    "save 10 -- 20",
)
"""Realistic values: plain words, some with something that a reader acts on."""
