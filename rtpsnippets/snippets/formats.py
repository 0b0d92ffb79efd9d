"""The formats of snippets, and which of them are offered for an event.

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
from rtpsnippets.web.reserved_names import BINDING_NAME, EVENT_ATTRIBUTE

FormatName = Literal["js", "script", "button", "link"] | str  # noqa: PYI051 (an editor offers the names)
"""The name of one of `FORMATS`; any `str` is accepted, because a program may read the name from elsewhere."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a snippet.

    `title` and `use` name and explain it to users of the preview. `suffix` follows the event's id in
    the name of a built file. `template` is the file name of the template. `needs` is the field that an
    event must have, if any. `is_html` means that an HTML parser can read the snippet.
    """

    name: str
    title: str
    use: str
    suffix: str
    template: str
    needs: str = ""
    is_html: bool = True

    def fits(self, event: Event) -> bool:
        """Return whether `event` has what this format needs."""
        return not self.needs or getattr(event, self.needs) is not None


_CLICKED = "Sends the event when it is clicked."
SCRIPT = "script"

FORMATS = {
    format.name: format
    for format in (
        Format("js", "JavaScript", "Only the code, for a .js file.", ".js", "js.js", is_html=False),
        Format(SCRIPT, "Script", "Sends the event when the page loads.", ".script.html", "script.html"),
        Format("button", "Button", _CLICKED, ".button.html", "button.html", needs="button"),
        Format("link", "Link", _CLICKED, ".link.html", "link.html", needs="link"),
    )
}
"""Every format by its name, in the order in which they are shown."""

JSON = "json"
"""The format that contains the snippets of all events, as data."""

BINDING = "binding"
"""The format for a whole site: a .js file that sends the events of all its elements."""

BINDING_FILE = f"{BINDING_NAME}.js"

ALL_FORMATS = (*FORMATS, BINDING, JSON)
"""Every format, including those with one file for all events."""

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
    """Return the formats in which `event` is built: its call, its elements, and its script if that is safe."""
    return [row for row in FORMATS.values() if is_offered(row, event)]


def is_offered(row: Format, event: Event) -> bool:
    """Return whether `event` fits the format; a script must also send the event when its definition says."""
    return row.fits(event) and (row.name != SCRIPT or _is_sent_where_pasted(event))


def format_to_paste(event: Event) -> Format | None:
    """Return the format of the snippet to paste: the event's button, otherwise its link or script, otherwise None."""
    return next((FORMATS[name] for name in _PREFERRED if is_offered(FORMATS[name], event)), None)


def _is_sent_where_pasted(event: Event) -> bool:
    is_by_itself = not (event.elements or event.selector or event.carrier == DATA)
    return is_by_itself and event.on in ("", LOAD)


def is_sent_on(trigger: str, event: Event) -> bool:
    """Return whether the definition allows code of a page to send `event` on `trigger`, a click or the page's load."""
    return event.trigger == trigger or (trigger == LOAD and _is_sent_where_pasted(event))


def sender(event: Event) -> str:
    """Return what sends an event that no pasted script sends, and when, in words that follow its id.

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
    marked = f'an element with {EVENT_ATTRIBUTE}="{event.id}"'
    named = quoted(event.selector) if event.selector else marked
    if event.selector and event.elements and event.carrier == DATA and kind_of(event.trigger) != LOAD:
        named += f" or {marked}"  # its button or link is marked
    return {
        CLICK: f"on a click on {named}",
        SUBMIT: f"when {named} is submitted",
        VISIBLE: f"when {named} enters the viewport",
        LOAD: f"when a page with {named} is opened",
    }.get(event.trigger) or f"{delay} after {named} is on the page"


def script_problem(format: str, event: Event) -> Problem | None:
    """Return the problem of a script that sends `event` at another time than its definition says, or None."""
    if format != SCRIPT or is_offered(FORMATS[SCRIPT], event):
        return None
    what = f"the script sends it as soon as the page loads, but its definition says it is {sender(event)}"
    hint = "do not paste the script; to send the event from your own code, use the format js"
    return Problem(what, hint, event_key(event.id))


def nothing_to_paste(event: Event) -> str:
    """Return the message: `signup: sent by rtp-events.js when "form" is submitted; nothing to paste`."""
    return f"{event.id}: {sender(event)}; nothing to paste"
