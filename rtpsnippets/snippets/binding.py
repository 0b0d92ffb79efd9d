"""Render the binding: the one script of a site that sends the events of its marked and selected elements.

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
from rtpsnippets.web.reserved_names import MARK, MARK_CLASS


def render_binding(events: Iterable[Event], templates: PathLike | None = None) -> str:
    """Return the binding of `events`: JavaScript (ECMAScript 5) for a .js file that every page of a site loads.

    It sends an event when its trigger happens on an element that has the mark `data-rtp-event="ID"` or the class
    `rtp-event--ID`, or that the event's `selector` names; it needs no inline code. `templates` is as for `render`; the
    template must hold the table of the events as it is. Raises as `render` does.
    """
    table = ",\n".join(map(row_of, checked_events(events)))
    texts = {"events": table, "mark": MARK, "mark_class": MARK_CLASS}
    variables = {name: Markup(text) for name, text in texts.items()}  # noqa: S704 (literals are safe as they are)
    script = fill(BINDING_TEMPLATE, variables, templates)
    if table not in script:
        hint = "write {{ events }} between the braces of an object, with no filter"
        raise ProblemsError(
            [
                Problem(
                    "the binding has not all events",
                    hint,
                    location=Location(str(Path(templates or "") / BINDING_TEMPLATE)),
                )
            ]
        )
    return script


def row_of(event: Event) -> str:
    """The row of an event in the table of the binding: a member of an object of JavaScript."""
    fields = {
        "on": literal(kind_of(event.trigger)),
        "seconds": seconds_after(event.trigger),
        "selector": literal(event.selector),
        "refresh": str(event.refresh).lower(),
        "calls": f"[ {', '.join(map(_value, event.batches))} ]",
    }
    # The spaces keep brackets apart: two of them are markup to wikis, and to our own plugin.
    members = ", ".join(f"{name}: {value}" for name, value in fields.items())
    return f"{literal(event.id)}: {{ {members} }}"


def _value(batch: str | tuple[str, ...]) -> str:
    return literal(batch) if isinstance(batch, str) else f"[{', '.join(map(literal, batch))}]"
