"""The manual's page about sites that forbid inline code: its files do what it says."""

from __future__ import annotations

from pathlib import Path

from tests.docs.pages import page_text
from tests.pages.command import rtpsnippets
from tests.pages.visitor import LEAVING, STRICT, TAG, Visitor, sent
from tests.patience import comes_true

PAGE = "docs/guides/strict-pages.md"


def test_marked_link__sends_its_event_under_the_policy_and_leads_on(visitor: Visitor, tmp_path: Path) -> None:
    definitions = tmp_path / "events.toml"
    definitions.write_text(page_text(PAGE, "events.toml"), "utf-8")
    visitor.add_script("/js/rtp-events.js", rtpsnippets("show", definitions, "--format", "binding"))
    visitor.add_script("/whitepaper.pdf", "the paper")
    visitor.open(page_text(PAGE, "site/page.html"), head=TAG + LEAVING, policy=STRICT)
    assert visitor.messages == []
    visitor.click("a")
    assert comes_true(lambda: visitor.page.url == visitor.site.url("/whitepaper.pdf"))
    assert visitor.calls_before_leaving == sent("download - example whitepaper")
