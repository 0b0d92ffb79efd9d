"""The destinations: what is pasted into each, and how a link is named by its address."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from rtpsnippets import Button, Event, Link, ProblemsError, load, render
from rtpsnippets.snippets.destinations import DESTINATIONS, Destination, Form, paste, selector_of, why_nothing
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE, EVENT_CLASS_PREFIX
from tests.events.urls import HONEST
from tests.hostile import CUT_TEXTS, address_form

BUTTON = {"button": Button("Go")}
GUIDE = Link("Go", {"href": "/files/guide.pdf"})
LINK = {"link": GUIDE}
DATA = {"carrier": "data"}
BINDING = "rtp-events.js"

every_destination = pytest.mark.parametrize("destination", DESTINATIONS.values(), ids=DESTINATIONS)


def _event(given: dict[str, Any]) -> Event:
    return Event("go", "Go!", **given)


def test_destinations__are_those_that_people_ask_for() -> None:
    asked = {"wordpress", "tinymce", "ckeditor", "wagtail", "ghost", "django-cms", "plain-links"}
    assert asked <= set(DESTINATIONS)
    assert len({destination.title for destination in DESTINATIONS.values()}) == len(DESTINATIONS)


@every_destination
def test_destinations__each_says_how_to_paste_to_publish_and_to_check(destination: Destination) -> None:
    assert "Publish the page." in destination.steps
    assert "click it" in destination.check
    for sentence in (*destination.steps, destination.check):
        assert sentence[0].isupper()
        assert sentence.endswith((".", ".)"))


@every_destination
def test_destinations__each_says_when_pages_need_the_binding(destination: Destination) -> None:
    (step,) = [step for step in destination.steps if BINDING in step]
    assert step.startswith("If the snippet contains" if destination.form == "inline" else "Once for the whole site")


@every_destination
def test_paste__a_link_arrives_in_the_form_of_each_destination(destination: Destination) -> None:
    event = _event(BUTTON | LINK)
    text = paste(event, destination.form)
    assert text is not None
    assert {
        "inline": text == render(event, "button"),
        "data": text == f'<button id="go" type="button" {EVENT_ATTRIBUTE}="go">Go</button>',
        "link": text.startswith("<a ") and f'{EVENT_ATTRIBUTE}="go"' in text and "onclick" not in text,
        "class": text == f"{EVENT_CLASS_PREFIX}go",
        "address": text == '[events.go]\nvalue = "Go!"\nselector = "a[href$=\'/guide.pdf\']"',
    }[destination.form]


def test_paste__a_definition_keeps_the_values_that_are_sent() -> None:
    for given in ({"was": "Old"}, {"was": ["Old", "Older"]}):
        event = _event(LINK | given)
        text = paste(event, "address")
        assert text is not None
        (read,) = tomllib.loads(text)["events"].values()
        assert Event("go", **read).calls == event.calls


NOTHING_OF = "so there is nothing to paste; add one, or a selector, to its definition"
NO_ELEMENT = f"go: has no button or link, {NOTHING_OF}"
NO_LINK = f"go: has no link, {NOTHING_OF}"
OPENED = "go: sent by rtp-events.js when a page that loads it is opened; nothing to paste"
CLICKED = 'go: sent by rtp-events.js on a click on ".nav"; nothing to paste'
SUBMITTED = 'go: sent by rtp-events.js when ".nav" is submitted; nothing to paste'


@pytest.mark.parametrize(
    ("form", "given", "reason"),
    [
        ("inline", DATA, CLICKED.replace('".nav"', f'an element with {EVENT_ATTRIBUTE}="go"')),
        ("inline", {"selector": ".nav"}, CLICKED),
        ("data", {}, NO_ELEMENT),
        ("data", {"on": "visible"}, NO_ELEMENT),
        ("data", {"on": "load"}, OPENED),
        ("data", {"selector": ".nav"}, CLICKED),
        ("link", BUTTON, NO_LINK),
        ("link", BUTTON | {"selector": ".nav"}, CLICKED),
        ("class", {"on": "load"}, OPENED),
        ("class", {"selector": ".nav"}, CLICKED),
        ("class", {"on": "submit", "selector": ".nav"}, SUBMITTED),
        ("address", BUTTON, NO_LINK),
        ("address", {}, NO_LINK),
        ("address", DATA | LINK | {"on": "load"}, OPENED),
        ("address", {"on": "submit", "selector": ".nav"}, SUBMITTED),
    ],
)
def test_why_nothing__says_what_sends_the_event_or_what_it_lacks(
    form: Form, given: dict[str, Any], reason: str
) -> None:
    event = _event(given)
    assert paste(event, form) is None
    assert why_nothing(event, form) == reason


@pytest.mark.parametrize("form", ["data", "link"])
@pytest.mark.parametrize("on", ["", "visible", "after 60s"])
def test_paste__a_mark_needs_no_trigger_of_its_own(form: Form, on: str) -> None:
    carrier = DATA if on else {}
    assert paste(_event(LINK | carrier | {"on": on}), form) is not None


def test_paste__where_calls_arrive_a_definition_with_a_mark_keeps_it() -> None:
    event = _event(BUTTON | DATA | {"on": "visible"})
    assert paste(event, "inline") == render(event, "button")


def test_paste__takes_templates_and_the_attribute_of_a_nonce(tmp_path: Path) -> None:
    (tmp_path / "link.html").write_text("<a {{ carrier_attribute }}>mine</a>")
    assert paste(_event(LINK), "data", tmp_path) == f'<a {EVENT_ATTRIBUTE}="go">mine</a>'
    assert str(paste(_event({}), "inline", None, "nonce=x")).startswith("<script nonce=x>")


@pytest.mark.parametrize(
    ("href", "selector"),
    [
        ("/whitepaper.pdf", "a[href$='/whitepaper.pdf']"),
        ("https://example.com/files/guide.pdf?from=site#top", "a[href$='/guide.pdf?from=site#top']"),
        ("../files/guide.pdf", "a[href$='/guide.pdf']"),
        ("/pricing/", "a[href$='/pricing/']"),
        ("/pricing/?plan=a/b", "a[href$='/pricing/?plan=a/b']"),
        ("/go?to=https://example.com/x", "a[href$='/go?to=https://example.com/x']"),
        ("https://example.com", "a[href$='/example.com']"),
        ("https://example.com/", "a[href$='/example.com/']"),
        ("https://example.com?to=/x", "a[href$='/example.com?to=/x']"),
        # The end of these would name other links, too.
        ("/", "a[href='/']"),
        ("../", "a[href='../']"),
        ("//", "a[href='//']"),
        ("/?a=b", "a[href='/?a=b']"),
        ("/#top", "a[href='/#top']"),
        ("#top", "a[href='#top']"),
        ("?a=b", "a[href='?a=b']"),
        ("guide.pdf", "a[href='guide.pdf']"),
        ("mailto:team@example.com?subject=a/b", "a[href='mailto:team@example.com?subject=a/b']"),
        ("tel:+123", "a[href='tel:+123']"),
        # Escapes of CSS.
        ("/it's.pdf", r"a[href$='/it\'s.pdf']"),
        ("/a\\b", r"a[href$='/a\\b']"),
    ],
)
def test_selector_of__is_the_end_of_an_address_or_all_of_it(href: str, selector: str) -> None:
    assert selector_of(Link("x", {"href": href})) == selector


def _links() -> list[Link]:
    links = []
    for address in dict.fromkeys([*HONEST, *CUT_TEXTS, *map(address_form, CUT_TEXTS)]):
        try:
            links.append(Link("x", {"href": address}))
        except ProblemsError:
            continue
    return links


@pytest.mark.filterwarnings("ignore::rtpsnippets.RtpSnippetsWarning")  # of values, and of links that send nothing
def test_paste__definitions_load_by_themselves_and_send_the_same(tmp_path: Path) -> None:
    pairs = zip(CUT_TEXTS, _links(), strict=False)
    events = [Event(f"e{at}", text, link=link) for at, (text, link) in enumerate(pairs)]
    events += [
        Event("list", ["a", 'b"', "c\n"], link=GUIDE, refresh=True),
        Event("seen", "Seen", link=GUIDE, carrier="data", on="visible", selector=".guide"),
    ]
    file = tmp_path / "events.toml"
    file.write_text("\n\n".join(str(paste(event, "address")) for event in events), "utf-8")
    loaded = load(file)
    assert {event_id: (event.value, event.trigger, event.refresh) for event_id, event in loaded.items()} == {
        event.id: (event.value, event.trigger, event.refresh) for event in events
    }
    assert all(event.selector.startswith("a[href") for event in list(loaded.values())[:-1])
    assert loaded["seen"].selector == ".guide, a[href$='/guide.pdf']"


def test_paste__a_selector_that_names_the_link_already_stays() -> None:
    selector = "a[href$='/guide.pdf'], .guide"
    assert f'selector = "{selector}"' in str(paste(_event(LINK | {"selector": selector}), "address"))
