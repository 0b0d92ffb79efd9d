"""The preview in a real browser, opened as a file: what a click sends is shown next to the element."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import Button, Event, Link
from tests.pages.preview.events import ALL, DOWNLOAD, INTERESTS, LOADED, ODD, OFF, PARTNER, SEEN, TALK, TRIAL
from tests.pages.preview.reader import Reader, meant
from tests.pages.visitor import sent


def test_click__the_calls_are_shown_next_to_the_button_in_order(reader: Reader) -> None:
    event = Event("nine", [str(number) for number in range(1, 10)], Button("Nine"), refresh=True)
    reader.open(DOWNLOAD, event)
    reader.element("nine").click()
    assert reader.log("nine") == [
        "rtp('send', 'event', { value: ['1', '2', '3', '4'] });",
        "rtp('send', 'event', { value: ['5', '6', '7', '8'] });",
        "rtp('send', 'event', { value: ['9'] });",
        "rtp('get', 'campaign', true);",
    ]
    assert reader.log("download") == []
    assert reader.messages == []


def test_click__another_one_sends_again_below_a_line(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.element("download").click()
    reader.element("download").click()
    assert reader.log("download") == ["rtp('send', 'event', { value: 'Download' });"] * 2
    assert reader.card("download").locator(".log .last").count() == 1


def test_click__a_link_sends_and_shows_where_it_would_lead_but_stays(reader: Reader) -> None:
    reader.open(TALK, PARTNER)
    reader.element("talk", "link").click()
    reader.element("partner", "link").click()
    assert reader.log("talk") == [
        "rtp('send', 'event', { value: ['Sales', 'Call me'] });",
        "rtp('get', 'campaign', true);",
        "The link would open /talk?a=1.",
    ]
    assert reader.log("partner") == [
        "rtp('send', 'event', { value: 'Partner' });",
        "The link would open https://example.com/ in a new tab.",
    ]
    assert reader.page.url == reader.file.as_uri()
    assert len(reader.context.pages) == 1


def test_click__a_download_is_called_one(reader: Reader) -> None:
    reader.open(Event("paper", "Paper", link=Link("Paper", {"href": "/paper.pdf", "download": True})))
    reader.element("paper", "link").click()
    assert reader.log("paper")[1:] == ["The link would download /paper.pdf."]


@pytest.mark.parametrize("key", ["Control", "Shift", "Meta"])
def test_click__with_a_key_a_link_opens_nothing_either(key: str, reader: Reader) -> None:
    reader.open(TALK)
    reader.element("talk", "link").click(modifiers=[key])  # type: ignore[list-item]
    assert reader.log("talk")[-1] == "The link would open /talk?a=1."
    assert len(reader.context.pages) == 1


def test_click__the_middle_button_of_the_mouse_sends_nothing_and_opens_nothing(reader: Reader) -> None:
    reader.open(TALK)
    reader.element("talk", "link").click(button="middle")
    assert reader.log("talk") == ["Nothing was sent.", "The link would open /talk?a=1."]
    assert len(reader.context.pages) == 1


def test_click__the_right_button_of_the_mouse_opens_its_menu(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    reader.element("download").click(button="right")
    assert reader.log("download") == []


def test_click__the_binding_sends_an_event_once_until_it_starts_over(reader: Reader) -> None:
    reader.open(TRIAL, PARTNER)
    again = ["rtp('send', 'event', { value: 'Trial' });", "Nothing more is sent in this page view."]
    for _ in range(2):
        reader.element("trial").click()
        reader.element("trial", "link").click()
        assert reader.log("trial") == [*again, "The link would open /trial."]
        with reader.page.expect_navigation():
            reader.card("trial").get_by_role("button", name="Start over").click()
        assert reader.log("trial") == []
    assert reader.messages == []


@pytest.mark.parametrize("event", [INTERESTS, OFF, SEEN, LOADED], ids=lambda event: event.id)
def test_run__sends_what_no_click_on_an_element_sends(event: Event, reader: Reader) -> None:
    reader.open(event)
    reader.card(event.id).get_by_role("button", name=f"Send {event.id}").click()
    assert meant(reader.context, reader.log(event.id)) == sent(
        *(value if isinstance(value, str) else list(value) for value in event.batches)
    )


def test_click__on_a_disabled_button_or_of_another_trigger_sends_nothing(reader: Reader) -> None:
    reader.open(OFF, LOADED)
    assert reader.element("off").is_disabled()
    reader.element("loaded").click()
    assert reader.log("loaded") == ["Nothing was sent."]
    assert reader.log("off") == []


def test_load__nothing_is_sent_and_the_controls_of_the_page_send_nothing(reader: Reader) -> None:
    reader.open(*ALL)
    reader.copy("download", "value 1 of download")
    reader.page.get_by_role("button", name="Dark").click()
    reader.page.wait_for_timeout(1500)  # the binding looks for its elements each second
    assert reader.page.locator(".log li").count() == 0
    assert reader.messages == []


def test_log__shows_what_cannot_be_seen(reader: Reader) -> None:
    reader.open(ODD)
    reader.element("odd").click()
    assert reader.log("odd") == ["rtp('send', 'event', { value: [' two  spaces ', 'a\\u200bb\\u0000\\r\\n\\'\\\\'] });"]
    marked = reader.card("odd").locator(".log mark").all_text_contents()
    assert marked == [" ", "  ", " ", "\\u200b", "\\u0000", "\\r", "\\n", "\\'", "\\\\"]
    shown = reader.card("odd").locator(".values mark").all_text_contents()
    assert shown == [" ", "  ", " ", "\\u200b", "\\u0000", "\\r", "\\n"]


def test_log__shows_what_a_custom_snippet_sends_and_that_its_code_fails(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "button.html").write_text('<b onclick="{{ calls }} rtp(null, [], {}, 1); missing();">{{ label }}</b>')
    reader.open(DOWNLOAD, templates=tmp_path)
    reader.card("download").locator(".element b").click()
    assert [line.replace("Uncaught ", "") for line in reader.log("download")] == [
        "rtp('send', 'event', { value: 'Download' });",
        "rtp(null, [], {}, 1);",
        "The code of this snippet failed: ReferenceError: missing is not defined",
    ]


def test_log__is_announced_and_can_be_scrolled_by_keys_once_it_is_long(reader: Reader) -> None:
    reader.open(DOWNLOAD)
    log = reader.card("download").get_by_role("log", name="Sent by download")
    assert log.get_attribute("tabindex") is None
    reader.page.evaluate("""() => {
        const button = document.querySelector('.element').shadowRoot.querySelector('button');
        for (let click = 0; click < 30; click += 1) { button.click(); }
    }""")
    assert log.get_attribute("tabindex") == "0"
    assert log.evaluate("log => log.scrollTop + log.clientHeight >= log.scrollHeight - 1")


@pytest.mark.parametrize("name", ["event", "copy", "run", "bar", "count", "said", "theme", "rtpsnippets", "find"])
def test_element__its_names_cause_no_conflict(name: str, reader: Reader) -> None:
    attributes: dict[str, str | bool] = {"id": name, "class": name, "name": name, "data-theme": "dark"}
    reader.open(Event("go", "Go!", Button("Go", attributes)), DOWNLOAD)
    reader.element("go").click()
    assert reader.log("go") == ["rtp('send', 'event', { value: 'Go!' });"]
    reader.copy("download", "value 1 of download")
    assert reader.clipboard() == "Download"
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("go!")
    assert reader.found() == ["go"]
    assert reader.messages == []
