"""The preview hands out the recorder: the command is copied exactly, and the link is only for dragging."""

from __future__ import annotations

from rtpsnippets import render_recorder
from rtpsnippets.snippets.recorder import bookmarklet
from tests.pages.preview.events import ALL
from tests.pages.preview.reader import Reader

_TITLE = "See events on the live page"


def test_command__is_copied_exactly(reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.get_by_text(_TITLE).click()
    reader.page.get_by_role("button", name="Copy the command for the console").click()
    reader.page.get_by_role("button", name="Copied the command for the console").wait_for()
    assert reader.clipboard() == render_recorder(ALL)


def test_link__a_click_in_the_preview_only_says_what_to_do(reader: Reader) -> None:
    reader.open(*ALL)
    reader.page.get_by_text(_TITLE).click()
    link = reader.page.get_by_role("link", name="Record RTP events")
    assert link.get_attribute("href") == bookmarklet(render_recorder(ALL))
    link.click()
    reader.page.get_by_text("Nothing happens here: drag the link to your bookmarks bar.").wait_for()
    assert reader.page.locator("rtpsnippets-recorder").count() == 0
    assert (reader.messages, reader.end_of_address) == ([], "")
