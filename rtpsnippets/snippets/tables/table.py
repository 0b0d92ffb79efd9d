"""List events as a table for a terminal, a page, a spreadsheet or a program.

>>> from rtpsnippets.events.event import Event
>>> print(listing([Event("my-event", "MyEvent")], "text"), end="")
ID        CALLS  FORMATS     VALUES
my-event  1      js, script  MyEvent
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib import import_module

from rtpsnippets.events.event import Event
from rtpsnippets.snippets.tables.row import row_of
from rtpsnippets.snippets.usage import Usage

TEXT = "text"
"""The format for terminals; all others are for files."""

HTML = "html"
"""The only format that has a template."""

LIST_FORMATS = (TEXT, "markdown", "csv", HTML, "json")
"""The formats of the table; their modules have the same names."""


def listing(
    events: Iterable[Event],
    format: str,
    templates: str | os.PathLike[str] | None = None,
    *,
    usage: Usage | None = None,
    limit: int | None = None,
) -> str:
    """Return the table of `events` in one of `LIST_FORMATS`.

    `templates` is a folder with the user's own templates. `usage`: the pages that send each event, of which all formats
    but JSON name at most `limit`. Raises as `fill` does.
    """
    # Imported late and by name: `--help` lists the formats and needs none of the modules.
    table: str = import_module(f"rtpsnippets.snippets.tables.{format}_table").make(
        [row_of(event, None if usage is None else usage[event.id], limit) for event in events], templates
    )
    return table
