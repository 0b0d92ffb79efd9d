"""The ways in which a visitor gets to a page, with real routers: what the binding sends there, and when."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Browser, Error
from playwright.sync_api import Page as BrowserPage

from rtpsnippets import Event, render_binding
from tests.engines.prepared import NODE_PINS, prepared
from tests.engines.programs import find_program
from tests.engines.web_site import Page, WebSite, serve
from tests.pages.visitor import BINDING, HTML, SCRIPT
from tests.patience import comes_true

ONCE, WHEN_TAG, NEVER = "once per view", "when the tag is there", "not sent"
TRIGGERS: Mapping[str, Event] = {
    "click": Event("click", "click", selector=".b button[type]"),
    "submit": Event("submit", "submit", selector=".b form", on="submit"),
    "visible": Event("visible", "visible", selector=".b p", on="visible"),
    "load": Event("load", "load", selector=".b", on="load"),
    "after 3s": Event("after", "after 3s", selector=".b", on="after 3s"),
}
"""An event on page b for each trigger."""
ELSEWHERE = Event("elsewhere", "elsewhere", selector=".a", on="load")
"""An event on page a."""

TAG_COMES = 5
"""After how many seconds the late tag comes."""

_LOG = """function (send, event, data) {
  var log = JSON.parse(sessionStorage.log || '[]');
  log.push([data.value, Date.now() / 1000, location.pathname[1]]);
  sessionStorage.log = JSON.stringify(log);
}"""
_TAG = f"<script>window.rtp = {_LOG};</script>"
_LATE = f"<script>setTimeout(function () {{ window.rtp = {_LOG}; }}, {TAG_COMES * 1000});</script>"
_LIBRARY = '<script src="/library.js" defer></script>'
_MAIN = """<div class="{name}"><button type="button">x</button>
<form onsubmit="return false" data-turbo="false" hx-boost="false"><button>x</button></form><p>x</p></div>"""
_PAGE = """<!DOCTYPE html>
<html><head><title>{name}</title><link rel="icon" href="data:,">{head}</head>
<body hx-boost="true"><a class="to-a" href="/a">a</a> <a class="to-b" href="/b">b</a>
<main>{main}</main></body></html>"""
# Like most routers, it changes the address before it has the page.
_ROUTER = """<script>
function show() {
  setTimeout(() => fetch(location.pathname).then((answer) => answer.text()).then((text) => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    document.querySelector('main').replaceWith(page.querySelector('main'));
  }), 500);
}
addEventListener('popstate', show);
addEventListener('click', (event) => {
  if (!event.target.matches('a')) { return; }
  event.preventDefault();
  history.pushState(null, '', event.target.href);
  show();
});
</script>"""
_START_SWUP = "<script>addEventListener('load', () => new Swup({ containers: ['main'] }));</script>"


@dataclass(frozen=True, slots=True)
class Way:
    """How the visitor gets from page to page: the head in addition to the binding, and the library that it loads.

    `expected` says when the events of `TRIGGERS` are sent, clicks and submits first; `is_back` says that the visitor
    gets to page b the second time by going back.
    """

    name: str
    head: str = ""
    package: str = ""
    tag: str = _TAG
    expected: tuple[str, str] = (ONCE, ONCE)
    is_back: bool = False


MATERIAL = Way("Material for MkDocs with `navigation.instant`")
PRERENDERED = Way("a page that was prerendered")
_FROM_CACHE = "<script>addEventListener('pageshow', (event) => { document.title = event.persisted; });</script>"
FROM_CACHE = Way("a return from the back-forward cache", _FROM_CACHE, is_back=True)
WAYS = (
    Way("another document"),
    FROM_CACHE,
    PRERENDERED,
    Way("a router that uses `pushState`", _ROUTER),
    Way("Turbo", _LIBRARY, "@hotwired/turbo/dist/turbo.es2017-umd.js"),
    Way("htmx with `hx-boost`", _LIBRARY, "htmx-2/dist/htmx.min.js"),
    Way("swup", _LIBRARY + _START_SWUP, "swup/dist/Swup.umd.js"),
    MATERIAL,
    Way("another document, where the tag comes later, such as after consent", tag=_LATE, expected=(NEVER, WHEN_TAG)),
    Way("another document, without the tag", tag="", expected=(NEVER, NEVER)),
)


def table() -> str:
    """The manual's table: when an event is sent, by its trigger and the way to the page."""
    clicks, others = list(TRIGGERS)[:2], list(TRIGGERS)[2:]
    header = ["how the page is reached", *(f"`{'`, `'.join(names)}`" for names in (clicks, others))]
    rows = [header, ["---"] * len(header), *([way.name, *way.expected] for way in WAYS)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows).replace("after 3s", "after 60s")


def _binding() -> Page:
    return Page(SCRIPT, render_binding([*TRIGGERS.values(), ELSEWHERE]))


def put_pages(site: WebSite, way: Way) -> None:
    """Put the pages a and b on the site, with the binding and the library."""
    site.pages.clear()
    if way is MATERIAL:
        site.pages.update(_built(site.url("/")))
        return
    site.pages["/rtp-events.js"] = _binding()
    if way.package:
        library = prepared("node", NODE_PINS) / "node_modules" / way.package
        site.pages["/library.js"] = Page(SCRIPT, library.read_text("utf-8"))
    for name in ("a", "b"):
        text = _PAGE.format(name=name, head=way.tag + way.head + BINDING, main=_MAIN.format(name=name))
        # Without it, no page goes into the cache.
        site.pages[f"/{name}"] = Page(HTML, text, {"Cache-Control": "no-cache"})


_MATERIAL = """site_name: x
site_url: {url}
theme: {{name: material, font: false, features: [navigation.instant]}}
extra_javascript: [tag.js, rtp-events.js]
"""
_TYPES = {".html": HTML, ".js": SCRIPT, ".css": "text/css; charset=utf-8", ".xml": "text/xml; charset=utf-8"}


def _built(url: str) -> Iterator[tuple[str, Page]]:
    """The files of a site built with Material for MkDocs, by path."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "docs").mkdir()
        (root / "mkdocs.yml").write_text(_MATERIAL.format(url=url))
        (root / "docs/tag.js").write_text(f"window.rtp = {_LOG};")
        (root / "docs/rtp-events.js").write_text(_binding().text)
        links = '<a class="to-a" href="../a/">a</a> <a class="to-b" href="../b/">b</a>'
        for name in ("a", "b"):
            (root / f"docs/{name}.md").write_text(f"# {name}\n\n{links}\n\n{_MAIN.format(name=name)}\n")
        (root / "docs/index.md").write_text("# x\n")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True, capture_output=True)
        for file in (root / "site").rglob("*"):
            if file.suffix in _TYPES:
                path = f"/{file.relative_to(root / 'site').as_posix().removesuffix('index.html')}"
                yield path, Page(_TYPES[file.suffix], file.read_text("utf-8"))


class Journey:
    """A visitor with their own clock, who goes from page to page."""

    def __init__(self, page: BrowserPage) -> None:
        self._page = page

    def wait(self, seconds: float) -> None:
        """Let so much time pass on the page."""
        for _ in range(round(seconds * 10)):
            self._page.clock.run_for(100)

    def reach(self, name: str, go: Callable[[], object]) -> float:
        """Go to a page; return the time at which it is there, in seconds."""
        with contextlib.suppress(Error):  # the page is left, here and below
            go()
        for _ in range(200):
            with contextlib.suppress(Error):
                if self._page.query_selector(f".{name}") is not None:
                    return float(self._page.evaluate("Date.now() / 1000"))
                self._page.clock.run_for(100)
            self._page.wait_for_timeout(20)
        raise AssertionError(f"the page {name} has not appeared")

    def sent(self) -> list[tuple[str, float, str]]:
        """The values sent so far, each with its time and the page in the address."""
        return [tuple(sent) for sent in json.loads(self._page.evaluate("sessionStorage.log || '[]'"))]


@dataclass(frozen=True, slots=True)
class View:
    """A view of a page by the visitor: what was sent, with the seconds since the page was there."""

    page: str
    sent: tuple[tuple[str, float], ...]

    def times(self, value: str) -> list[float]:
        """When the value was sent."""
        return [time for sent, time in self.sent if sent == value]


def views(browser: Browser, site: WebSite, way: Way) -> list[View]:
    """The views of a visitor who goes to page a, then b, then a, and then b again."""
    put_pages(site, way)
    ending = "/" if way is MATERIAL else ""
    with contextlib.closing(browser.new_context()) as context:
        page = context.new_page()
        page.clock.install(time=0)
        journey = Journey(page)
        begun = [journey.reach("a", lambda: page.goto(site.url(f"/a{ending}")))]
        journey.wait(4)
        by_link, back = partial(page.click, ".to-b"), partial(page.evaluate, "history.back()")
        to_a = partial(page.click, ".to-a")
        for name, go in (("b", by_link), ("a", to_a if way.is_back else back), ("b", back if way.is_back else by_link)):
            begun.append(journey.reach(name, go))
            journey.wait(2)
            for _ in range(2 if name == "b" else 0):
                page.click(".b button[type]")
                page.click(".b form button")
            journey.wait(TAG_COMES)
        assert page.title() == "true" or not way.is_back, "the page did not come from the cache"
        return _views(begun, journey.sent())


def _views(begun: list[float], sent: list[tuple[str, float, str]]) -> list[View]:
    seen: list[list[tuple[str, float]]] = [[] for _ in begun]
    at = 0
    for value, time, page in sent:
        at += "ab"[at % 2] != page  # the clock of a page from the cache has stood still
        seen[at].append((value, time - begun[at]))
    return [View("ab"[at % 2], tuple(values)) for at, values in enumerate(seen)]


_PRERENDER = """<script type="speculationrules">
{"prerender": [{"source": "list", "urls": ["/b"], "eagerness": "immediate"}]}
</script><script>setTimeout(() => { location.href = '/b'; }, 5000);</script>"""
_HEARD = """<script>
window.rtp = (send, event, data) => {
  const begun = performance.getEntriesByType('navigation')[0].activationStart;
  fetch('/heard?' + encodeURIComponent(JSON.stringify([data.value, begun, performance.now()])));
};
document.addEventListener('prerenderingchange', () => setTimeout(() => {
  for (let times = 0; times < 2; times += 1) {
    document.querySelector('button[type]').click();
    document.querySelector('form').requestSubmit();
  }
}, 2000));
setTimeout(() => rtp('send', 'event', { value: 'end' }), 12000);
</script>"""


class _Heard(dict[str, Page]):
    """Pages that record the requests."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def get(self, path: str, default: Page | None = None) -> Page | None:  # type: ignore[override]
        self.asked.append(path)
        return super().get(path, default)


def prerendered_views() -> list[View]:
    """The view of a page that the browser prerenders five seconds before showing it, without dev tools attached."""
    pages = _Heard()
    with serve(pages) as site, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        put_pages(site, PRERENDERED)
        for name, head in (("a", _PRERENDER), ("b", _HEARD + BINDING)):
            pages[f"/{name}"] = Page(HTML, _PAGE.format(name=name, head=head, main=_MAIN.format(name=name)))
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--user-data-dir={profile}"]
        with subprocess.Popen(
            [find_program("chromium"), *options, site.url("/a")], stderr=subprocess.DEVNULL
        ) as process:
            assert comes_true(lambda: any("end" in path for path in pages.asked))
            process.terminate()
    heard = [json.loads(unquote(path.removeprefix("/heard?"))) for path in pages.asked if path.startswith("/heard?")]
    assert all(begun > 0 for _, begun, _ in heard), "the page was not prerendered, or has sent something before"
    return [View("b", tuple((value, (time - begun) / 1000) for value, begun, time in heard if value != "end"))]
