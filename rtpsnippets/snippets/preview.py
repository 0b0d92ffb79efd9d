r"""Render the preview: a self-contained page that shows every event, how to use it and what it sends.

>>> page = render_preview([Event("go", "Go!")])
>>> page.startswith(PREVIEW_BEGINNING), "<h2>go</h2>" in page
(True, True)
>>> print(visible("a\ufeff"), visible_value("a "))
a<mark>&#x5c;ufeff</mark> a<mark>&#x20;</mark>
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote as url_quote

from markupsafe import Markup

from rtpsnippets.display import count, printable, quoted
from rtpsnippets.errors import Problem, ProblemsError
from rtpsnippets.events.element import Element
from rtpsnippets.events.event import DATA, ELEMENTS, Event, checked_events
from rtpsnippets.events.invisible import unseen
from rtpsnippets.events.lint import warn
from rtpsnippets.events.triggers import CLICK, SUBMIT
from rtpsnippets.snippets.binding import render_binding
from rtpsnippets.snippets.bundle import snippets_by_id
from rtpsnippets.snippets.csp import InlineHash, handler_hash, hash_of, inline_hashes, sources
from rtpsnippets.snippets.destinations import DESTINATIONS, Form, paste
from rtpsnippets.snippets.formats import (
    BINDING_FILE,
    FORMATS,
    PREVIEW_BEGINNING,
    PREVIEW_ELEMENT_STYLE,
    PREVIEW_SCRIPT,
    PREVIEW_STYLE,
    PREVIEW_TEMPLATE,
    SCRIPT,
    format_to_paste,
    sender,
)
from rtpsnippets.snippets.recorder import bookmarklet, render_recorder
from rtpsnippets.snippets.templates import PathLike, fill
from rtpsnippets.snippets.usage import Usage
from rtpsnippets.version import VERSION
from rtpsnippets.web.html import escape, escape_text
from rtpsnippets.web.inline_code import HANDLER
from rtpsnippets.web.javascript import literal
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE

_Snippets = Mapping[str, str]

_WAYS = {"class": "add a CSS class", "address": "create an ordinary link"}
"""What to do on the site, by form, if no HTML is pasted."""


@dataclass(frozen=True, slots=True)
class Place:
    """One answer to "Where will you paste it?": a destination, or any page. `form` selects the texts it shows."""

    name: str
    title: str
    form: str
    steps: Sequence[str]
    check: str

    @property
    def way(self) -> str:
        """What to do there, in a few words."""
        return _WAYS.get(self.form, "paste as HTML")


PAGE = Place(
    "page",
    "A page or template (HTML)",
    "page",
    (
        "Open the HTML of the page or template (in an editor, the source view).",
        "Paste the snippet where the button or link should be. Put a script at the end of the page.",
        "Save and publish the page.",
    ),
    "Open the published page. If it shows code, the snippet was pasted as text: paste it as HTML.",
)
"""The place that shows each event as defined, in all of its formats."""

PLACES = {PAGE.name: PAGE} | {
    name: Place(name, row.title, row.form, row.steps, row.check) for name, row in DESTINATIONS.items()
}
"""Every place by its name, in the order of the list on the page."""

_FORMS: Sequence[Form] = list({row.form: row for row in DESTINATIONS.values()})
"""The forms of all destinations, in order and without duplicates."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """One text to copy: what it is, when to use it, how to paste it, and the forms of places that show it."""

    title: str
    use: str
    hint: str
    text: str
    forms: tuple[str, ...]

    @property
    def shown(self) -> Markup:
        """The text as finished markup."""
        return visible(self.text)


@dataclass(frozen=True, slots=True)
class UsedOn:
    """A page that sends an event: its path, how it sends the event, and its URL, empty if that is not known."""

    path: Markup
    how: str
    address: Markup


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as the template of the preview sees it: finished markup and flags.

    `former` is the number of former values, which come last in `values`. `snippets` contains
    the texts to copy, those of elements first. `elements` are the real button and link. `handler`
    contains the event's statements if no click on an element of its own sends it. `sender` explains what sends the
    event. `forms` are those in which it has something to paste, and `missing` all others. `pages` are those that send
    it, None if that is not known.
    """

    id: Markup
    description: Markup
    owner: Markup
    deprecated: Markup
    values: Sequence[Markup]
    former: int
    snippets: Sequence[Pasted]
    forms: Sequence[str]
    missing: Sequence[str]
    elements: Sequence[Markup]
    handler: Markup
    sender: Markup
    is_pasted: bool
    is_marked: bool
    is_clicked: bool
    is_disabled: bool
    is_silent: bool
    warnings: Sequence[Markup]
    pages: Sequence[UsedOn] | None


def render_preview(  # noqa: PLR0913 (each is a part of the page that only the caller knows)
    events: Iterable[Event],
    templates: PathLike | None = None,
    nonce_attribute: str = "",
    *,
    destination: str = PAGE.name,
    files: Sequence[str] = (),
    date: str = "",
    usage: Usage | None = None,
    base_url: str = "",
) -> str:
    """Return the preview of `events`: an HTML page that loads no other files.

    The page's policy allows only its own scripts and the handlers of the events.

    Args:
        events: The events.
        templates: As for `render`.
        nonce_attribute: As for `render`.
        destination: The name of the place that is selected first.
        files: The names of the definitions files, which the page shows.
        date: A date, which the page shows.
        usage: The pages of a site that send each event, by its id: how each page sends it, by its path. The
            preview then shows them.
        base_url: Where the site is published, for links to its pages.

    Raises:
        ProblemsError: As for `render`, with the problems of all events; also for an unknown destination.
        FileAccessError: As for `render`.
    """
    events = checked_events(events)
    if destination not in PLACES:
        hint = f"known destinations: {', '.join(PLACES)}"
        raise ProblemsError([Problem(f"unknown destination {quoted(str(destination))}", hint)])
    snippets = snippets_by_id(events, templates, nonce_attribute)
    pasted = {event.id: _pasted(event, snippets[event.id], templates, nonce_attribute) for event in events}
    style = fill(PREVIEW_STYLE, {}, templates)
    warnings = _warnings(events)
    scripts = list(_scripts(events, templates, usage))
    recorder = render_recorder(events, templates)
    variables = {
        "script_sources": _markup(" ".join(sources(_hashes(events, snippets, scripts)))),
        "style_sources": _markup(f"'{hash_of(style)}'"),
        "style": _markup(style),
        "scripts": list(map(_markup, scripts)),
        "recorder": recorder,
        "bookmarklet": bookmarklet(recorder),
        "count": _count(events, usage),
        "events": [
            _shown(
                event,
                snippets[event.id],
                pasted[event.id],
                warnings.get(event.id, []),
                None if usage is None else [_used_on(*page, base_url) for page in usage.get(event.id, {}).items()],
            )
            for event in events
        ],
        "places": list(PLACES.values()),
        "chosen": PLACES[destination],
        "files": list(map(visible, files)),
        "version": VERSION,
        "date": date,
    }
    return PREVIEW_BEGINNING + fill(PREVIEW_TEMPLATE, variables, templates) + "\n"


def _markup(text: str) -> Markup:
    return Markup(text)  # noqa: S704 (our own or the user's code and styles, snippets, hashes)


def _count(events: Sequence[Event], usage: Usage | None) -> str:
    unused = "" if usage is None else f", {sum(not usage.get(event.id) for event in events)} unused"
    return f"{count(len(events), 'event')}{unused}"


def _used_on(page: str, how: Sequence[str], base_url: str) -> UsedOn:
    address = f"{base_url.rstrip('/')}/{url_quote(page, errors='surrogateescape')}" if base_url else ""
    return UsedOn(visible(printable(page)), ", ".join(how), escape(address))


def _scripts(events: Sequence[Event], templates: PathLike | None, usage: Usage | None) -> Iterator[str]:
    """Yield the script of the page, and the binding if an element needs it."""
    unused = {event_id for event_id, pages in (usage or {}).items() if not pages}
    rows = ",\n".join(_row_of(event, is_unused=event.id in unused) for event in events)
    element_style = literal(fill(PREVIEW_ELEMENT_STYLE, {}, templates))
    yield fill(PREVIEW_SCRIPT, {"searched": _markup(rows), "element_style": _markup(element_style)}, templates)
    # A selector could match parts of this page. Triggers other than a click become submit, which never happens here.
    bound = [
        replace(event, selector="", on=CLICK if event.trigger == CLICK else SUBMIT)
        for event in events
        if event.carrier == DATA and event.elements
    ]
    if bound:
        yield render_binding(bound, templates)


def _row_of(event: Event, *, is_unused: bool) -> str:
    """Return the row of an event in the table of the page's script: the texts to search."""
    labels = [element.label for element in event.elements.values()]
    searched = [
        event.id,
        event.description,
        event.owner,
        event.deprecated,
        *event.values,
        *labels,
        _sender(event),
        event.selector,
        "unused" if is_unused else "",
    ]
    return f"    [{', '.join(map(literal, filter(None, searched)))}]"


def _hashes(events: Sequence[Event], snippets: Mapping[str, _Snippets], scripts: Iterable[str]) -> Iterator[InlineHash]:
    """Yield the hashes of all code that may run: the handlers of the events, and the scripts of the page."""
    for event in events:
        for name in ELEMENTS:
            found = inline_hashes(event.id, name, snippets[event.id].get(name, ""))
            yield from (code for code in found if code.kind == HANDLER)
        if not _is_clicked(event):
            yield handler_hash(event.id, "preview", event.handler)
    yield from (InlineHash("", "preview", "script", hash_of(script)) for script in scripts)


def _warnings(events: Iterable[Event]) -> Mapping[str, list[Problem]]:
    """Return the warnings of each event, by its id."""
    found: dict[str, list[Problem]] = {}
    for warning in warn(events):
        _, event_id, *_ = warning.key
        found.setdefault(str(event_id), []).append(warning)
    return found


def _sentence(warning: Problem) -> str:
    """Return the warning for readers who see values but no keys: `Value 2 has a "*": ...`."""
    _, _, *keys = warning.key
    where = " ".join(str(key + 1) if isinstance(key, int) else _NAMES.get(key, key) for key in keys)
    return f"{where.capitalize()} {_KEY.sub(_value_of, warning.what)}: {warning.hint}."


_NAMES = {"was": "former value"}
_KEY = re.compile(r"\b(as|at) events\.([a-z0-9_-]+)\.(value|was|selector)(?:\[([0-9]+)\])?")


def _value_of(key: re.Match[str]) -> str:
    """Return the value or selector at a key path, in plain words."""
    word, event_id, name, at = key.groups()
    name = _NAMES.get(name, name)
    return f"{word} {name} {int(at) + 1} of {event_id}" if at else f"{word} the {name} of {event_id}"


def _pasted(event: Event, snippets: _Snippets, templates: PathLike | None, nonce_attribute: str) -> Sequence[Pasted]:
    """Return the texts to copy: the snippets as defined, and what the forms of destinations add."""
    texts = []
    for name in _ordered(snippets):
        row = FORMATS[name]
        use = _BOUND if event.carrier == DATA and row.needs else row.use
        texts.append(Pasted(row.title, use, _HTML if row.is_html else _CODE, snippets[name], (PAGE.form,)))
    for form in _FORMS:
        text = _in_form(event, form, templates, nonce_attribute)
        at = next((at for at, each in enumerate(texts) if each.text == text), None)
        if at is not None:
            texts[at] = replace(texts[at], forms=(*texts[at].forms, form))
        elif text is not None:
            texts.append(_text_of_form(event, form, text))
    return texts


_BOUND = f"The page must load {BINDING_FILE}."
_HTML = "Paste this as HTML (in the source view), not as text."
_CODE = "Put this into a script, not into the text of a page."
_CLASS = "Put this into the field for CSS classes, not into the text."
_DEFINITION = "Send this to whoever maintains the events. Do not paste it into a page."


def _in_form(event: Event, form: Form, templates: PathLike | None, nonce_attribute: str) -> str | None:
    """Return what to paste in a form, or None if the event or the user's own template does not have that form."""
    try:
        return paste(event, form, templates, nonce_attribute)
    except ProblemsError:
        return None


def _text_of_form(event: Event, form: Form, text: str) -> Pasted:
    """Return a text of a form other than `inline`, whose text is one of the event's snippets: the binding sends it."""
    if form == "class":
        use = f"{_BOUND} {FORMATS['button'].use}" if event.trigger == CLICK else _BOUND
        return Pasted("CSS class", use, _CLASS, text, (form,))
    if form == "address":
        address = event.link.attributes["href"] if event.link else ""
        return Pasted("Definition", visible(f"{_BOUND} Create a link to {address}"), _DEFINITION, text, (form,))
    row = FORMATS.get(form) or FORMATS[next(iter(event.elements), SCRIPT)]
    return Pasted(row.title, _BOUND, _HTML, text, (form,))


def _sender(event: Event) -> str:
    """Return what sends the event, and when, in words that follow its id: a pasted snippet, or the binding."""
    if format_to_paste(event) is FORMATS[SCRIPT]:
        return "sent when a page with its script is opened"
    marked = f'an element with {EVENT_ATTRIBUTE}="{event.id}"'
    return sender(event).replace(marked, f"its {' or '.join(event.elements)}" if event.elements else marked)


def _shown(
    event: Event,
    snippets: _Snippets,
    pasted: Sequence[Pasted],
    warnings: Iterable[Problem],
    pages: Sequence[UsedOn] | None,
) -> Shown:
    is_clicked = _is_clicked(event)
    is_pasted = format_to_paste(event) is not None
    available = {form for each in pasted for form in each.forms if form != PAGE.form or is_pasted}
    forms = (PAGE.form, *_FORMS)
    return Shown(
        id=escape(event.id),
        description=visible(event.description),
        owner=visible(event.owner),
        deprecated=visible(event.deprecated),
        values=tuple(map(visible_value, event.values)),
        former=len(event.former_values),
        snippets=pasted,
        forms=[form for form in forms if form in available],
        missing=[form for form in forms if form not in available],
        elements=tuple(_markup(snippets[name]) for name in ELEMENTS if name in snippets),
        handler=_markup("" if is_clicked else event.handler),
        sender=visible(_sender(event)),
        is_pasted=is_pasted,
        is_marked=event.carrier == DATA,
        is_clicked=is_clicked,
        is_disabled=any(map(_is_disabled, event.elements.values())),
        is_silent=bool(event.elements) and event.trigger != CLICK,
        warnings=[visible(_sentence(warning)) for warning in warnings],
        pages=pages,
    )


def _is_disabled(element: Element) -> bool:
    return element.attributes.get("disabled") is True


def _is_clicked(event: Event) -> bool:
    """Return whether a click on an element of the event sends it."""
    return event.trigger == CLICK and not all(map(_is_disabled, event.elements.values()))


def _ordered(snippets: _Snippets) -> list[str]:
    """Return the names of the formats in the order of use: elements first, and what is not HTML last."""
    return sorted(snippets, key=lambda name: (not FORMATS[name].needs, not FORMATS[name].is_html))


_SUSPECT = re.compile(r"([^\t\n -~])")
_SUSPECT_IN_VALUE = re.compile(r"(^ +| +\Z| {2,}|[^ -~])")


def visible(text: str) -> Markup:
    """Return `text` for the inside of an element, with each invisible character as a highlighted escape.

    Tabs, line breaks and spaces stay, for a page that keeps them (`white-space: pre-wrap`).
    """
    return _marked(_SUSPECT, text)


def visible_value(text: str) -> Markup:
    """Return `text` as `visible` does, but also highlight tabs, line breaks, and spaces at the ends or in a row."""
    return _marked(_SUSPECT_IN_VALUE, text)


def _marked(suspect: re.Pattern[str], text: str) -> Markup:
    # Every second part is a match of the pattern.
    parts = suspect.split(text)
    return Markup("").join(_mark(part) if at % 2 else escape_text(part) for at, part in enumerate(parts))


def _mark(part: str) -> Markup:
    if part.startswith(" "):
        shown = part
    elif unseen(part):
        shown = json.dumps(part)[1:-1]
    else:
        return escape_text(part)
    return Markup("<mark>{}</mark>").format(escape_text(shown))
