"""Each row of the table of libraries is shown with the real library: it acts, and a definition can't have it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Request, Route

from rtpsnippets import ProblemsError
from rtpsnippets.events.library_attributes import LIBRARY_ATTRIBUTES
from tests.engines.prepared import NODE_PINS, find_node, prepared
from tests.engines.web_site import Page
from tests.pages.library_acts import ACTED, ACTS, LOADED, NO_ACTS, Act
from tests.pages.visitor import HTML, SCRIPT, Visitor

pytestmark = [pytest.mark.playwright, pytest.mark.sampled]

_LIBRARIES = "/libraries/"
_LOADED = f"if (window.isPage) fetch('{ACTED}')"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.fixture(scope="module")
def datastar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Datastar in one file: the package has modules that only a bundler finds."""
    packages = prepared("node", NODE_PINS) / "node_modules"
    made = tmp_path_factory.mktemp("bundle") / "datastar.js"
    source = packages / "@starfederation/datastar/dist/bundles/datastar.js"
    command = [
        find_node(),
        str(packages / "esbuild/bin/esbuild"),
        "--bundle",
        "--format=iife",
        f"--outfile={made}",
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return made


def _open(visitor: Visitor, act: Act, datastar: Path) -> None:
    """Open a page with the library and the element, and do what the act needs."""
    packages = prepared("node", NODE_PINS) / "node_modules"

    def send(route: Route) -> None:
        name = route.request.url.partition(_LIBRARIES)[2]
        route.fulfill(path=datastar if name == datastar.name else packages / name.partition("?")[0])

    visitor.tab.route(f"**{_LIBRARIES}**", send)
    # Some libraries add a query to the address.
    visitor.tab.route(f"**{LOADED}*", lambda route: route.fulfill(body=_LOADED, content_type=SCRIPT))
    visitor.tab.route(
        f"**{LOADED}.html*", lambda route: route.fulfill(body=f"<script>{_LOADED}</script>", content_type=HTML)
    )
    visitor.site.pages["/i.svg"] = Page("image/svg+xml; charset=utf-8", _SVG)
    # Alpine and Datastar look at the page when they are run.
    late = "defer" if act.library in ("Alpine", "Datastar") else ""
    files = "".join(f'<script {late} src="{_LIBRARIES}{name}"></script>' for name in act.files)
    visitor.open(
        act.page.format(act.snippet()), head=f"<script>isPage = true</script>{files}<script>{act.start}</script>"
    )
    element = visitor.tab.locator("body [onclick]").first
    if act.how == "hover":
        element.hover()
    elif act.how == "click":
        element.dispatch_event("mouseenter")
        element.dispatch_event("mouseover")
        element.dispatch_event("click")


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_library__acts_on_what_a_definition_may_not_have(visitor: Visitor, act: Act, datastar: Path) -> None:
    def is_it(request: Request) -> bool:
        return request.url == visitor.site.url(ACTED) and request.method == act.method

    with pytest.raises(ProblemsError) as error:
        act.define()
    assert act.library in str(error.value)
    with visitor.tab.expect_request(is_it):
        _open(visitor, act, datastar)


@pytest.mark.parametrize("act", NO_ACTS, ids=lambda act: act.name)
def test_library__does_nothing_where_the_name_or_the_value_is_another(
    visitor: Visitor, act: Act, datastar: Path
) -> None:
    asked: list[str] = []
    visitor.tab.on("request", lambda request: asked.append(request.url))
    _open(visitor, act, datastar)
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
