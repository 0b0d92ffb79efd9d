"""Each row of the table of libraries, with the real library: the library acts, and a definition must not have it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Request, Route

from rtpsnippets import ProblemsError
from rtpsnippets.events.library_attributes import LIBRARY_ATTRIBUTES
from tests.engines.prepared import NODE_PINS, WORDPRESS_DATABASE, find_node, prepared
from tests.engines.web_site import Page
from tests.pages.library_acts import ACTED, ACTS, LOADED, NO_ACTS, Act
from tests.pages.visitor import HTML, SCRIPT, Visitor

pytestmark = [pytest.mark.playwright, pytest.mark.sampled]

_LIBRARIES = "/libraries/"
_BUNDLED = {
    "datastar.js": "@starfederation/datastar/dist/bundles/datastar.js",
    "datastar-aliased.js": "@starfederation/datastar/dist/bundles/datastar-aliased.js",
    "interactivity.js": "@wordpress/interactivity/build-module/index.mjs",
}
_SVG = "image/svg+xml; charset=utf-8"


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a bundle for each library that consists of modules."""
    packages = prepared("node", NODE_PINS) / "node_modules"
    made = tmp_path_factory.mktemp("bundles")
    for name, module in _BUNDLED.items():
        command = [
            find_node(),
            str(packages / "esbuild/bin/esbuild"),
            *("--bundle", "--format=iife", "--global-name=bundle", "--minify-syntax"),
            "--define:globalThis.SCRIPT_DEBUG=false",  # so that nothing in it is awaited
            f"--outfile={made / name}",
            str(packages / module),
        ]
        subprocess.run(command, check=True, capture_output=True)
    return made


def _file(name: str, bundles: Path) -> Path:
    """The file of a library by name: a bundle, one from WordPress, or one from a package."""
    if name in _BUNDLED:
        return bundles / name
    if name.startswith("wp-includes/"):
        return prepared("wordpress", WORDPRESS_DATABASE) / "usr/share/wordpress" / name
    return prepared("node", NODE_PINS) / "node_modules" / name


def _load(route: Route) -> None:
    """Answer with code in the form that the suffix of the address asks for."""
    code = f"if (window.isPage) fetch('{ACTED}')"
    ending = PurePosixPath(urlsplit(route.request.url).path).suffix
    if ending == ".html":
        route.fulfill(body=f"<script>{code}</script>", content_type=HTML)
    elif ending == ".svg":
        route.fulfill(body=f'<svg><image href="data:," onerror="{code}"/></svg>', content_type=_SVG)
    else:
        route.fulfill(body=code, content_type=SCRIPT)


def _open(visitor: Visitor, act: Act, bundles: Path) -> None:
    """Open a page with the library and the element, and trigger the act."""
    assert all(_file(name, bundles).exists() for name in act.files)

    def send(route: Route) -> None:
        name = route.request.url.partition(_LIBRARIES)[2]
        route.fulfill(path=_file(name.partition("?")[0], bundles))

    visitor.tab.route(f"**{_LIBRARIES}**", send)
    visitor.tab.route(re.compile(LOADED), _load)
    visitor.site.pages["/i.svg"] = Page(_SVG, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
    # Alpine and Datastar read the page when they start.
    late = "defer" if act.library in ("Alpine", "Datastar") else ""
    files = "".join(f'<script {late} src="{_LIBRARIES}{name}"></script>' for name in act.files)
    head = f"<script>isPage = true; {act.before}</script>{files}<script>{act.start}</script>"
    visitor.open(act.page.format(act.snippet()), head=head)
    element = visitor.tab.locator("body [onclick]").first
    if act.how == "hover":
        element.hover()
    elif act.how == "click":
        element.dispatch_event("mouseenter")
        element.dispatch_event("mouseover")
        element.dispatch_event("click")


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_library__acts_on_what_a_definition_must_not_have(visitor: Visitor, act: Act, bundles: Path) -> None:
    def is_it(request: Request) -> bool:
        return request.url == visitor.site.url(ACTED) and request.method == act.method

    with pytest.raises(ProblemsError) as error:
        act.define()
    assert act.library in str(error.value)
    with visitor.tab.expect_request(is_it):
        _open(visitor, act, bundles)


@pytest.mark.parametrize("act", NO_ACTS, ids=lambda act: act.name)
def test_library__does_nothing_with_another_name_or_value(visitor: Visitor, act: Act, bundles: Path) -> None:
    asked: list[str] = []
    visitor.tab.on("request", lambda request: asked.append(request.url))
    _open(visitor, act, bundles)
    visitor.tab.wait_for_timeout(200)
    assert visitor.site.url(ACTED) not in asked
    if "{{" not in act.label:
        assert act.define().attributes == act.attributes


def test_table__each_row_has_an_act_of_each_library_that_it_names() -> None:
    acting = {(_refusal(act), act.library) for act in ACTS}
    named = {(row.problem.what, library) for row in LIBRARY_ATTRIBUTES for library in re.split(", | or ", row.library)}
    assert acting == named


def _refusal(act: Act) -> str:
    with pytest.raises(ProblemsError) as error:
        act.define()
    return error.value.problems[-1].what
