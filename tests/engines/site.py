"""A web site of this machine whose pages are a dictionary, for the real journey over HTTP.

>>> with serve() as site:
...     site.pages["/x"] = Page("text/plain; charset=utf-8", "x")
...     site.url("/x").startswith("http://127.0.0.1:")
True
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Page:
    """What the site answers: the content type, its charset included, and the text."""

    content_type: str
    text: str


@dataclass(frozen=True, slots=True)
class Site:
    """The pages by their paths; more can be added at any time."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)

    def url(self, path: str) -> str:
        """The address of the page at `path`."""
        return f"http://127.0.0.1:{self.port}{path}"


@contextlib.contextmanager
def serve() -> Iterator[Site]:
    """Serve a site in a thread until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        site = Site(server.server_port)
        server.RequestHandlerClass = _handler_of(site)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    """Answers from `site`."""

    site: Site
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet an answer
    timeout = 5  # a connection that the browser opens in advance and never uses

    def do_GET(self) -> None:
        page = self.site.pages.get(self.path)
        if page is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = page.text.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", page.content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


def _handler_of(site: Site) -> type[_Handler]:
    return type("_SiteHandler", (_Handler,), {"site": site})
