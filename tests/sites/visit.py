"""Visit a page of a built site in the browser, as a person does who clicks every button and link of ours."""

from __future__ import annotations

import contextlib
import functools
import json
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from tests.engines.server import listening

_OURS = ':is(button, a):is([onclick^="rtp("], [data-rtp-event])'  # a theme has some, too


@dataclass(frozen=True, slots=True)
class Visit:
    """What was seen: the labels of our buttons and links, the values that were sent, the errors of the page."""

    labels: list[str]
    values: list[object]
    errors: list[str]


def visit(browser: Browser, folder: Path, path: str) -> Visit:
    """Serve the folder, open the page and click."""
    errors: list[str] = []
    handler = functools.partial(_Handler, directory=str(folder))
    with listening(handler) as port, contextlib.closing(browser.new_page()) as page:
        address = f"http://127.0.0.1:{port}/"
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.route(lambda url: not url.startswith(address), _refuse)  # fonts of a theme, and the like
        page.goto(address + path)
        ours = page.locator(_OURS)
        for element in ours.all():
            element.click()
        return Visit(ours.all_text_contents(), _values(page), errors)


def _refuse(route: Route) -> None:
    route.abort()


def _values(page: Page) -> list[object]:
    """The value of each call, which is checked to be a call that sends an event."""
    calls = json.loads(page.evaluate("JSON.stringify(calls)"))
    assert [call[:2] for call in calls] == [["send", "event"]] * len(calls)
    return [call[2]["value"] for call in calls]


class _Handler(SimpleHTTPRequestHandler):
    """Answers with the files, and stays silent."""

    timeout = 5  # a connection that the browser opens in advance and never uses

    def log_message(self, *_: object) -> None:
        """Say nothing."""
