"""Material for MkDocs with `navigation.instant`: after it has put another page in place, what is on it sends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.plugins.in_process import run_here

_SITE = "https://site.example/"
_MKDOCS = f"""\
site_name: Site
site_url: {_SITE}
theme: {{name: material, font: false, features: [navigation.instant]}}
extra_javascript: [tag.js]
plugins: [rtpsnippets]
"""
_EVENTS = '[events.demo]\nvalue = "Demo"\nbutton = { label = "Demo", class = "md-button" }\n'
_TAG = "window.calls = []; window.rtp = (...call) => calls.push(call[2].value);"
_TWICE = '# {0}\n\n[[rtp:demo]] and [[rtp:demo "Jetzt & *gleich*"]]\n\n[on]({1}.md)\n'

Open = Callable[[str], Page]


@pytest.fixture
def reach(tmp_path: Path, chromium: Browser) -> Open:
    """Build the site with a carrier, open its first page, and go from there to the second."""

    def opened(carrier: str) -> Page:
        docs = tmp_path / "docs"
        docs.mkdir()
        (tmp_path / "mkdocs.yml").write_text(_MKDOCS)
        (tmp_path / "events.toml").write_text(f'{_EVENTS}carrier = "{carrier}"\n')
        (docs / "tag.js").write_text(_TAG)
        for name, other in (("index", "other"), ("other", "index")):
            (docs / f"{name}.md").write_text(_TWICE.format(name, other))
        ran = run_here("mkdocs", ["build"], tmp_path)
        assert ran.code == 0, ran.output
        page = chromium.new_page()
        page.route("**", lambda route: _answer(route, tmp_path / "site"))
        page.goto(_SITE)
        page.evaluate("window.isSame = true")
        page.get_by_role("link", name="on", exact=True).click()
        page.get_by_role("heading", name="other").wait_for()
        assert page.evaluate("window.isSame")
        return page

    return opened


def test_handlers__both_elements_send_and_the_id_is_there_once(reach: Open) -> None:
    page = reach("inline")
    buttons = page.locator(".md-button")
    assert buttons.all_text_contents() == ["Demo", "Jetzt & *gleich*"]
    for button in buttons.all():
        button.click()
    assert page.locator("#demo").count() == 1
    assert _calls(page) == ["Demo", "Demo"]


@pytest.mark.parametrize("number", [0, 1])
def test_binding__each_of_two_elements_sends(reach: Open, number: int) -> None:
    page = reach("data")
    page.locator(".md-button").nth(number).click()
    assert _calls(page) == ["Demo"]


def _calls(page: Page) -> list[object]:
    """The values that were sent; the page is then left."""
    calls: list[object] = json.loads(page.evaluate("JSON.stringify(calls)"))
    page.close()
    return calls


def _answer(route: Route, folder: Path) -> None:
    """Answer with a file of the site; anything of another address is refused."""
    path = folder / route.request.url.removeprefix(_SITE).partition("?")[0]
    path = path / "index.html" if path.is_dir() else path
    if route.request.url.startswith(_SITE) and path.is_file():
        route.fulfill(path=path)
    else:
        route.abort()
