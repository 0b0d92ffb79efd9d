"""The README's page for sites that forbid inline code does what the README says of it."""

from __future__ import annotations

from pathlib import Path

from tests.docs.readme import EXAMPLES
from tests.pages.command import rtpsnippets
from tests.pages.visitor import LEAVING, STRICT, TAG, Visitor, sent

_FILES = {block.file_name: block.text for block in EXAMPLES if block.file_name}


def test_readme__a_marked_link_sends_its_event_under_the_policy_and_leads_on(visitor: Visitor, tmp_path: Path) -> None:
    definitions = tmp_path / "strict.toml"
    definitions.write_text(_FILES["strict.toml"], "utf-8")
    visitor.add_script("/js/rtp-events.js", rtpsnippets("show", definitions, "--format", "binding"))
    visitor.add_script("/whitepaper.pdf", "the paper")
    visitor.open(_FILES["site/page.html"], head=TAG + LEAVING, policy=STRICT)
    assert visitor.messages == []
    visitor.click("a")
    assert visitor.page.url == visitor.site.url("/whitepaper.pdf")
    assert visitor.calls_before_leaving == sent("download - example whitepaper")
