r"""Warn about events that can be sent but are probably wrong, such as values that are easily mistyped in a segment.

Segments are written by hand and should contain exactly the same text as the event.

>>> for warning in warn([Event("a", "Sale"), Event("b", "sale")]):
...     print(warning)
events.b.value: differs only in case or spaces from "Sale" at events.a.value [similar-values]
    use the same text for both, or make them clearly different
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rtpsnippets.display import cut, quoted
from rtpsnippets.errors import Key, Problem, key_path
from rtpsnippets.events.event import Event, event_key, texts
from rtpsnippets.events.invisible import is_nfc, unseen
from rtpsnippets.events.triggers import CLICK
from rtpsnippets.events.warning_names import (
    INVISIBLE,
    NOT_NFC,
    RELATIVE,
    RENAMED,
    REPEATED,
    SAME,
    SAME_SELECTOR,
    SEPARATOR,
    SILENT,
    SIMILAR,
    SPACES,
    WILDCARD,
)

_ONCE = "a value counts once per visitor session"
_SPACE = r"[^\S\x00-\x1f\x7f-\x9f\u2028\u2029]"  # other white space is reported as invisible
_EXTRA_SPACES = {
    "begins with a space": re.compile(rf"\A{_SPACE}"),
    "ends with a space": re.compile(rf"{_SPACE}\Z"),
    "contains two spaces in a row": re.compile(rf"{_SPACE}{{2}}"),
}


class _Trap(NamedTuple):
    """What is wrong with a value, if anything, and the hint."""

    found: Callable[[str], str]
    hint: str


def _extra_space(value: str) -> str:
    return next((what for what, pattern in _EXTRA_SPACES.items() if pattern.search(value)), "")


def _invisible(value: str) -> str:
    found = unseen(value)
    return f"contains an invisible character (U+{ord(found):04X}) at position {value.index(found) + 1}" if found else ""


_TRAPS = {
    WILDCARD: _Trap(
        lambda value: 'contains "*"' if "*" in value else "",
        "remove it; it may be treated as a wildcard in a segment",
    ),
    SEPARATOR: _Trap(
        lambda value: 'contains ";"' if ";" in value else "",
        "remove it; it may be treated as a separator in a segment",
    ),
    SPACES: _Trap(_extra_space, "remove the extra space; it is easy to miss in a segment"),
    INVISIBLE: _Trap(_invisible, "remove it, or use a normal space; it is hard to type into a segment"),
    NOT_NFC: _Trap(
        lambda value: "" if is_nfc(value) else "is not in the Unicode form NFC",
        "convert it to NFC; otherwise it may differ from the same text typed on a keyboard",
    ),
}

_HOST = re.compile(r"\s*(www\.[^\s/?#]+\.[^\W\d_]{2,}.*)", re.IGNORECASE)
"""An address that begins with a host name: without a scheme, browsers read that as the name of a file or folder."""

_UNUSUAL = re.compile(r"[*;]|^ | \Z|  ")


def _is_usual(value: str) -> bool:
    """Return whether no trap can match. This is fast, and true of most values."""
    return value.isascii() and value.isprintable() and not _UNUSUAL.search(value)


def warn(events: Iterable[Event]) -> Iterator[Problem]:
    """Yield the warnings about `events` that they do not ignore, each with its key.

    Their names are those of `warning_names.WARNINGS`. Adobe documents `*` as a wildcard for referrals, pages and
    browser versions, and `;` as a separator for cities and page URLs, but neither for Data Events.
    """
    seen = _Seen({}, {}, {})
    for event in events:
        for warning in _event_warnings(event, seen):
            if warning.rule not in event.ignore:
                yield warning


def _event_warnings(event: Event, seen: _Seen) -> Iterator[Problem]:
    """Yield the warnings about an event, and add its values to those seen."""
    if event.was or not isinstance(event.value, str):
        yield from _repeat_warnings(event)
    places = _places(event, "value", event.value)
    for value, at in places:
        if not _is_usual(value):
            yield from _value_warnings(value, at)
    for value, at in places:
        if problem := seen.add(value, at, event):
            yield problem
    if event.was:
        yield from _renamed_warnings(event, seen)
    if problem := seen.add_selector(event):
        yield problem
    if event.elements and event.trigger != CLICK:
        yield from _element_warnings(event)
    if event.link and (found := _HOST.match(str(event.link.attributes["href"]))):
        what = 'has no "https://" before "www.", so it points to a page on your own site'
        yield Problem(what, f"write https://{cut(found[1])}", (*event_key(event.id), "link", "href"), rule=RELATIVE)


def _repeat_warnings(event: Event) -> Iterator[Problem]:
    """Yield the warnings about repeated values."""
    own = Counter(event.own_values)
    for name, counts in (("value", own), ("was", Counter(texts(event.was)))):
        for value, times in counts.items():
            if times > 1:
                where = f" {times} times"
            elif name == "was" and value in own:
                where = ', which is also in "value"'
            else:
                continue
            what = f"contains the value {quoted(value)}{where}"
            yield Problem(what, f"remove the repetition; {_ONCE}", (*event_key(event.id), name), rule=REPEATED)


def _renamed_warnings(event: Event, seen: _Seen) -> Iterator[Problem]:
    """Yield the warnings about former values. They cannot be changed, so they are only compared with other events."""
    if event.former_values:
        hint = "once all segments use the new value, remove this key"
        yield Problem("is still sent, for segments that use it", hint, (*event_key(event.id), "was"), rule=RENAMED)
    for value, at in _places(event, "was", event.was):
        if problem := seen.add_former(value, at, event):
            yield problem


def _value_warnings(value: str, at: Key) -> Iterator[Problem]:
    """Yield the warnings about one value."""
    for name, trap in _TRAPS.items():
        if found := trap.found(value):
            yield Problem(found, trap.hint, at, rule=name)


class _Seen(NamedTuple):
    """The values and selectors of the events so far, except of events that ignore the warning.

    `places` maps each value to the key of the first, `alike` each value without case and spaces to the first such value
    and its key, and `selectors` each selector with its trigger to the key of the first.
    """

    places: dict[str, Key]
    alike: dict[str, tuple[str, Key]]
    selectors: dict[tuple[str, str], Key]

    def add(self, value: str, at: Key, event: Event) -> Problem | None:
        """Add a value of an event; return the warning that compares it with the earlier ones, if any."""
        own = (value, at)
        twin = at if SAME in event.ignore else self.places.setdefault(value, at)
        folded = "".join(value.casefold().split())  # without case and spaces
        other, place = own if SIMILAR in event.ignore else self.alike.setdefault(folded, own)
        if twin is not at:
            return _same(twin, at)
        if other != value:
            what = f"differs only in case or spaces from {quoted(other)} at {key_path(place)}"
            return Problem(what, "use the same text for both, or make them clearly different", at, rule=SIMILAR)
        return None

    def add_former(self, value: str, at: Key, event: Event) -> Problem | None:
        """Add a former value of an event; return a warning if another event has it."""
        twin = at if SAME in event.ignore else self.places.setdefault(value, at)
        return None if twin[:2] == at[:2] else _same(twin, at)

    def add_selector(self, event: Event) -> Problem | None:
        """Add the selector of an event; return a warning if the same elements send another event."""
        at = (*event_key(event.id), "selector")
        if not event.selector or SAME_SELECTOR in event.ignore:
            return None
        twin = self.selectors.setdefault((event.selector, event.trigger), at)
        hint = "the same elements send both events; use a more specific selector to send only one"
        return None if twin is at else Problem(f"is the same as {key_path(twin)}", hint, at, rule=SAME_SELECTOR)


def _same(twin: Key, at: Key) -> Problem:
    hint = f"use another value to tell the events apart; {_ONCE}"
    return Problem(f"is the same as {key_path(twin)}", hint, at, rule=SAME)


def _element_warnings(event: Event) -> Iterator[Problem]:
    """Yield the warnings about elements on which a click sends nothing."""
    for name in event.elements:
        what = f'is "{event.on}", so a click on the {name} sends nothing'
        yield Problem(what, 'remove "on" to send the event on a click', (*event_key(event.id), "on"), rule=SILENT)


def _places(event: Event, name: str, value: str | Sequence[str]) -> Iterable[tuple[str, Key]]:
    """Return the distinct strings of the field `name` of an event, each with the key of its first location."""
    key = (*event_key(event.id), name)
    if isinstance(value, str):
        return ((value, key),)
    places: dict[str, Key] = {}
    for at, each in enumerate(value):
        places.setdefault(each, (*key, at))
    return places.items()
