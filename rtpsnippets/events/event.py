r"""An event: its id, its value, and its trigger.

An `Event` that exists can be sent: the constructor raises all problems at once.

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
from rtpsnippets.web.reserved_names import BINDING_NAME, HIDDEN_NAMES, RECORDER_NAME

ID_LENGTH = 64
"""How long an id may be: it is also used as a file name, with a suffix."""

Carrier = Literal["inline", "data"]
"""The possible values of `carrier`."""

CARRIERS: tuple[Carrier, ...] = get_args(Carrier)
INLINE, DATA = CARRIERS
"""How an element carries its event: a handler with the calls, or an attribute with the id, for the binding."""

EVENTS = "events"
"""The key of the events in a definitions file."""

_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
ELEMENTS: Mapping[str, type[Element]] = {"button": Button, "link": Link}
"""The fields of an event that are elements, by their keys."""

_WINDOWS_DEVICES = ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
_RESERVED = {
    **{name: f"inside a form it would hide {what}" for name, what in HIDDEN_NAMES.items()},
    BINDING_NAME: "the binding file has this name",
    RECORDER_NAME: "the recorder file has this name",
    **dict.fromkeys(_WINDOWS_DEVICES, "Windows reserves this name"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """One custom data event of Web Personalization.

    Args:
        id: Lower-case ASCII letters and digits with inner `-` and `_`, at most 64 characters; not `rtp`, `window`,
            `rtp-events`, `rtp-recorder` or a name that Windows reserves, because it is used as a file name and an HTML
            id.
        value: What the event sends: a string, or a sequence of any number of strings. Each is not empty and contains no
            lone surrogate.
        button: A button that sends the event.
        description: A note on what the event is for.
        owner: Who is responsible for the event.
        deprecated: Why the event should no longer be used; empty if it is not deprecated.
        link: A link that sends the event.
        was: Former values, a string or a sequence, which are sent after `value`.
        carrier: `inline` (the elements have a handler) or `data` (they have the event's id, and the binding sends it).
        guard: Whether the calls do nothing on a page without the RTP tag.
        refresh: Whether to add a call that can show a matching campaign.
        selector: A CSS selector of other elements that send the event, through the binding.
        on: When they send it: `click`, `submit`, `load`, `visible` or `after 60s` (any number of seconds).
        ignore: The names of warnings to turn off.

    Raises:
        ProblemsError: With all problems.

    Examples:
        >>> Event("my-event", "MyEvent", button=Button("Go")).calls
        ("rtp('send', 'event', { value: 'MyEvent' });",)
    """

    id: str
    value: str | Sequence[str]
    button: Button | None = None
    description: str = ""
    link: Link | None = field(default=None, kw_only=True)
    was: str | Sequence[str] = field(default=(), kw_only=True)
    owner: str = field(default="", kw_only=True)
    deprecated: str = field(default="", kw_only=True)
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
            if value is default:  # true of most fields; defaults need no check
                continue
            if found := FIELDS[name].problems(value):
                problems += under((name,), found)
            elif type(value) is not str and name not in ELEMENTS:
                object.__setattr__(self, name, _frozen(value))
        problems = problems or self._trigger_problems()
        if problems:
            raise ProblemsError(problems)

    def _trigger_problems(self) -> list[Problem]:
        """Return the problem of an element whose handler would send the event on a click, in addition to `on`."""
        if self.trigger == CLICK or self.carrier != INLINE or not self.elements:
            return []
        name = next(iter(self.elements))
        what = f"is {quoted(self.trigger)}, but a click on the {name} would also send it"
        return [Problem(what, f'remove "on" or the {name}, or use carrier = "data"', ("on",))]

    @property
    def own_values(self) -> tuple[str, ...]:
        """The strings of `value`, in order."""
        return texts(self.value)

    @property
    def former_values(self) -> tuple[str, ...]:
        """The strings of `was` that are not in `value`, in order."""
        own = set(self.own_values)
        return tuple(value for value in dict.fromkeys(texts(self.was)) if value not in own)

    @property
    def values(self) -> tuple[str, ...]:
        """The strings that the event sends, in order. With former values, each is sent once."""
        return tuple(dict.fromkeys(self.own_values + former)) if (former := self.former_values) else self.own_values

    @property
    def batches(self) -> tuple[str | tuple[str, ...], ...]:
        """What each call sends: the string, or up to four strings, the most that the API allows."""
        values = self.values
        if isinstance(self.value, str) and len(values) == 1:
            return (self.value,)
        return tuple(values[start : start + VALUES_PER_CALL] for start in range(0, len(values), VALUES_PER_CALL))

    @property
    def number_of_calls(self) -> int:
        """The number of calls."""
        return len(self.batches) + self.refresh

    @property
    def calls(self) -> tuple[str, ...]:
        """The calls, in order: one for each batch, then the one of `refresh`."""
        calls = tuple(map(call, self.batches))
        return (*calls, REFRESH) if self.refresh else calls

    @property
    def statements(self) -> tuple[str, ...]:
        """The calls as in a snippet: with `guard`, each has its guard."""
        return tuple(map(guarded, self.calls)) if self.guard else self.calls

    @property
    def handler(self) -> str:
        """The code of a handler that sends the event: its statements on one line."""
        return " ".join(self.statements)

    @property
    def elements(self) -> Mapping[str, Element]:
        """The elements of the event, by their keys in a definition."""
        return {name: element for name in ELEMENTS if (element := getattr(self, name)) is not None}

    def labeled(self, label: str) -> Event:
        """Return the event with another label on its elements; raise `ProblemsError` if the label is invalid."""
        button = self.button and replace(self.button, label=label)
        return replace(self, button=button, link=self.link and replace(self.link, label=label))

    @property
    def trigger(self) -> Trigger:
        """When the event is sent: the value of `on`, or `click`."""
        return self.on or CLICK

    @property
    def is_bound(self) -> bool:
        """Whether the binding is needed: for elements without a handler, or to send the event by itself."""
        return self.carrier == DATA or bool(self.selector) or self.trigger != CLICK

    @property
    def handler_name(self) -> str | None:
        """The attribute for the handler of a marked element; None if the binding sends the event."""
        return HANDLERS.get(self.trigger) if self.carrier == INLINE else None


def texts(value: str | Sequence[str]) -> tuple[str, ...]:
    """Return the strings of a value, which is one string or several."""
    return (value,) if isinstance(value, str) else tuple(value)


def event_key(event_id: str) -> Key:
    """Return the key path of an event."""
    return (EVENTS, event_id)


def checked_events(events: Iterable[Event]) -> list[Event]:
    """Return the events as a list; raise `TypeError` for anything else, such as the ids from the result of `load`."""
    given = list(events)
    for event in given:
        if not isinstance(event, Event):
            raise TypeError(f"expected an Event, not {type(event).__name__}; use .values() of the result of load")
    return given


def id_problems(value: object) -> list[Problem]:
    """Return the problems of an event id, with a valid one in the hint."""
    if not isinstance(value, str):
        return under(("id",), [wrong_type("a string", value)])
    if value in _RESERVED:
        return [Problem(f'the id must not be "{value}"', f'{_RESERVED[value]}; use "{value}-event"')]
    if _ID.fullmatch(value) and len(value) <= ID_LENGTH:
        return []
    rule = f"lower-case letters a-z and digits, with - and _ between them, at most {ID_LENGTH} characters"
    better = slug(value)
    return [Problem(f"invalid id {quoted(value)}", f'use "{better}": {rule}' if better else f"use {rule}")]


ID: Schema = {
    "type": "string",
    "pattern": whole(_ID.pattern),
    "maxLength": ID_LENGTH,
    "not": {"enum": list(_RESERVED)},
}
"""The JSON Schema of an event's id, which is a key."""


_MAX_SLUG_INPUT = 1_000
"""How many characters of a text are used for an id: normalizing can make megabytes of text 18 times longer."""


def slug(text: str) -> str:
    """Return the valid id that is closest to `text`; empty if there is none.

    >>> slug("Téléchargement: Livre blanc!"), slug("日本")
    ('telechargement-livre-blanc', '')
    """
    ascii_text = unicodedata.normalize("NFKD", text[:_MAX_SLUG_INPUT].casefold()).encode("ascii", "ignore").decode()
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
        hint = 'write a list of names in quotes: ["wildcard"]'
        return [replace(wrong_type("a list of warning names", value), hint=hint)]
    return _problems_of_each(warning_name_problems, value)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray, memoryview))


def _problems_of_each(rule: Rule, values: Sequence[object]) -> list[Problem]:
    return first(problem for at, value in enumerate(values) for problem in under((at,), rule(value)))


_VALUE: Schema = {**VALUE_TEXT, "type": ["string", "array"], "items": VALUE_TEXT, "minItems": 1}


def _element_problems(kind: type[Element], element: object) -> list[Problem]:
    return [] if element is None or isinstance(element, kind) else [wrong_type(f"a {kind.__name__}", element)]


def _carrier_problems(carrier: object) -> list[Problem]:
    what = f"must be {' or '.join(map(quoted, CARRIERS))}"
    return [] if carrier in CARRIERS else [Problem(what, 'use "data" with rtp-events.js, otherwise "inline"')]


def _frozen(value: object) -> object:
    return tuple(map(plain, value)) if _is_list(value) else plain(value)


FIELDS: Mapping[str, Field] = {
    "value": Field(
        _value_problems,
        _VALUE,
        "What the event sends: a string, or a list of any number of strings. Use exactly the same text in the segment.",
        ("download - example whitepaper", ["Pricing", "Security"]),
    ),
    **{
        name: Field(partial(_element_problems, kind), kind.schema(), kind.DESCRIPTION, kind.EXAMPLES)
        for name, kind in ELEMENTS.items()
    },
    "description": Field(
        any_text,
        ANY_TEXT,
        "A note on what the event is for. It does not appear on pages.",
        ("Counts visitors who want the whitepaper.",),
    ),
    "was": Field(
        _value_problems,
        _VALUE,
        "The former value, or a list of former values. They are also sent, after the value, so that segments that use "
        "them still match.",
        ("Demo", ["Demo", "Free demo"]),
    ),
    "owner": Field(
        any_text,
        ANY_TEXT,
        "Who is responsible for the event, such as a team. It does not appear on pages.",
        ("Web team",),
    ),
    "deprecated": Field(
        any_text,
        ANY_TEXT,
        "Why the event should no longer be used. It is still built; `rtpsnippets audit` reports the pages that use it.",
        ("The campaign ends in January.",),
    ),
    "carrier": Field(
        _carrier_problems,
        {"enum": list(CARRIERS)},
        "How buttons and links send the event. inline (default): by a handler with the calls. data: by their "
        "attribute data-rtp-event, for pages that forbid inline code; load the binding, rtp-events.js, on them.",
        (DATA,),
    ),
    "guard": Field(
        boolean, BOOLEAN, "true: on a page without the RTP tag the calls do nothing. Otherwise they cause an error."
    ),
    "refresh": Field(
        boolean,
        BOOLEAN,
        "true: another call follows, which can show a campaign that matches now that the event is sent.",
    ),
    "selector": Field(
        selector_problems,
        SELECTOR,
        "Which other elements of your pages send the event: a CSS selector. Load the binding, rtp-events.js, on "
        "these pages.",
        (".nav .download", "form.sign-up"),
    ),
    "on": Field(
        on_problems,
        ON,
        "When the event is sent. click: the default. submit: when a form is submitted. visible: when part of an "
        "element enters the viewport. load: when the page has loaded. after 60s: this many seconds after that. Load "
        "the binding, rtp-events.js, on these pages.",
        ("after 60s",),
    ),
    "ignore": Field(
        _ignore_problems,
        {"type": "array", "items": WARNING_NAME},
        "Warnings to turn off, by the names that `rtpsnippets check` prints.",
        (["wildcard"],),
    ),
}
"""The fields of an event except its id, which are the keys of a definition."""

_fields_of = attrgetter(*FIELDS)
_BY_NAME = {field.name: field.default for field in fields(Event)}
_DEFAULTS = [_BY_NAME[name] for name in FIELDS]
"""The default of each field; `MISSING` for the value, which has none."""
