"""The elements that match selectors in a file are those that match in a browser."""

from __future__ import annotations

import re
from itertools import count

import pytest
from playwright.sync_api import Browser

from rtpsnippets.limits import Deadline
from rtpsnippets.site.page import read_page

PAGES = {
    "plain": "<!DOCTYPE html><html><head><title>x</title></head><body><p><a href=/x.pdf>x</a><form><input></form>",
    "implied": "<a href=x.pdf>x</a><ul><li class=cta>a<li>b</ul><p>x<p>y<div>",
    "moved": "<table><a href=x.pdf>x</a><tr><td><p class=cta>x<td></table><p class=cta>y",
    "misnested": "<b class=cta><p>x</b><i>y</i></p><a href=1.pdf>x<a href=2.pdf>y</a><form><div></form><form></div>",
    "never closed": "<p><font class=cta>x" * 6,
    "hidden": "<template><a href=x.pdf></a></template><noscript><a href=y.pdf></noscript><!--<a href=z.pdf>-->"
    "<textarea><a href=x.pdf></textarea><script>'<a href=x.pdf>'</script><a href=y.pdf>",
    "noscript in the head": "<head><noscript><img class=cta></noscript><meta name=x></head><body class=cta><p>",
    "foreign": "<svg><a href=x.pdf /><p class=cta>x</svg><math><mi class=cta></math><svg><foreignObject><a href=y.pdf>",
    "repeated": "<body class=a><p><body class=cta><html class=cta><a href=x.pdf href=y.html><a class=cta/href=z.pdf>",
}
SELECTORS = [
    "a[href$='.pdf']",
    "form",
    ".cta",
    "p:first-child",
    "body > *",
    "td .cta, li.cta",
    "a:not(.cta)",
    "div:has(form)",
]

_NUMBER = re.compile(r"<\w+ n=(\d+)")


@pytest.mark.parametrize("name", PAGES)
def test_matched__are_those_that_a_browser_finds(name: str, chromium: Browser) -> None:
    numbers = count()
    html = re.sub(r"<\w+", lambda tag: f"{tag[0]} n={next(numbers)}", PAGES[name])
    # A browser copies elements that end in the wrong place.
    matched = {
        (each.selector, (tag := _NUMBER.match(html, each.span.start)) and tag[1])
        for each in read_page(html, Deadline(60), selectors=SELECTORS).matched
        if each.element.name
    }
    page = chromium.new_page()
    page.set_content(html)
    numbers_of = "elements => elements.map(element => element.getAttribute('n'))"
    expected = {
        (selector, number) for selector in SELECTORS for number in page.locator(selector).evaluate_all(numbers_of)
    }
    page.close()
    assert matched == expected
