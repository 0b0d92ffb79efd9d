r"""Render the recorder: one script that shows the calls of `rtp` on any page, for a bookmark or the browser's console.

>>> print(row_of(Event("reads-pricing", ["Pricing", "Price"], selector="body.pricing", on="after 60s")))
[ 'reads-pricing', ['Pricing', 'Price'], 'body.pricing', 'after 60s' ]
>>> print(bookmarklet("say('50%');\nsay('#');"))
javascript:say('50%25');%0Asay('%23');
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from rtpsnippets.events.event import Event, checked_events
from rtpsnippets.snippets.formats import RECORDER_TEMPLATE
from rtpsnippets.snippets.templates import PathLike, fill
from rtpsnippets.web.javascript import VALUES_PER_CALL, literal
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE, EVENT_CLASS_PREFIX

MAX_BOOKMARKLET = 60_000
"""How many characters the address of a bookmark may have: browsers cut or refuse longer ones."""

# A URL parser removes line breaks; the others have a meaning in a URL, or in a copied one.
_ENCODED = str.maketrans({character: f"%{ord(character):02X}" for character in '%#"<>`\n'})


def render_recorder(events: Iterable[Event], templates: PathLike | None = None) -> str:
    """Return the recorder for `events`: JavaScript to paste into the browser's console.

    It shows each call of `rtp` on the page with the event that has its value, and outlines the elements that send one.

    Args:
        events: The events.
        templates: As for `render`.

    Raises:
        ProblemsError: As for `render`.
        FileAccessError: As for `render`.
    """
    texts = {
        "events": ",\n".join(map(row_of, checked_events(events))),
        "mark": EVENT_ATTRIBUTE,
        "mark_class": EVENT_CLASS_PREFIX,
        "values_per_call": str(VALUES_PER_CALL),
    }
    variables = {name: Markup(text) for name, text in texts.items()}  # noqa: S704 (literals need no escaping)
    return fill(RECORDER_TEMPLATE, variables, templates)


def row_of(event: Event) -> str:
    """Return the row of an event in the recorder's table: its id, its values, its selector and its trigger."""
    values = f"[{', '.join(map(literal, event.values))}]"
    return f"[ {literal(event.id)}, {values}, {literal(event.selector)}, {literal(event.trigger)} ]"


def bookmarklet(script: str) -> str | None:
    """Return the `javascript:` URL that runs the script, for a bookmark; None if it is too long for one."""
    address = f"javascript:{script.translate(_ENCODED)}"
    return address if len(address) <= MAX_BOOKMARKLET else None
