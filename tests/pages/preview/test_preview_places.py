"""The preview asks where a snippet will be pasted, and shows what to paste there and how."""

from __future__ import annotations

import pytest

from rtpsnippets import Event, render
from rtpsnippets.snippets.destinations import DESTINATIONS, paste
from rtpsnippets.snippets.preview import PAGE
from tests.pages.preview.events import ALL, DOWNLOAD, INTERESTS, TALK, TRIAL
from tests.pages.preview.reader import Reader

WORDPRESS, LINKS = DESTINATIONS["wordpress"], DESTINATIONS["plain-links"]


@pytest.mark.parametrize("name", DESTINATIONS)
def test_choice__shows_for_every_event_what_to_paste_there(name: str, reader: Reader) -> None:
    reader.open(*ALL)
    assert reader.snippets("download") == [render(DOWNLOAD, "button"), render(DOWNLOAD, "js")]
    row = DESTINATIONS[name]
    reader.choose(row.title)
    for event in ALL:
        text = paste(event, row.form)
        assert reader.snippets(event.id) == ([] if text is None else [text])
        is_said = reader.card(event.id).locator(".snippets > .note").is_visible()
        assert is_said is (text is None)
        assert reader.card(event.id).get_by_text("Steps: ").is_visible() is (text is not None)
    assert reader.page.locator(".start .place:visible li").all_text_contents() == list(row.steps)
    assert reader.messages == []


def test_choice__what_is_copied_is_what_is_shown(reader: Reader) -> None:
    reader.open(DOWNLOAD, TALK)
    reader.choose(WORDPRESS.title)
    reader.copy("download", "button snippet of download")
    assert reader.clipboard() == paste(DOWNLOAD, "data")
    reader.choose(LINKS.title)
    reader.copy("talk", "definition snippet of talk")
    assert reader.clipboard() == paste(TALK, "address")


def test_choice__is_named_in_the_heading_of_each_event(reader: Reader) -> None:
    reader.open(DOWNLOAD, TALK, INTERESTS)
    for title, way in (
        (PAGE.title, "paste as HTML"),
        (DESTINATIONS["wordpress-button"].title, "add a CSS class"),
        (LINKS.title, "create an ordinary link"),
    ):
        reader.choose(title)
        reader.card("talk").get_by_role("heading", name=f"On your site: {way}", exact=True).wait_for()
    reader.card("interests").get_by_role("heading", name="On your site", exact=True).wait_for()
    assert reader.card("interests").get_by_text("There is nothing to paste").is_visible()


def test_steps__are_next_to_the_snippet_and_follow_the_choice(reader: Reader) -> None:
    reader.open(DOWNLOAD, TRIAL)
    steps = reader.card("trial").locator(".how")
    steps.get_by_text(f"Steps: {PAGE.title}").click()
    assert steps.locator("li").all_text_contents() == list(PAGE.steps)
    reader.choose(WORDPRESS.title)
    assert steps.locator("summary").text_content() == f"Steps: {WORDPRESS.title}"
    assert steps.locator("li").all_text_contents() == list(WORDPRESS.steps)
    assert steps.locator(".check").text_content() == f"Check: {WORDPRESS.check}"
    assert reader.card("download").locator(".how li").count() == 0
    steps.get_by_role("button", name="Choose another place").click()
    assert reader.focused().startswith("A page or template (HTML) WordPress")
    assert reader.page.get_by_label("Where will you paste it?").bounding_box()["y"] > 0  # type: ignore[index]


def test_address__keeps_the_choice(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    assert reader.end_of_address == ""
    reader.choose(WORDPRESS.title)
    assert reader.end_of_address == "?for=wordpress"
    reader.page.reload()
    assert reader.snippets("download") == [paste(DOWNLOAD, "data")]
    reader.choose(PAGE.title)
    assert reader.end_of_address == ""


def test_address__overrides_the_choice_that_the_page_was_built_with(reader: Reader) -> None:
    reader.open(DOWNLOAD, destination="wordpress")
    assert reader.snippets("download") == [paste(DOWNLOAD, "data")]
    assert reader.end_of_address == ""
    reader.choose(PAGE.title)
    assert reader.end_of_address == "?for=page"
    reader.page.reload()
    assert reader.snippets("download") == [render(DOWNLOAD, "button"), render(DOWNLOAD, "js")]


@pytest.mark.parametrize("name", ["", "wordpres", "WORDPRESS", "%00", "toString"])
def test_address__an_unknown_place_is_ignored(name: str, reader: Reader) -> None:
    reader.open(DOWNLOAD, destination="wordpress", at=f"?for={name}&from=mail")
    assert reader.snippets("download") == [paste(DOWNLOAD, "data")]
    assert reader.end_of_address == "?from=mail"
    assert reader.messages == []


def test_choice__can_be_made_by_keys(reader: Reader) -> None:
    reader.open(Event("alone", "Alone"), DOWNLOAD)
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.type("WordPress (C")
    reader.page.keyboard.press("Enter")
    reader.page.keyboard.press("Tab")
    assert reader.snippets("download") == [paste(DOWNLOAD, "data")]
