"""Definitions of many events, as people write them: an id, a value, a button."""

from __future__ import annotations

import json


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
