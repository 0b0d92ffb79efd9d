"""Combine what all locations that send the same value say about it into one future event.

>>> candidate = Candidate("Sale")
>>> candidate.add(Send("Sale", Location("a.html", 1, 1), is_guarded=True))
>>> candidate.add(Send("Sale", Location("b.html", 2, 1)))
>>> candidate.event("sale").guard, [str(note) for note in candidate.notes("sale")]
(True, ['a.html:1:1: events.sale.guard: is true, but the site has it at only 1 of 2 locations'])
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rtpsnippets.display import quoted
from rtpsnippets.errors import Key, Location, Problem
from rtpsnippets.events.element import Element
from rtpsnippets.events.event import ELEMENTS, Event, event_key, id_problems, slug
from rtpsnippets.events.triggers import CLICK, LOAD, kind_of
from rtpsnippets.site.importing.elements import AdoptedElement, NoElementError, adopted_element
from rtpsnippets.site.importing.locations import Locations, named
from rtpsnippets.site.importing.sends import Send, Value
from rtpsnippets.web.javascript import VALUES_PER_CALL

_ONCLICK = "onclick"
_ID = "id"
_TO_SET = '"on" and "selector"; without them, its script sends it when the page loads'


class Candidate:
    """An event without an id: its value, and what is known from the locations that send it.

    `row_id` is its id in a binding, if any; `locations` are all that send it.
    """

    def __init__(self, value: Value) -> None:
        self.value = value
        self.row_id = ""
        self.locations = Locations()
        self._with = {"guard": Locations(), "refresh": Locations()}
        self._oversized = Locations()
        self._triggers: dict[str, Locations] = {}
        self._selectors: dict[str, None] = {}
        self._without_trigger = Locations()
        self._waiting = Locations()
        self._remarks: list[tuple[Location, str, bool]] = []
        self._is_bound = False
        self._elements: dict[str, tuple[Location, AdoptedElement]] = {}
        self._element_id = ""
        self._others = Locations()
        self._why_none = ""

    def add(self, send: Send) -> None:
        """Add one more location that sends the value."""
        groups = (
            (self.locations, True),
            (self._with["guard"], send.is_guarded),
            (self._with["refresh"], send.is_refreshed),
            (self._oversized, send.calls == 1 and len(self._values) > VALUES_PER_CALL),
            (self._without_trigger, send.trigger is None and not (send.id or send.remarks)),
            (self._waiting, send.is_waiting),
        )
        for locations, is_one in groups:
            if is_one:
                locations.add(send.location)
        is_own = bool(send.attribute) and self._add_element(send)
        self._remarks += ((send.location, remark, send.trigger is None) for remark in send.remarks)
        if send.trigger is not None:
            self._triggers.setdefault(send.trigger.on, Locations()).add(send.location)
            self._is_bound = self._is_bound or bool(send.id) or send.is_everywhere
            if send.trigger.selector and not is_own:
                self._selectors[send.trigger.selector] = None

    def _add_element(self, send: Send) -> bool:
        """Add the element of a handler if a definition can have it; return whether the event now has this element."""
        element_id = dict(send.element.attributes).get(_ID, "")
        if not self._element_id and not id_problems(element_id):
            self._element_id = element_id
        try:
            adopted = _adopted(send)
        except NoElementError as error:
            if not (send.trigger and send.trigger.selector):
                self._why_none = self._why_none or str(error)
                self._others.add(send.location)
            return False
        _, first = self._elements.setdefault(_key(adopted.element), (send.location, adopted))
        if first.element != adopted.element:
            self._others.add(send.location)
            return False
        return True

    @property
    def _values(self) -> tuple[str, ...]:
        return (self.value,) if isinstance(self.value, str) else self.value

    @property
    def preferred_ids(self) -> Iterator[str]:
        """The ids that it may have, the best one first; some may be invalid."""
        yield from (self.row_id, self._element_id, slug(self._values[0]))
        yield from (slug(adopted.element.label) for _, adopted in self._elements.values())

    def event(self, event_id: str) -> Event:
        """Return the event with this id."""
        fields: dict[str, Any] = {name: bool(locations) for name, locations in self._with.items()}
        for name, (_, adopted) in self._elements.items():
            fields[name] = _with_id(adopted.element, event_id)
        fields.update(self._trigger)
        return Event(event_id, self.value, **fields)

    @property
    def _trigger(self) -> dict[str, str]:
        """The fields of the trigger, if it is the same at all locations."""
        if len(self._triggers) != 1:
            return {}
        [on] = self._triggers
        selector = ", ".join(self._selectors)
        # An event without a trigger is sent where its script is pasted; with `on = "load"` it is sent on every page.
        is_script = on == LOAD and not (selector or self._is_bound)
        is_usual = on == CLICK and (selector or self._elements)
        return {"selector": selector, "on": "" if is_script or is_usual else on}

    @property
    def is_uncertain(self) -> bool:
        """Whether its trigger is unknown or not the same everywhere."""
        return bool(self._without_trigger) or len(self._triggers) > 1 or any(is_why for _, _, is_why in self._remarks)

    def notes(self, event_id: str) -> Iterator[Problem]:
        """Yield the differences between the event with this id and the site."""
        key = event_key(event_id)
        first = self.locations.first
        if self.row_id not in ("", event_id):
            what = f"has the id {quoted(self.row_id)} in a binding, but that id is invalid or already used"
            yield Problem(what, "use the id of this event in the marked elements of the pages", key, first)
        yield from self._notes_of_trigger(key)
        if self._waiting:
            what = "is sent by a script that a tool delays, for example until the visitor consents"
            yield Problem(what, "delay its snippet or rtp-events.js in the same way", key, self._waiting.first)
        if self._oversized:
            number = len(self.value)
            what = f"the page sends {number} values in one call, but the API accepts at most {VALUES_PER_CALL}"
            made = -(-number // VALUES_PER_CALL)
            yield Problem(what, f"the snippets send them in {made} calls", (*key, "value"), self._oversized.first)
        for name, locations in self._with.items():
            if locations and locations.number < self.locations.number:
                what = f"is true, but the site has it at only {locations.number} of {self.locations.number} locations"
                yield Problem(what, key=(*key, name), location=locations.first)
        yield from self._notes_of_elements(event_id)

    def _notes_of_trigger(self, key: Key) -> Iterator[Problem]:
        if self._without_trigger:
            where = f"inside a function or under a condition, at {self._without_trigger}"
            what = f"is sent {where}: its trigger cannot be determined from the code"
            yield Problem(what, f"set {_TO_SET}", key, self._without_trigger.first)
        for location, remark, is_why in self._remarks:
            what = f'its trigger cannot be expressed with "on" and "selector": {remark}' if is_why else remark
            yield Problem(what, f"set the closest {_TO_SET}" if is_why else "", key, location)
        if len(self._triggers) > 1:
            listed = "; ".join(f"{on} at {locations}" for on, locations in self._triggers.items())
            what = f"is sent with different triggers: {listed}"
            hint = 'define an event for each trigger, or set "on" and "selector"'
            yield Problem(what, hint, key, self.locations.first)
        if kind_of(self._trigger.get("on", "")) == LOAD and not (self._trigger["selector"] or self._is_bound):
            what = "is sent on every page that loads rtp-events.js"
            hint = 'set a selector that matches only on its pages, such as "body.pricing"'
            yield Problem(what, hint, (*key, "on"), self.locations.first)

    def _notes_of_elements(self, event_id: str) -> Iterator[Problem]:
        key = event_key(event_id)
        for name, (location, adopted) in self._elements.items():
            if adopted.losses:
                what = f"loses attributes of the element: {named(adopted.losses, len(adopted.losses))}"
                yield Problem(what, f"a {name} in a definition cannot have them", (*key, name), location)
        if self._others and self._elements:
            first = " and the first ".join(self._elements)
            what = f"uses the first {first}; other elements also send it, at {self._others}"
            yield Problem(what, "paste its snippet there, or define other events for them", key, self._others.first)
        elif self._others:
            yield Problem(f"has no button or link: {self._why_none}", key=key, location=self._others.first)


def _adopted(send: Send) -> AdoptedElement:
    """Return the button or link that sends the same event; raise `NoElementError` if there is none."""
    if send.attribute != _ONCLICK:
        raise NoElementError(f"the call is in {send.attribute}, not in {_ONCLICK}")
    if not send.is_alone:
        raise NoElementError(f"the {_ONCLICK} does more than send the event")
    return adopted_element(send.element)


def _key(element: Element) -> str:
    """Return the key of an event for elements of this kind."""
    return next(name for name, kind in ELEMENTS.items() if isinstance(element, kind))


def _with_id(element: Element, event_id: str) -> Element:
    """Return the element without its id if that is the id of its event, which is the default."""
    attributes = {name: value for name, value in element.attributes.items() if (name, value) != (_ID, event_id)}
    return replace(element, attributes=attributes)
