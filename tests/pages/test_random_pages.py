"""Handlers on the marked elements of random pages: a browser sees them there, and all else as it was."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import Browser

from rtpsnippets import Event
from rtpsnippets.snippets.marks import put_handlers
from tests.pages.random_pages import random_pages

_GO = Event("go", "it's")

# Both pages as a browser has them; of the first, with what is to come of its marks.
_DIFFERENCES = """([pages, handler]) => {
    const described = (page) => {
        const lines = [];
        const walk = (node, depth) => {
            const attributes = Array.from(node.attributes ?? [], ({ name, value }) => `${name}=${value}`).sort();
            lines.push([depth, node.nodeName, node.nodeValue, ...attributes].join(" "));
            node.childNodes.forEach((child) => walk(child, depth + 1));
        };
        walk(page.body, 0);
        walk(page.head, 0);
        return lines.join("\\n");
    };
    const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
    return pages.filter(([before, after]) => {
        const page = parsed(before);
        for (const element of page.querySelectorAll("[data-rtp-event=go]")) {
            const own = element.getAttribute("onclick");
            element.removeAttribute("data-rtp-event");
            element.setAttribute("onclick", own ? `${handler} ${own}` : handler);
        }
        return described(page) !== described(parsed(after));
    });
}"""


@pytest.mark.no_cover
def test_put_handlers__changes_nothing_but_marks_in_a_browsers_eyes(chromium: Browser) -> None:
    pages = [(html, put_handlers(html, {"go": _GO}.get)) for html in random_pages(20_000)]
    changed = [pair for pair in pages if pair[0] != pair[1]]
    with contextlib.closing(chromium.new_page()) as page:
        found = page.evaluate(_DIFFERENCES, [pages, _GO.handler])
    assert len(changed) > 300
    assert found == []
