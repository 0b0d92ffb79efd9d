r"""An event: its id, what it sends, and what sends it, and when.

An `Event` that exists can be sent: making one raises with all of its problems.

>>> event = Event("interests", ["Pricing", "Security", "APIs", "Case studies", "Webinars"])
>>> print(*event.calls, sep="\n")
rtp('send', 'event', { value: ['Pricing', 'Security', 'APIs', 'Case studies'] });
rtp('send', 'event', { value: ['Webinars'] });
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import partial
from operator import attrgetter
from typing import Literal, TypeGuard, get_args

from rtpsnippets.display import quoted
from rtpsnippets.errors import Key, Problem, ProblemsError, first, under
from rtpsnippets.events.button import Button
from rtpsnippets.events.element import Element
from rtpsnippets.events.field import Field, Rule, Schema, whole
from rtpsnippets.events.link import Link
from rtpsnippets.events.text_rules import (
    ANY_TEXT,
    BOOLEAN,
    VALUE_TEXT,
    any_text,
    boolean,
    plain,
    value_text,
    wrong_type,
)
from rtpsnippets.events.triggers import CLICK, HANDLERS, ON, SELECTOR, Trigger, on_problems, selector_problems
from rtpsnippets.events.warning_names import WARNING_NAME, warning_name_problems
from rtpsnippets.web.javascript import REFRESH, VALUES_PER_CALL, call, guarded
from rtpsnippets.web.reserved_names import BINDING_NAME, HIDDEN_NAMES

ID_LENGTH = 64
"""How long an id may be: it is a file name, with a suffix."""

Carrier = Literal["inline", "data"]
"""What `carrier` may be."""

CARRIERS: tuple[Carrier, ...] = get_args(Carrier)
INLINE, DATA = CARRIERS
"""What carries an event on an element: a handler with its calls, or an attribute with its id, for the binding."""

EVENTS = "events"
"""The key of a definitions file at which the events are."""

_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
ELEMENTS: Mapping[str, type[Element]] = {"button": Button, "link": Link}
"""The fields of an event that are elements, by their keys."""

_WINDOWS_DEVICES = ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
_RESERVED = {
    **{name: f"inside a form it would hide {what}" for name, what in HIDDEN_NAMES.items()},
    BINDING_NAME: "the file of the binding has that name",
    **dict.fromkeys(_WINDOWS_DEVICES, "Windows reserves it"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """One custom data event of Web Personalization.

    `id` is lower-case ASCII letters and digits with inner `-` and `_`, at most 64, and neither `rtp`,
    `window`, `rtp-events` nor a name that Windows reserves: it is a file name and an element's HTML id. `value` is
    what the event sends: a string, or a sequence of any number of strings, none of them empty; it may
    hold any character but a lone surrogate. `button` and `link` are elements that send it, `description`
    is a note on what the event is for. `carrier` is `inline` (the elements have a handler) or `data`
    (they have the event's id, and the binding sends it). `guard` lets the calls do nothing on a page
    without the tag; `refresh` adds the call that shows the campaign at once. `selector` and `on` are the
    trigger, for the binding: which other elements of a page send the event, and when: `click`, `submit`,
    `load`, `visible`, or `after 60s` (any number of seconds); empty if it says nothing. `ignore` has the
    names of warnings that are not to be given (`warning_names.WARNINGS`). Raises `ProblemsError` with every problem.

    >>> Event("my-event", "MyEvent", button=Button("Go")).calls
    ("rtp('send', 'event', { value: 'MyEvent' });",)
    """

    id: str
    value: str | Sequence[str]
    button: Button | None = None
    description: str = ""
    link: Link | None = field(default=None, kw_only=True)
    carrier: Carrier = field(default=INLINE, kw_only=True)
    guard: bool = field(default=False, kw_only=True)
    refresh: bool = field(default=False, kw_only=True)
    selector: str = field(default="", kw_only=True)
    on: Trigger = field(default="", kw_only=True)
    ignore: Sequence[str] = field(default=(), kw_only=True)

    def __post_init__(self) -> None:
        problems = id_problems(self.id)
        if type(self.id) is not str:
            object.__setattr__(self, "id", plain(self.id))
        for name, value, default in zip(FIELDS, _fields_of(self), _DEFAULTS, strict=True):
            if value is default:  # which most fields of most events are, and which needs no judging
                continue
            if found := FIELDS[name].problems(value):
                problems += under((name,), found)
            elif type(value) is not str and name not in ELEMENTS:
                object.__setattr__(self, name, _frozen(value))
        problems = problems or self._trigger_problems()
        if problems:
            raise ProblemsError(problems)

    def _trigger_problems(self) -> list[Problem]:
        """The problem of an element whose handler would send the event on a click, which `on` doesn't say."""
        if self.trigger == CLICK or self.carrier != INLINE or not self.elements:
            return []
        name = next(iter(self.elements))
        what = f"is {quoted(self.trigger)}, but a click on the {name} would also send it"
        return [Problem(what, f'remove "on" or the {name}, or write carrier = "data"', ("on",))]

    @property
    def values(self) -> tuple[str, ...]:
        """The strings that the event sends, in order."""
        return (self.value,) if isinstance(self.value, str) else tuple(self.value)

    @property
    def batches(self) -> tuple[str | tuple[str, ...], ...]:
        """What each call sends: the string, or the strings four by four, in order (the API takes no more)."""
        if isinstance(self.value, str):
            return (self.value,)
        starts = range(0, len(self.value), VALUES_PER_CALL)
        return tuple(tuple(self.value[start : start + VALUES_PER_CALL]) for start in starts)

    @property
    def number_of_calls(self) -> int:
        """How many calls the event makes."""
        return len(self.batches) + self.refresh

    @property
    def calls(self) -> tuple[str, ...]:
        """The calls that the event makes, in order: one for each batch, and with `refresh` that one."""
        calls = (call(self.value),) if isinstance(self.value, str) else tuple(map(call, self.batches))
        return (*calls, REFRESH) if self.refresh else calls

    @property
    def statements(self) -> tuple[str, ...]:
        """The calls as they stand in a snippet: each behind its guard, with `guard`."""
        return tuple(map(guarded, self.calls)) if self.guard else self.calls

    @property
    def handler(self) -> str:
        """The code of a handler that sends the event: its statements in a row."""
        return " ".join(self.statements)

    @property
    def elements(self) -> Mapping[str, Element]:
        """The elements that the event has, by the keys of a definition."""
        return {name: element for name in ELEMENTS if (element := getattr(self, name)) is not None}

    def labelled(self, label: str) -> Event:
        """The same event with another label on its elements; raises `ProblemsError` about `label`, by their rules."""
        button = self.button and replace(self.button, label=label)
        return replace(self, button=button, link=self.link and replace(self.link, label=label))

    @property
    def trigger(self) -> Trigger:
        """When the event is sent: what `on` says, or else on a click."""
        return self.on or CLICK

    @property
    def is_bound(self) -> bool:
        """Whether the binding is needed: for elements without a handler, or to send the event by itself."""
        return self.carrier == DATA or bool(self.selector) or self.trigger != CLICK

    @property
    def handler_name(self) -> str | None:
        """The attribute in which a marked element has the handler; None if its mark is for the binding."""
        return HANDLERS.get(self.trigger) if self.carrier == INLINE else None


def event_key(event_id: str) -> Key:
    """The key path at which an event stands."""
    return (EVENTS, event_id)


def checked_events(events: Iterable[Event]) -> list[Event]:
    """The events, as a list; raise `TypeError` for anything else, such as the ids that a mapping of events gives."""
    given = list(events)
    for event in given:
        if not isinstance(event, Event):
            raise TypeError(f"an Event is needed, not {type(event).__name__}; of what load returns, take .values()")
    return given


def id_problems(value: object) -> list[Problem]:
    """The problems of an event's id, with a better one to take."""
    if not isinstance(value, str):
        return under(("id",), [wrong_type("a string", value)])
    if value in _RESERVED:
        return [Problem(f'the id may not be "{value}"', f'{_RESERVED[value]}; take "{value}-event"')]
    if _ID.fullmatch(value) and len(value) <= ID_LENGTH:
        return []
    rule = f"an id is lower-case letters a-z and digits, with - and _ between them, at most {ID_LENGTH} characters"
    better = slug(value)
    return [Problem(f"bad id {quoted(value)}", f'{rule}; take "{better}"' if better else rule)]


ID: Schema = {
    "type": "string",
    "pattern": whole(_ID.pattern),
    "maxLength": ID_LENGTH,
    "not": {"enum": list(_RESERVED)},
}
"""What JSON Schema says of an event's id, which is a key."""


_SLUGGED = 1_000
"""How much of a text an id is made of: it may have ten megabytes, and each character become 18."""


def slug(text: str) -> str:
    """The nearest good id to `text`; empty where there is none.

    >>> slug("Téléchargement: Livre blanc!"), slug("日本")
    ('telechargement-livre-blanc', '')
    """
    ascii_text = unicodedata.normalize("NFKD", text[:_SLUGGED].casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9_]+", "-", ascii_text)
    good = words.strip("-_")[:ID_LENGTH].strip("-_")
    return good if not good or not id_problems(good) else f"{good}-event"


def _value_problems(value: object) -> list[Problem]:
    if isinstance(value, str):
        return value_text(value)
    if not _is_list(value):
        return [wrong_type("a string or a list of strings", value)]
    if not value:
        return [Problem("is an empty list", "write at least one value")]
    return _problems_of_each(value_text, value)


def _ignore_problems(value: object) -> list[Problem]:
    if not _is_list(value):
        hint = 'write the names in brackets, each in quotes: ["wildcard"]'
        return [replace(wrong_type("a list of names of warnings", value), hint=hint)]
    return _problems_of_each(warning_name_problems, value)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray, memoryview))


def _problems_of_each(rule: Rule, values: Sequence[object]) -> list[Problem]:
    return first(problem for at, value in enumerate(values) for problem in under((at,), rule(value)))


_VALUE: Schema = {**VALUE_TEXT, "type": ["string", "array"], "items": VALUE_TEXT, "minItems": 1}


def _element_problems(kind: type[Element], element: object) -> list[Problem]:
    return [] if element is None or isinstance(element, kind) else [wrong_type(f"a {kind.__name__}", element)]


def _carrier_problems(carrier: object) -> list[Problem]:
    known = " or ".join(f'"{name}"' for name in CARRIERS)
    return [] if carrier in CARRIERS else [Problem(f"must be {known}", "inline is a handler; data is for the binding")]


def _frozen(value: object) -> object:
    return tuple(map(plain, value)) if _is_list(value) else plain(value)


FIELDS: Mapping[str, Field] = {
    "value": Field(
        _value_problems,
        _VALUE,
        "What the event sends: a string, or a list of any number of strings. A segment matches if it has exactly the "
        "same text.",
        ("download - example whitepaper", ["Pricing", "Security"]),
    ),
    **{
        name: Field(partial(_element_problems, kind), kind.schema(), kind.DESCRIPTION, kind.EXAMPLES)
        for name, kind in ELEMENTS.items()
    },
    "description": Field(
        any_text,
        ANY_TEXT,
        "What the event is for: a note to people, which is on no page.",
        ("Counts the visitors that want the whitepaper.",),
    ),
    "carrier": Field(
        _carrier_problems,
        {"enum": list(CARRIERS)},
        "What buttons and links carry. inline: a handler with the calls; it is so without this key. data: the event's "
        "id, for pages that forbid inline code; they load the binding, rtp-events.js, which sends the event.",
        (DATA,),
    ),
    "guard": Field(
        boolean, BOOLEAN, "true: on a page without the RTP tag the calls do nothing; else they are an error."
    ),
    "refresh": Field(
        boolean,
        BOOLEAN,
        "true: one more call shows the campaign at once to whom it matches now that the event is sent.",
    ),
    "selector": Field(
        selector_problems,
        SELECTOR,
        "Which elements of your pages send the event, too: a selector as in a style sheet. For pages that load the "
        "binding, rtp-events.js.",
        (".nav .download", "form.sign-up"),
    ),
    "on": Field(
        on_problems,
        ON,
        "When the event is sent, on pages that load the binding, rtp-events.js. click: it is so without this key. "
        "submit: of a form. visible: when a part of an element comes into the window. load: when the page has loaded. "
        "after 60s: so many seconds later.",
        ("after 60s",),
    ),
    "ignore": Field(
        _ignore_problems,
        {"type": "array", "items": WARNING_NAME},
        "Warnings that are not to be given of this event, by the names that `rtpsnippets check` prints.",
        (["wildcard"],),
    ),
}
"""The fields of an event but its id: the keys that a definition has."""

_fields_of = attrgetter(*FIELDS)
_BY_NAME = {field.name: field.default for field in fields(Event)}
_DEFAULTS = [_BY_NAME[name] for name in FIELDS]
"""What each of the fields is if it isn't given; the value has no default, for which `MISSING` stands."""
