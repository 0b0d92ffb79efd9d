"""Hostile texts in the preview: none of them is executed, and each is copied, sent and shown exactly."""

from __future__ import annotations

import json
from itertools import chain

from rtpsnippets import Event
from tests.hostile import label_form
from tests.pages.preview.events import ALL, hostile_events, texts_of
from tests.pages.preview.reader import CLICK_ALL, Reader, meant
from tests.pages.visitor import sent

_NAMES = """() => {
    const names = new Set();
    const see = root => root.querySelectorAll('*').forEach(node => {
        names.add(node.localName);
        if (node.shadowRoot) { see(node.shadowRoot); }
    });
    see(document);
    return [...names];
}"""
_COPY_ALL = """async () => {
    const copied = [];
    for (const card of document.querySelectorAll('.event')) {
        const texts = [];
        for (const button of card.querySelectorAll('.copy')) {
            button.click();
            while (button.firstChild.textContent === 'Copy') { await new Promise(resolve => setTimeout(resolve)); }
            texts.push(await navigator.clipboard.readText());
        }
        copied.push(texts);
    }
    return JSON.stringify(copied);
}"""


def test_hostile__nothing_runs_and_every_copy_and_call_is_exact(reader: Reader) -> None:
    events = hostile_events()
    assert len(events) == 150
    reader.open(*ALL, Event("ten", "10"), Event("eleven", "11"))
    harmless = reader.page.evaluate(_NAMES)
    reader.open(*events)
    assert set(reader.page.evaluate(_NAMES)) <= set(harmless)
    assert reader.page.locator(".event").count() == 150
    logs = json.loads(reader.page.evaluate(CLICK_ALL))
    shown = [line for log in logs for line in log if line.startswith("rtp(")]
    expected = [[event.value] * (1 if event.carrier == "data" else 2) for event in events]
    assert meant(reader.context, shown) == sent(*map(list, chain.from_iterable(expected)))
    copied = json.loads(reader.page.evaluate(_COPY_ALL))
    assert copied == [[*map(reader.kept, event.values), *texts_of(event, "button", "link", "js")] for event in events]
    assert (reader.messages, reader.outgoing) == ([], [])


def test_hostile__every_copy_of_a_script_is_exact(reader: Reader) -> None:
    events = [Event(event.id, event.value) for event in hostile_events()]
    reader.open(*events)
    copied = json.loads(reader.page.evaluate(_COPY_ALL))
    assert copied == [[*map(reader.kept, event.values), *texts_of(event, "script", "js")] for event in events]
    assert (reader.messages, reader.outgoing) == ([], [])


def test_hostile__labels_and_descriptions_are_shown_exactly(reader: Reader) -> None:
    events = hostile_events()
    reader.open(*events)
    shown = json.loads(
        reader.page.evaluate("""JSON.stringify([...document.querySelectorAll('.event')].map(card => [
            card.querySelector('.element').shadowRoot.querySelector('button').textContent,
            card.querySelector('.element').shadowRoot.querySelector('button').ariaLabel,
            [...card.querySelector('.description').childNodes].map(node => node.nodeName === 'MARK'
                ? JSON.parse('"' + node.textContent + '"') : node.textContent).join(''),
        ]))""")
    )
    assert shown == [[label_form(event.description)] * 2 + [event.description] for event in events]
