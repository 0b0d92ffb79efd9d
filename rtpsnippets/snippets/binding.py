"""Render the binding: one script for a whole site, which sends the events of marked elements and selectors.

>>> print(row_of(Event("go", ["a", "b"], on="after 60s")))
'go': { on: 'load', seconds: 60, selector: '', refresh: false, calls: [ ['a', 'b'] ] }
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from rtpsnippets.errors import Location, Problem, ProblemsError
from rtpsnippets.events.event import Event, checked_events
from rtpsnippets.events.triggers import kind_of, seconds_after
from rtpsnippets.snippets.formats import BINDING_TEMPLATE
from rtpsnippets.snippets.templates import PathLike, fill
from rtpsnippets.web.javascript import literal
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE, EVENT_CLASS_PREFIX


def render_binding(events: Iterable[Event], templates: PathLike | None = None) -> str:
    """Return the binding of `events`: JavaScript (ECMAScript 5) for a .js file that every page of a site loads.

    It sends an event when its trigger happens on an element with `data-rtp-event="ID"` or the class `rtp-event--ID`, or
    on an element that the event's `selector` matches. It needs no inline code.

    Args:
        events: The events.
        templates: As for `render`. The template must contain the table of events unchanged.

    Raises:
        ProblemsError: As for `render`.
        FileAccessError: As for `render`.
    """
    table = ",\n".join(map(row_of, checked_events(events)))
    texts = {"events": table, "mark": EVENT_ATTRIBUTE, "mark_class": EVENT_CLASS_PREFIX}
    variables = {name: Markup(text) for name, text in texts.items()}  # noqa: S704 (literals need no escaping)
    script = fill(BINDING_TEMPLATE, variables, templates)
    if table not in script:
        hint = "write {{ events }} between the braces of an object, without filters"
        raise ProblemsError(
            [
                Problem(
                    "the binding does not contain all events",
                    hint,
                    location=Location(str(Path(templates or "") / BINDING_TEMPLATE)),
                )
            ]
        )
    return script


def row_of(event: Event) -> str:
    """Return the row of an event in the binding's table: a member of a JavaScript object."""
    fields = {
        "on": literal(kind_of(event.trigger)),
        "seconds": seconds_after(event.trigger),
        "selector": literal(event.selector),
        "refresh": str(event.refresh).lower(),
        "calls": f"[ {', '.join(map(_value, event.batches))} ]",
    }
    # The spaces separate brackets: doubled brackets are markup in wikis and in our own plugin.
    members = ", ".join(f"{name}: {value}" for name, value in fields.items())
    return f"{literal(event.id)}: {{ {members} }}"


def _value(batch: str | tuple[str, ...]) -> str:
    return literal(batch) if isinstance(batch, str) else f"[{', '.join(map(literal, batch))}]"
