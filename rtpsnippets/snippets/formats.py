"""The formats that a snippet can have, one row each, and the decision which of them an event is offered in.

A snippet is offered if pasting it sends the event when its definition says, and at no other time.

>>> event = Event("signup", "SignUp", selector="form.sign-up", on="submit")
>>> [format.name for format in offered_formats(event)], format_to_paste(event)
(['js'], None)
>>> sender(event)
'sent by rtp-events.js when "form.sign-up" is submitted'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rtpsnippets.display import count, quoted
from rtpsnippets.errors import Problem
from rtpsnippets.events.event import DATA, Event, event_key
from rtpsnippets.events.triggers import CLICK, LOAD, SUBMIT, VISIBLE, kind_of, seconds_after
from rtpsnippets.web.reserved_names import BINDING_NAME, MARK

FormatName = Literal["js", "script", "button", "link"] | str  # noqa: PYI051 (an editor offers the names)
"""What `format` may be: one of `FORMATS`, whose name a program may have from elsewhere."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a snippet.

    `title` and `use` name and explain it to a user who sees no files; `suffix` follows the event's id
    in the name of a built file; `template` is the file in the folder of templates; `needs` is the field
    that an event must have, if any; `is_html` says whether an HTML parser can read the snippet.
    """

    name: str
    title: str
    use: str
    suffix: str
    template: str
    needs: str = ""
    is_html: bool = True

    def fits(self, event: Event) -> bool:
        """Tell whether `event` has what this format shows."""
        return not self.needs or getattr(event, self.needs) is not None


_CLICKED = "Sends when clicked."
SCRIPT = "script"

FORMATS = {
    format.name: format
    for format in (
        Format("js", "JavaScript", "Code alone, for a .js file.", ".js", "js.js", is_html=False),
        Format(SCRIPT, "Script", "Sends as the page loads.", ".script.html", "script.html"),
        Format("button", "Button", _CLICKED, ".button.html", "button.html", needs="button"),
        Format("link", "Link", _CLICKED, ".link.html", "link.html", needs="link"),
    )
}
"""Every format by its name, in the order in which they are shown."""

JSON = "json"
"""The format that holds the snippets of all events in all other formats, as data."""

BINDING = "binding"
"""The format that sends the events of all elements of a site that have one: a .js file."""

BINDING_FILE = f"{BINDING_NAME}.js"

ALL_FORMATS = (*FORMATS, BINDING, JSON)
"""Every format, with those that are one for all events."""

BINDING_TEMPLATE = "binding.js"

LIST_TEMPLATE = "list.html"

PREVIEW_TEMPLATE = "preview.html"
PREVIEW_STYLE = "preview.css"
PREVIEW_ELEMENT_STYLE = "preview-elements.css"
PREVIEW_SCRIPT = "preview.js"

TEMPLATES = (
    *(format.template for format in FORMATS.values()),
    *(BINDING_TEMPLATE, LIST_TEMPLATE),
    *(PREVIEW_TEMPLATE, PREVIEW_STYLE, PREVIEW_ELEMENT_STYLE, PREVIEW_SCRIPT),
)
"""The names of all templates, in the order of the formats."""

_PREFERRED = ("button", "link", SCRIPT)


def offered_formats(event: Event) -> list[Format]:
    """The formats in which `event` is built: the call, its elements, and the script only where that is safe."""
    return [row for row in FORMATS.values() if is_offered(row, event)]


def is_offered(row: Format, event: Event) -> bool:
    """Tell whether `event` has what the format shows, and a script of it sends the event when its definition says."""
    return row.fits(event) and (row.name != SCRIPT or _is_sent_where_pasted(event))


def format_to_paste(event: Event) -> Format | None:
    """The format of the snippet to paste: the event's button, or else its link or script; None if there is none."""
    return next((FORMATS[name] for name in _PREFERRED if is_offered(FORMATS[name], event)), None)


def _is_sent_where_pasted(event: Event) -> bool:
    is_by_itself = not (event.elements or event.selector or event.carrier == DATA)
    return is_by_itself and event.on in ("", LOAD)


def is_sent_on(trigger: str, event: Event) -> bool:
    """Tell whether the definition lets code of a page send `event` on a click, or as the page loads."""
    return event.trigger == trigger or (trigger == LOAD and _is_sent_where_pasted(event))


def sender(event: Event) -> str:
    """What sends an event that is not sent where it is pasted, and when, in words that follow its id.

    >>> sender(Event("reads-pricing", "ReadsPricing", selector="body.pricing", on="after 60s"))
    'sent by rtp-events.js 60 seconds after "body.pricing" is on the page'
    """
    is_by_handler = event.handler_name is not None and not event.selector
    by_binding = _when(event) if is_by_handler else f"by {BINDING_FILE} {_when(event)}"
    if not event.elements or event.carrier == DATA:
        return f"sent {by_binding}"
    by_click = f"sent by a click on its {' or '.join(event.elements)}"
    return f"{by_click} and {by_binding}" if event.selector else by_click


def _when(event: Event) -> str:
    seconds = seconds_after(event.trigger)
    delay = count(seconds, "second")
    if not event.selector and kind_of(event.trigger) == LOAD:
        return f"{delay} after a page that loads it is opened" if seconds else "when a page that loads it is opened"
    marked = f'an element with {MARK}="{event.id}"'
    named = quoted(event.selector) if event.selector else marked
    if event.selector and event.elements and event.carrier == DATA and kind_of(event.trigger) != LOAD:
        named += f" or {marked}"  # which its button or link is
    return {
        CLICK: f"on a click on {named}",
        SUBMIT: f"when {named} is submitted",
        VISIBLE: f"when {named} comes into view",
        LOAD: f"when a page with {named} is opened",
    }.get(event.trigger) or f"{delay} after {named} is on the page"


def script_problem(format: str, event: Event) -> Problem | None:
    """What is wrong with the snippet of `event` in a format: that of a script which sends it at another time."""
    if format != SCRIPT or is_offered(FORMATS[SCRIPT], event):
        return None
    what = f"the script sends it as soon as the page loads; by its definition it is {sender(event)}"
    hint = "do not paste the script; to send the event from your own code, take the format js"
    return Problem(what, hint, event_key(event.id))


def nothing_to_paste(event: Event) -> str:
    """Why there is no snippet to paste: `signup: sent by rtp-events.js when "form" is submitted; nothing to paste`."""
    return f"{event.id}: {sender(event)}; nothing to paste"
