r"""Read the tags of HTML where a browser finds them: HTML, "Tokenization".

A reader for pages that people write: it knows comments, elements of text, and every way to write an attribute,
and gives the place of each. It doesn't know which tags a browser adds, moves or drops.

>>> for tag in tags_of("<a title='>' href=x><!-- <b> --><script>'<i>'</script>"):
...     print(tag.name, tag.values, tag.content)
a {'href': 'x', 'title': '>'} None
script {} '<i>'
script {} None
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5

_BLANK = r"[ \t\n\f\r]"
_ATTRIBUTE = (
    r"(?P<name>[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)"
    rf"(?:{_BLANK}*+={_BLANK}*+"
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)|(?=>|\Z))"""
    rf"|(?!{_BLANK}*=))"
)
_ATTRIBUTES = rf"(?:{_BLANK}|/|{re.sub(r'[?]P<.+?>', '?:', _ATTRIBUTE)})*+"
_TOKEN = re.compile(
    r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))"
    rf"|<(?P<slash>/?)(?P<tag>[A-Za-z][^ \t\n\f\r/>]*+)(?P<attributes>{_ATTRIBUTES})>"
    r"|</?[A-Za-z](?s:.*)"  # a tag that has no end: all that follows is a part of it
    r"|<[!?/][^>]*>?"  # a declaration, and what is taken for a comment
)
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9A-Fa-f]+;?|[A-Za-z][A-Za-z0-9]*;?)")

TEXT_ELEMENTS = ("script", "style", "textarea", "title", "iframe", "noscript", "xmp", "noembed", "noframes")
"""What stands in these elements is text, to a browser that runs scripts."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a tag: its name in lower case, its value as it is written and as it is read, and its place."""

    name: str
    written: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its name in lower case, whether it ends an element, its attributes and its end in the text.

    `content` is what stands in an element of text, None if that has no end, and None for all others.
    """

    name: str
    is_end: bool
    attributes: tuple[Attribute, ...]
    end: int
    content: str | None = None

    @property
    def values(self) -> dict[str, str]:
        """The values of the attributes by their names; of two with one name a browser takes the first."""
        return {attribute.name: attribute.value for attribute in reversed(self.attributes)}


def tags_of(html: str) -> Iterator[Tag]:
    """Yield the tags of `html`, a page or a part of one, in order."""
    at = 0
    while found := _TOKEN.search(html, at):
        at = found.end()
        if found["tag"] is None:
            continue
        tag = _tag(found)
        if tag.name in TEXT_ELEMENTS and not tag.is_end:
            end = re.compile(rf"</{tag.name}(?=[ \t\n\f\r/>])", re.IGNORECASE).search(html, at)
            content, at = (html[at : end.start()], end.start()) if end else (None, len(html))
            tag = Tag(tag.name, tag.is_end, tag.attributes, tag.end, content)
        yield tag


def _tag(found: re.Match[str]) -> Tag:
    ends = found.span("attributes")
    attributes = map(_attribute, _ONE_ATTRIBUTE.finditer(found.string, *ends))
    return Tag(_lower(found["tag"]), bool(found["slash"]), tuple(attributes), found.end())


def _attribute(found: re.Match[str]) -> Attribute:
    written = found["double"] or found["single"] or found["bare"] or ""
    return Attribute(_lower(found["name"]), written, _decoded(written), *found.span())


def _lower(name: str) -> str:
    return name.lower() if name.isascii() else name


def _decoded(value: str) -> str:
    """The value of an attribute with its references decoded: HTML, "Named character reference state".

    One without a semicolon before `=`, a letter or a digit is none, in an attribute.
    """
    return _REFERENCE.sub(_character, value)


def _character(found: re.Match[str]) -> str:
    reference = found[0]
    is_number = reference.startswith("&#")
    is_cut = not reference.endswith(";") and found.string[found.end() : found.end() + 1] == "="
    return unescape(reference) if is_number or (reference[1:] in html5 and not is_cut) else reference
