"""`rtpsnippets import` of pages as people write them: what it makes of each sends what the page itself sends.

Chromium opens each page of `handwritten` and does all that can be done there; what it calls `rtp` with is compared
with the calls that the built snippets make. `expected.json` says of the calls that are left out where they are, why,
and what the page sends by them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from rtpsnippets import Event, render
from rtpsnippets.calls.site_file import read_site_file
from rtpsnippets.definitions import read_definitions
from rtpsnippets.importing.adopt import Adopted, adopt
from rtpsnippets.importing.written import written
from rtpsnippets.read import INPUT_FORMATS
from tests.pages.command import rtpsnippets

HANDWRITTEN = Path(__file__).parent / "handwritten"
PAGES = sorted(path.name for path in HANDWRITTEN.glob("*.html"))
EXPECTED: dict[str, Any] = json.loads((HANDWRITTEN / "expected.json").read_text("utf-8"))

_RECORDING = (Path(__file__).parent / "recording.js").read_text("utf-8")
_SITE = "http://site.test/"
_TYPES = {".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript"}
_A_WHILE = 60
"""For how many milliseconds a page may do something of its own accord."""

Sent = Sequence[object]


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that records what `rtp` is called with."""
    made = context.new_page()
    made.add_init_script(_RECORDING)
    yield made
    made.close()


def _files(name: str) -> list[str]:
    """The page, and the scripts and modules that are its own: their names begin like its own."""
    stem = name.removesuffix(".html")
    own = [path for path in HANDWRITTEN.iterdir() if path.suffix in {".js", ".mjs"} and path.name.startswith(f"{stem}-")]
    return [str(HANDWRITTEN / name), *map(str, sorted(own))]


def _import(name: str) -> Adopted:
    return adopt(read_site_file(path, 10**7, 10) for path in _files(name))


def _send_file(route: Route) -> None:
    """Answer with a file as a server does that knows nothing of charsets."""
    path = HANDWRITTEN / route.request.url.removeprefix(_SITE)
    if path.is_file():
        route.fulfill(body=path.read_bytes(), content_type=_TYPES[path.suffix])
    else:
        route.abort()


def _recorded(page: Page) -> list[list[object]]:
    """What was sent, each list of calls at once."""
    page.wait_for_timeout(_A_WHILE)
    page.evaluate("doAll()")
    page.wait_for_timeout(_A_WHILE)
    recorded: list[list[list[Any]]] = page.evaluate("recorded")
    return [[call[2]["value"] for call in calls if call[:2] == ["send", "event"]] for calls in recorded]


def _open(page: Page, name: str) -> list[list[object]]:
    page.route("**/*", _send_file)
    page.goto(_SITE + name)
    return _recorded(page)


def _without(sent: Sent, left_out: Sent) -> Sent:
    return [value for value in sent if value not in left_out]


def _is_of(sent: Sent, lists: Sequence[Sent]) -> bool:
    """Whether what was sent at once is what some events send, one after the other."""
    reached = {0}
    for at in range(len(sent)):
        if at in reached:
            reached |= {at + len(one) for one in lists if list(sent[at : at + len(one)]) == list(one)}
    return len(sent) in reached


def _as_json(value: object) -> str:
    return json.dumps(value)


def _batches(events: Sequence[Event]) -> list[list[object]]:
    return [[batch if isinstance(batch, str) else list(batch) for batch in event.batches] for event in events]


@pytest.mark.parametrize("name", PAGES)
def test_import__the_snippets_send_what_the_page_sends(name: str, page: Page, tmp_path: Path) -> None:
    expected = EXPECTED.get(name, {})
    adopted = _import(name)
    found = [f"{Path(one.file).name}:{one.line}:{one.column}: {one.what}" for one in adopted.unknown]
    assert found == expected.get("left out", [])
    events = []
    if adopted.events:
        definitions = tmp_path / "events.toml"
        definitions.write_text(written(adopted.events, [name], "toml"), "utf-8")
        read = read_definitions([str(definitions)])
        assert read.problems == []
        events = list(read.events.values())
    left_out = expected.get("sends", [])
    of_page = [_without(sent, left_out) for sent in _open(page, name)]
    lists = _batches(events)
    assert [sent for sent in of_page if not _is_of(sent, lists)] == []
    of_page_once = {_as_json(value) for sent in of_page for value in sent}
    assert of_page_once == {_as_json(value) for one in lists for value in one}


_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>{}</body></html>"""


@pytest.mark.parametrize("name", [name for name in PAGES if _import(name).events])
def test_import__every_snippet_sends_its_event(name: str, page: Page) -> None:
    events = [adopted.event for adopted in _import(name).events]
    formats = [(event, format) for event in events for format in ("script", *event.elements)]
    body = _PAGE.format("".join(f"<p>{render(event, format)}</p>" for event, format in formats))
    page.route("**/*", lambda route: route.fulfill(body=body.encode(), content_type="text/html"))
    page.goto(_SITE)
    recorded = _recorded(page)
    ...
