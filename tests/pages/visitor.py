"""A visitor of pages with snippets, who sees the calls of `rtp` and the console."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page as BrowserPage

from rtpsnippets import Event, render_binding
from tests.engines.web_site import Page, WebSite
from tests.engines.webkit import WebKitPage

HTML = "text/html; charset=utf-8"
XHTML = "application/xhtml+xml; charset=utf-8"
SCRIPT = "text/javascript; charset=utf-8"

html_and_xhtml = pytest.mark.parametrize("content_type", [HTML, XHTML], ids=["html", "xhtml"])

by_either_mark = pytest.mark.parametrize(
    "mark", ['data-rtp-event="go"', 'class="cta rtp-event--go"'], ids=["attribute", "class"]
)
"""Both ways to mark an element for the event `go`."""

BINDING = '<script src="/rtp-events.js"></script>'
TAG = '<script src="/tag.js"></script>'
LEAVING = '<script src="/leaving.js"></script>'
_LISTENING = '<script src="/listening.js"></script>'

STRICT = "script-src 'self'"
"""A policy that allows script files of the site, but no inline code."""

BLOCKED = re.compile(r"Content Security Policy|blocked (?:an event handler|an inline script)|^blocked: script-src")
"""The console messages about code that the policy forbids: Chromium, Firefox, and our own for WebKit."""

_HERE = Path(__file__).parent
# HTML and XHTML alike.
_PAGE = """{doctype}
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><link rel="icon" href="data:,"/>{head}</head>
<body>{body}</body></html>"""
_CALLS = "JSON.stringify(Array.from(window.rtp?.q ?? [], (call) => Array.from(call)))"
_PATIENCE = 30


def sent(*values: object) -> list[object]:
    """The calls that send these values, in order."""
    return [["send", "event", {"value": value}] for value in values]


class Visitor:
    """A page of the browser, and the site that it visits."""

    def __init__(self, page: BrowserPage | WebKitPage, site: WebSite) -> None:
        self.page = page
        self.site = site
        self._messages: list[str] = []
        if isinstance(page, BrowserPage):
            page.set_default_timeout(_PATIENCE * 1000)
            page.on("console", lambda message: self._messages.append(message.text))
            page.on("pageerror", lambda error: self._messages.append(str(error)))
        self.add_script("/never.js?aid=account", "")
        for name in ("tag.js", "leaving.js", "listening.js"):
            self.add_script(f"/{name}", (_HERE / name).read_text("utf-8"))

    @property
    def tab(self) -> BrowserPage:
        """The page with all features of Playwright: tests that need them have the pytest mark `playwright`."""
        assert isinstance(self.page, BrowserPage)
        return self.page

    def add_script(self, path: str, script: str) -> None:
        """Put a file of JavaScript on the site."""
        self.site.pages[path] = Page(SCRIPT, script)

    def bind(self, *events: Event) -> None:
        """Put the binding of the events on the site."""
        self.add_script("/rtp-events.js", render_binding(events))

    def open(
        self,
        body: str,
        *,
        head: str = TAG + BINDING,
        policy: str = "",
        content_type: str = HTML,
        doctype: str = "<!DOCTYPE html>",
    ) -> None:
        """Open a page with the tag's stub and the binding, or another head, under the policy."""
        headers = {"Content-Security-Policy": policy} if policy else {}
        if isinstance(self.page, WebKitPage):
            head = _LISTENING + head
        self.site.pages["/page"] = Page(content_type, _PAGE.format(doctype=doctype, head=head, body=body), headers)
        self.page.goto(self.site.url("/page"))
        self.page.evaluate("sessionStorage.clear()")  # which contains what the previous page has left
        self._settle()

    def click(self, selector: str) -> None:
        """Click an element as a user does."""
        self.page.click(selector)

    def click_all(self, selector: str) -> None:
        """Click all such elements at once with a script."""
        self.page.evaluate(
            "selector => document.querySelectorAll(selector).forEach(element => element.click())", selector
        )

    @property
    def messages(self) -> list[str]:
        """The console messages so far, including uncaught errors."""
        self._settle()
        if isinstance(self.page, WebKitPage):
            heard: list[str] = self.page.evaluate("window.heard ?? []")
            return heard
        return self._messages[:]

    @property
    def calls(self) -> list[object]:
        """The calls in the queue of the tag's stub."""
        calls: list[object] = json.loads(self.page.evaluate(_CALLS))
        return calls

    @property
    def calls_before_leaving(self) -> list[object]:
        """The queue at the time of leaving the page, which was opened with the script `LEAVING`."""
        limit = time.monotonic() + _PATIENCE
        while not (found := self.page.evaluate("sessionStorage.getItem('calls')")) and time.monotonic() < limit:
            self.page.wait_for_timeout(50)
        assert found, "the page was not left"
        calls: list[object] = json.loads(found)
        return calls

    def wait_for(self, calls: Sequence[object]) -> None:
        """Wait until exactly these calls are in the queue; fail if that takes too long."""
        limit = time.monotonic() + _PATIENCE
        while self.calls != calls and time.monotonic() < limit:
            self.page.wait_for_timeout(50)
        assert self.calls == calls

    def _settle(self) -> None:
        """Let the page finish what it is doing."""
        self.page.evaluate("new Promise(resolve => setTimeout(resolve))")
