"""Describe how definitions have changed, in terms of segments and pages.

>>> old, new = Event("demo", "Demo"), Event("demo", "Demo request")
>>> for change in changes_between({"demo": old}, {"demo": new}):
...     print(f"{change.id}: {change.what}")
demo: the value "Demo" becomes "Demo request"; segments with "Demo" no longer match
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from rtpsnippets.display import count, cut, quoted
from rtpsnippets.events.element import LABEL, Element
from rtpsnippets.events.event import DATA, ELEMENTS, INLINE, Event
from rtpsnippets.events.invisible import as_json, is_clear
from rtpsnippets.snippets.formats import BINDING_FILE, sender
from rtpsnippets.snippets.render import snippets_of
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE, EVENT_CLASS_PREFIX

Kind = Literal["event", "value", "trigger", "element", "code", "documentation"]
"""What a change is about."""

DOCUMENTATION: Kind = "documentation"

_LISTED = 10
"""How many values one sentence lists."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between old and new definitions of an event.

    `text` contains `{}` for each of `quotes`, which are texts from the definitions. `breaks` means that a segment no
    longer matches.
    """

    id: str
    kind: Kind
    text: str
    quotes: tuple[str, ...] = ()
    breaks: bool = False

    @property
    def what(self) -> str:
        """The difference as a sentence that follows the id of the event."""
        return self.text.format(*map(_shown, self.quotes))

    @property
    def is_documentation(self) -> bool:
        """Whether neither segments nor pages are affected."""
        return self.kind == DOCUMENTATION


def changes_between(old: Mapping[str, Event], new: Mapping[str, Event]) -> list[Change]:
    """Return the changes from `old` to `new` events by id, in the order of the new ones, then those removed.

    A segment breaks if no event sends its value any longer. An event that only has another id is not new.
    """
    senders: dict[str, list[str]] = {}
    for event in new.values():
        for value in dict.fromkeys(event.values):
            senders.setdefault(value, []).append(event.id)
    renamed = _renamed(old, new)
    before = {event_id: old.get(renamed.get(event_id, event_id)) for event_id in new}
    found = {
        event.id: list(_changes(known, event, senders)) if (known := before[event.id]) else [_added(event)]
        for event in new.values()
    }
    same = [event for event in new.values() if not found[event.id]]
    for event_id, change in _code_changes([old[event.id] for event in same], same):
        found[event_id] = [change]
    kept = {*new, *renamed.values()}
    gone = [event for event in old.values() if event.id not in kept]
    return [change for of_event in found.values() for change in of_event] + [_removed(event, senders) for event in gone]


def summary(changes: Iterable[Change]) -> str:
    """Return how many changes there are, in how many events, and how many of them break segments.

    >>> summary([Change("a", "value", "...", breaks=True), Change("a", "element", "...")])
    '2 changes in 1 event; 1 breaks segments.'
    """
    changes = list(changes)
    if not changes:
        return "No changes."
    breaking = sum(change.breaks for change in changes)
    effect = f"{breaking} {'breaks' if breaking == 1 else 'break'} segments" if breaking else "no segment breaks"
    return f"{count(len(changes), 'change')} in {count(len({change.id for change in changes}), 'event')}; {effect}."


def _shown(text: str) -> str:
    return quoted(text) if is_clear(text) else as_json(cut(text))


def _listed(texts: Iterable[str]) -> tuple[str, list[str]]:
    """Return the text that lists `texts`, and those to quote in it."""
    each = list(texts)
    if len(each) > _LISTED:
        return ", ".join(["{}"] * _LISTED) + f" and {len(each) - _LISTED} more", each[:_LISTED]
    return " and ".join(filter(None, (", ".join(["{}"] * (len(each) - 1)), "{}"))), each


def _apart(old: str, new: str) -> tuple[str, str]:
    """Return both texts, without their common beginning if they would look the same when they are cut."""
    if cut(old) != cut(new):
        return old, new
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))) - 10
    return f"...{old[start:]}", f"...{new[start:]}"


def _renamed(old: Mapping[str, Event], new: Mapping[str, Event]) -> dict[str, str]:
    """Return the old ids by the new ones: of one event removed and one added that send the same values."""
    removed, added = (
        [event for event in one.values() if event.id not in other] for one, other in ((old, new), (new, old))
    )
    by_values: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}
    for at, events in enumerate((removed, added)):
        for event in events:
            by_values.setdefault(event.values, ([], []))[at].append(event.id)
    return {after[0]: before[0] for before, after in by_values.values() if len(before) == len(after) == 1}


def _added(event: Event) -> Change:
    text, quotes = _listed(dict.fromkeys(event.values))
    return Change(event.id, "event", f"is new; it sends {text}", tuple(quotes))


def _removed(event: Event, senders: Mapping[str, list[str]]) -> Change:
    return _lost(event.id, "event", "is removed", (), event.values, senders)


def _lost(  # noqa: PLR0913, PLR0917 (the parts of one sentence)
    event_id: str,
    kind: Kind,
    text: str,
    quotes: tuple[str, ...],
    values: Iterable[str],
    senders: Mapping[str, list[str]],
) -> Change:
    """Return the change `text`, and what it means for segments with `values`, which the event no longer sends."""
    by_senders: dict[tuple[str, ...], list[str]] = {}
    for value in dict.fromkeys(values):
        by_senders.setdefault(tuple(senders.get(value, ())), []).append(value)
    for others, lost in sorted(by_senders.items(), key=lambda item: item[0]):  # those that no event sends come first
        these, quoted_values = _listed(lost)
        events, ids = _listed(others)
        match = f"now match only the event{'s' if ids[1:] else ''} {events}" if ids else "no longer match"
        text += f"; segments with {these} {match}"
        quotes += (*quoted_values, *ids)
    return Change(event_id, kind, text, quotes, breaks=() in by_senders)


def _changes(old: Event, new: Event, senders: Mapping[str, list[str]]) -> Iterator[Change]:
    if old.id != new.id:
        marks = f'{EVENT_ATTRIBUTE}="{old.id}", the class {EVENT_CLASS_PREFIX}{old.id} and shortcodes'
        text = f"the id {{}} becomes {{}}, but its values are the same; on your pages, change {marks}"
        yield Change(new.id, "event", f"{text}; the names of its files also change", (old.id, new.id))
    yield from _value_changes(old, new, senders)
    if (old.trigger, old.selector) != (new.trigger, new.selector):
        (now, selector), (before, old_selector) = _sender(new), _sender(old)
        yield Change(new.id, "trigger", f"is now {now}; before, it was {before}", (*selector, *old_selector))
    for name, texts in _SETTINGS.items():
        if (setting := getattr(new, name)) != getattr(old, name):
            yield Change(new.id, "trigger", texts[setting])
    for name in ELEMENTS:
        yield from _element_changes(new.id, name, old.elements.get(name), new.elements.get(name))
    if old.deprecated != new.deprecated:
        text = "is deprecated: {}" if new.deprecated else "is no longer deprecated"
        yield Change(new.id, DOCUMENTATION, text, (new.deprecated,) if new.deprecated else ())
    for name, text in _NOTES.items():
        if getattr(new, name) != getattr(old, name):
            yield Change(new.id, DOCUMENTATION, text)


_SETTINGS: Mapping[str, Mapping[object, str]] = {
    "carrier": {
        DATA: f"is now sent by {BINDING_FILE} (carrier); load it, and paste the snippets again",
        INLINE: "is now sent by inline handlers (carrier); paste the snippets again",
    },
    "guard": {
        True: "its calls now do nothing on a page without the RTP tag (guard)",
        False: "its calls now cause an error on a page without the RTP tag (guard)",
    },
    "refresh": {
        True: "another call now follows, which can show a matching campaign (refresh)",
        False: "the other call, which could show a matching campaign, no longer follows (refresh)",
    },
}
_NOTES = {
    "description": "the description changes",
    "owner": "the owner changes",
    "ignore": "the ignored warnings change",
}


def _value_changes(old: Event, new: Event, senders: Mapping[str, list[str]]) -> Iterator[Change]:
    found, kept = list(_value_texts(old, new)), set(new.former_values)
    for text, quotes, lost in found:
        if lost in kept:
            still = f"{text}; {{}} is still sent (was), so no segment breaks"
            yield Change(new.id, "value", still, (*quotes, lost))
        else:
            yield _lost(new.id, "value", text, quotes, [lost] if lost else [], senders)
    if not found and old.values != new.values:
        how = "in another order" if sorted(old.values) == sorted(new.values) else "with other repetitions"
        yield Change(new.id, "value", f"sends the same values {how}; no segment breaks")


def _value_texts(old: Event, new: Event) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield what has changed in the values: a text with its quotes, and the value that is no longer one of them."""
    were, are, sent, is_sent = set(old.own_values), set(new.own_values), set(old.values), set(new.values)
    removed = [value for value in dict.fromkeys(old.own_values) if value not in are]
    added = [value for value in dict.fromkeys(new.own_values) if value not in were]
    if len(removed) == len(added):
        for was, now in zip(removed, added, strict=True):
            yield "the value {} becomes {}", _apart(was, now), was
    else:
        yield from (("the value {} is removed", (value,), value) for value in removed)
        again = "the former value {} is a value again"
        yield from ((again if value in sent else "also sends the value {}", (value,), "") for value in added)
    former = (value for value in old.former_values if value not in is_sent)
    yield from (("the former value {} is removed", (value,), value) for value in former)
    yield from (("also sends the former value {}", (value,), "") for value in new.former_values if value not in sent)


def _sender(event: Event) -> tuple[str, tuple[str, ...]]:
    """Return what sends an event, with `{}` for its selector, and the selector."""
    if not event.selector:
        return sender(event), ()
    return sender(replace(event, selector="SELECTOR")).replace(quoted("SELECTOR"), "{}"), (event.selector,)


def _element_changes(event_id: str, name: str, old: Element | None, new: Element | None) -> Iterator[Change]:
    if old is None and new is not None:
        yield Change(event_id, "element", f"now has a {name} with the label {{}}", (new.label,))
    if old is not None and new is None:
        yield Change(event_id, "element", f"no longer has a {name}; remove it from your pages")
    if old is None or new is None:
        return
    before, after = ({LABEL: element.label, **element.attributes} for element in (old, new))
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        if was == now:
            continue
        part = {LABEL: "label", "href": "address"}.get(key, f"attribute {key}")
        if was is None:
            yield Change(event_id, "element", f"the {name} now has the {part} {{}}", (_text(now),))
        elif now is None:
            yield Change(event_id, "element", f"the {name} no longer has the {part} {{}}", (_text(was),))
        else:
            yield Change(
                event_id, "element", f"the {part} {{}} of the {name} becomes {{}}", _apart(_text(was), _text(now))
            )


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value).lower()


def _code_changes(old: list[Event], new: list[Event]) -> Iterator[tuple[str, Change]]:
    """Yield the changes of the snippets of events that have no other change."""
    before, after = snippets_of(old), snippets_of(new)
    for was, now in zip(old, new, strict=True):
        snippets, old_snippets = after[now.id], before[was.id]
        if was.calls != now.calls:
            text = "the code changes, but not what it sends; update CSP hashes (rtpsnippets csp)"
        elif snippets.keys() != old_snippets.keys():
            text = f"its snippets are now {', '.join(snippets)}; before, they were {', '.join(old_snippets)}"
        elif list(snippets.items()) != list(old_snippets.items()):
            text = "the HTML changes, but not what it does"
        else:
            continue
        yield now.id, Change(now.id, "code", text)
