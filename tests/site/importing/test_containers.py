"""What the tags of a container send, and when: the triggers of the tags and those of their code."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import Event, render_binding
from rtpsnippets.site.importing.adopt import Adopted, adopt
from rtpsnippets.site.site_file import read_site_file
from tests.site.containers import ALL_PAGES, Table, condition, container, tag, trigger

CALL = "rtp('send', 'event', { value: 'Sale' });"
SCRIPT = f"<script>{CALL}</script>"
LISTENER = f"<script>document.querySelector('#buy').addEventListener('click', function () {{ {CALL} }});</script>"
TIMER = f"<script>setTimeout(function () {{ {CALL} }}, 5000);</script>"
BUTTON = f'<button type="button" onclick="{CALL}">Sale</button>'
BINDING = f"<script>{render_binding([Event('sale', 'Sale', selector='.sale')])}</script>"
CLICK = trigger("LINK_CLICK", condition("EQUALS", "Click ID", "sale"))
IN_FUNCTION = "is sent inside a function or under a condition, at {}: its trigger cannot be determined from the code"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in its own folder."""
    monkeypatch.chdir(tmp_path)


def adopted_from(*tags: Table, of: Table = CLICK) -> Adopted:
    Path("GTM.json").write_text(container(*tags, triggers=(of,)))
    return adopt([read_site_file("GTM.json", 10**6, 60)])


@pytest.mark.parametrize(
    ("html", "firing", "expected"),
    [
        (SCRIPT, ALL_PAGES, ("load", "")),
        (SCRIPT, "7", ("", "#sale[href]")),
        (LISTENER, ALL_PAGES, ("", "#buy")),
        (TIMER, ALL_PAGES, ("after 5s", "")),
        (BINDING, ALL_PAGES, ("", ".sale")),
        # An element in a tag sends when it is clicked, whatever fires the tag.
        (BUTTON, ALL_PAGES, ("", "")),
        (BUTTON, "7", ("", "")),
    ],
)
def test_trigger__is_that_of_the_tag_or_of_its_code(html: str, firing: str, expected: tuple[str, str]) -> None:
    found = adopted_from(tag(html, firing))
    (made,) = found.events
    assert (made.event.on, made.event.selector, found.notes, found.uncertain) == (*expected, [], 0)
    assert (made.event.button is not None) == (html == BUTTON)


@pytest.mark.parametrize("html", [LISTENER, TIMER])
def test_trigger__of_code_that_waits_in_a_tag_that_waits_is_not_known(html: str) -> None:
    found = adopted_from(tag(html, "7"))
    (made,) = found.events
    assert (made.event.on, made.event.selector, found.uncertain) == ("", "", 1)
    assert [note.what for note in found.notes] == [IN_FUNCTION.format('GTM.json:9: tag "Sale"')]


def test_trigger__of_a_binding_in_a_tag_that_waits_is_not_known() -> None:
    found = adopted_from(tag(BINDING, "7"), of=trigger("CUSTOM_EVENT"))
    (made,) = found.events
    assert (made.event.on, made.event.selector, found.uncertain) == ("", "", 1)
    assert [note.what for note in found.notes] == [
        'its trigger cannot be expressed with "on" and "selector": the trigger "T" has the type "CUSTOM_EVENT"'
    ]


def test_trigger__of_a_binding_in_a_tag_that_a_click_fires_is_not_known() -> None:
    found = adopted_from(tag(BINDING, "7"))
    (made,) = found.events
    assert (made.event.on, made.event.selector, found.uncertain) == ("", "", 1)
    assert [note.what for note in found.notes] == [
        'its trigger cannot be expressed with "on" and "selector": the binding is in a tag that fires later'
    ]


def test_trigger__that_differs_a_little_is_no_reason_for_code_on_a_condition() -> None:
    html = f"<script>if (document.hidden) {CALL}</script>"
    found = adopted_from(tag(html, "7"), of=trigger("CLICK", condition("EQUALS", "Click ID", "sale")))
    assert [note.what for note in found.notes] == [IN_FUNCTION.format('GTM.json:9: tag "Sale"')]


def test_trigger__with_a_selector_that_no_definition_can_have_is_reported() -> None:
    of = trigger("CLICK", condition("CSS_SELECTOR", "Click Element", "a[title='${sale}']"))
    found = adopted_from(tag(SCRIPT, "7"), of=of)
    (made,) = found.events
    assert (made.event.selector, found.uncertain) == ("", 1)
    assert [note.what for note in found.notes] == [
        (
            'its trigger cannot be expressed with "on" and "selector": '
            "a definition cannot have the selector \"a[title='${sale}']\""
        )
    ]


def test_trigger__of_several_tags_is_one_if_it_is_the_same() -> None:
    found = adopted_from(tag(SCRIPT, "7"), tag(SCRIPT, "7", number="4", name="Other"))
    (made,) = found.events
    assert (made.event.selector, made.others, found.notes) == ("#sale[href]", 1, [])


@pytest.mark.parametrize(
    ("others", "said"), [({"paused": True}, "is paused"), ({"firingTriggerId": []}, "has no trigger")]
)
def test_tag__that_never_fires_sends_nothing(others: Table, said: str) -> None:
    found = adopted_from({**tag(SCRIPT, ALL_PAGES), **others})
    assert (found.events, found.unknown, found.calls, bool(found.old)) == ([], [], 0, False)
    assert [str(note) for note in found.notes] == [
        f'GTM.json:9: tag "Sale": {said} in Google Tag Manager, so it never runs'
    ]
