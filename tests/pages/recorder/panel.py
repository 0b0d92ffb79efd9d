"""The panel of the recorder: how it is started, and what it shows."""

from __future__ import annotations

import json
from typing import Literal

from playwright.sync_api import Locator

from rtpsnippets import Event, render_recorder
from rtpsnippets.snippets.recorder import bookmarklet
from tests.pages.visitor import Visitor
from tests.patience import comes_true

Way = Literal["console", "bookmark"]

LOADED = """window.received = [];
window.rtp = function () { window.received.push(Array.from(arguments)); return 'done'; };"""
"""A stand-in for Marketo's own script: another function, which takes the calls."""

_HOST = "rtpsnippets-recorder"
OPENED = """((attach) => {
    Element.prototype.attachShadow = function (options) {
        return attach.call(this, this.localName === 'rtpsnippets-recorder' ? { ...options, mode: 'open' } : options);
    };
})(Element.prototype.attachShadow)"""
"""Code that lets the tests look into the panel, whose shadow root is closed to pages."""

_LINES = """() => JSON.stringify([...document.querySelector('rtpsnippets-recorder').shadowRoot.querySelectorAll('li')]
    .map(line => [...line.querySelectorAll('p')].map(part => part.textContent)))"""


class Panel:
    """The panel of the recorder on the page of a visitor."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.tab = visitor.tab
        self.tab.add_init_script(OPENED)
        self.host = self.tab.locator(_HOST)

    def start(self, *events: Event, way: Way = "console") -> None:
        """Run the recorder of the events, and wait for its panel."""
        self.run(render_recorder(events), way)
        self.host.locator("section").wait_for()

    def run(self, script: str, way: Way) -> None:
        """Run a script as a command in the console, or as a bookmark does."""
        if way == "console":
            self.tab.evaluate(script)
        else:
            self.tab.evaluate("address => { location.href = address; }", bookmarklet(script))

    def button(self, name: str) -> Locator:
        """A button of the panel."""
        return self.host.get_by_role("button", name=name)

    @property
    def lines(self) -> list[list[str]]:
        """The parts of each line of the log, without the times."""
        lines: list[list[str]] = json.loads(self.tab.evaluate(_LINES))
        return lines

    @property
    def times(self) -> list[str]:
        """The time of each line."""
        return self.host.locator("time").all_text_contents()

    @property
    def status(self) -> str:
        """What the panel says about the tag."""
        return self.host.locator(".status").inner_text()

    @property
    def outlines(self) -> list[str]:
        """The labels of the outlines that are visible."""
        return self.host.locator(".layer span:visible").all_text_contents()

    def wait_for(self, *lines: list[str]) -> None:
        """Wait until the log ends with these lines; fail if that takes too long."""
        comes_true(lambda: self.lines[-len(lines) :] == list(lines))
        assert self.lines[-len(lines) :] == list(lines)

    def wait_for_status(self, text: str) -> None:
        """Wait until the panel says this about the tag."""
        comes_true(lambda: self.status == text)
        assert self.status == text
