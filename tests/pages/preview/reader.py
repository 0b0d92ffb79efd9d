"""A reader of the preview, who clicks, copies and searches, and sees what the page shows."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator

from rtpsnippets import Event, render_preview

_PATIENCE = 10


class Reader:
    """A tab of the browser with the preview of some events, opened as a file."""

    def __init__(self, context: BrowserContext, folder: Path) -> None:
        self.context = context
        self.file = folder / "preview.html"
        self.messages: list[str] = []
        self.requests: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(_PATIENCE * 1000)
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, *events: Event, templates: Path | None = None) -> None:
        """Open the preview of the events."""
        self.file.write_text(render_preview(events, templates), "utf-8", newline="\n")
        self.page.goto(self.file.as_uri())

    def card(self, event_id: str) -> Locator:
        """The part of the page that is about the event."""
        return self.page.locator(".event").filter(has=self.page.get_by_role("heading", name=event_id, exact=True))

    def element(self, event_id: str, role: str = "button") -> Locator:
        """The element of the event: a `button`, or a `link`."""
        return self.card(event_id).locator(".element").locator({"button": "button", "link": "a"}[role])

    def log(self, event_id: str) -> list[str]:
        """What stands beside the elements of the event, line by line."""
        self.settle()
        return self.card(event_id).locator(".log li").all_text_contents()

    def copy(self, event_id: str, what: str) -> None:
        """Click the button that copies this of the event, and wait until the page says what came of it."""
        button = self.card(event_id).get_by_role("button", name=f"Copy {what}", exact=True)
        word = button.locator("span").first
        handle = word.element_handle()
        button.click()
        self.page.wait_for_function("word => word.textContent !== 'Copy'", arg=handle)

    def clipboard(self) -> str:
        """What is in the clipboard."""
        with self.context.new_page() as other:  # it needs nothing of the page that has copied
            other.goto(self.file.as_uri())
            text: str = json.loads(other.evaluate("navigator.clipboard.readText().then(JSON.stringify)"))
        self.page.bring_to_front()
        return text

    def found(self) -> list[str]:
        """The events that a search leaves, by their ids."""
        return self.page.locator(".event:visible h2").all_text_contents()

    def focused(self) -> str:
        """What has the focus: its text, or that it stands for."""
        text: str = self.page.evaluate("""() => {
            let node = document.activeElement;
            while (node.shadowRoot && node.shadowRoot.activeElement) { node = node.shadowRoot.activeElement; }
            return node.placeholder || node.textContent;
        }""")
        return " ".join(text.split())

    def settle(self) -> None:
        """Let the page do what it is about to do."""
        self.page.evaluate("new Promise(resolve => setTimeout(resolve))")


def meant(context: BrowserContext, shown: list[str]) -> list[object]:
    """What the calls that a log shows send: they are run as JavaScript, on another page."""
    with context.new_page() as other:
        calls: list[object] = json.loads(
            other.evaluate(
                """shown => {
                    const calls = [];
                    const rtp = (...values) => { calls.push(values); };
                    shown.forEach(call => new Function('rtp', call)(rtp));
                    return JSON.stringify(calls);
                }""",
                shown,
            )
        )
    return calls
