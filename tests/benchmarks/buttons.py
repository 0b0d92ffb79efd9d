"""Compare rendering buttons with f-strings that give the same bytes, and with the usual template engines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import django.conf
import jinja2
from django.template import Context, Engine
from mako.template import Template

from rtpsnippets import Button, Event
from rtpsnippets.snippets.render import render_each
from tests.benchmarks.contest import Comparison, Peer, Run, contest
from tests.benchmarks.documents import button_by_f_string, rows

_EVENTS = 10_000

_JINJA = """<button id="{{ id }}" type="button" onclick="rtp('send', 'event', {value: \
{{ value|tojson|forceescape }}})">{{ label }}</button>"""
_MAKO = """<button id="${id | h}" type="button" onclick="rtp('send', 'event', {value: \
${json.dumps(value) | h}})">${label | h}</button>"""
_DJANGO = """<button id="{{ id }}" type="button" onclick="rtp('send', 'event', {value: \
'{{ value|escapejs }}'})">{{ label }}</button>"""


def comparisons(rounds: int) -> Iterator[Comparison]:
    """Compare the rendering of buttons from the same events."""
    events = [Event(event_id, value, Button(label)) for event_id, value, label in rows(_EVENTS)]
    if by_f_strings(events) != render_each(events, "button"):
        raise AssertionError("the f-strings and the template give different bytes")
    django.conf.settings.configure()
    django.setup()
    peers = {
        "f-strings, the same bytes": Peer(Run(partial(by_f_strings, events), things=_EVENTS), 3.0),
        "Jinja: tojson|forceescape": Peer(Run(partial(_by_jinja, events), things=_EVENTS), 0.3),
        "Mako: json.dumps | h": Peer(Run(partial(_by_mako, events), things=_EVENTS), 0.3),
        "Django: escapejs": Peer(Run(partial(_by_django, events), things=_EVENTS), 0.3),
    }
    ours = Run(partial(render_each, events, "button"), things=_EVENTS)
    yield from contest(f"{_EVENTS:,} buttons through the templates", ours, peers, rounds)


def by_f_strings(events: list[Event]) -> list[str]:
    """The buttons of events that have no attributes."""
    return [button_by_f_string(event.id, event.value, event.button.label) for event in events if event.button]


def _by_jinja(events: list[Event]) -> list[str]:
    template = jinja2.Environment(autoescape=True).from_string(_JINJA)
    return [template.render(variables) for variables in _variables(events)]


def _by_mako(events: list[Event]) -> list[str]:
    template = Template(_MAKO, imports=["import json"])  # noqa: S702 (it is what people write)
    return [template.render(**variables) for variables in _variables(events)]


def _by_django(events: list[Event]) -> list[str]:
    template = Engine().from_string(_DJANGO)
    return [template.render(Context(variables)) for variables in _variables(events)]


def _variables(events: list[Event]) -> Iterator[dict[str, object]]:
    for event in events:
        if event.button:
            yield {"id": event.id, "value": event.value, "label": event.button.label}
