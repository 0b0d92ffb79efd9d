"""The page with the kept content: what it sends, and what a visitor can click."""

from __future__ import annotations

from collections.abc import Sequence

from rtpsnippets import Event
from tests.cms.target import Result
from tests.pages.visitor import BINDING, TAG, Visitor, sent

# The links lead to pages that don't exist.
_STAY = '<script>addEventListener("click", (event) => event.preventDefault());</script>'

_CODE = ("rtp(", "data-rtp-event", "<a", "<button", "<script")


def open_content(visitor: Visitor, content: str, events: Sequence[Event]) -> None:
    """Open a page with the content and the binding of the events."""
    visitor.bind(*events)
    visitor.open(content, head=_STAY + TAG + BINDING)


def result_of(visitor: Visitor, content: str, event: Event, label: str) -> Result:
    """The result of a form: open the page, and click the button or link with the label if there is one."""
    open_content(visitor, content, [event])
    if any(code in visitor.tab.inner_text("body") for code in _CODE):
        return "shown as text"
    senders = visitor.tab.locator("a, button", has_text=label)
    if senders.count():
        senders.click()
    if visitor.calls:
        return "exact" if visitor.calls == sent(event.value) else "another value"
    return "sends nothing" if senders.count() else "dropped"
