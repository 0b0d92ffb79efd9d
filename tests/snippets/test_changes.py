"""Changes between old and new definitions, each with its exact text."""

from __future__ import annotations

import pytest

from rtpsnippets.definitions.read import read_bytes
from rtpsnippets.definitions.validate import define
from rtpsnippets.events.event import Event
from rtpsnippets.snippets.changes import changes_between, summary


def events_in(text: str) -> dict[str, Event]:
    """The events of definitions in TOML."""
    definitions = define(read_bytes(text.encode(), "events.toml", "toml"))
    assert definitions.problems == []
    return definitions.events


BREAKS = "! "
"""Begins the expected text of a change that breaks segments."""

LONG = "x" * 70
LINK = '[events.a]\nvalue = "A"\nlink = {{ label = "Go", href = "/a"{} }}\n'
BUTTON = '[events.a]\nvalue = "A"\nbutton = {{ label = "Go"{} }}\n'


def event(event_id: str, value: str, *rest: str) -> str:
    """A definition; `value` and `rest` are TOML."""
    return "\n".join([f"[events.{event_id}]", f"value = {value}", *rest, ""])


PAIRS = {
    "nothing": (event("a", '"A"'), event("a", '"A"'), []),
    "the order of events": (event("a", '"A"') + event("b", '"B"'), event("b", '"B"') + event("a", '"A"'), []),
    "value": (
        event("demo", '"Demo"'),
        event("demo", '"Demo request"'),
        [BREAKS + 'demo: the value "Demo" becomes "Demo request"; segments with "Demo" no longer match'],
    ),
    "case of a value": (
        event("a", '"demo"'),
        event("a", '"Demo"'),
        [BREAKS + 'a: the value "demo" becomes "Demo"; segments with "demo" no longer match'],
    ),
    "value that cannot be seen": (
        event("a", '"A "'),
        event("a", r'"A\u200b"'),
        [BREAKS + r'a: the value "A " becomes "A\u200b"; segments with "A " no longer match'],
    ),
    "end of a long value": (
        event("a", f'"{LONG}1"'),
        event("a", f'"{LONG}2"'),
        [
            BREAKS + 'a: the value "...xxxxxxxxxx1" becomes "...xxxxxxxxxx2"; '
            f'segments with "{LONG[:60]}..." no longer match'
        ],
    ),
    "value that another event sends": (
        event("a", '"A"') + event("x", '["A", "X"]'),
        event("a", '"B"') + event("x", '["A", "X"]'),
        ['a: the value "A" becomes "B"; segments with "A" now match only the event "x"'],
    ),
    "value that two other events send": (
        event("a", '"A"') + event("x", '["A", "X"]') + event("y", '"Y"', 'was = "A"'),
        event("a", '"B"') + event("x", '["A", "X"]') + event("y", '"Y"', 'was = "A"'),
        ['a: the value "A" becomes "B"; segments with "A" now match only the events "x" and "y"'],
    ),
    "value that moves to another event": (
        event("a", '"A"') + event("x", '"X"'),
        event("a", '"B"') + event("x", '["X", "A"]'),
        [
            'a: the value "A" becomes "B"; segments with "A" now match only the event "x"',
            'x: also sends the value "A"',
        ],
    ),
    "values that two events exchange": (
        event("a", '"A"') + event("b", '"B"'),
        event("a", '"B"') + event("b", '"A"'),
        [
            'a: the value "A" becomes "B"; segments with "A" now match only the event "b"',
            'b: the value "B" becomes "A"; segments with "B" now match only the event "a"',
        ],
    ),
    "value added to a list": (event("a", '["A"]'), event("a", '["A", "B"]'), ['a: also sends the value "B"']),
    "value added to a string": (event("a", '"A"'), event("a", '["A", "B"]'), ['a: also sends the value "B"']),
    "value removed from a list": (
        event("a", '["A", "B"]'),
        event("a", '["A"]'),
        [BREAKS + 'a: the value "B" is removed; segments with "B" no longer match'],
    ),
    "values replaced in a list": (
        event("a", '["A", "B", "C"]'),
        event("a", '["A", "D", "E"]'),
        [
            BREAKS + 'a: the value "B" becomes "D"; segments with "B" no longer match',
            BREAKS + 'a: the value "C" becomes "E"; segments with "C" no longer match',
        ],
    ),
    "values in another order": (
        event("a", '["A", "B"]'),
        event("a", '["B", "A"]'),
        ["a: sends the same values in another order; no segment breaks"],
    ),
    "value repeated": (
        event("a", '["A", "B"]'),
        event("a", '["A", "B", "A"]'),
        ["a: sends the same values with other repetitions; no segment breaks"],
    ),
    "string becomes a list": (
        event("a", '"A"'),
        event("a", '["A"]'),
        ["a: the code changes, but not what it sends; update CSP hashes (rtpsnippets csp)"],
    ),
    "list becomes a string": (
        event("a", '["A"]', "carrier = 'data'"),
        event("a", '"A"', "carrier = 'data'"),
        ["a: the code changes, but not what it sends; update CSP hashes (rtpsnippets csp)"],
    ),
    "old value kept in was": (
        event("demo", '"Demo"'),
        event("demo", '"Demo request"', 'was = "Demo"'),
        ['demo: the value "Demo" becomes "Demo request"; "Demo" is still sent (was), so no segment breaks'],
    ),
    "value kept in was without a new one": (
        event("a", '["A", "B"]'),
        event("a", '"A"', 'was = "B"'),
        ['a: the value "B" is removed; "B" is still sent (was), so no segment breaks'],
    ),
    "was removed": (
        event("demo", '"Demo request"', 'was = "Demo"'),
        event("demo", '"Demo request"'),
        [BREAKS + 'demo: the former value "Demo" is removed; segments with "Demo" no longer match'],
    ),
    "was removed, and another event sends it": (
        event("a", '"B"', 'was = "A"') + event("x", '"X"'),
        event("a", '"B"') + event("x", '"A"'),
        [
            'a: the former value "A" is removed; segments with "A" now match only the event "x"',
            BREAKS + 'x: the value "X" becomes "A"; segments with "X" no longer match',
        ],
    ),
    "was added": (event("a", '"A"'), event("a", '"A"', 'was = "B"'), ['a: also sends the former value "B"']),
    "was becomes a value": (
        event("a", '"A"', 'was = "B"'),
        event("a", '["A", "B"]'),
        ['a: the former value "B" is a value again'],
    ),
    "was written as a list": (event("a", '"A"', 'was = "B"'), event("a", '"A"', 'was = ["B"]'), []),
    "renamed back": (
        event("a", '"New"', 'was = "Old"'),
        event("a", '"Old"'),
        [BREAKS + 'a: the value "New" becomes "Old"; segments with "New" no longer match'],
    ),
    "event added": (
        event("a", '"A"'),
        event("b", '["B", "C", "D"]') + event("a", '"A"'),
        ['b: is new; it sends "B", "C" and "D"'],
    ),
    "event with many values added": (
        event("z", '"Z"'),
        event("z", '"Z"') + event("a", str(list("abcdefghijkl")).replace("'", '"')),
        ['a: is new; it sends "a", "b", "c", "d", "e", "f", "g", "h", "i", "j" and 2 more'],
    ),
    "event removed": (
        event("a", '["A", "B"]') + event("z", '"Z"'),
        event("z", '"Z"'),
        [BREAKS + 'a: is removed; segments with "A" and "B" no longer match'],
    ),
    "event removed, and another one sends some of its values": (
        event("a", '["A", "B"]') + event("z", '["Z", "B"]'),
        event("z", '["Z", "B"]'),
        [BREAKS + 'a: is removed; segments with "A" no longer match; segments with "B" now match only the event "z"'],
    ),
    "event removed, and another one sends all of its values": (
        event("a", '"A"') + event("z", '["Z", "A"]'),
        event("z", '["Z", "A"]'),
        ['a: is removed; segments with "A" now match only the event "z"'],
    ),
    "id": (
        event("old", '"A"') + event("z", '"Z"'),
        event("new", '"A"') + event("z", '"Z"'),
        [
            (
                'new: the id "old" becomes "new", but its values are the same; on your pages, change '
                'data-rtp-event="old", the class rtp-event--old and shortcodes; the names of its files also change'
            )
        ],
    ),
    "id and value": (
        event("old", '"A"') + event("z", '"Z"'),
        event("new", '"B"') + event("z", '"Z"'),
        ['new: is new; it sends "B"', BREAKS + 'old: is removed; segments with "A" no longer match'],
    ),
    "ids of two events with the same values": (
        event("a", '"A"') + event("b", '"A"'),
        event("c", '"A"'),
        [
            'c: is new; it sends "A"',
            'a: is removed; segments with "A" now match only the event "c"',
            'b: is removed; segments with "A" now match only the event "c"',
        ],
    ),
    "trigger": (
        event("a", '"A"', 'selector = "form"', 'on = "submit"'),
        event("a", '"A"', 'selector = "form"', 'on = "after 60s"'),
        [
            (
                'a: is now sent by rtp-events.js 60 seconds after "form" is on the page; before, it was sent by '
                'rtp-events.js when "form" is submitted'
            )
        ],
    ),
    "selector": (
        event("a", '"A"', "selector = \"SELECTOR, [title='{}']\""),
        event("a", '"A"', 'selector = ".b"'),
        [
            (
                'a: is now sent by rtp-events.js on a click on ".b"; before, it was sent by rtp-events.js on a click '
                "on \"SELECTOR, [title='{}']\""
            )
        ],
    ),
    "selector removed": (
        event("a", '"A"', 'button = "Go"', 'selector = "form"'),
        event("a", '"A"', 'button = "Go"'),
        [
            (
                "a: is now sent by a click on its button; before, it was sent by a click on its button and by "
                'rtp-events.js on a click on "form"'
            )
        ],
    ),
    "carrier": (
        event("a", '"A"', 'button = "Go"'),
        event("a", '"A"', 'button = "Go"', 'carrier = "data"'),
        ["a: is now sent by rtp-events.js (carrier); load it, and paste the snippets again"],
    ),
    "carrier of all events": (
        '[defaults]\ncarrier = "data"\n' + event("a", '"A"', 'button = "Go"'),
        event("a", '"A"', 'button = "Go"'),
        ["a: is now sent by inline handlers (carrier); paste the snippets again"],
    ),
    "guard": (
        event("a", '"A"'),
        event("a", '"A"', "guard = true"),
        ["a: its calls now do nothing on a page without the RTP tag (guard)"],
    ),
    "guard and refresh removed": (
        event("a", '"A"', "guard = true", "refresh = true"),
        event("a", '"A"'),
        [
            "a: its calls now cause an error on a page without the RTP tag (guard)",
            "a: the other call, which could show a matching campaign, no longer follows (refresh)",
        ],
    ),
    "refresh": (
        event("a", '"A"'),
        event("a", '"A"', "refresh = true"),
        ["a: another call now follows, which can show a matching campaign (refresh)"],
    ),
    "label": (
        BUTTON.format(""),
        event("a", '"A"', 'button = "Go!"'),
        ['a: the label "Go" of the button becomes "Go!"'],
    ),
    "address": (
        LINK.format(""),
        LINK.format("").replace("/a", "/b"),
        ['a: the address "/a" of the link becomes "/b"'],
    ),
    "attributes": (
        BUTTON.format(', class = "x", title = "T"'),
        BUTTON.format(', class = "y", data-x = "1", disabled = true'),
        [
            'a: the attribute class "x" of the button becomes "y"',
            'a: the button no longer has the attribute title "T"',
            'a: the button now has the attribute data-x "1"',
            'a: the button now has the attribute disabled "true"',
        ],
    ),
    "order of attributes": (
        BUTTON.format(', class = "x", title = "T"'),
        BUTTON.format(', title = "T", class = "x"'),
        ["a: the HTML changes, but not what it does"],
    ),
    "element": (
        BUTTON.format(""),
        LINK.format(""),
        ["a: no longer has a button; remove it from your pages", 'a: now has a link with the label "Go"'],
    ),
    "format": (
        event("a", '"A"'),
        event("a", '"A"', 'on = "click"'),
        ["a: its snippets are now js; before, they were js, script"],
    ),
    "documentation": (
        event("a", '"A"'),
        event("a", '"A"', 'description = "D"', 'owner = "O"', 'deprecated = "The end\\n"', 'ignore = ["wildcard"]'),
        [
            r'a: is deprecated: "The end\n"',
            "a: the description changes",
            "a: the owner changes",
            "a: the ignored warnings change",
        ],
    ),
    "no longer deprecated": (
        event("a", '"A"', 'deprecated = "x"'),
        event("a", '"A"'),
        ["a: is no longer deprecated"],
    ),
}
"""Old and new definitions, and their changes."""


@pytest.mark.parametrize(("old", "new", "expected"), PAIRS.values(), ids=PAIRS)
def test_changes_between__says_what_happens_to_segments_and_pages(old: str, new: str, expected: list[str]) -> None:
    changes = changes_between(events_in(old), events_in(new))
    assert [f"{BREAKS * change.breaks}{change.id}: {change.what}" for change in changes] == expected


def test_summary__counts_changes_events_and_what_breaks() -> None:
    old = event("a", '"A"', 'owner = "x"') + event("b", '"B"') + event("c", '"C"')
    new = event("a", '"D"') + event("c", '"E"')
    changes = changes_between(events_in(old), events_in(new))
    assert summary(changes) == "4 changes in 3 events; 3 break segments."
    assert summary(changes[:1]) == "1 change in 1 event; 1 breaks segments."
    assert summary(changes[1:2]) == "1 change in 1 event; no segment breaks."
    assert summary([]) == "No changes."
