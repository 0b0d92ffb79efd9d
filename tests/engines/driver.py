"""A page of the browser that visits other pages, and the site that they are on."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Page as BrowserPage

from tests.engines.web_site import Page, WebSite, serve
from tests.engines.webkit import WebKitPage

_HERE = Path(__file__).parent

STUB = f"<script>{(_HERE / 'stub.js').read_text('utf-8')}</script>"
"""The element that stands in for the RTP tag, in HTML and XHTML, without a request for each page."""


class Driver:
    """A page of the browser that visits other pages of its site, each in a frame."""

    def __init__(self, page: BrowserPage | WebKitPage, site: WebSite) -> None:
        self.site = site
        self._page = page
        self._console: list[str] = []
        self._seen: dict[str, Mapping[str, object]] = {}
        if isinstance(page, BrowserPage):  # a page of WebKit tells only its errors, by itself
            page.on("console", lambda message: self._console.append(message.text))
            page.on("pageerror", lambda error: self._console.append(str(error)))
        page.goto(site.url("/driver"))

    def visit(self, paths: Sequence[str], seconds: float = 20) -> list[Mapping[str, object]]:
        """What was seen on each of the pages: its calls, errors, elements, texts, buttons and links.

        Raises Playwright's error where a page doesn't load in that many seconds.
        """
        seen: list[Mapping[str, object]] = json.loads(
            self._page.evaluate("given => visitAll(...given)", [paths, seconds])
        )
        return seen

    def visit_once(self, paths: Sequence[str]) -> list[Mapping[str, object]]:
        """What was seen on each of the pages, which never change: no page is visited twice."""
        new = [path for path in dict.fromkeys(paths) if path not in self._seen]
        self._seen.update(zip(new, self.visit(new), strict=True))
        return [self._seen[path] for path in paths]

    def console(self) -> list[str]:
        """What the browser's console has shown since this was last asked."""
        messages = self._console[:]
        self._console.clear()
        return messages


@contextlib.contextmanager
def snippet_site() -> Iterator[WebSite]:
    """A site with the page that the driver stands on."""
    with serve() as site:
        site.pages["/driver.js"] = Page("text/javascript; charset=utf-8", (_HERE / "driver.js").read_text("utf-8"))
        html = '<!DOCTYPE html><title>x</title><link rel="icon" href="data:,"><body><script src="/driver.js"></script>'
        site.pages["/driver"] = Page("text/html; charset=utf-8", html)
        yield site
