"""The formats that a snippet can have: one row each, with a template of that name in `templates/`.

>>> [format.name for format in formats_of(Event("my-event", "MyEvent"))]
['js', 'script']
"""

from __future__ import annotations

from dataclasses import dataclass

from rtpsnippets.events.event import Event


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a snippet.

    `title` and `use` name and explain it to a person who sees no files; `suffix` follows the event's id
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

FORMATS = {
    format.name: format
    for format in (
        Format("js", "JavaScript", "Code alone, for a .js file.", ".js", "js.js", is_html=False),
        Format("script", "Script", "Sends as the page loads.", ".script.html", "script.html"),
        Format("button", "Button", _CLICKED, ".button.html", "button.html", needs="button"),
        Format("link", "Link", _CLICKED, ".link.html", "link.html", needs="link"),
    )
}
"""Every format by its name, in the order in which they are shown."""

JSON = "json"
"""The format that holds the snippets of all events in all other formats, as data."""

BINDING = "binding"
"""The format that sends the events of all elements of a site that have one: a .js file."""

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

_PREFERRED = ("button", "link", "script")


def formats_of(event: Event) -> list[Format]:
    """The formats that fit `event`."""
    return [format for format in FORMATS.values() if format.fits(event)]


def default_format(event: Event) -> Format:
    """The format of the snippet to paste: the button of an event that has one, else its link, else its script."""
    return next(FORMATS[name] for name in _PREFERRED if FORMATS[name].fits(event))
