"""Strategies for the properties: texts that fool readers, valid events, and data that is almost a definition.

>>> from hypothesis import find
>>> find(IDS, lambda drawn: "-" in drawn)
'0-0'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from rtpsnippets import Button, Event, Link
from tests.hostile import TEXTS, address_form, class_form, data_form, label_form

Model = dict[str, dict[str, Any]]
"""A valid definition as plain data, whatever the format."""

SCALARS = st.characters(exclude_categories=["Cs"])
"""Every character except surrogates."""

PUNCTUATION = " -.,;!?()/"
"""The punctuation that is not escaped in a literal."""

_MEETING = st.text(alphabet=PUNCTUATION + "awWxX19'\"<&\n|é😀", max_size=12)
_SHORT_TEXTS = [text for text in TEXTS if len(text) <= 100]
# Drawn by number: Hypothesis would print a strategy with all texts.
_HOSTILE = st.integers(0, len(_SHORT_TEXTS) - 1).map(lambda number: _SHORT_TEXTS[number])
_PIECES = st.one_of(_MEETING, _HOSTILE, st.text(SCALARS, max_size=6))

TEXT = st.one_of(_PIECES, st.lists(_PIECES, max_size=4).map("".join))
"""Any text that can be sent, often one in which neighbours matter."""

# In one alphabet Hypothesis would rarely draw one of the few surrogates.
BROKEN_TEXT = st.lists(st.one_of(st.text(SCALARS, max_size=3), st.characters(categories=["Cs"])), max_size=5).map(
    "".join
)
"""Any Python string, also one that no file can contain."""

VALUE_TEXT = TEXT.filter(bool)
VALUES: st.SearchStrategy[list[str]] = st.lists(VALUE_TEXT, min_size=1, max_size=6)
VALUE: st.SearchStrategy[str | list[str]] = st.one_of(VALUE_TEXT, VALUES)
LABEL = TEXT.map(label_form)
_DATA = TEXT.map(data_form)
_CLASS = TEXT.map(class_form)

IDS = st.one_of(
    st.text("abyz019-_", min_size=1, max_size=12).map(lambda text: text.strip("-_") or "0"),
    st.sampled_from(["z" * 64, "com10", "rtp-event", "a--b", "true", "no", "1", "0x1", "e1"]),
)
"""Valid ids, some of which a format could read as a number or a boolean."""

_ELEMENT_NAME = st.text("abR7-é'<&\"=", min_size=1, max_size=8)
ATTRIBUTES: st.SearchStrategy[Mapping[str, str | bool]] = st.fixed_dictionaries(
    {},
    optional={
        "id": _ELEMENT_NAME,
        "name": _ELEMENT_NAME,
        "class": _CLASS,
        "title": _DATA,
        "disabled": st.booleans(),
        "data-x-1": _DATA,
        "aria-label": LABEL,
    },
)
BUTTONS = st.builds(Button, LABEL, ATTRIBUTES)

_BEFORE_ADDRESSES = ["./", "#", "?", "//", "https://example.com/", "HTTP://", "mailto:", "tel:", "\N{EN SPACE}/"]
ADDRESSES = st.tuples(st.sampled_from(_BEFORE_ADDRESSES), TEXT.map(address_form)).map("".join)
LINK_ATTRIBUTES: st.SearchStrategy[Mapping[str, str | bool]] = st.fixed_dictionaries(
    {"href": ADDRESSES},
    optional={
        "target": st.sampled_from(["_blank", "_BLANK", "_self", "mine", "a & b"]),
        "rel": LABEL,
        "download": st.booleans() | LABEL,
        "hreflang": LABEL,
        "type": LABEL,
        "id": _ELEMENT_NAME,
        "class": _CLASS,
        "title": _DATA,
        "data-x-1": _DATA,
    },
)
LINKS = st.builds(Link, LABEL, LINK_ATTRIBUTES)

_LEAVES_STRING = str.maketrans(dict.fromkeys('"\\\n'))
SELECTORS = st.one_of(
    st.sampled_from([".nav .download", "#a > b", "a[href$='.pdf' i]", ":not(p, [x])", r".\31 a\{"]),
    TEXT.map(lambda text: f'[title="{text.translate(_LEAVES_STRING)}"]'),
)
TRIGGERS = st.one_of(
    st.sampled_from(["", "click", "submit", "load", "visible"]), st.integers(1, 99_999).map("after {}s".format)
)
_CALLS = {"guard": st.booleans(), "refresh": st.booleans()}
_SHARED = {"carrier": st.sampled_from(["inline", "data"]), **_CALLS}
SENDING: st.SearchStrategy[Mapping[str, Any]] = st.fixed_dictionaries(
    {}, optional={**_SHARED, "selector": SELECTORS, "on": TRIGGERS, "was": VALUE, "owner": TEXT, "deprecated": TEXT}
)
"""How and when an event is sent, and what is said about it: the keyword-only fields of an event, except the link."""


def agreeing(fields: Mapping[str, Any], shared: Mapping[str, Any] = MappingProxyType({})) -> dict[str, Any]:
    """The fields of an event, without `on` if it would contradict the handler of a button or link."""
    has_handler = {"button", "link"} & fields.keys() and {**shared, **fields}.get("carrier") != "data"
    is_clicked = fields.get("on", "") in ("", "click")
    return {name: value for name, value in fields.items() if name != "on" or is_clicked or not has_handler}


SCRIPTED_EVENTS = st.builds(
    lambda event_id, value, sending: Event(event_id, value, **sending),
    *(IDS, VALUE, st.fixed_dictionaries({}, optional={**_CALLS, "on": st.sampled_from(["", "load"])})),
)
"""Events that are offered as a script."""

_ANY_EVENTS = st.builds(
    lambda event_id, value, description, elements, sending: Event(
        event_id, value, description=description, **agreeing({**elements, **sending})
    ),
    *(IDS, VALUE, TEXT, st.fixed_dictionaries({}, optional={"button": BUTTONS, "link": LINKS}), SENDING),
)
EVENTS = st.one_of(_ANY_EVENTS, _ANY_EVENTS, SCRIPTED_EVENTS)
MANY_EVENTS = st.lists(EVENTS, min_size=1, max_size=4, unique_by=lambda event: event.id)


def _elements(attributes: st.SearchStrategy[Mapping[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda label, attributes: {"label": label, **attributes}, LABEL, attributes)


_TABLES: st.SearchStrategy[dict[str, Any]] = st.builds(
    lambda table, sending: {**table, **sending},
    st.fixed_dictionaries(
        {"value": VALUE},
        optional={"button": LABEL | _elements(ATTRIBUTES), "link": _elements(LINK_ATTRIBUTES), "description": TEXT},
    ),
    SENDING,
)
_DEFAULTS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({}, optional={**_SHARED, "class": _CLASS})


def _agreeing(model: Model) -> Model:
    defaults = model.get("defaults", {})
    return {**model, "events": {event_id: agreeing(table, defaults) for event_id, table in model["events"].items()}}


MODELS: st.SearchStrategy[Model] = st.fixed_dictionaries(
    {"events": st.dictionaries(IDS, _TABLES, min_size=1, max_size=3)}, optional={"defaults": _DEFAULTS}
).map(_agreeing)


def events_of(model: Model) -> list[Event]:
    """The events of a model, created without a file."""
    defaults = model.get("defaults", {})
    return [_event_of(event_id, table, defaults) for event_id, table in model["events"].items()]


def _event_of(event_id: str, table: Mapping[str, Any], defaults: Mapping[str, Any]) -> Event:
    of_event = {name: value for name, value in defaults.items() if name != "class"}
    of_elements = {name: value for name, value in defaults.items() if name == "class"}
    fields = {**of_event, **table}
    for name, kind in (("button", Button), ("link", Link)):
        if name in table:
            given = {"label": table[name]} if isinstance(table[name], str) else table[name]
            attributes = {**of_elements, **given}
            fields[name] = kind(attributes.pop("label"), attributes)
    return Event(event_id, **fields)


_KEYS = st.sampled_from(
    [
        *("events", "value", "valeu", "button", "label", "description", "class", "onclick", "a", "B b", "defaults"),
        *("link", "href", "carrier", "guard", "refresh", "selector", "on"),
    ]
)
_NAMES = st.one_of(_KEYS, st.text(SCALARS, max_size=4))
_LEAVES = st.one_of(
    st.text(SCALARS, max_size=4), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(), st.times()
)


def _nested(leaves: st.SearchStrategy[Any], names: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.recursive(
        leaves, lambda below: st.lists(below, max_size=3) | st.dictionaries(names, below, max_size=3), max_leaves=8
    )


def _near_definition(below: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    table = st.dictionaries(_NAMES, below, max_size=4)
    return st.fixed_dictionaries({"events": st.one_of(below, st.dictionaries(_NAMES, table | below, max_size=3))})


_JSON_LEAVES = st.one_of(st.none(), st.text(SCALARS, max_size=4), st.booleans(), st.integers(), st.floats())
JSON_DATA = st.one_of(_nested(_JSON_LEAVES, _NAMES), _near_definition(_nested(_JSON_LEAVES, _NAMES)))
"""Anything that JSON can express, mostly about events."""

TOML_DATA = st.one_of(
    st.dictionaries(_NAMES, _nested(_LEAVES, _NAMES), max_size=3), _near_definition(_nested(_LEAVES, _NAMES))
)
"""Anything that TOML can express, mostly about events."""

_YAML_LEAVES = st.one_of(st.none(), _LEAVES.filter(lambda leaf: not isinstance(leaf, dt.time)))
_YAML_NAMES = st.one_of(_NAMES, st.none(), st.booleans(), st.integers(), st.dates(), st.just("<<"), st.just(("a",)))
YAML_DATA = st.one_of(_nested(_YAML_LEAVES, _YAML_NAMES), _near_definition(_nested(_YAML_LEAVES, _YAML_NAMES)))
"""Anything that YAML's plain types can express, mostly about events."""
