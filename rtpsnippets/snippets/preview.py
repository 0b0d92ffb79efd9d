r"""Render the preview: one page that shows every event, how to use it and what it sends, in a browser alone.

>>> page = render_preview([Event("go", "Go!")])
>>> page.startswith(BEGINNING), "<h2>go</h2>" in page
(True, True)
>>> print(visible("a\ufeff"), visible_value("a "))
a<mark>&#x5c;ufeff</mark> a<mark>&#x20;</mark>
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from rtpsnippets.display import count, quoted
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
    PREVIEW_ELEMENT_STYLE,
    PREVIEW_SCRIPT,
    PREVIEW_STYLE,
    PREVIEW_TEMPLATE,
    SCRIPT,
    format_to_paste,
    sender,
)
from rtpsnippets.snippets.templates import PathLike, fill
from rtpsnippets.version import VERSION
from rtpsnippets.web.html import escape, escape_text
from rtpsnippets.web.inline_code import HANDLER
from rtpsnippets.web.javascript import literal
from rtpsnippets.web.reserved_names import MARK

BEGINNING = "<!-- Made by rtpsnippets preview: change the definitions, not this page. -->\n"
"""How every preview begins, so that the next one may take its place."""

_Snippets = Mapping[str, str]

_WAYS = {"class": "add a CSS class", "address": "make an ordinary link"}
"""What to do on the page, by the form of what is pasted, where that is not HTML."""


@dataclass(frozen=True, slots=True)
class Place:
    """One answer to "Where will you paste it?": a destination, or any page. `form` is what it shows of each event."""

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
        "Open the HTML of the page or template (the source view of an editor).",
        "Paste the snippet where the button or link should be. Put a script at the end of the page.",
        "Save and publish the page.",
    ),
    "Open the published page. If you see code in the text, the snippet was pasted as text: paste it as HTML.",
)
"""The place that shows what each event's definition says, in all of its formats."""

PLACES = {PAGE.name: PAGE} | {
    name: Place(name, row.title, row.form, row.steps, row.check) for name, row in DESTINATIONS.items()
}
"""Every place by its name, in the order in which they are offered."""

_FORMS: Sequence[Form] = list({row.form: row for row in DESTINATIONS.values()})
"""The forms of all destinations, each once, in order."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """One text to copy: what it is, when to use it, how to paste it, and the forms (of places) that show it."""

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
class Shown:
    """An event as the template of the preview sees it: finished markup, and what is so or not.

    `snippets` has the texts to copy, those of elements first. `elements` are the real button and link.
    `handler` has the event's statements if a click on its elements doesn't send it, or if it has none.
    `sender` says what sends the event. `forms` are those in which it has something to paste, `missing` all others.
    """

    id: Markup
    description: Markup
    values: Sequence[Markup]
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


def render_preview(  # noqa: PLR0913 (each is a part of the page that its caller alone knows)
    events: Iterable[Event],
    templates: PathLike | None = None,
    nonce_attribute: str = "",
    *,
    destination: str = PAGE.name,
    files: Sequence[str] = (),
    date: str = "",
) -> str:
    """Return the preview of `events`: a page of HTML that needs no other file and asks for none.

    The page's policy lets only its own scripts run and the handlers of the events. `templates` and
    `nonce_attribute` are as for `render`. `destination` is the name of the place that is chosen at first; `files` are
    the names of the definitions files and `date` the date, to show on the page. Raises as `render` does, with the
    problems of all events, and `ProblemsError` for an unknown destination.
    """
    events = checked_events(events)
    if destination not in PLACES:
        hint = f"known destinations: {', '.join(PLACES)}"
        raise ProblemsError([Problem(f"unknown destination {quoted(str(destination))}", hint)])
    snippets = snippets_by_id(events, templates, nonce_attribute)
    pasted = {event.id: _pasted(event, snippets[event.id], templates, nonce_attribute) for event in events}
    style = fill(PREVIEW_STYLE, {}, templates)
    warnings = _warnings(events)
    scripts = list(_scripts(events, templates))
    variables = {
        "script_sources": _markup(" ".join(sources(_hashes(events, snippets, scripts)))),
        "style_sources": _markup(f"'{hash_of(style)}'"),
        "style": _markup(style),
        "scripts": list(map(_markup, scripts)),
        "count": count(len(events), "event"),
        "events": [_shown(event, snippets[event.id], pasted[event.id], warnings.get(event.id, [])) for event in events],
        "places": list(PLACES.values()),
        "chosen": PLACES[destination],
        "files": list(map(visible, files)),
        "version": VERSION,
        "date": date,
    }
    return BEGINNING + fill(PREVIEW_TEMPLATE, variables, templates) + "\n"


def _markup(text: str) -> Markup:
    return Markup(text)  # noqa: S704 (code and style of ours or of the project, snippets, hashes)


def _scripts(events: Sequence[Event], templates: PathLike | None) -> Iterator[str]:
    """The script of the page, and the binding where an element needs it."""
    rows = ",\n".join(map(_row_of, events))
    element_style = literal(fill(PREVIEW_ELEMENT_STYLE, {}, templates))
    yield fill(PREVIEW_SCRIPT, {"searched": _markup(rows), "element_style": _markup(element_style)}, templates)
    # A selector could name what is the page's own; of other triggers than a click, one that never comes here is left.
    bound = [
        replace(event, selector="", on=CLICK if event.trigger == CLICK else SUBMIT)
        for event in events
        if event.carrier == DATA and event.elements
    ]
    if bound:
        yield render_binding(bound, templates)


def _row_of(event: Event) -> str:
    """The row of an event in the table of the page's script: what is searched."""
    labels = [element.label for element in event.elements.values()]
    searched = [event.id, event.description, *event.values, *labels, _sender(event), event.selector]
    return f"    [{', '.join(map(literal, searched))}]"


def _hashes(events: Sequence[Event], snippets: Mapping[str, _Snippets], scripts: Iterable[str]) -> Iterator[InlineHash]:
    """The hashes of all code that may run: the handlers of the events, and the scripts of the page."""
    for event in events:
        for name in ELEMENTS:
            found = inline_hashes(event.id, name, snippets[event.id].get(name, ""))
            yield from (code for code in found if code.kind == HANDLER)
        if not _is_clicked(event):
            yield handler_hash(event.id, "preview", event.handler)
    yield from (InlineHash("", "preview", "script", hash_of(script)) for script in scripts)


def _warnings(events: Iterable[Event]) -> Mapping[str, list[Problem]]:
    """What is odd about each event, by its id."""
    found: dict[str, list[Problem]] = {}
    for warning in warn(events):
        _, event_id, *_ = warning.key
        found.setdefault(str(event_id), []).append(warning)
    return found


def _sentence(warning: Problem) -> str:
    """The warning for people who see values and no keys: `Value 2 has a "*": ...`."""
    _, _, *keys = warning.key
    where = " ".join(str(key + 1) if isinstance(key, int) else key for key in keys)
    return f"{where.capitalize()} {_KEY.sub(_value_of, warning.what)}: {warning.hint}."


_KEY = re.compile(r"\b(as|at) events\.([a-z0-9_-]+)\.(value|selector)(?:\[([0-9]+)\])?")


def _value_of(key: re.Match[str]) -> str:
    """The value or selector that a key path names, in plain words."""
    word, event_id, name, at = key.groups()
    return f"{word} value {int(at) + 1} of {event_id}" if at else f"{word} the {name} of {event_id}"


def _pasted(event: Event, snippets: _Snippets, templates: PathLike | None, nonce_attribute: str) -> Sequence[Pasted]:
    """The texts to copy: the snippets of the definition, and what the forms of destinations add to them."""
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
            texts.append(_of_form(event, form, text))
    return texts


_BOUND = f"The page must load {BINDING_FILE}."
_HTML = "Paste this as HTML (source view), not into the text."
_CODE = "Put this into a script, not into the text of a page."
_CLASS = "Put this into the field for CSS classes, not into the text."
_DEFINITION = "Send this to whoever maintains the events. Do not paste it into a page."


def _in_form(event: Event, form: Form, templates: PathLike | None, nonce_attribute: str) -> str | None:
    """What is pasted in a form, or None: the event, or the user's own template, may not have that form."""
    try:
        return paste(event, form, templates, nonce_attribute)
    except ProblemsError:
        return None


def _of_form(event: Event, form: Form, text: str) -> Pasted:
    """The text of one form alone: the binding sends its event, since the form `inline` is a snippet of the page."""
    if form == "class":
        use = f"{_BOUND} {FORMATS['button'].use}" if event.trigger == CLICK else _BOUND
        return Pasted("CSS class", use, _CLASS, text, (form,))
    if form == "address":
        address = event.link.attributes["href"] if event.link else ""
        return Pasted("Definition", visible(f"{_BOUND} Make a link to {address}"), _DEFINITION, text, (form,))
    row = FORMATS.get(form) or FORMATS[next(iter(event.elements), SCRIPT)]
    return Pasted(row.title, _BOUND, _HTML, text, (form,))


def _sender(event: Event) -> str:
    """What sends the event, and when, in words that follow its id: a snippet that is pasted, or the binding."""
    if format_to_paste(event) is FORMATS[SCRIPT]:
        return "sent when a page with its script is opened"
    own = f"its {' or '.join(event.elements)}"
    return sender(event).replace(f'an element with {MARK}="{event.id}"', own) if event.elements else sender(event)


def _shown(event: Event, snippets: _Snippets, pasted: Sequence[Pasted], warnings: Iterable[Problem]) -> Shown:
    is_clicked = _is_clicked(event)
    is_pasted = format_to_paste(event) is not None
    had = {form for each in pasted for form in each.forms if form != PAGE.form or is_pasted}
    forms = (PAGE.form, *_FORMS)
    return Shown(
        id=escape(event.id),
        description=visible(event.description),
        values=tuple(map(visible_value, event.values)),
        snippets=pasted,
        forms=[form for form in forms if form in had],
        missing=[form for form in forms if form not in had],
        elements=tuple(_markup(snippets[name]) for name in ELEMENTS if name in snippets),
        handler=_markup("" if is_clicked else event.handler),
        sender=visible(_sender(event)),
        is_pasted=is_pasted,
        is_marked=event.carrier == DATA,
        is_clicked=is_clicked,
        is_disabled=any(map(_is_disabled, event.elements.values())),
        is_silent=bool(event.elements) and event.trigger != CLICK,
        warnings=[visible(_sentence(warning)) for warning in warnings],
    )


def _is_disabled(element: Element) -> bool:
    return element.attributes.get("disabled") is True


def _is_clicked(event: Event) -> bool:
    """Whether a click on an element of the event sends it."""
    return event.trigger == CLICK and not all(map(_is_disabled, event.elements.values()))


def _ordered(snippets: _Snippets) -> list[str]:
    """The names of the formats, as people paste them: those of elements first, and last what is no HTML."""
    return sorted(snippets, key=lambda name: (not FORMATS[name].needs, not FORMATS[name].is_html))


_SUSPECT = re.compile(r"([^\t\n -~])")
_SUSPECT_IN_VALUE = re.compile(r"(^ +| +\Z| {2,}|[^ -~])")


def visible(text: str) -> Markup:
    """Return `text` for the inside of an element, with each character that can't be seen as a marked escape.

    Tabs, line ends and spaces stay, for a page that keeps them (`white-space: pre-wrap`).
    """
    return _marked(_SUSPECT, text)


def visible_value(text: str) -> Markup:
    """Return `text` as `visible` does, but mark tabs and line ends, too, and spaces at the ends and in a row."""
    return _marked(_SUSPECT_IN_VALUE, text)


def _marked(suspect: re.Pattern[str], text: str) -> Markup:
    # Every second part is one that the pattern has found.
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
