"""Handlers on the marked elements of random pages: a browser sees them, and everything else unchanged."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Sequence

import pytest
from playwright.sync_api import Browser

from rtpsnippets import Event
from rtpsnippets.snippets.marked_elements import put_handlers

_GO = Event("go", "it's")

# Both pages as a browser sees them; the first one with the expected handlers.
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


# Without `noscript` and SVG: the first is text only where scripts run, and the second has no raw text elements.
_PIECES = (
    *("<a", "<b ", "<p>", "<i/", "</a", "</p>", "<form", "<title", "<style>", "<textarea>", "<script>"),
    *("</script>", "</style>", "</title >", "</textarea", "<template>", "</template>", "<xmp>", "</xmp>"),
    *(">", ">", ">", "<a", "<a", "<b"),
    *("<!--", "-->", "--!>", "<!-->", "<!x>", "<?x?>", "<![CDATA[", "]]>", "</ x>", "<", ">", "/>", "/", "=", " = "),
    *('"', "'", "`", " ", "\n", "\t", "\f", "\xa0", "\x0b", "é", "x"),
    *("&", "&amp;", "&copy=1", "&lt", "&quot;", "&#39;"),
    *(' data-rtp-event="go"', " data-rtp-event='go'", " data-rtp-event=go", " DATA-RTP-EVENT=go", "data-rtp-event=go"),
    *(' onclick="x()"', " onclick='y(\"&copy=2\")'", " onclick=z()", " onclick"),
    *(" title='>'", ' title="<b', " =x", " b==c"),
)


def random_pages(count: int, seed: int = 2026) -> Sequence[str]:
    """So many pages, the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    return ["".join(chance.choices(_PIECES, k=chance.randint(2, 12))) for _ in range(count)]


@pytest.mark.no_cover
def test_put_handlers__changes_only_event_attributes_in_a_browser(chromium: Browser) -> None:
    pages = [(html, put_handlers(html, {"go": _GO}.get)) for html in random_pages(20_000)]
    changed = [pair for pair in pages if pair[0] != pair[1]]
    with contextlib.closing(chromium.new_page()) as page:
        found = page.evaluate(_DIFFERENCES, [pages, _GO.handler])
    assert len(changed) > 300
    assert found == []
