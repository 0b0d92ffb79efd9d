"""What all events of a file share: the table `defaults`, which each event may override.

>>> read_defaults({"guard": True, "carier": "data"})
({'guard': True}, [Problem(what='unknown key "carier"', hint='did you mean "carrier"?', key=(), file='', line=None, \
column=None, member='carier', read_as='', rule='')])
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rtpsnippets.element import SHARED_RULES, Rule
from rtpsnippets.errors import Problem, first, under
from rtpsnippets.event import RULES
from rtpsnippets.keys import unknown_key
from rtpsnippets.text import wrong_type

CLASS = "class"
"""The one default that is for the elements of an event, and not for the event."""

DEFAULT_RULES: Mapping[str, Rule] = {
    **{name: RULES[name] for name in ("carrier", "guard", "refresh", "ignore")},
    CLASS: SHARED_RULES[CLASS],
}
"""The keys that events share, with their rules."""

Table = Mapping[str, Any]


def read_defaults(table: object) -> tuple[Table, list[Problem]]:
    """The defaults that are good, and the problems of the others."""
    if not isinstance(table, dict):
        return {}, [wrong_type("a table", table)]
    problems = first(unknown_key(name, DEFAULT_RULES) for name in table if name not in DEFAULT_RULES)
    found = {name: under((name,), rule(table[name])) for name, rule in DEFAULT_RULES.items() if name in table}
    problems += [problem for of_one in found.values() for problem in of_one]
    return {name: table[name] for name, of_one in found.items() if not of_one}, problems


def with_defaults(table: Table, defaults: Table) -> Table:
    """The table of an event, with what it doesn't say itself."""
    return {**{name: value for name, value in defaults.items() if name != CLASS}, **table}


def with_default_class(element: Table, defaults: Table) -> Table:
    """The table of an element, with the class that all have if it has none of its own."""
    return {**element, **{name: value for name, value in defaults.items() if name == CLASS and name not in element}}
