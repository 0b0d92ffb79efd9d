"""`rtpsnippets import` keeps the triggers of handwritten pages: each event is sent when the page sends it.

Chromium makes the same visit to each page of `triggers`, and then to the page with the imported events in place of its
old code. `expected.json` lists the triggers of the events, and the values whose triggers cannot be determined: each of
those has a note, except code in strings, which is not read.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from rtpsnippets import Event, render, render_binding
from rtpsnippets.definitions.load import read_definitions
from rtpsnippets.events.event import event_key
from rtpsnippets.site.importing.adopt import Adopted, adopt
from rtpsnippets.site.importing.writer import written
from rtpsnippets.site.site_file import read_site_file
from rtpsnippets.snippets.formats import SCRIPT, format_to_paste
from tests.engines.prepared import NODE_PINS, prepared
from tests.pages.visitor import BINDING, HTML
from tests.pages.visitor import SCRIPT as JAVASCRIPT

pytestmark = [pytest.mark.playwright, pytest.mark.chromium]

TRIGGERS = Path(__file__).parent / "triggers"
EXPECTED: dict[str, dict[str, Any]] = json.loads((TRIGGERS / "expected.json").read_text("utf-8"))
PAGES = sorted(path.name for path in TRIGGERS.glob("*.html"))
NOTES = {"uncertain": 'set "on" and "selector"', "conflicting": "different triggers"}
"""What the notes say about events without a trigger, by the keys of `expected.json`."""

_VISITING = (Path(__file__).parent / "visiting.js").read_text("utf-8")
_SITE = "http://site.test/"
_OLD = re.compile(r'<script\b[^>]*\bclass="old".*?</script>| onsubmit="[^"]*"', re.DOTALL)
_WITHIN = 1.5
"""How exact a delay is, in seconds."""

every_page = pytest.mark.parametrize("name", PAGES)

Firsts = Mapping[str, tuple[str, float]]
"""When each value, as JSON, was first sent: in which step of the visit, and after how many seconds."""


def _visit(browser: Browser, text: str, binding: str = "") -> Firsts:
    """What the page with this text sends."""

    def answer(route: Route) -> None:
        address = route.request.url
        if address == _SITE and not asked:
            route.fulfill(body=text, content_type=HTML)
        elif address.endswith("/rtp-events.js"):
            route.fulfill(body=binding, content_type=JAVASCRIPT)
        elif address.endswith("/jquery.min.js"):
            route.fulfill(path=prepared("node", NODE_PINS) / "node_modules/jquery/dist/jquery.min.js")
        elif address.endswith("/forms2.min.js"):
            route.fulfill(path=TRIGGERS / "forms2.js")
        else:
            route.fulfill(status=204)  # so that the page stays
        asked.append(address)

    asked: list[str] = []
    with contextlib.closing(browser.new_context()) as context:
        page = context.new_page()
        page.clock.install(time=0)
        page.clock.pause_at(1)
        page.add_init_script(_VISITING)
        page.route("**/*", answer)
        page.goto(_SITE)
        page.evaluate("visit.look()")
        page.clock.run_for(100)
        page.evaluate("visit.look().then(() => { visit.step = 'waiting'; })")
        for step, wait in (("click", 1900), ("submit", 2000), ("scroll", 2000)):
            page.clock.run_for(wait)
            page.evaluate(f"visit.{step}()")
        page.clock.run_for(69000)
        sent = page.evaluate("visit.sent")
    return {json.dumps(value): (step, time) for value, step, time in reversed(sent)}


def _import(name: str) -> Adopted:
    return adopt([read_site_file(str(TRIGGERS / name), 10**7, 10)])


def _read(adopted: Adopted, folder: Path) -> Sequence[Event]:
    """The events in the written definitions."""
    definitions = folder / "events.toml"
    definitions.write_text(written(adopted.events, ["x"], "toml"), "utf-8")
    read = read_definitions([str(definitions)])
    assert read.problems == []
    return list(read.events.values())


def _with(events: Sequence[Event], text: str) -> str:
    """The page with the binding and the scripts of the events in place of its old code."""
    scripts = [render(event, SCRIPT) for event in events if getattr(format_to_paste(event), "name", "") == SCRIPT]
    return "".join([_OLD.sub("", text), BINDING, *scripts])


def _is_same(one: tuple[str, float] | None, other: tuple[str, float] | None) -> bool:
    """Whether two values were sent in the same step and, while waiting, at about the same time."""
    if one is None or other is None or one[0] != other[0]:
        return False
    return one[0] != "waiting" or abs(one[1] - other[1]) <= _WITHIN


def _calls(values: Iterable[str | Sequence[str]]) -> set[str]:
    """What the calls for these values send, as JSON."""
    return {json.dumps(batch) for value in values for batch in Event("x", value).batches}


def _trigger(event: Event) -> tuple[str, str, bool]:
    return event.on, event.selector, event.refresh


def _known(name: str) -> list[dict[str, Any]]:
    """The fields of the events whose triggers can be determined, as in a definition."""
    events: list[dict[str, Any]] = EXPECTED[name].get("events", [])
    return events


def _unknown(name: str) -> dict[str, str]:
    """The values whose triggers cannot be determined, as JSON, each with a part of its note."""
    return {json.dumps(value): words for key, words in NOTES.items() for value in EXPECTED[name].get(key, [])}


def _left_out(name: str) -> set[str]:
    return _calls(value for key in (*NOTES, "in strings") for value in EXPECTED[name].get(key, []))


@pytest.fixture(scope="module", params=PAGES)
def visited(request: pytest.FixtureRequest, chromium: Browser) -> tuple[str, str, Firsts]:
    """A page: its name, its text, and what it sends."""
    text = (TRIGGERS / request.param).read_text("utf-8")
    return request.param, text, _visit(chromium, text)


def test_page__sends_what_is_expected_of_it(visited: tuple[str, str, Firsts]) -> None:
    name, _, firsts = visited
    known = _calls(event["value"] for event in _known(name))
    assert known <= set(firsts) <= known | _left_out(name)


def test_import__each_event_is_sent_when_the_page_sends_it(
    visited: tuple[str, str, Firsts], chromium: Browser, tmp_path: Path
) -> None:
    name, text, firsts = visited
    events = _read(_import(name), tmp_path)
    imported = _visit(chromium, _with(events, text), render_binding(events))
    values = (set(firsts) | set(imported)) - _left_out(name)
    both = {value: (firsts.get(value), imported.get(value)) for value in values}
    assert {value: pair for value, pair in both.items() if not _is_same(*pair)} == {}


@every_page
def test_import__each_event_has_the_trigger_of_its_page(name: str, tmp_path: Path) -> None:
    adopted = _import(name)
    assert adopted.unknown == []
    found = {json.dumps(event.value): _trigger(event) for event in _read(adopted, tmp_path)}
    without = {value: found.pop(value)[:2] for value in _unknown(name) if value in found}
    assert found == {json.dumps(event["value"]): _trigger(Event("x", **event)) for event in _known(name)}
    assert without == dict.fromkeys(_unknown(name), ("", ""))


@every_page
def test_import__the_notes_say_which_triggers_are_not_known(name: str) -> None:
    adopted = _import(name)
    for event in (one.event for one in adopted.events):
        notes = "".join(str(note) for note in adopted.notes if note.key[:2] == event_key(event.id))
        said = {words for words in NOTES.values() if words in notes}
        words = _unknown(name).get(json.dumps(event.value))
        assert words in said if words else said == set(), f"{event.value}: {notes}"


def test_pages__each_has_an_entry() -> None:
    assert sorted(EXPECTED) == PAGES
