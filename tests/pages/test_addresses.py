"""The addresses of links, as the browser reads them: no accepted address runs code, and none is changed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence

import pytest

from rtpsnippets import Event, Link, ProblemsError, render
from tests.events.urls import ALL_DISGUISED, HONEST, SEEN_BY_BROWSERS
from tests.hostile import shown
from tests.pages.visitor import Visitor, html_and_xhtml

_ALLOWED = {"http:", "https:", "mailto:", "tel:"}
_NO_ADDRESS = ""  # a link with `https:/` leads nowhere
_READ = """texts => texts.map(text => {
    try { return new URL(text, location.href); } catch (error) { return { href: "", protocol: "" }; }
})"""
_READ_LINKS = "Array.from(document.links, link => [link.getAttribute('href'), link.href, link.protocol])"


def _links(addresses: Iterable[str]) -> str:
    events = [
        Event(f"e{at}", "x", link=Link("x", {"href": address}), carrier="data") for at, address in enumerate(addresses)
    ]
    return " ".join(render(event, "link") for event in events)


def _urls(visitor: Visitor, addresses: Sequence[str]) -> list[tuple[str, str]]:
    """The whole address and the scheme of each, as the browser reads it; empty if it is invalid."""
    script = f"JSON.stringify(({_READ})({json.dumps(addresses)}).map(url => [url.href, url.protocol]))"
    return [(href, protocol) for href, protocol in json.loads(visitor.page.evaluate(script))]


def _is_accepted(address: str) -> bool:
    try:
        Link("x", {"href": address})
    except ProblemsError:
        return False
    return True


_SCHEMES = ("javascript", "data", "vbscript", "http", "https", "mailto", "tel", "blob", "x", "")
_MIDDLES = (":", ":", ":", "::", "&colon;", "%3A", "\uff1a", "/:", "", "\\:", ";")
_ENDS = ("rtp()", "//example.com/", "text/html,x", "a@example.com", "", "/", "#x", "?x")
_INSERTED = (
    *(chr(point) for point in range(0x21)),
    *"\x7f\x80\x85\xa0\xad\u034f\u115f\u180e\u200b\u200d\u2028\u2060\u3000\ufe0f\ufeff\ufffe\U000e0061",
    *("&Tab;", "&NewLine;", "&#9;", "&#0;", "%09", "%00", "%0d%0a", "%20", "\\", "/", "+", ".", "-", "0"),
)


def random_addresses(count: int, seed: int) -> Iterator[str]:
    """So many addresses, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (the same addresses in each run)
    for _ in range(count):
        chars = [_disguised(chance, char) for char in chance.choice(_SCHEMES) + chance.choice(_MIDDLES)]
        for _ in range(chance.choice((0, 0, 1, 1, 2, 5))):
            chars.insert(chance.randrange(len(chars) + 1), chance.choice(_INSERTED))
        yield "".join(chars) + chance.choice(_ENDS)


def _disguised(chance: random.Random, char: str) -> str:
    """The character, rarely in another form."""
    forms = (char.upper(), char.upper(), f"%{ord(char):02x}", f"&#{ord(char)};", f"&#x{ord(char):x}")
    return chance.choice(forms) if chance.random() < 0.1 else char


@html_and_xhtml
def test_honest_address__is_unchanged_in_the_browser(visitor: Visitor, content_type: str) -> None:
    visitor.open(_links(HONEST), head="", content_type=content_type)
    links = json.loads(visitor.page.evaluate(f"JSON.stringify({_READ_LINKS})"))
    assert [text for text, _, _ in links] == list(HONEST)
    assert [(href, protocol) for _, href, protocol in links] == _urls(visitor, HONEST)
    assert {protocol for _, _, protocol in links} == _ALLOWED


def test_address__none_that_is_taken_runs_code(visitor: Visitor) -> None:
    visitor.open("", head="")
    taken = [address for address in (*ALL_DISGUISED, *HONEST) if _is_accepted(address)]
    assert [protocol for _, protocol in _urls(visitor, taken) if protocol not in _ALLOWED] == []


@pytest.mark.chromium
@pytest.mark.parametrize("kind", SEEN_BY_BROWSERS)
def test_disguised_address__the_browser_sees_through_it(visitor: Visitor, kind: str) -> None:
    visitor.open("", head="")
    protocols = {protocol for _, protocol in _urls(visitor, SEEN_BY_BROWSERS[kind])}
    assert protocols.isdisjoint({_NO_ADDRESS, *_ALLOWED})


def test_random_address__none_that_is_taken_runs_code(visitor: Visitor) -> None:
    visitor.open("", head="")
    addresses = list(random_addresses(5_000, seed=6))
    read = list(zip(addresses, _urls(visitor, addresses), strict=True))
    leading_elsewhere = [address for address, (_, protocol) in read if protocol not in {*_ALLOWED, _NO_ADDRESS}]
    assert [shown(address) for address in leading_elsewhere if _is_accepted(address)] == []
    assert len(leading_elsewhere) > 200
    assert sum(map(_is_accepted, addresses)) > 500
