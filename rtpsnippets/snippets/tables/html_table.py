"""The table of events as a self-contained HTML page, from the template `list.html`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rtpsnippets.events.invisible import as_json, in_one_line, is_clear, is_for_html
from rtpsnippets.snippets.formats import LIST_TEMPLATE
from rtpsnippets.snippets.tables.row import Row
from rtpsnippets.snippets.templates import PathLike, fill
from rtpsnippets.web.html import escape_text


@dataclass(frozen=True, slots=True)
class _Value:
    """A value as the template sees it: `text`, empty if HTML cannot contain it; `json`, empty if `text` is enough."""

    text: str
    json: str
    is_former: bool


@dataclass(frozen=True, slots=True)
class _Event:
    """A row as the template sees it."""

    id: str
    values: Sequence[_Value]
    calls: int
    formats: str
    description: str
    owner: str
    deprecated: str
    pages: str


def make(rows: Sequence[Row], templates: PathLike | None = None) -> str:
    """Return the page; `templates` is a folder with the user's own templates. Raises as `fill` does."""
    has_pages = any(row.used_on for row in rows)
    return fill(LIST_TEMPLATE, {"events": [_event(row) for row in rows], "has_pages": has_pages}, templates) + "\n"


def _event(row: Row) -> _Event:
    values = [_value(value, is_former=row.is_former(at)) for at, value in enumerate(row.values)]
    said = (escape_text(in_one_line(text)) for text in (row.description, row.owner, row.deprecated, row.used_on))
    return _Event(row.id, values, row.calls, row.used_in, *said)


def _value(value: str, *, is_former: bool) -> _Value:
    is_carried = is_for_html(value)
    return _Value(
        text=escape_text(value) if is_carried else "",
        json="" if is_carried and is_clear(value) else escape_text(as_json(value)),
        is_former=is_former,
    )
