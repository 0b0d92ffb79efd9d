r"""The destinations of a snippet: where it is pasted, which form of it works there, and how to paste it.

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
tour: has no button or link, so there is nothing to paste; add one to its definition, or a selector
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from rtpsnippets.events.event import DATA, Event
from rtpsnippets.events.invisible import as_toml
from rtpsnippets.events.link import Link
from rtpsnippets.events.triggers import CLICK, VISIBLE
from rtpsnippets.snippets.formats import format_to_paste, nothing_to_paste
from rtpsnippets.web.reserved_names import MARK_CLASS

if TYPE_CHECKING:
    from rtpsnippets.snippets.templates import PathLike

Form = Literal["inline", "data", "link", "class", "address"]
"""What is pasted. `inline`: the snippet as the definition has it, where calls arrive, too. `data`: a button or link
marked for the binding. `link`: the same, but only a link. `class`: only the class that marks an element. `address`:
nothing; the definition gets a selector that matches an ordinary link by its address."""


@dataclass(frozen=True, slots=True)
class Destination:
    """One place to paste a snippet into.

    `name` is what the option `--for` takes, `title` what its users call it. `form` is the form of the snippet that
    works there. `steps` say how to paste it, in order, and `check` what to look at afterwards: plain sentences for
    somebody who knows the product but no HTML.
    """

    name: str
    title: str
    form: Form
    steps: tuple[str, ...]
    check: str


_LOAD_BINDING = (
    "Once for the whole site: ask your developer to load rtp-events.js on every page. This script sends the events. "
    "(For the developer: rtpsnippets show --format binding > rtp-events.js makes it. Make it again when the "
    "definitions change.)"
)
_IF_MARKED = (
    "If the snippet has data-rtp-event in it: ask your developer to load rtp-events.js on every page. This script "
    "sends the events. (For the developer: rtpsnippets show --format binding > rtp-events.js makes it.)"
)
_PUBLISH = "Publish the page."
_PLAIN_LINKS = "Any editor that keeps only links"
_TAKE_PLAIN_LINKS = f'take the steps for "{_PLAIN_LINKS}" (--for plain-links)'
_MARK = "the highlighted line, or one around it, must have data-rtp-event"

_IF_SCRIPT = " If the snippet is a script, there is nothing to click: it sends the event when the page opens."


def _check(element: str, condition: str) -> str:
    return (
        f"On the published page, right-click the {element} and choose Inspect: {condition}. Otherwise nothing is sent. "
        "Then click it in a new private window (an event counts once per session): the segment with its value must "
        "match."
    )


def _source_view(name: str, title: str, opening: str, closing: str) -> Destination:
    """An editor that keeps a mark where it is pasted into the source."""
    steps = (
        _LOAD_BINDING,
        f"In the editor, {opening}. If that is not there, ask your developer to turn it on.",
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
            _check("button", "the highlighted line, or one around it, must have the class"),
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
                f"If the snippet is gone, if there is no such button, and in CKEditor 4, {_TAKE_PLAIN_LINKS}.",
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
                    f"chose its name). Rich text keeps only links: there, {_TAKE_PLAIN_LINKS}."
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
                    "Open the text, and switch its editor to the HTML source. If it has no such button (the editor "
                    f"that comes with djangocms-text has none), {_TAKE_PLAIN_LINKS}."
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
                    "Ask your developer to give the event the selector that is shown here, in place of any that it "
                    "has. (For the developer: the selector goes into the definitions file. It may match other links "
                    "whose address ends the same way; if so, write more of the address.)"
                ),
                _LOAD_BINDING,
                "In the editor, make an ordinary link to the event's address. The selector shows how it ends.",
                _PUBLISH,
            ),
            _check("link", "its href must end as the selector says"),
        ),
    )
}
"""Every destination by its name."""

_BY_ELEMENT = (CLICK, VISIBLE)
"""The triggers at which the binding sends the event of a single button or link."""


def paste(event: Event, form: Form, templates: PathLike | None = None, nonce_attribute: str = "") -> str | None:
    """Return what to paste of `event` in a form, or None if it has nothing to paste; raises as `render_each` does.

    In the form `address` that is the definition to give the event, as TOML, instead of a snippet.
    """
    if form == "class":
        is_marked = event.trigger in _BY_ELEMENT and (event.elements or not event.selector)
        return f"{MARK_CLASS}{event.id}" if is_marked else None
    if form == "address":
        return _definition(event, event.link) if event.link and event.trigger in _BY_ELEMENT else None
    from rtpsnippets.snippets.render import render_each  # noqa: PLC0415 (the names of destinations need no templates)

    carried = _carried(event, form)
    row = format_to_paste(carried)
    return render_each([carried], row.name, templates, nonce_attribute)[0] if row else None


def why_nothing(event: Event, form: Form) -> str:
    """Why `paste` returns None: what sends the event without a snippet, or what its definition lacks."""
    if form == "inline" or event.selector or event.trigger not in _BY_ELEMENT:
        return nothing_to_paste(_carried(event, form))
    needed = "button or link" if form == "data" else "link"
    return f"{event.id}: has no {needed}, so there is nothing to paste; add one to its definition, or a selector"


def _carried(event: Event, form: Form) -> Event:
    """The event as the form carries it. An event that needs the binding may be refused with an inline carrier."""
    if form == "inline":
        return event
    return replace(event, carrier=DATA, button=None if form == "link" else event.button)


def _definition(event: Event, link: Link) -> str:
    """The definition with which the binding sends the event as its link does."""
    value = as_toml(event.value) if isinstance(event.value, str) else f"[{', '.join(map(as_toml, event.values))}]"
    own = selector_of(link)
    selector = event.selector if own in event.selector else ", ".join(filter(None, (event.selector, own)))
    lines = [f"[events.{event.id}]", f"value = {value}", f"selector = {as_toml(selector)}"]
    if event.on:
        lines.append(f"on = {as_toml(event.on)}")
    if event.refresh:
        lines.append("refresh = true")
    return "\n".join(lines)


# The path of an address, then its last name with all that follows.
_LAST_NAME = re.compile(r"[^?#]*(/[^/?#]+/?(?:[?#].*)?)\Z")


def selector_of(link: Link) -> str:
    r"""The selector that matches a link by the end of its address, since some editors make addresses relative.

    An address without a slash and a name after it (`/`, `#top`, `mailto:...`) must be the same as a whole: its end
    would match other links, too. A string in a selector has the escapes of CSS ("Consume a string token").

    >>> [selector_of(Link("x", {"href": href})) for href in ("https://example.com/it's?a=/b", "/", "tel:+1")]
    ["a[href$='/it\\'s?a=/b']", "a[href='/']", "a[href='tel:+1']"]
    """
    address = str(link.attributes["href"])
    found = _LAST_NAME.match(address)
    text = re.sub(r"(['\\])", r"\\\1", found[1] if found else address)
    return f"a[href{'$' if found else ''}='{text}']"
