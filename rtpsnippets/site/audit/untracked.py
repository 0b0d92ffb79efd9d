"""Find the elements of a page that should send an event, according to the table `audit`, but do not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from rtpsnippets.definitions.audit_table import AUDIT, IGNORED, TRACKED, AuditTable
from rtpsnippets.display import cut, quoted
from rtpsnippets.errors import Problem, ProblemsError
from rtpsnippets.events.event import Event
from rtpsnippets.events.triggers import CLICK, SUBMIT
from rtpsnippets.site.audit.findings import found, owned
from rtpsnippets.site.audit.kinds import UNTRACKED
from rtpsnippets.site.audit.known_values import Known
from rtpsnippets.site.audit.page_rules import Page
from rtpsnippets.site.javascript.model import Span
from rtpsnippets.site.model import Element, Matched
from rtpsnippets.site.selectors import is_supported, need_selectors
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE

_USES = (CLICK, SUBMIT)
"""The triggers that are a use of an element. An event that is sent when an element becomes visible is not one."""

_OF_HANDLERS = {
    **dict.fromkeys(("onclick", "onmousedown", "onpointerdown", "ontouchstart", "href", "xlink:href"), CLICK),
    **dict.fromkeys(("onsubmit", "action"), SUBMIT),
}
_LINKS = ("a", "area")
_NAMED_BY = ("href", "action", "id", "name")
_Places = Mapping[str, list[int]]


class Tracked:
    """The elements that should send an event. Raises `ProblemsError` for a selector that is not supported."""

    def __init__(self, table: AuditTable, known: Known) -> None:
        need_selectors()
        problems = [
            Problem(
                f"cannot compare the selector {quoted(each)} with elements",
                "use one without pseudo-elements and without states such as :visited",
                (AUDIT, name, at),
            )
            for name, selectors in ((TRACKED, table.tracked), (IGNORED, table.ignored))
            for at, each in enumerate(selectors)
            if not is_supported(each)
        ]
        if problems:
            raise ProblemsError(table.document.locate(problems))
        self.selectors = (*table.tracked, *table.ignored)
        self._tracked = set(table.tracked)
        self._ignored = set(table.ignored)
        self._events = known.events
        used = [event for event in known.events.values() if event.trigger in _USES]
        self._by_selector = {event.selector: event for event in used if event.selector}
        self._by_address = _index(used, _addresses)
        self._by_text = _index(used, _texts)

    def findings(self, page: Page) -> Iterator[Problem]:
        """Yield a finding for each tracked element if neither it nor any element in or around it sends an event."""
        places = self._places(page)
        matched = page.contents.matched
        known = {each.span for each in matched if each.selector in self._ignored}
        unbound = {
            each.span: self._by_selector[each.selector] for each in matched if each.selector in self._by_selector
        }
        for each in matched:
            if each.selector in self._tracked and each.element.name and each.span not in known:
                known.add(each.span)
                if not _is_sending(each, places):
                    what = f"{_named(each.element)} matches {quoted(each.selector)} but sends no event"
                    yield found(UNTRACKED, page.file, each.span, what, self._hint(each, unbound.get(each.span)))

    def _places(self, page: Page) -> _Places:
        """Return where the elements that send an event begin, by trigger: a place in the start tag of each one."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for code in page.contents.codes:
            if code.attribute and code.script.calls:
                places[_OF_HANDLERS.get(code.attribute, "")].append(code.span.start)
        for marked in page.contents.marked_elements:
            # An unknown id is a finding of its own.
            trigger = self._events[marked.id].trigger if marked.id in self._events else CLICK
            places[trigger].append(marked.span.start)
        triggers = dict(self._triggers(page))
        for each in page.contents.matched:
            if each.selector in triggers and each.element.name:
                places[triggers[each.selector]].append(each.span.start)
        return {trigger: sorted(places[trigger]) for trigger in (*_USES, "")}

    def _triggers(self, page: Page) -> Iterator[tuple[str, str]]:
        """Yield the selectors of elements whose event is sent by code on the page, each with its trigger."""
        triggers = [trigger for each in page.loaded for code in each.codes for trigger in code.script.triggers]
        yield from ((trigger.selector, trigger.on) for trigger in triggers if trigger.on in _USES)
        if not page.is_whole:  # the binding may be on another site
            yield from ((selector, event.trigger) for selector, event in self._by_selector.items())

    def _hint(self, each: Matched, unbound: Event | None) -> str:
        """Return how to fix it: with the event that fits its selector, address or text, if there is one."""
        if unbound:
            what = f"it matches the selector of the event {quoted(unbound.id)}"
            return f"{what}: load rtp-events.js on the page{owned(unbound)}"
        values = dict(each.element.attributes)
        address, text = values.get("href", ""), _text_of(each.element)
        fitting = self._by_address.get(_file_name(address)) or self._by_text.get(_folded(text))
        if fitting is None:
            return f'make it send an event, or add a selector for it to "{IGNORED}"'
        event, what = fitting
        return f'{what}: paste its snippet, or add {EVENT_ATTRIBUTE}="{event.id}" to the element{owned(event)}'


def _is_sending(each: Matched, places: _Places) -> bool:
    """Return whether an event is sent when the element is used: a click or submission also reaches those around it."""
    if any(_has(starts, Span(each.span.start, each.end)) for starts in places.values()):
        return True
    # A link in a form does not submit it.
    triggers = (CLICK,) if each.element.name in _LINKS else _USES
    return any(_has(places[trigger], span) for trigger in triggers for span in each.around)


def _has(places: list[int], span: Span) -> bool:
    at = bisect_left(places, span.start)
    return at < len(places) and places[at] < span.end


_Fitting = Mapping[str, tuple[Event, str]]


def _index(events: Iterable[Event], described: Callable[[Event], Iterable[tuple[str, str]]]) -> _Fitting:
    """Return the first event with each text, and a sentence about that."""
    index: dict[str, tuple[Event, str]] = {}
    for event in events:
        for text, what in described(event) if not event.deprecated else ():
            index.setdefault(text, (event, f"the event {quoted(event.id)} {what}"))
    return {text: fitting for text, fitting in index.items() if text}


def _addresses(event: Event) -> Iterator[tuple[str, str]]:
    if event.link:
        address = str(event.link.attributes["href"])
        yield _file_name(address), f"links to {quoted(address)}"


def _texts(event: Event) -> Iterator[tuple[str, str]]:
    for element in event.elements.values():
        yield _folded(element.label), f"has the label {quoted(element.label)}"
    for value in event.own_values:
        yield _folded(value), f"has the value {quoted(value)}"


def _file_name(address: str) -> str:
    """Return the last part of the path, or of the host: sites write what is before it in several ways."""
    path = re.split("[?#]", address, maxsplit=1)[0]
    return path.removesuffix("index.html").rstrip("/").rpartition("/")[2]


def _folded(text: str) -> str:
    return "".join(text.casefold().split())


def _text_of(element: Element) -> str:
    values = dict(element.attributes)
    return next(
        filter(None, (values.get("aria-label"), element.label, *map(values.get, ("value", "alt", "title")))), ""
    )


def _named(element: Element) -> str:
    """Return the element as users know it: `the link "Guide" (/guide.pdf)`."""
    values = dict(element.attributes)
    name = next((values[name] for name in _NAMED_BY if values.get(name)), "")
    text = _text_of(element)
    label = f" {quoted(text)}" if text else ""
    return f"the {'link' if element.name in _LINKS else element.name}{label}" + (f" ({cut(name)})" if name else "")
