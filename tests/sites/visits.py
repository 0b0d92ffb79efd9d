"""A visit to a site: a page is opened, and every button and link of ours is clicked."""

from __future__ import annotations

import contextlib
import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from tests.engines.server import listening

_OURS = ':is(button, a):is([onclick^="rtp("], [data-rtp-event])'  # a theme has some, too
_CALLS = "JSON.stringify(Array.from(window.rtp.q ?? [], (call) => Array.from(call)))"


@dataclass(frozen=True, slots=True)
class Visit:
    """What was seen: the labels of our buttons and links, the values that were sent, the page's errors and its ids."""

    labels: list[str]
    values: list[object]
    errors: list[str]
    has_each_id_once: bool


def visit(browser: Browser, folder: Path, path: str) -> Visit:
    """Serve the folder, open the page and click."""
    errors: list[str] = []
    with serving(folder) as address, opened(browser, address) as page:
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address + path)
        ours = page.locator(_OURS)
        for element in ours.all():
            element.click()
        ids = [str(name) for element in ours.all() if (name := element.get_attribute("id"))]
        return Visit(ours.all_text_contents(), values_of(page), errors, has_each_id_once=len(ids) == len(set(ids)))


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the folder until the block ends, and give its address; what is missing has the page `404.html`."""
    with listening(functools.partial(_Handler, directory=str(folder))) as port:
        yield f"http://127.0.0.1:{port}/"


@contextlib.contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page that may load what is below the address only: no fonts of a theme, and the like."""
    with contextlib.closing(browser.new_page()) as page:
        page.route(lambda url: not url.startswith(address), _refuse)
        yield page


def _refuse(route: Route) -> None:
    route.abort()


def values_of(page: Page) -> list[object]:
    """The value of each call, which is checked to be a call that sends an event."""
    calls = json.loads(page.evaluate(_CALLS))
    assert [call[:2] for call in calls] == [["send", "event"]] * len(calls)
    return [call[2]["value"] for call in calls]


class _Handler(SimpleHTTPRequestHandler):
    """Answers with the files, and stays silent."""

    timeout = 5  # a connection that the browser opens in advance and never uses

    def send_error(self, code: int, *_: object) -> None:
        """Send the site's own page for what is missing, as servers do."""
        page = next(Path(self.directory).glob("**/404.html"), None)
        self.send_response(code)
        self.end_headers()
        self.wfile.write(page.read_bytes() if page else b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""
