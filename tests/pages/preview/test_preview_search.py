"""The preview can be searched, and used with only the keyboard."""

from __future__ import annotations

import pytest

from tests.pages.preview.events import ALL, DOWNLOAD, INTERESTS, TALK, TRIAL
from tests.pages.preview.reader import Reader


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("download", ["download"]),  # an id
        ("READERS of", ["download"]),  # a description, in any case and order of words
        ("papers readers", ["download"]),
        ("pricing", ["interests"]),  # a value
        ("sold out", ["off"]),  # the label of a button
        ("talk to", ["talk"]),  # the label of a link
        ("submit", ["interests"]),  # a trigger
        ("the viewport", ["seen"]),
        ("when a page is opened", ["loaded"]),
        ("button enters the", ["seen"]),
        ("ｏｄｄ", ["odd"]),  # noqa: RUF001 (full-width letters are letters)
        ("  ", [event.id for event in ALL]),
        ("no such event", []),
    ],
)
def test_search__finds_events_by_what_the_user_knows(text: str, found: list[str], reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.get_by_role("searchbox", name="Search events").fill(text)
    assert reader.found() == found
    said = "9 events" if len(found) == len(ALL) else f"{len(found)} of 9 events"
    assert reader.page.locator(".count").text_content() == said
    assert reader.page.get_by_text("No events match.").is_visible() is (found == [])


def test_search__can_be_cleared_if_nothing_is_found(reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.get_by_role("searchbox").fill("no such event")
    reader.page.get_by_role("button", name="Clear the search").click()
    assert len(reader.found()) == len(ALL)
    assert reader.focused() == "Search by name, value or trigger"


# Keys.


def test_keys__everything_works_without_a_mouse_and_the_focus_is_visible(reader: Reader) -> None:
    reader.open(TALK, TRIAL, INTERESTS)
    keys = reader.page.keyboard
    keys.press("Tab")
    reached = []
    while reader.page.evaluate("document.activeElement !== document.body"):
        reached.append(reader.focused())
        if reached[-1].startswith(("Talk to us", "Try it", "Send", "Steps")):
            keys.press("Enter" if reached[-1] == "Talk to us" else "Space")
            reader.page.wait_for_timeout(100)  # what opens gets its content a little later
        assert _has_outline(reader), reached[-1]
        keys.press("Tab")
    assert reached[0].startswith("A page or template (HTML) WordPress")
    assert reached[1:13] == [
        "See events on the live page",
        *("Search by name, value or trigger", "Dark", "Link to this event talk"),
        *("Copy value 1 of talk", "Copy value 2 of talk", "Talk to us", "Steps: A page or template (HTML)"),
        *("Choose another place", "Copy link snippet of talk", "Copy javascript snippet of talk"),
        "Link to this event trial",
    ]
    assert reader.log("talk")[0] == "rtp('send', 'event', { value: ['Sales', 'Call me'] });"
    assert reader.log("trial")[0] == "rtp('send', 'event', { value: 'Trial' });"
    assert len(reader.log("interests")) == 2


def _has_outline(reader: Reader) -> bool:
    style: str = reader.page.evaluate("""() => {
        let node = document.activeElement;
        while (node.shadowRoot && node.shadowRoot.activeElement) { node = node.shadowRoot.activeElement; }
        const { outlineStyle, outlineWidth } = getComputedStyle(node);
        return outlineStyle + ' ' + outlineWidth;
    }""")
    return style == "solid 3px"


def test_keys__copy(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.card("download").locator(".copy").first.press("Enter")
    reader.page.locator(".said.unseen", has_text="Copied").wait_for(state="attached")
    assert reader.clipboard() == "Download"


def test_keys__a_slash_goes_to_the_search_and_escape_clears_it(reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.keyboard.press("/")
    assert reader.focused() == "Search by name, value or trigger"
    reader.page.keyboard.type("a/b")
    assert reader.found() == []
    reader.page.keyboard.press("Escape")
    assert len(reader.found()) == len(ALL)
    assert reader.page.get_by_role("searchbox").input_value() == ""
    assert reader.focused() == "Search by name, value or trigger"


@pytest.mark.parametrize("key", ["Control+/", "Alt+/", "Meta+/"])
def test_keys__a_slash_with_another_key_belongs_to_the_browser(key: str, reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.page.keyboard.press(key)
    assert reader.focused() != "Search by name, value or trigger"


def test_keys__the_focus_is_not_covered_by_the_bar(reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.locator(".copy").last.focus()
    for _ in range(12):
        reader.page.keyboard.press("Shift+Tab")
        top, below = reader.page.evaluate("""() => [
            document.activeElement.getBoundingClientRect().top,
            document.querySelector('.bar').getBoundingClientRect().bottom,
        ]""")
        assert top >= below
