r"""The destinations of snippets: where a snippet is pasted, which form works there, and how to paste it.

>>> event = Event("guide", "Guide", link=Link("Guide", {"href": "/files/guide.pdf"}))
>>> print(paste(event, "data"))
<a id="guide" href="/files/guide.pdf" data-rtp-event="guide">Guide</a>
>>> print(paste(event, "class"))
rtp-event--guide
>>> print(paste(event, "address"))
[events.guide]
value = "Guide"
selector = "a[href$='/guide.pdf']"
>>> print(why_nothing(Event("tour", "Tour"), "data"))
tour: has no button or link, so there is nothing to paste; add one, or a selector, to its definition
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from rtpsnippets.events.event import DATA, Event
from rtpsnippets.events.invisible import as_toml
from rtpsnippets.events.link import Link
from rtpsnippets.events.triggers import CLICK, VISIBLE
from rtpsnippets.snippets.formats import format_to_paste, nothing_to_paste
from rtpsnippets.web.reserved_names import EVENT_CLASS_PREFIX

if TYPE_CHECKING:
    from rtpsnippets.snippets.templates import PathLike

Form = Literal["inline", "data", "link", "class", "address"]
"""What is pasted. `inline`: the snippet with the carrier of its definition, because handlers survive there. `data`: a
button or link marked for the binding. `link`: the same, but only a link. `class`: only the class that marks an element.
`address`: nothing; the definition gets a selector that matches an ordinary link by its address."""


@dataclass(frozen=True, slots=True)
class Destination:
    """One place to paste a snippet into.

    `name` is the value of the option `--for`, and `title` the name that users know. `form` is the form of the snippet
    that works there. `steps` explain how to paste it, in order, and `check` how to check the result: plain sentences
    for people who know the product but no HTML.
    """

    name: str
    title: str
    form: Form
    steps: tuple[str, ...]
    check: str


_LOAD_BINDING = (
    "Once for the whole site: ask your developer to load rtp-events.js on every page. This script sends the events. "
    "(For the developer: create it with rtpsnippets show --format binding > rtp-events.js, and again whenever the "
    "definitions change.)"
)
_IF_MARKED = (
    "If the snippet contains data-rtp-event: ask your developer to load rtp-events.js on every page. This script "
    "sends the events. (For the developer: create it with rtpsnippets show --format binding > rtp-events.js.)"
)
_PUBLISH = "Publish the page."
_PLAIN_LINKS = "Any editor that keeps only links"
_FOLLOW_PLAIN_LINKS = f'follow the steps for "{_PLAIN_LINKS}" (--for plain-links)'
_MARK = "the highlighted line, or one around it, must contain data-rtp-event"

_IF_SCRIPT = " If the snippet is a script, there is nothing to click: it sends the event when the page loads."


def _check(element: str, condition: str) -> str:
    return (
        f"On the published page, right-click the {element} and choose Inspect: {condition}. Otherwise nothing is sent. "
        "Then click it in a new private window, because an event counts once per session. After a while, the segment "
        "with its value should count the visit."
    )


def _source_view(name: str, title: str, opening: str, closing: str) -> Destination:
    """Return the destination for an editor that keeps marked elements pasted into its source view."""
    steps = (
        _LOAD_BINDING,
        f"In the editor, {opening}. If this is missing, ask your developer to turn it on.",
        f"Paste the snippet where the button or link should be, and {closing}. Never paste it into the text.",
        _PUBLISH,
    )
    return Destination(name, title, "data", steps, _check("button or link", _MARK))


DESTINATIONS = {
    destination.name: destination
    for destination in (
        Destination(
            "wordpress",
            "WordPress (Custom HTML block or Classic editor)",
            "data",
            (
                _LOAD_BINDING,
                'In the block editor, click "+" where the button or link should be, and choose Custom HTML.',
                (
                    "Paste the snippet into this block. In the Classic editor, paste it in the Text (or Code) tab "
                    "instead, and do not open the Visual tab before you publish."
                ),
                _PUBLISH,
            ),
            _check("button or link", _MARK),
        ),
        Destination(
            "wordpress-button",
            "WordPress (Button block)",
            "class",
            (
                _LOAD_BINDING,
                "Select the Button block. In the sidebar on the right, open Block > Advanced.",
                "Paste the class into Additional CSS class(es). If it has other classes, put a space between them.",
                _PUBLISH,
            ),
            _check("button", "the highlighted line, or one around it, must contain the class"),
        ),
        _source_view("tinymce", "TinyMCE", "choose Tools > Source code", "click Save"),
        Destination(
            "ckeditor",
            "CKEditor 5",
            "data",
            (
                _LOAD_BINDING,
                (
                    'If the toolbar has "Insert HTML", click it where the button or link should be, paste the snippet '
                    'into the box, and click "Save changes".'
                ),
                (
                    'If it has only "Source", click that, paste the snippet where the button or link should be, and '
                    'click "Source" again. The snippet stays only if the editor allows data attributes (General HTML '
                    "Support)."
                ),
                f"If the snippet is gone, if there is no such button, and in CKEditor 4, {_FOLLOW_PLAIN_LINKS}.",
                _PUBLISH,
            ),
            _check("button or link", _MARK),
        ),
        _source_view("froala", "Froala", "click Code View (</>)", "close the source with the same button"),
        _source_view("jodit", "Jodit", "click Change mode (</>)", "close the source with the same button"),
        _source_view("summernote", "Summernote", "click Code View (</>)", "close the source with the same button"),
        Destination(
            "wagtail",
            "Wagtail (raw HTML block)",
            "inline",
            (
                (
                    "Where the button or link should be, add the block for raw HTML (a RawHTMLBlock; your developer "
                    f"chose its name). Rich text keeps only links: for rich text, {_FOLLOW_PLAIN_LINKS}."
                ),
                "Paste the snippet into this block.",
                _IF_MARKED,
                _PUBLISH,
            ),
            _check("button or link", f"{_MARK} or onclick, as the snippet has") + _IF_SCRIPT,
        ),
        Destination(
            "ghost",
            "Ghost (HTML card)",
            "inline",
            (
                'Click "+" where the button or link should be, and choose HTML.',
                "Paste the snippet into this card.",
                _IF_MARKED,
                _PUBLISH,
            ),
            _check("button or link", f"{_MARK} or onclick, as the snippet has") + _IF_SCRIPT,
        ),
        Destination(
            "django-cms",
            "django CMS (text)",
            "link",
            (
                _LOAD_BINDING,
                (
                    "Open the text, and switch its editor to the HTML source. If there is no button for this (the "
                    f"editor that comes with djangocms-text has none), {_FOLLOW_PLAIN_LINKS}."
                ),
                "Paste the link where it should be, and save. (A button would be removed; a link stays.)",
                _PUBLISH,
            ),
            _check("link", _MARK),
        ),
        Destination(
            "plain-links",
            _PLAIN_LINKS,
            "address",
            (
                (
                    "Ask your developer to give the event the selector that is shown here, in place of its current "
                    "one. (For the developer: put it into the definitions file. It may also match other links whose "
                    "addresses end the same way; if so, include more of the address.)"
                ),
                _LOAD_BINDING,
                "In the editor, create an ordinary link to the event's address. The selector shows how it ends.",
                _PUBLISH,
            ),
            _check("link", "its href must end as shown in the selector"),
        ),
    )
}
"""Every destination by its name."""

_BY_ELEMENT = (CLICK, VISIBLE)
"""The triggers for which the binding sends the event of a single button or link."""


def paste(event: Event, form: Form, templates: PathLike | None = None, nonce_attribute: str = "") -> str | None:
    """Return what to paste for `event` in a form, or None if there is nothing to paste; raises as `render_each` does.

    For the form `address`, this is a new definition of the event, as TOML, instead of a snippet.
    """
    if form == "class":
        is_marked = event.trigger in _BY_ELEMENT and (event.elements or not event.selector)
        return f"{EVENT_CLASS_PREFIX}{event.id}" if is_marked else None
    if form == "address":
        return _definition(event, event.link) if event.link and event.trigger in _BY_ELEMENT else None
    from rtpsnippets.snippets.render import render_each  # noqa: PLC0415 (destination names need no templates)

    carried = _with_carrier(event, form)
    row = format_to_paste(carried)
    return render_each([carried], row.name, templates, nonce_attribute)[0] if row else None


def why_nothing(event: Event, form: Form) -> str:
    """Return why `paste` returns None: what sends the event without a snippet, or what its definition lacks."""
    if form == "inline" or event.selector or event.trigger not in _BY_ELEMENT:
        return nothing_to_paste(_with_carrier(event, form))
    needed = "button or link" if form == "data" else "link"
    return f"{event.id}: has no {needed}, so there is nothing to paste; add one, or a selector, to its definition"


def _with_carrier(event: Event, form: Form) -> Event:
    """Return the event with the carrier data, or unchanged for `inline`: an event may be invalid with that carrier."""
    if form == "inline":
        return event
    return replace(event, carrier=DATA, button=None if form == "link" else event.button)


def _definition(event: Event, link: Link) -> str:
    """Return a definition of the event with which the binding sends it on an ordinary link."""
    own = selector_of(link)
    selector = event.selector if own in event.selector else ", ".join(filter(None, (event.selector, own)))
    lines = [f"[events.{event.id}]", f"value = {_as_toml(event.value)}", f"selector = {as_toml(selector)}"]
    if event.was:
        lines.append(f"was = {_as_toml(event.was)}")
    if event.on:
        lines.append(f"on = {as_toml(event.on)}")
    if event.refresh:
        lines.append("refresh = true")
    return "\n".join(lines)


def _as_toml(value: str | Sequence[str]) -> str:
    return as_toml(value) if isinstance(value, str) else f"[{', '.join(map(as_toml, value))}]"


# The path of an address, then its last part with everything after it.
_LAST_NAME = re.compile(r"[^?#]*(/[^/?#]+/?(?:[?#].*)?)\Z")


def selector_of(link: Link) -> str:
    r"""Return the selector that matches a link by the end of its address, since some editors make addresses relative.

    An address without a slash and a name after it (`/`, `#top`, `mailto:...`) must match as a whole, because its end
    would also match other links. Strings in selectors use the escapes of CSS ("Consume a string token").

    >>> [selector_of(Link("x", {"href": href})) for href in ("https://example.com/it's?a=/b", "/", "tel:+1")]
    ["a[href$='/it\\'s?a=/b']", "a[href='/']", "a[href='tel:+1']"]
    """
    address = str(link.attributes["href"])
    found = _LAST_NAME.match(address)
    text = re.sub(r"(['\\])", r"\\\1", found[1] if found else address)
    return f"a[href{'$' if found else ''}='{text}']"
