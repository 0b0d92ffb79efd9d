"""The manual is built as a reader gets it: strictly, with its own plugin and audit, and complete without a network."""

from __future__ import annotations

import re
from contextlib import closing
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.clean_environment import CHECKOUT, SCRIPTS, run
from tests.docs.pages import blocks_of, page_files, read_page

_RESOURCES = {"script": "src", "link[rel=stylesheet]": "href", "link[rel=icon]": "href", "img": "src", "iframe": "src"}
_WITHOUT_EXAMPLES = ("docs/reference/library.md", "docs/project/contributing.md")
"""The pages that show docstrings and CONTRIBUTING.md, which have tests of their own."""

_PAGES = [page for page in page_files() if page.startswith("docs/")]


@cache
def _ids(page: Path) -> set[str | None]:
    return {node.attributes["id"] for node in LexborHTMLParser(page.read_text("utf-8")).css("[id]")}


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built manual; a warning, such as a dead link or a finding of the audit, ends the build."""
    folder = tmp_path_factory.mktemp("manual")
    ran = run(["mkdocs", "build", "--strict", "--site-dir", folder], CHECKOUT, SCRIPTS)
    assert ran.code == 0, ran.output
    return folder


def _page(manual: Path, source: str) -> LexborHTMLParser:
    name = source.removeprefix("docs/").removesuffix(".md").removesuffix("index")
    return LexborHTMLParser((manual / name / "index.html").read_text("utf-8"))


def test_audit__finds_nothing_in_the_built_manual(manual: Path) -> None:
    ran = run(["rtpsnippets", "audit", manual, "docs/events.toml", "--ignore", "no-tag"], CHECKOUT, SCRIPTS)
    assert ran.code == 0, ran.output
    assert ran.output.startswith("no findings in ")


@pytest.mark.parametrize("page", _PAGES)
def test_page__loads_nothing_from_another_site(manual: Path, page: str) -> None:
    built = _page(manual, page)
    addresses = [node.attributes.get(name) or "" for css, name in _RESOURCES.items() for node in built.css(css)]
    assert len(addresses) > 1
    assert [address for address in addresses if re.match("(?:https?:)?//", address)] == []


@pytest.mark.parametrize("page", _PAGES)
def test_page__every_link_leads_to_a_page_and_a_place_on_it(manual: Path, page: str) -> None:
    here = manual / page.removeprefix("docs/").removesuffix(".md").removesuffix("index") / "index.html"
    for node in LexborHTMLParser(here.read_text("utf-8")).css("a[href]"):
        link = urlsplit(node.attributes["href"] or "")
        if link.scheme:
            continue
        target = (here.parent / unquote(link.path)).resolve() if link.path else here
        target = target / "index.html" if target.is_dir() else target
        assert target.is_file(), link.geturl()
        assert not link.fragment or unquote(link.fragment) in _ids(target), link.geturl()


@pytest.mark.parametrize("page", [page for page in _PAGES if page not in _WITHOUT_EXAMPLES])
def test_page__shows_no_code_but_the_blocks_that_the_tests_run(manual: Path, page: str) -> None:
    shown = [node.text().strip() for node in _page(manual, page).css("article pre")]
    assert sorted(shown) == sorted(block.text.strip() for block in blocks_of(read_page(page), page))


def test_button__a_click_shows_the_call_that_it_sends(manual: Path, chromium: Browser) -> None:
    with closing(chromium.new_page()) as page:
        page.goto((manual / "index.html").as_uri())
        assert page.locator(".stand-in").count() == 0
        page.get_by_role("button", name="Download").click()
        panel = page.get_by_role("status").filter(has_text="nothing was sent")
        assert panel.locator("code").all_inner_texts() == [
            "rtp('send', 'event', { value: 'download - example whitepaper' });"
        ]


@pytest.mark.parametrize(
    ("page", "element", "value"),
    [
        ("guides/strict-pages", "button[data-rtp-event]", "StrictButton"),
        ("guides/triggers", "[data-rtp-event=sees-the-box]", "SeesTheBox"),
        ("guides/links", "a[target=_blank][onclick]", "AdobeCustomDataEvents"),
    ],
)
def test_stand_in__shows_the_calls_of_the_binding_and_of_a_link(
    manual: Path, chromium: Browser, page: str, element: str, value: str
) -> None:
    with closing(chromium.new_page()) as tab:
        tab.goto((manual / page / "index.html").as_uri())
        assert tab.locator(".stand-in").count() == 0
        # The binding looks for elements once a second.
        tab.locator(element).evaluate(
            "element => setTimeout(() => { element.scrollIntoView(); element.click(); }, 1500)"
        )
        tab.locator(".stand-in code").wait_for()
        assert tab.locator(".stand-in code").all_inner_texts() == [f"rtp('send', 'event', {{ value: '{value}' }});"]
