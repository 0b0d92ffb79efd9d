"""HTML parsers, which each return the elements with attributes and the scripts of a page; Chromium is the reference."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from html.parser import HTMLParser
from importlib import import_module
from typing import Any

from playwright.sync_api import Page

from rtpsnippets.web.charrefs import script_text
from rtpsnippets.web.tokenizer import tags_of

Found = tuple[frozenset[tuple[str, frozenset[tuple[str, str]]]], tuple[str, ...]]
"""The elements of a page with attributes, and the texts of its non-empty scripts, in order."""

_UNFINISHED_END = re.compile(r"</script[ \t\n\f\r/][^>]*\Z", re.IGNORECASE)

# Scripts may run in the frame, so that `noscript` is text, although the policy allows none.
_FRAME = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><iframe></iframe>"""
_JUDGE = """(pages) => pages.map((html) => {
    const page = frames[0].document;
    page.open();
    page.write(html);
    page.close();
    const elements = [], scripts = [];
    const walk = (node) => {
        for (const element of node.children) {
            const attributes = Array.from(element.attributes, ({ name, value }) => [name, value]);
            if (attributes.length) elements.push([element.localName, attributes]);
            if (element instanceof frames[0].HTMLScriptElement && element.text) scripts.push(element.text);
            walk(element);
            if (element.content instanceof frames[0].DocumentFragment) walk(element.content);
        }
    };
    walk(page);
    return [elements, scripts];
})"""


def judged(page: Page, htmls: Sequence[str]) -> list[Found]:
    """What Chromium finds."""
    page.set_content(_FRAME)
    return [_found(elements, scripts) for elements, scripts in page.evaluate(_JUDGE, list(htmls))]


def ours(html: str) -> Found:
    """What `rtpsnippets.web.tokenizer` finds."""
    tags = [tag for tag in tags_of(html) if not tag.is_end]
    # A script without an end doesn't run but has a text; an unfinished end tag is not part of it.
    scripts = [
        script_text(_UNFINISHED_END.sub("", html[tag.end :]) if tag.content is None else tag.content).text
        for tag in tags
        if tag.name == "script" and not tag.is_foreign
    ]
    return _found([(tag.name, list(tag.values.items())) for tag in tags], scripts)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, list[tuple[str, str]]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, [(name, value or "") for name, value in reversed(attrs)]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts.append(data)


def html_parser(html: str) -> Found:
    """What the standard library finds."""
    parser = _Parser()
    with suppress(AssertionError):  # for `<![x`, which it doesn't support
        parser.feed(html)
        parser.close()
    return _found(parser.elements, parser.scripts)


def html5lib(html: str) -> Found:
    """What html5lib finds, with its whole tree."""
    tree = import_module("html5lib").HTMLParser(namespaceHTMLElements=False).parse(html, scripting=True)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    return _found(
        [(_local(element.tag), [(_local(name), value) for name, value in element.items()]) for element in elements],
        [element.text or "" for element in elements if element.tag == "script"],
    )


def lxml(html: str) -> Found:
    """What lxml finds."""
    library = import_module("lxml.html")
    try:
        tree: Any = library.document_fromstring(html.encode(), library.HTMLParser(encoding="utf-8"))
    except library.etree.ParserError:  # it treats the page as empty
        return _found([], [])
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    return _found(
        [(element.tag, element.items()) for element in elements],
        [element.text or "" for element in elements if element.tag == "script"],
    )


def selectolax(html: str) -> Found:
    """What selectolax finds."""
    tree = import_module("selectolax.lexbor").LexborHTMLParser(html)
    elements = [node for node in tree.root.traverse() if node.tag]
    return _found(
        [(node.tag, [(name, value or "") for name, value in node.attributes.items()]) for node in elements],
        [node.text() for node in elements if node.tag == "script"],
    )


READERS: dict[str, Callable[[str], Found]] = {
    "rtpsnippets.web.tokenizer": ours,
    "html.parser": html_parser,
    "html5lib": html5lib,
    "lxml": lxml,
    "selectolax": selectolax,
}


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _found(elements: Iterable[tuple[str, Iterable[tuple[str, str]]]], scripts: Iterable[str]) -> Found:
    """Ignore case: SVG has names and attributes with capitals, which HTML needn't have."""
    named = [
        (
            name.lower(),
            frozenset((key.lower() if key.isascii() else key, value) for key, value in dict(attributes).items()),
        )
        for name, attributes in elements
    ]
    return frozenset(one for one in named if one[1]), tuple(filter(None, scripts))
