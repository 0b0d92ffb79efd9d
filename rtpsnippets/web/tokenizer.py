r"""Read the tags of HTML where a browser finds them: HTML, "Tokenization".

A reader for pages that people write: it knows comments, elements of text, SVG and MathML, and every way to write an
attribute, and gives the place of each. It doesn't know which tags a browser adds, moves or drops.

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

BLANKS = " \t\n\f\r"
"""What counts as white space: HTML, "ASCII whitespace"."""

_BLANK = r"[ \t\n\f\r]"
_ATTRIBUTE = (
    r"(?P<name>[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)"
    rf"(?:{_BLANK}*+={_BLANK}*+"
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)|(?=>|\Z))"""
    rf"|(?!{_BLANK}*=))"
)
_ATTRIBUTES = rf"(?:{_BLANK}|/|{re.sub(r'[?]P<.+?>', '?:', _ATTRIBUTE)})*+"
_COMMENT = r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))"
_TOKEN = re.compile(
    rf"{_COMMENT}"
    rf"|<(?P<slash>/?)(?P<tag>[A-Za-z][^ \t\n\f\r/>]*+)(?P<attributes>{_ATTRIBUTES})>"
    r"|</?[A-Za-z](?s:.*)"  # a tag that has no end: all that follows is a part of it
    r"|<[!?/][^>]*>?"  # a declaration, and what is taken for a comment
)
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
_NO_TEXT = re.compile(rf"{_COMMENT}|<[!?/][^>]*>?")
_UNSEEN_OR_TAG = re.compile(rf"{_NO_TEXT.pattern}|(?P<tag><[A-Za-z])")
_IN_SCRIPT = re.compile(rf"<!--|-->|<(?P<slash>/?)script(?={_BLANK}|[/>])", re.IGNORECASE)
_CDATA = "<![CDATA["
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}

TEXT_ELEMENTS = frozenset(
    ("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp")
)
"""What stands in these elements is text, to a browser that runs scripts."""


class Attribute(NamedTuple):
    """One attribute of a tag: its name in lower case, its value as it is written and as it is read, and its place.

    `value_start` is where the value begins that is written.
    """

    name: str
    written: str
    value: str
    start: int
    end: int
    value_start: int


class Tag(NamedTuple):
    """One tag: its name in lower case, whether it ends an element, its place, and its attributes as they are written.

    `content` is what stands in an element of text, None if that has no end, and None for all others. `is_foreign`
    says that the element is one of SVG or MathML; `is_inert` that it stands in the element `template` of HTML, whose
    content is not part of the page. A page has thousands of tags: a tuple is made in a third of the time.
    """

    name: str
    is_end: bool
    start: int
    end: int
    written: str
    content: str | None = None
    is_foreign: bool = False
    is_inert: bool = False

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes in order, those too whose name an attribute before has."""
        return tuple(self.each_attribute())

    def each_attribute(self) -> Iterator[Attribute]:
        """Yield them one by one: a tag may have a million."""
        start = self.end - len(">") - len(self.written)
        return (_attribute(found, start) for found in _ONE_ATTRIBUTE.finditer(self.written))

    @property
    def values(self) -> dict[str, str]:
        """The values of the attributes by their names."""
        return {name: attribute.value for name, attribute in by_name(self.each_attribute()).items()}


def by_name(attributes: Iterable[Attribute]) -> dict[str, Attribute]:
    """The attributes of a tag by their names; of two with one name a browser takes the first."""
    unique: dict[str, Attribute] = {}
    for attribute in attributes:
        unique.setdefault(attribute.name, attribute)
    return unique


def tags_of(html: str) -> Iterator[Tag]:
    """Yield the tags of `html`, a page or a part of one, in order."""
    at = templates = 0
    foreign = Foreign()
    while found := _TOKEN.search(html, at):
        start, at = found.span()
        slash, written_name, written = found.groups()
        if written_name is None:
            if foreign.may_have_cdata and html.startswith(_CDATA, start):
                at = _after(html, "]]>", start + len(_CDATA))
            continue
        name, is_end, end = _named(written_name), bool(slash), at
        content, is_inert = None, templates > 0
        if is_end:
            is_foreign = foreign.end(name)
        else:
            is_foreign = foreign.begin(name, written, is_closed=written.endswith("/") and _is_closed(written))
            if name in TEXT_ELEMENTS and not is_foreign:
                close = _end_of(name, html, at)
                content, at = (None, len(html)) if close is None else (html[at:close], close)
        if name == "template" and not is_foreign:
            templates = max(templates + (-1 if is_end else 1), 0)
        yield Tag(name, is_end, start, end, written, content, is_foreign, is_inert)  # with names it takes twice as long


def text_of(html: str) -> str:
    """A part of a page that has no tags, without its comments."""
    return _NO_TEXT.sub("", html)


def unseen_parts(html: str, start: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """The comments in a part of a page that has no tags, and where a tag begins there that has no end, or `end`."""
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
    """Where the end tag of an element of text begins."""
    if name == "script":
        return _end_of_script(html, at)
    if name == "plaintext":
        return None
    end = re.compile(rf"</{name}(?={_BLANK}|[/>])", re.IGNORECASE).search(html, at)
    return end.start() if end else None


def _end_of_script(html: str, at: int) -> int | None:
    """Likewise of a script, which may hold one more in a comment: HTML, "Script data double escaped state"."""
    is_escaped = is_inner = False
    while found := _IN_SCRIPT.search(html, at):
        at = found.end()
        if found[0] == "<!--":
            is_escaped = True
            at = found.start() + 2  # `<!-->` is all of a comment
        elif found[0] == "-->":
            is_escaped = is_inner = False
        elif not found["slash"]:
            is_inner = is_escaped
        elif is_inner:
            is_inner = False
        else:
            is_whole = html.find(">", at) >= 0  # else the page ends in it, and the script has no end
            return found.start() if is_whole else None
    return None


def _is_closed(written: str) -> bool:
    """Whether the slash that the attributes end in is no part of a value: HTML, "Self-closing start tag state"."""
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


@lru_cache  # a page has few names, each of them many times
def _named(written: str) -> str:
    return (written.lower() if written.isascii() else written.translate(_LOWER)).replace("\0", "\ufffd")


def _decoded(written: str) -> str:
    return attribute_value(written).text if "&" in written or "\r" in written or "\0" in written else written
