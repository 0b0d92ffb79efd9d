r"""Render the preview: one page that shows every event and lets a person try it, with nothing but a browser.

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

from rtpsnippets.display import count
from rtpsnippets.errors import Problem
from rtpsnippets.events.element import Element
from rtpsnippets.events.event import DATA, ELEMENTS, Event, checked_events
from rtpsnippets.events.invisible import unseen
from rtpsnippets.events.lint import warn
from rtpsnippets.events.triggers import CLICK, SUBMIT
from rtpsnippets.snippets.binding import render_binding
from rtpsnippets.snippets.bundle import snippets_by_id
from rtpsnippets.snippets.csp import InlineHash, handler_hash, hash_of, inline_hashes, sources
from rtpsnippets.snippets.formats import (
    FORMATS,
    PREVIEW_ELEMENT_STYLE,
    PREVIEW_SCRIPT,
    PREVIEW_STYLE,
    PREVIEW_TEMPLATE,
    Format,
    format_to_paste,
    sender,
)
from rtpsnippets.snippets.templates import PathLike, fill
from rtpsnippets.web.html import escape, escape_text
from rtpsnippets.web.inline_code import HANDLER
from rtpsnippets.web.javascript import literal

BEGINNING = "<!-- Made by rtpsnippets preview: change the definitions, not this page. -->\n"
"""How every preview begins, so that the next one may take its place."""

_Snippets = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as the template of the preview sees it: finished markup, and what is so or not.

    `snippets` has each with its format, those of elements first. `elements` are the real button and link.
    `handler` has the event's statements if a click on its elements doesn't send it, or if it has none.
    `sender` says what sends the event, where that is not the snippet to paste alone.
    """

    id: Markup
    description: Markup
    values: Sequence[Markup]
    calls: str
    snippets: Sequence[tuple[Format, Markup]]
    elements: Sequence[Markup]
    handler: Markup
    sender: Markup
    is_pasted: bool
    is_marked: bool
    is_clicked: bool
    is_disabled: bool
    is_silent: bool
    warnings: Sequence[Markup]


def render_preview(events: Iterable[Event], templates: PathLike | None = None, nonce_attribute: str = "") -> str:
    """Return the preview of `events`: a page of HTML that needs no other file and asks for none.

    The page's policy lets only its own scripts run and the handlers of the events. `templates` and
    `nonce_attribute` are as for `render`. Raises as `render` does, with the problems of all events.
    """
    events = checked_events(events)
    snippets = snippets_by_id(events, templates, nonce_attribute)
    style = fill(PREVIEW_STYLE, {}, templates)
    warnings = _warnings(events)
    scripts = list(_scripts(events, snippets, templates))
    variables = {
        "script_sources": _markup(" ".join(sources(_hashes(events, snippets, scripts)))),
        "style_sources": _markup(f"'{hash_of(style)}'"),
        "style": _markup(style),
        "scripts": list(map(_markup, scripts)),
        "count": count(len(events), "event"),
        "events": [_shown(event, snippets[event.id], warnings.get(event.id, [])) for event in events],
    }
    return BEGINNING + fill(PREVIEW_TEMPLATE, variables, templates) + "\n"


def _markup(text: str) -> Markup:
    return Markup(text)  # noqa: S704 (code and style of ours or of the project, snippets, hashes)


def _scripts(events: Sequence[Event], snippets: Mapping[str, _Snippets], templates: PathLike | None) -> Iterator[str]:
    """The script of the page, and the binding where an element needs it."""
    rows = ",\n".join(_row_of(event, snippets[event.id]) for event in events)
    element_style = literal(fill(PREVIEW_ELEMENT_STYLE, {}, templates))
    yield fill(PREVIEW_SCRIPT, {"events": _markup(rows), "element_style": _markup(element_style)}, templates)
    # A selector could name what is the page's own; of other triggers than a click, one that never comes here is left.
    bound = [
        replace(event, selector="", on=CLICK if event.trigger == CLICK else SUBMIT)
        for event in events
        if event.carrier == DATA and event.elements
    ]
    if bound:
        yield render_binding(bound, templates)


def _row_of(event: Event, snippets: _Snippets) -> str:
    """The row of an event in the table of the page's script: what is searched, and what is copied, in order."""
    labels = [element.label for element in event.elements.values()]
    copied = [*event.values, *(snippets[name] for name in _ordered(snippets))]
    searched = [event.id, event.description, *event.values, *labels]
    lists = {"searched": searched, "copied": copied}
    members = ", ".join(f"{name}: [{', '.join(map(literal, texts))}]" for name, texts in lists.items())
    return f"    {{ {members} }}"


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
    _, _, key, *at = warning.key
    where = " ".join([str(key).capitalize(), *(str(int(number) + 1) for number in at)])
    return f"{where} {warning.what}: {warning.hint}."


def _shown(event: Event, snippets: _Snippets, warnings: Iterable[Problem]) -> Shown:
    is_clicked = _is_clicked(event)
    is_pasted = format_to_paste(event) is not None
    return Shown(
        id=escape(event.id),
        description=visible(event.description),
        values=tuple(map(visible_value, event.values)),
        calls=count(event.number_of_calls, "call"),
        snippets=[(FORMATS[name], visible(snippets[name])) for name in _ordered(snippets)],
        elements=tuple(_markup(snippets[name]) for name in ELEMENTS if name in snippets),
        handler=_markup("" if is_clicked else event.handler),
        sender=visible(sender(event) if event.is_bound or not is_pasted else ""),
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
    """Return `text` for the inside of an element, with each sign that can't be seen as a marked escape.

    Tabs, line ends and blanks stay, for a page that keeps them (`white-space: pre-wrap`).
    """
    return _marked(_SUSPECT, text)


def visible_value(text: str) -> Markup:
    """Likewise, with marked escapes for tabs and line ends, too, and with blanks marked at the ends and in a row."""
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
