"""The destinations of a snippet: where it is pasted, which form of it arrives there, and how to paste it.

>>> event = Event("guide", "Guide", link=Link("Guide", {"href": "/files/guide.pdf"}))
>>> print(paste(event, "data"))
<a id="guide" href="/files/guide.pdf" data-rtp-event="guide">Guide</a>
>>> print(paste(event, "class"))
rtp-event--guide
>>> print(paste(event, "address"))
[events.guide]
value = "Guide"
selector = "a[href$='/guide.pdf']"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from rtpsnippets.events.event import Event
from rtpsnippets.events.invisible import as_toml
from rtpsnippets.events.link import Link
from rtpsnippets.snippets.formats import format_to_paste
from rtpsnippets.snippets.render import render_each
from rtpsnippets.snippets.templates import PathLike
from rtpsnippets.web.reserved_names import MARK_CLASS

Form = Literal["inline", "data", "class", "address"]
"""What is pasted: a snippet with its calls; one with a mark; the mark as a class; or nothing, and the event gets a
selector that names an ordinary link by its address."""


@dataclass(frozen=True, slots=True)
class Destination:
    """One place to paste a snippet into.

    `name` is what the option `--for` takes, `title` the name that the product has. `form` is the form of the snippet
    that arrives there whole. `steps` say how to paste it, in order, and `check` what to look at afterwards: plain
    sentences for somebody who knows the product and nothing of HTML.
    """

    name: str
    title: str
    form: Form
    steps: tuple[str, ...]
    check: str


DESTINATIONS = {
    destination.name: destination
    for destination in (
        Destination(
            "wordpress",
            "WordPress",
            "data",
            (
                "Add a Custom HTML block where the button or link is to stand.",
                "Paste the snippet into the block.",
                "Publish the page.",
            ),
            "Open the page and click: the event must appear.",
        ),
        Destination(
            "plain-links",
            "Any editor that keeps only links",
            "address",
            ("Add the selector to the definition of the event.",),
            "Open the page and click: the event must appear.",
        ),
    )
}
"""Every destination by its name."""


def paste(event: Event, form: Form, templates: PathLike | None = None, nonce_attribute: str = "") -> str | None:
    """Return what to paste of `event` in a form, or None if it has nothing to paste; raises as `render_each` does.

    Of the form `address` that is no snippet but the definition, as TOML, that the event gets.
    """
    if form == "class":
        return f"{MARK_CLASS}{event.id}"
    if form == "address":
        return _definition(event)
    carried = replace(event, carrier=form)
    row = format_to_paste(carried)
    return render_each([carried], row.name, templates, nonce_attribute)[0] if row else None


def _definition(event: Event) -> str:
    values = as_toml(event.value) if isinstance(event.value, str) else f"[{', '.join(map(as_toml, event.values))}]"
    return f"[events.{event.id}]\nvalue = {values}\nselector = {as_toml(selector_of(event.link))}"


def selector_of(link: Link | None) -> str:
    """The selector that names a link by the end of its address, since some editors make addresses relative."""
    address = str(link.attributes["href"]) if link else "/whitepaper.pdf"
    end = re.search(r"/[^/?#]*/?(?:[?#].*)?\Z", address)
    return f"a[href$='{end[0] if end else address}']"
