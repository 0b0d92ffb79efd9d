"""Definitions of many events, as people write them: an id, a value, a button."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rtpsnippets import call
from rtpsnippets.web.html import escape, escape_text


def as_json(events: int) -> str:
    """The definitions of so many events in JSON."""
    tables = {event_id: {"value": value, "button": label} for event_id, value, label in rows(events)}
    return json.dumps({"events": tables})


def as_toml(events: int) -> str:
    """The definitions of so many events in TOML."""
    return "\n".join(
        f'[events.{event_id}]\nvalue = "{value}"\nbutton = "{label}"\n' for event_id, value, label in rows(events)
    )


def rows(events: int) -> list[tuple[str, str, str]]:
    """The id, the value and the label of so many events."""
    return [(f"download-{at}", f"download - example whitepaper {at}", f"Download {at}") for at in range(events)]


def button_by_f_string(event_id: str, value: str | Sequence[str], label: str) -> str:
    """The button of an event without attributes, as somebody writes it who knows which escapes are needed."""
    handler = call(value)
    return f'<button id="{escape(event_id)}" type="button" onclick="{handler}">{escape_text(label)}</button>'
