"""The table `defaults`: what all events of a file share, unless an event overrides it.

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
"""The key of the table in a definitions file."""

CLASS = "class"
"""The only default that belongs to the elements of an event, not to the event itself."""

DEFAULT_FIELDS: Mapping[str, Field] = {
    **{name: FIELDS[name] for name in ("carrier", "guard", "refresh", "ignore")},
    CLASS: replace(
        without_libraries(CLASS, SHARED_FIELDS[CLASS]),
        description="The CSS classes of all buttons and links.",
    ),
}
"""The keys of the table."""

Table = Mapping[str, Any]


def default_problems(table: object) -> list[Problem]:
    """Return the problems of the table."""
    return table_problems(table, DEFAULT_FIELDS) if isinstance(table, dict) else [wrong_type("a table", table)]


def good_defaults(table: object, problems: Iterable[Problem]) -> Table:
    """Return the defaults that have no problem; `problems` are those of the whole file.

    If any default has a problem, the carrier defaults to data, which allows every trigger: otherwise an event could
    have a problem only because a default is missing.
    """
    given = table if isinstance(table, dict) else {}
    bad = {problem.key[:2] for problem in problems}
    good = {name: given[name] for name in DEFAULT_FIELDS if name in given and (DEFAULTS, name) not in bad}
    is_any_invalid = any(DEFAULTS in (*problem.key[:1], problem.meant) for problem in problems)
    return {"carrier": DATA, **good} if is_any_invalid else good


def with_defaults(table: Table, defaults: Table) -> Table:
    """Return the table of an event, with the defaults for missing keys."""
    return {**{name: value for name, value in defaults.items() if name != CLASS}, **table} if defaults else table


def with_default_class(element: Table, defaults: Table) -> dict[str, Any]:
    """Return the table of an element, with the default class if it has no class."""
    return {**element, CLASS: defaults[CLASS]} if CLASS in defaults and CLASS not in element else dict(element)
