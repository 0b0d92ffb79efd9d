"""`rtpsnippets import` of handwritten pages: the imported events send what the page itself sends.

A browser opens each page of `handwritten` and triggers everything on it; its calls of `rtp` are compared with the calls
of the built snippets. `expected.json` lists the calls that are left out, with their locations and reasons, and what
they send.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from rtpsnippets import Event, render
from rtpsnippets.definitions.load import read_definitions
from rtpsnippets.definitions.read import INPUT_FORMATS
from rtpsnippets.site.importing.adopt import Adopted, adopt
from rtpsnippets.site.importing.writer import written
from rtpsnippets.site.site_file import read_site_file
from rtpsnippets.snippets.formats import offered_formats
from tests.pages.command import rtpsnippets

HANDWRITTEN = Path(__file__).parent / "handwritten"
PAGES = sorted(path.name for path in HANDWRITTEN.glob("*.html"))
EXPECTED: dict[str, Any] = json.loads((HANDWRITTEN / "expected.json").read_text("utf-8"))

_RECORDING = (Path(__file__).parent / "recording.js").read_text("utf-8")
_SITE = "http://site.test/"
_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>{}</body></html>"""
_TYPES = {".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript"}
_A_WHILE = 60
"""How many milliseconds a page has to do something on its own."""

Sent = Sequence[object]


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that records the calls of `rtp`."""
    made = context.new_page()
    made.add_init_script(_RECORDING)
    yield made
    made.close()


def _files(name: str) -> list[str]:
    """The page, and its own scripts and modules, whose names begin with its name."""
    stem = name.removesuffix(".html")
    own = [
        path for path in HANDWRITTEN.iterdir() if path.suffix in {".js", ".mjs"} and path.name.startswith(f"{stem}-")
    ]
    return [str(HANDWRITTEN / name), *map(str, sorted(own))]


def _import(name: str) -> Adopted:
    return adopt(read_site_file(path, 10**7, 10) for path in _files(name))


def _send_file(route: Route) -> None:
    """Answer with a file, without a charset."""
    path = HANDWRITTEN / route.request.url.removeprefix(_SITE)
    if path.is_file():
        route.fulfill(body=path.read_bytes(), content_type=_TYPES[path.suffix])
    else:
        route.abort()


def _recorded(page: Page) -> list[list[object]]:
    """What was sent, grouped by the action that caused it."""
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
    """Whether a list of sent values is what some events send in sequence."""
    reached = {0}
    for at in range(len(sent)):
        if at in reached:
            reached |= {at + len(one) for one in lists if list(sent[at : at + len(one)]) == list(one)}
    return len(sent) in reached


def _as_json(value: object) -> str:
    return json.dumps(value)


def _values(event: Event) -> list[object]:
    return [batch if isinstance(batch, str) else list(batch) for batch in event.batches]


def _pasted(event: Event) -> list[str]:
    """The HTML formats in which the event is offered; none if the binding sends it."""
    return [row.name for row in offered_formats(event) if row.is_html]


def _defined(adopted: Adopted, folder: Path) -> Sequence[Event]:
    """The events in the written definitions."""
    if not adopted.events:
        return []
    definitions = folder / "events.toml"
    definitions.write_text(written(adopted.events, ["x"], "toml"), "utf-8")
    read = read_definitions([str(definitions)])
    assert read.problems == []
    assert list(read.events.values()) == [one.event for one in adopted.events]
    return list(read.events.values())


@pytest.mark.parametrize("name", PAGES)
def test_import__the_snippets_send_what_the_page_sends(name: str, page: Page, tmp_path: Path) -> None:
    expected = EXPECTED.get(name, {})
    adopted = _import(name)
    found = [f"{Path(str(one.location)).name}: {one.what}" for one in adopted.unknown]
    assert found == expected.get("left out", [])
    events = _defined(adopted, tmp_path)
    of_page = [_without(sent, expected.get("sends", [])) for sent in _open(page, name)]
    lists = [_values(event) for event in events]
    assert [sent for sent in of_page if not _is_of(sent, lists)] == []
    once = {_as_json(value) for sent in of_page for value in sent}
    splits = {_as_json(value) for value in expected.get("splits", [])}
    assert {_as_json(value) for one in lists for value in one} == once | splits


@pytest.mark.parametrize("name", [name for name in PAGES if _import(name).events])
def test_import__every_snippet_sends_its_event(name: str, page: Page, tmp_path: Path) -> None:
    events = _defined(_import(name), tmp_path)
    snippets = [(event, render(event, format)) for event in events for format in _pasted(event)]
    body = _PAGE.format("".join(f"<p>{snippet}</p>" for _, snippet in snippets))
    page.route("**/*", lambda route: route.fulfill(body=body.encode(), content_type="text/html"))
    page.goto(_SITE)
    sent = [value for values in _recorded(page) for value in values]
    scripts_first = sorted(snippets, key=lambda pair: not pair[1].startswith("<script"))
    assert sent == [value for event, _ in scripts_first for value in _values(event)]


def test_import__of_all_pages_is_a_file_that_check_accepts(tmp_path: Path) -> None:
    for format in INPUT_FORMATS:
        definitions = tmp_path / f"events.{format}"
        rtpsnippets("import", HANDWRITTEN, "-o", definitions)
        assert "no problems" in rtpsnippets("check", definitions)
    rtpsnippets("build", definitions, "-o", tmp_path / "site")
    events = read_definitions([str(definitions)]).events
    assert {path.name for path in (tmp_path / "site").glob("*.html")} == {
        f"{event.id}.{format}.html" for event in events.values() for format in _pasted(event)
    }
