"""What all events of a file share: the table `defaults`, which each event may override.

>>> good_defaults({"guard": True, "carrier": "both"}, [Problem('must be "inline"', key=("defaults", "carrier"))])
{'carrier': 'data', 'guard': True}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from rtpsnippets.errors import Problem
from rtpsnippets.events.element import SHARED_FIELDS
from rtpsnippets.events.event import DATA, FIELDS
from rtpsnippets.events.field import Field, table_problems
from rtpsnippets.events.library_attributes import without_libraries
from rtpsnippets.events.text_rules import wrong_type

DEFAULTS = "defaults"
"""The key of a definitions file at which they are."""

CLASS = "class"
"""The one default that is for the elements of an event, and not for the event."""

DEFAULT_FIELDS: Mapping[str, Field] = {
    **{name: FIELDS[name] for name in ("carrier", "guard", "refresh", "ignore")},
    CLASS: replace(
        without_libraries(CLASS, SHARED_FIELDS[CLASS]),
        description="The classes of all buttons and links, for your style sheets.",
    ),
}
"""The keys that events share."""

Table = Mapping[str, Any]


def default_problems(table: object) -> list[Problem]:
    """The problems of the table of defaults."""
    return table_problems(table, DEFAULT_FIELDS) if isinstance(table, dict) else [wrong_type("a table", table)]


def good_defaults(table: object, problems: Iterable[Problem]) -> Table:
    """The defaults that none of `problems`, those of the whole file, is about.

    If anything is wrong with them, events carry data where nothing else is said: then any trigger is right, and no
    event has a problem that follows from a lost default.
    """
    given = table if isinstance(table, dict) else {}
    bad = {problem.key[:2] for problem in problems}
    good = {name: given[name] for name in DEFAULT_FIELDS if name in given and (DEFAULTS, name) not in bad}
    is_any_lost = any(DEFAULTS in (*problem.key[:1], problem.meant) for problem in problems)
    return {"carrier": DATA, **good} if is_any_lost else good


def with_defaults(table: Table, defaults: Table) -> Table:
    """The table of an event, with what it doesn't say itself."""
    return {**{name: value for name, value in defaults.items() if name != CLASS}, **table} if defaults else table


def with_default_class(element: Table, defaults: Table) -> dict[str, Any]:
    """The table of an element, with the class that all have if it has none of its own."""
    return {**element, CLASS: defaults[CLASS]} if CLASS in defaults and CLASS not in element else dict(element)
