"""The table of events for programs: a list of objects, in ASCII."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from rtpsnippets.display import defused
from rtpsnippets.snippets.tables.row import Row


def make(rows: Sequence[Row], _templates: object = None) -> str:
    """Return the rows as JSON; the value is a string or a list, as defined."""
    return defused(json.dumps([asdict(row) for row in rows], indent=2)) + "\n"
