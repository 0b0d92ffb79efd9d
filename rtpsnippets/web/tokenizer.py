r"""Find the tags of HTML as a browser does: HTML, "Tokenization".

It handles comments, text-only elements, SVG and MathML, and all notations of attributes, and returns the place of each.
It does not know which tags a browser adds, moves or drops.

>>> for tag in tags_of("<a title='>' href=x><!-- <b> --><script>'<i>'</script>"):
...     print(tag.name, tag.values, tag.content)
a {'title': '>', 'href': 'x'} None
script {} '<i>'
script {} None
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rtpsnippets.web.charrefs import attribute_value
from rtpsnippets.web.foreign_content import Foreign

WHITESPACE = " \t\n\f\r"
"""HTML, "ASCII whitespace"."""

_SPACE = r"[ \t\n\f\r]"
_ATTRIBUTE = (
    r"(?P<name>[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)"
    rf"(?:{_SPACE}*+={_SPACE}*+"
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)|(?=>|\Z))"""
    rf"|(?!{_SPACE}*=))"
)
_ATTRIBUTES = rf"(?:{_SPACE}|/|{re.sub(r'[?]P<.+?>', '?:', _ATTRIBUTE)})*+"
_COMMENT = r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))"
_TOKEN = re.compile(
    rf"{_COMMENT}"
    rf"|<(?P<slash>/?)(?P<tag>[A-Za-z][^ \t\n\f\r/>]*+)(?P<attributes>{_ATTRIBUTES})>"
    r"|</?[A-Za-z](?s:.*)"  # a tag without an end contains the rest of the page
    r"|<[!?/][^>]*>?"  # a declaration, or what browsers read as a comment
)
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
_NO_TEXT = re.compile(rf"{_COMMENT}|<[!?/][^>]*>?")
_UNSEEN_OR_TAG = re.compile(rf"{_NO_TEXT.pattern}|(?P<tag><[A-Za-z])")
_IN_SCRIPT = re.compile(rf"<!--|-->|<(?P<slash>/?)script(?={_SPACE}|[/>])", re.IGNORECASE)
_CDATA = "<![CDATA["
_NO_ELEMENTS = re.compile(rf"{_COMMENT}|<!\[CDATA\[(?s:.*?)(?:\]\]>|\Z)")
_ELEMENT = re.compile("</?[A-Za-z]")
_MARKUP_OF_SCRIPT = re.compile(
    rf"(?:[^<]++|{_NO_ELEMENTS.pattern}|<(?!!--|!\[CDATA\[|/script(?={_SPACE}|[/>])))*+"
    rf"(?=</script(?={_SPACE}|[/>]))",
    re.IGNORECASE,
)
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}

# HTML, "A start tag whose tag name is 'template'": the possible shadow hosts, in addition to names with a hyphen.
_HOSTS = frozenset(
    (
        *("article", "aside", "blockquote", "body", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("main", "nav", "p", "section", "span"),
    )
)

TEXT_ELEMENTS = frozenset(
    ("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp")
)
"""The text-only elements in a browser that runs scripts."""


class Attribute(NamedTuple):
    """One attribute of a tag: its name in lower case, its value as written and decoded, and its place.

    `value_start` is the start of the written value.
    """

    name: str
    written: str
    value: str
    start: int
    end: int
    value_start: int


class Tag(NamedTuple):
    """One tag: its name in lower case, whether it is an end tag, its place, and its attributes as written.

    `content` is the content of a text-only element or an SVG script, None if it has no end tag and for all other tags.
    `is_foreign` means that the element is SVG or MathML; `is_inert` that it is in an HTML `template`, whose content is
    not part of the page; `is_shadow` that it is in an open shadow root, which has its own ids. This is a tuple because
    a page has thousands of tags, and a dataclass takes three times as long to create.
    """

    name: str
    is_end: bool
    start: int
    end: int
    written: str
    content: str | None = None
    is_foreign: bool = False
    is_inert: bool = False
    is_shadow: bool = False

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes in order, including repeated names."""
        return tuple(self.each_attribute())

    def each_attribute(self) -> Iterator[Attribute]:
        """Yield the attributes one by one: a tag may have a million."""
        start = self.end - len(">") - len(self.written)
        return (_attribute(found, start) for found in _ONE_ATTRIBUTE.finditer(self.written))

    @property
    def values(self) -> dict[str, str]:
        """The values of the attributes by their names."""
        return {name: attribute.value for name, attribute in by_name(self.each_attribute()).items()}


def by_name(attributes: Iterable[Attribute]) -> dict[str, Attribute]:
    """Return the attributes of a tag by their names; of a repeated name, browsers use the first."""
    unique: dict[str, Attribute] = {}
    for attribute in attributes:
        unique.setdefault(attribute.name, attribute)
    return unique


class _Templates:
    """The open `template` elements; `inert` is the number of those whose content is not part of the page."""

    def __init__(self) -> None:
        self._open: list[bool] = []
        self.inert = 0

    @property
    def has_shadow(self) -> bool:
        """Whether one of them is an open shadow root."""
        return len(self._open) > self.inert

    def begin(self, before: str, written: str) -> None:
        """Process a start tag with these attributes, directly after the start tag of `before`."""
        is_inert = self.inert > 0 or not _is_shadow_root(before, written)
        self._open.append(is_inert)
        self.inert += is_inert

    def end(self) -> None:
        """Process the end tag of the innermost one."""
        self.inert -= self._open.pop() if self._open else 0


def tags_of(html: str, *, is_xml: bool = False) -> Iterator[Tag]:
    """Yield the tags of `html`, a page or a part of one, in order.

    `is_xml` means that it is read as XML: any element may end with a slash or contain CDATA.
    """
    at = read_to = 0
    before = ""
    templates = _Templates()
    is_inert = is_shadow = False
    foreign = Foreign()
    while found := _TOKEN.search(html, at):
        start, at = found.span()
        slash, written_name, written = found.groups()
        if written_name is None:
            if (is_xml or foreign.may_have_cdata) and html.startswith(_CDATA, start):
                at = _after(html, "]]>", start + len(_CDATA))
            continue
        name, is_end, end = _named(written_name), bool(slash), at
        content, is_closed = None, False
        if is_end:
            is_foreign = foreign.end(name)
        else:
            is_closed = written.endswith("/") and _is_closed(written)
            is_foreign = foreign.begin(name, written, is_closed=is_closed)
            if name == "script" and (foreign.is_svg if is_foreign else is_xml):
                content = "" if is_closed else None
                if not is_closed and at >= read_to:  # reading a part again would take quadratic time
                    found = _MARKUP_OF_SCRIPT.match(html, at)
                    content, read_to = (found[0], found.end()) if found else (None, len(html))
                    at = at if content is None or has_elements(content) else read_to
            elif name in TEXT_ELEMENTS and not (is_foreign or (is_xml and is_closed)):
                close = _end_of(name, html, at)
                content, at = (None, len(html)) if close is None else (html[at:close], close)
        # Keyword arguments take twice as long.
        yield Tag(name, is_end, start, end, written, content, is_foreign, is_inert, is_shadow)
        if name == "template" and not (is_foreign or (is_xml and is_closed)):
            templates.end() if is_end else templates.begin(before, written)
            is_inert, is_shadow = templates.inert > 0, templates.has_shadow
        before = "" if is_end or is_foreign else name


def text_of(html: str) -> str:
    """Return a part of a page without tags, with its comments removed."""
    return _NO_TEXT.sub("", html)


def has_elements(script: str) -> bool:
    """Return whether a script in SVG or XML contains elements, so that only part of its content is code."""
    return _ELEMENT.search(_NO_ELEMENTS.sub("", script)) is not None


def _is_shadow_root(host: str, written: str) -> bool:
    """Return whether a template with these attributes, directly after the start tag of `host`, is an open shadow root.

    A closed one, or one that is not the first in its host, counts as inert: the binding finds no marked elements there.
    """
    modes = (_attribute(found, 0) for found in _ONE_ATTRIBUTE.finditer(written))
    mode = next((attribute.value for attribute in modes if attribute.name == "shadowrootmode"), "")
    return mode.lower() == "open" and (host in _HOSTS or "-" in host)


def unseen_parts(html: str, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """Return the comments in a part of a page without tags, and where an unclosed tag begins in it, or `end`."""
    parts: list[tuple[int, int]] = []
    for found in _UNSEEN_OR_TAG.finditer(html, start, end):
        if found["tag"]:
            return parts, found.start()
        parts.append(found.span())
    return parts, end


def _after(html: str, end: str, at: int) -> int:
    found = html.find(end, at)
    return len(html) if found < 0 else found + len(end)


def _end_of(name: str, html: str, at: int) -> int | None:
    """Return where the end tag of a text-only element begins."""
    if name == "script":
        return _end_of_script(html, at)
    if name == "plaintext":
        return None
    end = re.compile(rf"</{name}(?={_SPACE}|[/>])", re.IGNORECASE).search(html, at)
    return end.start() if end else None


def _end_of_script(html: str, at: int) -> int | None:
    """Return where the end tag of a script begins: HTML, "Script data double escaped state"."""
    is_escaped = is_inner = False
    while found := _IN_SCRIPT.search(html, at):
        at = found.end()
        if found[0] == "<!--":
            is_escaped = True
            at = found.start() + 2  # `<!-->` is a complete comment
        elif found[0] == "-->":
            is_escaped = is_inner = False
        elif not found["slash"]:
            is_inner = is_escaped
        elif is_inner:
            is_inner = False
        else:
            is_whole = html.find(">", at) >= 0  # otherwise the page ends in the tag, and the script has no end
            return found.start() if is_whole else None
    return None


def _is_closed(written: str) -> bool:
    """Return whether the final slash is not part of an attribute value: HTML, "Self-closing start tag state"."""
    ends = [found.end() for found in _ONE_ATTRIBUTE.finditer(written)]
    return not ends or ends[-1] < len(written)


def _attribute(found: re.Match[str], start: int) -> Attribute:
    group = found.lastgroup or ""
    is_valued = group != "name"
    written = found[group] if is_valued else ""
    value_start = found.start(group) if is_valued else found.end()
    return Attribute(
        _named(found["name"]),
        written,
        _decoded(written),
        start + found.start(),
        start + found.end(),
        start + value_start,
    )


@lru_cache  # a page has few distinct names
def _named(written: str) -> str:
    return (written.lower() if written.isascii() else written.translate(_LOWER)).replace("\0", "\ufffd")


def _decoded(written: str) -> str:
    return attribute_value(written).text if "&" in written or "\r" in written or "\0" in written else written
