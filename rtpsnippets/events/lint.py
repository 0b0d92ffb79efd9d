r"""Warn about what is odd but can be sent: values that nobody types exactly into a segment, above all.

An event works only if the value in the page and the value in the segment are the same, and a person
types the second one by hand.

>>> for warning in warn([Event("a", "Sale"), Event("b", "sale")]):
...     print(warning)
events.b.value: differs only by case or blanks from "Sale" at events.a.value [similar-values]
    write both alike, or so that nobody takes one for the other
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rtpsnippets.display import cut, quoted
from rtpsnippets.errors import Key, Problem, key_path
from rtpsnippets.events.event import EVENTS, Event, event_key
from rtpsnippets.events.invisible import is_nfc, unseen
from rtpsnippets.events.triggers import CLICK
from rtpsnippets.events.warning_names import (
    BLANKS,
    INVISIBLE,
    NOT_NFC,
    RELATIVE,
    REPEATED,
    SAME,
    SAME_SELECTOR,
    SEPARATOR,
    SILENT,
    SIMILAR,
    WILDCARD,
)

_ONCE = "counts once per visitor session"
_BLANK = r"[^\S\x00-\x1f\x7f-\x9f\u2028\u2029]"  # the others are controls
_BLANKS = {
    "a blank at its beginning": re.compile(rf"\A{_BLANK}"),
    "a blank at its end": re.compile(rf"{_BLANK}\Z"),
    "two blanks in a row": re.compile(rf"{_BLANK}{{2}}"),
}


class _Trap(NamedTuple):
    """What makes a value hard to type: what it has of that, empty if nothing; and what to do."""

    found: Callable[[str], str]
    hint: str


def _odd_blank(value: str) -> str:
    return next((what for what, pattern in _BLANKS.items() if pattern.search(value)), "")


def _invisible(value: str) -> str:
    sign = unseen(value)
    return f"a character that can't be seen (U+{ord(sign):04X}) as character {value.index(sign) + 1}" if sign else ""


_TRAPS = {
    WILDCARD: _Trap(
        lambda value: 'a "*"' if "*" in value else "",
        "in a segment it is a wildcard, and other values match as well; leave it out",
    ),
    SEPARATOR: _Trap(
        lambda value: 'a ";"' if ";" in value else "",
        "in a segment it ends a value, and another begins; leave it out",
    ),
    BLANKS: _Trap(_odd_blank, "in a segment nobody sees it, and without it nothing matches; leave it out"),
    INVISIBLE: _Trap(_invisible, "nobody can type it into a segment; leave it out, or write a plain blank"),
    NOT_NFC: _Trap(
        lambda value: "" if is_nfc(value) else "a character that can be written in another way",
        "the other one looks alike, and a keyboard may make it; write the value in Unicode's NFC",
    ),
}

_HOST = re.compile(r"\s*(www\.[^\s/?#]+\.[^\W\d_]{2,}.*)", re.IGNORECASE)
"""An address that begins with the name of a host, which a browser takes for the name of a file or folder."""

_UNUSUAL = re.compile(r"[*;]|^ | \Z|  ")


def _is_usual(value: str) -> bool:
    """Whether no trap finds anything in a value, as in most."""
    return value.isascii() and value.isprintable() and not _UNUSUAL.search(value)


def warn(events: Iterable[Event]) -> Iterator[Problem]:
    """Yield a problem for all that is odd about `events`, with its key; what an event ignores is not said of it.

    The names of the warnings are those of `warning_names.WARNINGS`. That a segment takes `*` for a wildcard
    and `;` for a separator is what the page on Web Personalization's segments says of "Data Events".
    """
    seen = _Seen({}, {}, {})
    for event in events:
        for warning in _of_event(event, seen):
            if warning.rule not in event.ignore:
                yield warning


def _of_event(event: Event, seen: _Seen) -> Iterator[Problem]:
    """What is odd about an event, whose values are added to those seen."""
    if not isinstance(event.value, str):
        yield from _of_repeats(event)
    places = _places(event)
    for value, at in places:
        if not _is_usual(value):
            yield from _of_value(value, at)
    for value, at in places:
        if problem := seen.add(value, at, event):
            yield problem
    if problem := seen.add_selector(event):
        yield problem
    if event.elements and event.trigger != CLICK:
        yield from _of_elements(event)
    if event.link and (found := _HOST.match(str(event.link.attributes["href"]))):
        what = 'has no "https://" before "www.", so it leads to a page of your own site'
        yield Problem(what, f"write https://{cut(found[1])}", (*event_key(event.id), "link", "href"), rule=RELATIVE)


def _of_repeats(event: Event) -> Iterator[Problem]:
    """What is odd about the values beside each other."""
    for value, times in Counter(event.values).items():
        if times > 1:
            what = f"has the value {quoted(value)} {times} times"
            yield Problem(what, f"it {_ONCE}", _value_key(event), rule=REPEATED)


def _of_value(value: str, at: Key) -> Iterator[Problem]:
    """What is odd about a value by itself."""
    for name, trap in _TRAPS.items():
        if found := trap.found(value):
            yield Problem(f"has {found}", trap.hint, at, rule=name)


class _Seen(NamedTuple):
    """The values and selectors so far, but those of events that ignore it.

    Where each value stands, the first of those alike, and the first event with each selector and trigger.
    """

    places: dict[str, Key]
    alike: dict[str, tuple[str, Key]]
    selectors: dict[tuple[str, str], Key]

    def add(self, value: str, at: Key, event: Event) -> Problem | None:
        """Add a value of an event; return what is odd about it beside those that were there."""
        own = (value, at)
        twin = at if SAME in event.ignore else self.places.setdefault(value, at)
        folded = "".join(value.casefold().split())  # without case and spaces
        other, place = own if SIMILAR in event.ignore else self.alike.setdefault(folded, own)
        if twin is not at:
            return Problem(f"is the same as {key_path(twin)}", f"it {_ONCE}, whichever event sends it", at, rule=SAME)
        if other != value:
            what = f"differs only by case or blanks from {quoted(other)} at {key_path(place)}"
            return Problem(what, "write both alike, or so that nobody takes one for the other", at, rule=SIMILAR)
        return None

    def add_selector(self, event: Event) -> Problem | None:
        """Add the selector of an event; return a problem if another one is sent by the same elements."""
        at = (*event_key(event.id), "selector")
        if not event.selector or SAME_SELECTOR in event.ignore:
            return None
        twin = self.selectors.setdefault((event.selector, event.trigger), at)
        hint = "each of these elements sends both events; to send one of them, write more of its selector"
        return None if twin is at else Problem(f"is the same as {key_path(twin)}", hint, at, rule=SAME_SELECTOR)


def _of_elements(event: Event) -> Iterator[Problem]:
    """What is odd about the elements: a click on them sends nothing."""
    for name in event.elements:
        what = f'is "{event.on}", so that a click on its {name} sends nothing'
        yield Problem(what, 'remove "on", so that a click sends it', (*event_key(event.id), "on"), rule=SILENT)


def _places(event: Event) -> Iterable[tuple[str, Key]]:
    """The different values of an event, each with the key at which it stands first."""
    key = _value_key(event)
    if isinstance(event.value, str):
        return ((event.value, key),)
    places: dict[str, Key] = {}
    for at, value in enumerate(event.value):
        places.setdefault(value, (*key, at))
    return places.items()


def _value_key(event: Event) -> Key:
    return (EVENTS, event.id, "value")
