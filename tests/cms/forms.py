"""What is pasted into a target: the forms of an event, each with the event of the page's binding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from rtpsnippets import Button, Carrier, Event, Link, render
from rtpsnippets.definitions.load import load_definitions
from rtpsnippets.snippets.destinations import paste


@dataclass(frozen=True, slots=True)
class Pasted:
    """The HTML that is pasted, and the event of the page's binding."""

    html: str
    event: Event


Make = Callable[[Event], Pasted]
"""Returns what is pasted of an event with a button and a link."""


def event_of(event_id: str, value: str, label: str) -> Event:
    """An event with a button and a link."""
    return Event(event_id, value, Button(label), link=Link(label, {"href": f"/files/{event_id}.pdf"}))


def _button(form: Carrier) -> Make:
    return lambda event: _snippet(replace(event, link=None), form)


def _snippet_link(form: Carrier) -> Make:
    return lambda event: _snippet(replace(event, button=None), form)


def _snippet(event: Event, form: Carrier) -> Pasted:
    return Pasted(paste(event, form) or "", replace(event, carrier=form))


def _script(event: Event) -> Pasted:
    sent_at_once = replace(event, button=None, link=None)
    return Pasted(render(sent_at_once, "script"), sent_at_once)


def _class_link(event: Event) -> Pasted:
    """The link that an editor writes, with the class from its field for classes."""
    return Pasted(_link(event, f' class="{paste(event, "class")}"'), replace(event, carrier="data"))


def _plain_link(event: Event) -> Pasted:
    """The link that an editor writes; the binding comes from the definition that is printed for it."""
    return Pasted(_link(event), defined_by(paste(event, "address") or ""))


def link_without_button(event: Event) -> Pasted:
    """The event with only its link, for a destination that keeps no button."""
    return Pasted(paste(event, "link") or "", replace(event, button=None, carrier="data"))


def button_block(event: Event) -> Pasted:
    """WordPress's Button block, with the class in its field "Additional CSS class(es)"."""
    assert event.link
    mark, link = paste(event, "class"), _link(event, ' class="wp-block-button__link wp-element-button"')
    html = (
        f'<!-- wp:button {{"className":"{mark}"}} -->\n'
        f'<div class="wp-block-button {mark}">{link}</div>\n'
        "<!-- /wp:button -->"
    )
    return Pasted(html, replace(event, carrier="data"))


def _link(event: Event, more: str = "") -> str:
    assert event.link
    return f'<a href="{escape(str(event.link.attributes["href"]))}"{more}>{escape(event.link.label)}</a>'


def defined_by(toml: str) -> Event:
    """The only event of a definitions file."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "events.toml"
        file.write_text(toml, "utf-8")
        (event,) = load_definitions(file).events.values()  # it warns about odd values, which are the point here
    return event


FORMS: Mapping[str, Make] = {
    "inline button": _button("inline"),
    "inline link": _snippet_link("inline"),
    "script": _script,
    "data button": _button("data"),
    "data link": _snippet_link("data"),
    "class link": _class_link,
    "plain link": _plain_link,
}
"""Returns what is pasted of an event, by the name of the form: the columns of the table."""
