"""The address of the preview can name an event and a search; and the preview has an index."""

from __future__ import annotations

import pytest

from rtpsnippets import Button, Event
from tests.pages.preview.events import ALL, DOWNLOAD, NARROW, ODD, TALK, TRIAL
from tests.pages.preview.reader import Reader
from tests.patience import comes_true

MANY = [Event(f"paper-{at}", f"Paper {at}", Button("Get it")) for at in range(1, 12)]


def _is_below_the_bar(reader: Reader, event_id: str) -> bool:
    """Whether the page has scrolled to an event, which a browser does a little after the click."""
    distance = (
        "card => card.getBoundingClientRect().top - document.querySelector('.bar').getBoundingClientRect().bottom"
    )
    return comes_true(lambda: 0 <= reader.card(event_id).evaluate(distance) < 60)


def _has_address(reader: Reader, end: str) -> bool:
    """Whether the address ends so; going back and forward takes a browser some time."""
    return comes_true(lambda: reader.end_of_address == end)


@pytest.mark.parametrize("width", [NARROW, 1280])
def test_anchor__leads_to_the_event_below_the_bar_with_its_steps_open(width: int, reader: Reader) -> None:
    reader.page.set_viewport_size({"width": width, "height": 700})
    reader.open(*MANY, at="#paper-9")
    assert _is_below_the_bar(reader, "paper-9")
    assert reader.page.locator(".how[open]").count() == 1
    assert reader.card("paper-9").locator(".how li").count() > 0
    assert reader.end_of_address == "#paper-9"


def test_anchor__is_offered_by_every_event(reader: Reader) -> None:
    reader.open(*MANY)
    reader.card("paper-7").get_by_role("link", name="Link to this event paper-7").click()
    assert reader.end_of_address == "#paper-7"
    assert _is_below_the_bar(reader, "paper-7")
    assert reader.card("paper-7").locator(".how").get_attribute("open") is not None
    assert len(reader.context.pages) == 1


@pytest.mark.parametrize("name", ["missing", "", "%", "Download", "a b"])
def test_anchor__of_an_unknown_event_leads_nowhere(name: str, reader: Reader) -> None:
    reader.open(*ALL, at=f"#{name}")
    assert reader.page.locator(".how[open]").count() == 0
    assert reader.page.evaluate("scrollY") == 0
    assert reader.messages == []


@pytest.mark.parametrize("name", ["bar", "find", "history", "navigation", "location", "top", "print", "card", "place"])
def test_anchor__the_id_of_an_event_causes_no_conflict(name: str, reader: Reader) -> None:
    reader.open(DOWNLOAD, Event(name, "Named", Button("Named", {"id": name}), carrier="data"), at=f"?for=ghost#{name}")
    assert reader.card(name).locator(".how").get_attribute("open") is not None
    reader.element(name).click()
    assert reader.log(name) == ["rtp('send', 'event', { value: 'Named' });"]
    reader.page.get_by_role("searchbox").fill("named")
    assert reader.found() == [name]
    assert reader.end_of_address == f"?for=ghost&search=named#{name}"
    assert reader.messages == []


def test_address__keeps_the_search(reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.get_by_role("searchbox").fill("readers & papers?")
    assert reader.end_of_address == "?search=readers+%26+papers%3F"
    reader.page.get_by_role("searchbox").fill("papers readers")
    reader.page.reload()
    assert reader.page.get_by_role("searchbox").input_value() == "papers readers"
    assert reader.found() == ["download"]
    reader.page.keyboard.press("Escape")
    assert reader.end_of_address == ""
    reader.page.get_by_role("searchbox").fill("   ")
    assert reader.end_of_address == ""


def test_address__combines_place_search_and_event(reader: Reader) -> None:
    reader.open(*ALL, at="?from=mail&search=try&for=wordpress#trial")
    assert reader.found() == ["trial"]
    assert reader.snippets("trial") != [""]
    assert reader.card("trial").get_by_text("Steps: WordPress (Custom HTML block").is_visible()
    assert reader.end_of_address == "?from=mail&for=wordpress&search=try#trial"


def test_address__an_event_that_the_search_hides_is_shown_and_the_search_is_cleared(reader: Reader) -> None:
    reader.open(*ALL, at="?search=download#odd")
    assert len(reader.found()) == len(ALL)
    assert reader.end_of_address == "#odd"
    assert reader.page.locator(".count").text_content() == "9 events"


def test_address__forgets_an_event_that_a_search_hides(reader: Reader) -> None:
    reader.open(DOWNLOAD, TALK, ODD, at="#talk")
    reader.page.get_by_role("searchbox").fill("odd")
    assert reader.end_of_address == "?search=odd"
    assert reader.found() == ["odd"]


def test_address__matches_what_is_shown_after_going_back_and_forward(reader: Reader) -> None:
    reader.open(*MANY)
    for event_id in ("paper-2", "paper-7"):
        reader.card(event_id).get_by_role("link", name=f"Link to this event {event_id}").click()
    reader.choose("TinyMCE")
    reader.page.go_back()
    assert _has_address(reader, "?for=tinymce#paper-2")
    reader.page.go_forward()
    assert _has_address(reader, "?for=tinymce#paper-7")
    assert _is_below_the_bar(reader, "paper-7")
    reader.page.get_by_role("searchbox").fill("paper-1")
    reader.page.go_back()
    assert _has_address(reader, "?for=tinymce#paper-2")
    assert len(reader.found()) == len(MANY)
    reader.page.get_by_role("searchbox").fill("paper-1")
    reader.page.go_back()
    assert _has_address(reader, "?for=tinymce&search=paper-1")


def test_address__that_cannot_be_changed_stays_and_everything_else_works(reader: Reader) -> None:
    reader.page.add_init_script("history.replaceState = () => { throw new Error('no'); };")
    reader.open(DOWNLOAD, TRIAL)
    reader.page.get_by_role("searchbox").fill("trial")
    reader.choose("TinyMCE")
    assert reader.found() == ["trial"]
    assert len(reader.snippets("trial")) == 1
    assert (reader.end_of_address, reader.messages) == ("", [])


def test_index__leads_to_each_event(reader: Reader) -> None:
    reader.open(*MANY)
    index = reader.page.get_by_role("navigation", name="Events")
    assert index.get_by_role("link").all_text_contents() == [event.id for event in MANY]
    index.get_by_role("link", name="paper-10").click()
    assert reader.end_of_address == "#paper-10"
    assert reader.card("paper-10").locator(".how").get_attribute("open") is not None


def test_index__has_what_the_search_shows(reader: Reader) -> None:
    reader.open(*MANY)
    reader.page.get_by_role("searchbox").fill("paper 1")
    links = reader.page.get_by_role("navigation").get_by_role("link")
    assert links.all_text_contents() == reader.found() == ["paper-1", "paper-10", "paper-11"]


def test_index__is_collapsed_on_a_phone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": NARROW, "height": 700})
    reader.open(*MANY)
    links = reader.page.get_by_role("navigation").get_by_role("link")
    assert links.count() == 0
    reader.page.get_by_text("Index", exact=True).click()
    links.get_by_text("paper-11").click()
    assert _is_below_the_bar(reader, "paper-11")
