"""A browser page that visits other pages, and their site."""

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
"""The stub of the RTP tag, in HTML and XHTML, which needs no request for each page."""


class Driver:
    """A browser page that visits other pages of its site, each in a frame."""

    def __init__(self, page: BrowserPage | WebKitPage, site: WebSite) -> None:
        self.site = site
        self._page = page
        self._console: list[str] = []
        self._seen: dict[str, Mapping[str, object]] = {}
        if isinstance(page, BrowserPage):  # a page in WebKit only reports its errors, on its own
            page.on("console", lambda message: self._console.append(message.text))
            page.on("pageerror", lambda error: self._console.append(str(error)))
        page.goto(site.url("/driver"))

    def visit(self, paths: Sequence[str], seconds: float = 20) -> list[Mapping[str, object]]:
        """Return what was seen on each page: its calls, errors, elements, texts, buttons and links.

        Raise Playwright's error if a page doesn't load in that many seconds.
        """
        seen: list[Mapping[str, object]] = json.loads(
            self._page.evaluate("given => visitAll(...given)", [paths, seconds])
        )
        return seen

    def visit_once(self, paths: Sequence[str]) -> list[Mapping[str, object]]:
        """Return what was seen on each page. Pages never change, so none is visited twice."""
        new = [path for path in dict.fromkeys(paths) if path not in self._seen]
        self._seen.update(zip(new, self.visit(new), strict=True))
        return [self._seen[path] for path in paths]

    def console(self) -> list[str]:
        """The messages on the browser's console since the last call."""
        messages = self._console[:]
        self._console.clear()
        return messages


@contextlib.contextmanager
def snippet_site() -> Iterator[WebSite]:
    """A site with the page of the driver."""
    with serve() as site:
        site.pages["/driver.js"] = Page("text/javascript; charset=utf-8", (_HERE / "driver.js").read_text("utf-8"))
        html = '<!DOCTYPE html><title>x</title><link rel="icon" href="data:,"><body><script src="/driver.js"></script>'
        site.pages["/driver"] = Page("text/html; charset=utf-8", html)
        yield site
