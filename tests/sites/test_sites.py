"""A small site of each generator, as a person has it: built by its own command, opened in Chromium and clicked."""

from __future__ import annotations

import contextlib
import functools
import json
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.docs.readme import GENERATORS, SITE_BLOCKS
from tests.engines.server import listening
from tests.sites.conftest import Build, Start
from tests.sites.markdown_sites import MARKDOWN_SITES, SITE_WITH_THE_BINDING
from tests.sites.pages import (
    CALLS,
    CHANGED_LABEL,
    FIRST_CALL,
    GIVEN_LABEL,
    LABEL,
    LABELS,
    LINK_CALL,
    LINK_LABEL,
    UNKNOWN_ID,
)
from tests.sites.rows import SITES
from tests.sites.site import Site
from tests.sites.sphinx_sites import SPHINX_SITES

every_site = pytest.mark.parametrize("site", [pytest.param(site, id=site.name) for site in SITES])


@every_site
def test_site__its_script_its_buttons_and_its_link_send_the_events(site: Site, build: Build, chromium: Browser) -> None:
    seen = visit(chromium, build(site).copy, site.built)
    assert seen.errors == []
    assert seen.labels == [*LABELS, *([GIVEN_LABEL, LINK_LABEL] if site.reads_marks else [])]
    assert seen.values == [*CALLS, *([FIRST_CALL, LINK_CALL] if site.reads_marks else [])]
    assert seen.has_each_id_once or not site.knows_pages


def test_binding__a_site_without_handlers_sends_the_same_events(start: Start, chromium: Browser) -> None:
    started = start(SITE_WITH_THE_BINDING)
    started.do(SITE_WITH_THE_BINDING.command)
    seen = visit(chromium, started.served, SITE_WITH_THE_BINDING.built)
    assert seen.errors == []
    assert seen.labels == [*LABELS, GIVEN_LABEL, LINK_LABEL]
    assert seen.values == [*CALLS, LINK_CALL]  # it sends an event once in a page view, by whichever of its elements
    assert seen.has_each_id_once
    assert "onclick=" not in started.page


@every_site
def test_changed_definitions__are_on_the_page_after_the_next_build(site: Site, build: Build) -> None:
    started = build(site).started
    assert f">{LABEL}</button>" in started.page
    started.change_definitions()
    started.do(site.again or site.command)
    assert f">{CHANGED_LABEL}</button>" in started.page


@every_site
def test_unknown_id__ends_a_strict_build_and_is_named(site: Site, start: Start) -> None:
    started = start(site)
    started.replace_in_pages("download-whitepaper", UNKNOWN_ID)
    ran = started.run(site.strict or site.command)
    assert ran.code != 0, ran.output
    assert site.unknown in " ".join(ran.output.split())


@pytest.mark.parametrize(
    "site", [pytest.param(site, id=site.name) for site in (*MARKDOWN_SITES, *SPHINX_SITES) if site.knows_pages]
)
def test_near_miss__is_said(site: Site, start: Start) -> None:
    started = start(site)
    for mark in ("[[rtp:in-a-list]]", ":rtp:`in-a-list`", "{rtp}`in-a-list`"):
        started.replace_in_pages(mark, "[[RTP:in-a-list]]")
    ran = started.run(site.command)
    assert '"[[RTP:in-a-list]]" is shown as text' in ran.output


def test_readme__every_example_of_a_site_is_in_one_of_these() -> None:
    headings = {block.heading for block in SITE_BLOCKS}
    assert headings == {GENERATORS, *(site.heading for site in SITES)}


def test_readme__an_example_of_a_site_is_a_file_or_a_page_or_a_command() -> None:
    assert {block.language for block in SITE_BLOCKS if not block.file_name} == {"markdown", "rst", "sh"}


# A visit: the page is opened, and every button and link of ours is clicked.

_OURS = ':is(button, a):is([onclick^="rtp("], [data-rtp-event])'  # a theme has some, too


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
    handler = functools.partial(_Handler, directory=str(folder))
    with listening(handler) as port, contextlib.closing(browser.new_page()) as page:
        address = f"http://127.0.0.1:{port}/"
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.route(lambda url: not url.startswith(address), _refuse)  # fonts of a theme, and the like
        page.goto(address + path)
        ours = page.locator(_OURS)
        for element in ours.all():
            element.click()
        ids = [str(name) for element in ours.all() if (name := element.get_attribute("id"))]
        return Visit(ours.all_text_contents(), _values(page), errors, has_each_id_once=len(ids) == len(set(ids)))


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
