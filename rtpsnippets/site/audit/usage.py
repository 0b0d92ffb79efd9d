"""Find out which pages of a site send each event and how, and which events no page uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from rtpsnippets.definitions.validate import Definitions, located
from rtpsnippets.display import quoted
from rtpsnippets.errors import Problem
from rtpsnippets.events.event import Event, event_key
from rtpsnippets.events.warning_names import UNUSED
from rtpsnippets.site.audit.findings import owned
from rtpsnippets.site.audit.known_values import Known
from rtpsnippets.site.audit.load_order import Loaded
from rtpsnippets.site.audit.page_rules import Page
from rtpsnippets.site.javascript.model import BoundEvent
from rtpsnippets.site.model import Code
from rtpsnippets.site.selectors import is_supported
from rtpsnippets.snippets.usage import BUTTON, HANDLER, LINK, MARKED, SCRIPT, SELECTOR, WAYS, Usage

_ELEMENTS = {"a": LINK, "area": LINK, "button": BUTTON}
_BUTTONS = ("button", "image", "reset", "submit")
"""The types of an input that is a button."""


class _Sent(NamedTuple):
    """What code sends: values of the definitions, each with its selector or "", and the rows of a binding."""

    values: Collection[tuple[str, str]]
    rows: Sequence[BoundEvent]


class Use:
    """What the pages of a site use so far: the values and ids of the definitions, and the pages that send each event.

    The pages are recorded only with `is_by_page`; otherwise memory use is constant.
    """

    def __init__(self, known: Known, *, is_by_page: bool = False) -> None:
        self._known = known
        self._values: set[str] = set()
        self._ids: set[str] = set()
        self._scripts: dict[str, _Sent] = {}
        self._pages: dict[str, dict[str, tuple[str, ...]]] = {event_id: {} for event_id in known.events if is_by_page}
        self._shared: dict[tuple[str, ...], tuple[str, ...]] = {}

    @property
    def by_page(self) -> Usage:
        """The pages that send each event; empty if they are not recorded."""
        return self._pages

    def take(self, page: Page, name: str = "", selectors: Collection[str] = ()) -> None:
        """Record what a page sends: by calls, marked elements and the binding, also in the scripts that it loads.

        `name` is its path in the site; without one, it does not count as a page. `selectors` are those that were
        compared with its elements: code that waits for an element that does not exist sends nothing.
        """
        marked = {element.id for element in page.contents.marked_elements if element.id in self._known.events}
        self._ids |= marked
        sent = [(each, self._sent(each)) for each in _once(page.loaded)]
        if name and self._pages:
            allowed = [(each, what) for each, what in sent if not each.at.blocked]
            for event_id, ways in self._ways(page, marked, allowed, selectors).items():
                ordered = tuple(way for way in WAYS if way in ways)
                self._pages[event_id][name] = self._shared.setdefault(ordered, ordered)

    def _sent(self, loaded: Loaded) -> _Sent:
        if loaded.path in self._scripts:
            return self._scripts[loaded.path]
        values = {
            (value, call.trigger.selector if call.trigger else "")
            for code in loaded.codes
            for call in code.script.calls
            for value in call.values or ()
            if value in self._known.values
        }
        sent = _Sent(values, [row for rows in loaded.bound for row in rows])
        self._values.update(value for value, _ in values)
        self._ids.update(row.id for row in sent.rows if row.selects)
        if loaded.path:
            self._scripts[loaded.path] = sent
        return sent

    def _ways(
        self, page: Page, marked: Collection[str], sent: Iterable[tuple[Loaded, _Sent]], selectors: Collection[str]
    ) -> Mapping[str, set[str]]:
        """Return how the page sends each event."""
        of_values: defaultdict[str, set[str]] = defaultdict(set)
        found: defaultdict[str, set[str]] = defaultdict(set)
        missing = set(selectors).difference(each.selector for each in page.contents.matched)
        bound: set[str] = set()
        for loaded, (values, rows) in sent:
            way = SCRIPT if loaded.path else _way_of(loaded.at)
            for value, selector in values:
                if selector not in missing:
                    of_values[value].add(way)
            for row in rows:
                bound.add(row.id)
                if row.id in marked and row.takes_marked:
                    found[row.id].add(MARKED)
                if row.selects and row.selector not in missing:
                    found[row.id].add(SELECTOR if row.selector else SCRIPT)
        for event_id in () if page.is_whole else set(marked) - bound:
            found[event_id].add(MARKED)
        for event in {event.id: event for value in of_values for event in self._known.events_of(value)}.values():
            if _is_sent(event, of_values):
                found[event.id].update(*(of_values[value] for value in event.values if value in of_values))
        return {event_id: ways for event_id, ways in found.items() if event_id in self._known.events}

    def unused(self) -> Iterator[Event]:
        """Yield the events that no page sends: not by calls with all values, a marked element or the binding."""
        for event in self._known.events.values():
            if not (event.id in self._ids or _is_sent(event, self._values) or UNUSED in event.ignore):
                yield event


def selectors_of(known: Known, scripts: Iterable[Sequence[Code]]) -> list[str]:
    """Return the selectors that decide on which pages an event is sent: of the events, and of the code in scripts."""
    found = {event.selector for event in known.events.values()}
    found |= {trigger.selector for script in scripts for code in script for trigger in code.script.triggers}
    return sorted(selector for selector in found if selector and is_supported(selector))


def _once(loaded: Iterable[Loaded]) -> Iterator[Loaded]:
    """Yield the code that a page loads, each script once: a page can load one a million times."""
    seen: set[str] = set()
    for each in loaded:
        if each.path not in seen:
            yield each
        if each.path:
            seen.add(each.path)


def _is_sent(event: Event, values: Collection[str]) -> bool:
    """Return whether these values contain all of an event's own ones, or a former one, as in an old snippet."""
    return all(value in values for value in event.own_values) or any(value in values for value in event.former_values)


def _way_of(code: Code) -> str:
    """Return the kind of the element with the code, or that it is a script."""
    if not code.attribute:
        return SCRIPT
    is_button = code.element.name == "input" and dict(code.element.attributes).get("type", "").lower() in _BUTTONS
    return BUTTON if is_button else _ELEMENTS.get(code.element.name, HANDLER)


def _values(code: Code) -> Iterator[str]:
    return (value for call in code.script.calls for value in call.values or ())


def unused_findings(
    unused: Iterable[Event], definitions: Definitions, scripts: Mapping[str, Sequence[Code]]
) -> list[Problem]:
    """Return a finding for each unused event, file by file; `scripts` are those of the site by path."""
    senders = {value: path for path, codes in scripts.items() for code in codes for value in _values(code)}
    problems = [
        Problem(
            f"no page uses the event {quoted(event.id)}",
            _hint(event, senders) + owned(event),
            event_key(event.id),
            rule=UNUSED,
        )
        for event in unused
    ]
    # The message already names the event.
    return [replace(problem, key=()) for problem in located(definitions.documents, problems)]


def _hint(event: Event, senders: Mapping[str, str]) -> str:
    sender = next((senders[value] for value in event.values if value in senders), None)
    if sender is not None:
        return f"load {sender} on a page: it sends this event"
    return f'remove it, or set ignore = ["{UNUSED}"] if it is sent from elsewhere, such as an email'
