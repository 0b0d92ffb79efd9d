"""The check that every test in the browser shares: a page with snippets does what their events say.

A page holds many snippets, since opening one is what takes the time. Everything on it is compared, so
that one bad snippet turns its page red; the snippets of the first red pages are then looked at one by one.

Nothing of the package says what is expected, so that an error in it can't hide itself.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page as BrowserPage

from rtpsnippets import Button, Event, render
from tests.engines.site import Page, Site, serve
from tests.hostile import label_form, shown

Kind = Literal["html", "xhtml"]
Shape = Literal["alone", "in a list"]

KINDS: tuple[Kind, ...] = ("html", "xhtml")
SHAPES: tuple[Shape, ...] = ("alone", "in a list")
FORMATS = ("js", "script", "button")

_HERE = Path(__file__).parent
_SCRIPT_TYPE = "text/javascript; charset=utf-8"
_CONTENT_TYPES = {"html": "text/html; charset=utf-8", "xhtml": "application/xhtml+xml; charset=utf-8"}
_OPENINGS = {"html": "<!DOCTYPE html><html>", "xhtml": '<html xmlns="http://www.w3.org/1999/xhtml">'}
_HEAD = '<head><title>x</title><script src="/stub.js"></script></head>'

_LOOKED_INTO = 3
"""How many red pages are taken apart: where all are red, more of the same would tell nothing more."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text in an event, and the format in which a page has it."""

    text: str
    format: str
    value: str | list[str]

    @property
    def label(self) -> str:
        """The text of the button, and the value of its attributes."""
        return label_form(self.text)

    @property
    def event(self) -> Event:
        """The event as the package has it."""
        button = Button(self.label, {"title": self.label, "data-x": self.label})
        return Event("the-id", self.value, button)

    def __str__(self) -> str:
        return f"{shown(self.text)} as {self.format}"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing on a page that isn't what the events of its snippets say."""

    cases: Sequence[Case]
    kind: Kind
    what: str
    expected: object
    got: object

    def __str__(self) -> str:
        place = f"{', '.join(map(str, self.cases))} in {self.kind}: {self.what}"
        expected, got = from_first_difference(json.dumps(self.expected), json.dumps(self.got))
        return f"{place}\n  expected {expected}\n  got      {got}"


def case_of(text: str, format: str, shape: Shape = "alone") -> Case:
    """The case of `text` as value, label and attributes; as value alone, or first, inside and last in nine."""
    value = text if shape == "alone" else [text, "b", "c", "d", "e", text, "g", "h", text]
    return Case(text, format, value)


def from_first_difference(expected: str, got: str) -> tuple[str, str]:
    """Both texts from shortly before the place where they begin to differ, cut to what a person can take in."""
    pairs = enumerate(zip(expected, got, strict=False))
    first = next((at for at, (one, other) in pairs if one != other), min(len(expected), len(got)))
    window = slice(max(0, first - 60), first + 240)
    return expected[window], got[window]


def report(mismatches: Sequence[Mismatch], at_most: int = 20) -> str:
    """The mismatches for a person to read."""
    return "\n".join([f"{len(mismatches)} mismatches", *map(str, mismatches[:at_most])])


class Driver:
    """A page of the browser that visits other pages."""

    def __init__(self, page: BrowserPage, site: Site) -> None:
        self._page = page
        self._site = site
        self._console: list[str] = []
        page.on("console", lambda message: self._console.append(message.text))
        page.on("pageerror", lambda error: self._console.append(str(error)))
        page.goto(site.url("/driver"))

    def mismatches(self, cases: Sequence[Case], kind: Kind, a_page: int = 50) -> list[Mismatch]:
        """What isn't as it should be, of all the cases, in pages of this kind with `a_page` snippets each."""
        sheets = [cases[at : at + a_page] for at in range(0, len(cases), a_page)]
        found = self._visit(sheets, kind)
        red = {id(mismatch.cases): mismatch.cases for mismatch in found}
        singles = [[case] for sheet in islice(red.values(), _LOOKED_INTO) for case in sheet]
        return self._visit(singles, kind) or found

    def console(self) -> list[str]:
        """What the browser's console has shown since this was last asked."""
        messages = self._console[:]
        self._console.clear()
        return messages

    def _visit(self, sheets: Sequence[Sequence[Case]], kind: Kind) -> list[Mismatch]:
        paths = [publish(self._site, f"/{at}", cases, kind) for at, cases in enumerate(sheets)]
        seen: list[dict[str, object]] = json.loads(self._page.evaluate("paths => visitAll(paths)", paths))
        visits = zip(sheets, seen, strict=True)
        return [mismatch for cases, got in visits for mismatch in _differences(cases, kind, got)]


@contextlib.contextmanager
def snippet_site() -> Iterator[Site]:
    """A site with the scripts that the pages need, and the page that the driver stands on."""
    with serve() as site:
        for name in ("stub.js", "driver.js"):
            site.pages[f"/{name}"] = Page(_SCRIPT_TYPE, (_HERE / name).read_text("utf-8"))
        html = '<!DOCTYPE html><title>x</title><link rel="icon" href="data:,"><body><script src="/driver.js"></script>'
        site.pages["/driver"] = Page(_CONTENT_TYPES["html"], html)
        yield site


def publish(site: Site, path: str, cases: Sequence[Case], kind: Kind) -> str:
    """Put a page on the site that has the stub, the snippets and nothing else; return its path."""
    snippets = [_embedded(site, f"{path}-{at}.js", case) for at, case in enumerate(cases)]
    html = f"{_OPENINGS[kind]}{_HEAD}<body>{''.join(snippets)}</body></html>"
    site.pages[path] = Page(_CONTENT_TYPES[kind], html)
    return path


def _embedded(site: Site, path: str, case: Case) -> str:
    snippet = render(case.event, case.format)
    if case.format != "js":
        return snippet
    site.pages[path] = Page(_SCRIPT_TYPE, snippet)
    return f'<script src="{path}"></script>'


def _differences(cases: Sequence[Case], kind: Kind, got: dict[str, object]) -> Iterator[Mismatch]:
    for what, expected in _expected(cases).items():
        if got.get(what) != expected:
            yield Mismatch(cases, kind, what, expected, got.get(what))


def _expected(cases: Sequence[Case]) -> dict[str, object]:
    buttons = [case for case in cases if case.format == "button"]
    names = ["button" if case.format == "button" else "script" for case in cases]
    return {
        "calls": [["send", "event", {"value": value}] for case in cases for value in _sent(case.value)],
        "errors": [],
        "elements": ["html", "head", "title", "script", "body", *names],
        "text and comments between elements": [],
        "buttons": [_button_of(case.label) for case in buttons],
    }


def _button_of(label: str) -> dict[str, object]:
    attributes = {"id": "the-id", "type": "button", "title": label, "data-x": label}
    return {"label": label, "type": "button", "attributes": attributes}


def _sent(value: str | list[str]) -> list[object]:
    """What the calls send: the string, or the strings four by four."""
    return [value] if isinstance(value, str) else [value[at : at + 4] for at in range(0, len(value), 4)]
