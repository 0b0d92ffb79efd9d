"""A local web site whose pages are a dictionary, for real HTTP requests.

>>> with serve() as site:
...     site.pages["/x"] = Page("text/plain; charset=utf-8", "x")
...     site.url("/x").startswith("http://127.0.0.1:")
True
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler

from tests.engines.server import listening


@dataclass(frozen=True, slots=True)
class Page:
    """What the site answers: the content type with its charset, the text, and any other headers."""

    content_type: str
    text: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        """The text in the charset of the content type."""
        return self.text.encode(self.content_type.rpartition("charset=")[2])


@dataclass(frozen=True, slots=True)
class WebSite:
    """The pages by their paths; more can be added at any time."""

    port: int
    pages: dict[str, Page]

    def url(self, path: str) -> str:
        """The address of the page at `path`."""
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, page: Page, ending: str = "") -> str:
        """Put the page at a path derived from its content, so that a path never changes its page; return the path."""
        path = f"/{sha256(page.content_type.encode() + page.body).hexdigest()}{ending}"
        self.pages[path] = page
        return path


@contextlib.contextmanager
def serve(pages: dict[str, Page] | None = None) -> Iterator[WebSite]:
    """Serve a site in a thread until the block ends; `pages` are its first pages."""
    pages = {} if pages is None else pages
    handler = type("_SiteHandler", (_Handler,), {"pages": pages})
    with listening(handler) as port:
        yield WebSite(port, pages)


class _Handler(BaseHTTPRequestHandler):
    """Answers from `pages`."""

    pages: Mapping[str, Page]
    protocol_version = "HTTP/1.1"  # keeps connections, which halves the time for a page
    wbufsize = -1  # one packet per answer
    timeout = 5  # for a connection that the browser opens in advance and never uses

    def do_GET(self) -> None:
        page = self.pages.get(self.path)
        if page is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = page.body
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", page.content_type)
        self.send_header("Content-Length", str(len(body)))
        # The same path has another page in the next test.
        for name, value in {"Cache-Control": "no-store", **page.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""
