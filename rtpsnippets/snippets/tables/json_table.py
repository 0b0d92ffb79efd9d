"""The table of events for programs: a list of objects, in ASCII."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from rtpsnippets.display import defused
from rtpsnippets.snippets.tables.row import Row


def make(rows: Sequence[Row], _templates: object = None) -> str:
    """Return the rows as JSON; the value is a string or a list, as defined."""
    return defused(json.dumps(list(map(_object, rows)), indent=2)) + "\n"


def _object(row: Row) -> dict[str, object]:
    known = {**asdict(row), "pages": [{"page": page, "how": how} for page, how in (row.pages or {}).items()]}
    return {name: value for name, value in known.items() if name != "used_on" and (name != "pages" or row.used_on)}
