"""A reader of the preview, who clicks, copies, searches and sees what the page shows."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator

from rtpsnippets import Event, render_preview
from rtpsnippets.snippets.preview import PAGE
from rtpsnippets.snippets.usage import Usage

CLICK_ALL = """async () => {
    const logs = [];
    for (const card of document.querySelectorAll('.event')) {
        for (const element of card.querySelectorAll('.element')) {
            element.shadowRoot.firstElementChild.click();
        }
        logs.push([...card.querySelectorAll('.log li')].map(line => line.textContent));
    }
    return JSON.stringify(logs);
}"""
"""Code that clicks all elements of the preview; its value is what the logs show afterward, by event."""

CALLS_SHOWN = """shown => {
    const calls = [];
    const rtp = (...values) => { calls.push(values); };
    shown.forEach(call => new Function('rtp', call)(rtp));
    return JSON.stringify(calls);
}"""
"""A function that runs the calls in a log; its value is what they send."""

_PATIENCE = 10


class Reader:
    """A tab of the browser with the preview of some events, opened as a file."""

    def __init__(self, context: BrowserContext, folder: Path) -> None:
        self.context = context
        self.file = folder / "preview.html"
        self.messages: list[str] = []
        self.outgoing: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(_PATIENCE * 1000)
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", lambda request: self._note(request.url))

    def open(
        self,
        *events: Event,
        templates: Path | None = None,
        destination: str = PAGE.name,
        at: str = "",
        usage: Usage | None = None,
        base_url: str = "",
    ) -> None:
        """Open the preview of the events; `at` is the end of the address, such as `?search=x#demo`."""
        page = render_preview(events, templates, destination=destination, usage=usage, base_url=base_url)
        self.file.write_text(page, "utf-8", newline="\n")
        self.page.goto(f"{self.file.as_uri()}{at}")

    @property
    def end_of_address(self) -> str:
        """The part of the address after the file name."""
        address: str = self.page.evaluate("location.href")  # Playwright learns of a change a little later
        return address.removeprefix(self.file.as_uri())

    def choose(self, title: str) -> None:
        """Choose where to paste."""
        self.page.get_by_label("Where will you paste it?").select_option(title)

    def snippets(self, event_id: str) -> list[str]:
        """The texts to paste that are shown for the event."""
        return self.card(event_id).locator("pre:visible").all_text_contents()

    def card(self, event_id: str) -> Locator:
        """The part of the page for the event."""
        return self.page.locator(".event").filter(has=self.page.get_by_role("heading", name=event_id, exact=True))

    def element(self, event_id: str, role: str = "button") -> Locator:
        """The element of the event: a `button`, or a `link`."""
        return self.card(event_id).locator(".element").locator({"button": "button", "link": "a"}[role])

    def log(self, event_id: str) -> list[str]:
        """The log next to the elements of the event, as lines."""
        self.settle()
        return self.card(event_id).locator(".log li").all_text_contents()

    def copy(self, event_id: str, what: str) -> None:
        """Click the button that copies this part of the event, and wait until the page reports the result."""
        button = self.card(event_id).get_by_role("button", name=f"Copy {what}", exact=True)
        word = button.locator("span").first
        handle = word.element_handle()
        button.click()
        self.page.wait_for_function("word => word.textContent !== 'Copy'", arg=handle)

    def clipboard(self) -> str:
        """The content of the clipboard."""
        with self.context.new_page() as other:  # it needs nothing from the page that has copied
            other.goto(self.file.as_uri())
            text: str = json.loads(other.evaluate("navigator.clipboard.readText().then(JSON.stringify)"))
        self.page.bring_to_front()
        return text

    def kept(self, text: str) -> str:
        """What the browser's clipboard keeps of a text: Firefox drops NUL."""
        browser = self.context.browser
        return text.replace("\0", "") if browser and browser.browser_type.name == "firefox" else text

    def found(self) -> list[str]:
        """The ids of the events that a search shows."""
        return self.page.locator(".event:visible h2").all_text_contents()

    def focused(self) -> str:
        """The text or the label of the focused element."""
        text: str = self.page.evaluate("""() => {
            let node = document.activeElement;
            while (node.shadowRoot && node.shadowRoot.activeElement) { node = node.shadowRoot.activeElement; }
            return node.placeholder || node.textContent;
        }""")
        return " ".join(text.split())

    def _note(self, url: str) -> None:
        if url.partition("?")[0] != self.file.as_uri():
            self.outgoing.append(url)

    def settle(self) -> None:
        """Let the page finish what it is doing."""
        self.page.evaluate("new Promise(resolve => setTimeout(resolve))")


def meant(context: BrowserContext, shown: list[str]) -> list[object]:
    """What the calls in a log send: they are run as JavaScript on another page."""
    with context.new_page() as other:
        calls: list[object] = json.loads(other.evaluate(CALLS_SHOWN, shown))
    return calls
