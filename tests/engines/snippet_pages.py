"""The check that the browser tests share: a page with just snippets does what their events define.

A page has many snippets, since opening one takes most of the time. Everything on it is compared, so that one wrong
snippet fails its page; the snippets of the first failing pages are then checked one by one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.engines.cases import Case, binding_of, expected_of
from tests.engines.driver import STUB, Driver
from tests.engines.mismatches import Mismatch, differences, sheets_of, taken_apart
from tests.engines.web_site import Page, WebSite

_OPENINGS = {
    "text/html": "<!DOCTYPE html><html>",
    "application/xhtml+xml": '<html xmlns="http://www.w3.org/1999/xhtml">',
}
_ELEMENTS = {"script": "script", "button": "button", "link": "a"}
_HEAD = f"<head><title>x</title>{STUB}</head>"


@dataclass(frozen=True, slots=True)
class Kind:
    """How a page is written and served: its type, its charset, the text before each snippet, and its line ends."""

    content_type: str
    charset: str = "utf-8"
    text: str = ""
    line_end: str = "\n"

    def page(self, html: str) -> Page:
        """The page of this kind with `html` as its body."""
        opening = _OPENINGS[self.content_type]
        return self._page(self.content_type, f"{opening}{_HEAD}<body>{html}</body></html>")

    def script(self, javascript: str) -> Page:
        """The .js file of this kind."""
        return self._page("text/javascript", javascript)

    def _page(self, content_type: str, text: str) -> Page:
        return Page(f"{content_type}; charset={self.charset}", text.replace("\n", self.line_end))


KINDS: Mapping[str, Kind] = {"html": Kind("text/html"), "xhtml": Kind("application/xhtml+xml")}
"""Pages with just snippets, in UTF-8."""


def mismatches(driver: Driver, cases: Sequence[Case], kind: Kind, a_page: int = 1_000) -> list[Mismatch]:
    """The mismatches of all the cases, in pages of this kind with `a_page` snippets each."""

    def look(sheets: Sequence[Sequence[Case]]) -> list[Mismatch]:
        visits = zip(sheets, driver.visit_once([publish(driver.site, sheet, kind) for sheet in sheets]), strict=True)
        where = f"{kind.content_type} in {kind.charset}"
        return [found for sheet, got in visits for found in differences(sheet, where, _expected(sheet, kind), got)]

    return taken_apart(look(sheets_of(cases, a_page)), look)


def publish(site: WebSite, cases: Sequence[Case], kind: Kind) -> str:
    """Put a page with the stub, the snippets and their texts on the site; return its path.

    Calls in the format `js` are in one .js file, on a page without other formats.
    """
    calls = "\n".join(case.snippet for case in cases if case.format == "js")
    snippets = [case.snippet for case in cases if case.format != "js"] or [_loaded(site, calls, kind)]
    html = "".join(f"{kind.text}{snippet}" for snippet in snippets)
    return site.put(kind.page(f"{html}{_loaded(site, binding_of(cases), kind)}"))


def _loaded(site: WebSite, javascript: str, kind: Kind) -> str:
    """The element that loads the code from a .js file, if there is any."""
    if not javascript:
        return ""
    return f'<script src="{site.put(kind.script(javascript), ".js")}"></script>'


def _expected(cases: Sequence[Case], kind: Kind) -> dict[str, object]:
    names = [_ELEMENTS[case.format] for case in cases if case.format != "js"] or ["script"]
    binding = ["script"] if any(case.is_marked for case in cases) else []
    return {
        **expected_of(cases),
        "elements": ["html", "head", "title", "script", "body", *names, *binding],
        "text and comments between elements": [kind.text for _ in names if kind.text],
    }
