"""Read the text that a person clicks: that of a button or a link which holds nothing but text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from rtpsnippets.tags import Tag, text_of

_LABELLED = ("a", "button")
_INLINE = frozenset(
    (
        *("abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s"),
        *("samp", "small", "span", "strong", "sub", "sup", "u", "var"),
    )
)
_BLANKS = re.compile(r"[ \t\n\f\r]+")


def label_of(html: str, tags: Sequence[Tag], at: int) -> str | None:
    """The label of the element that the tag with the number `at` begins, as `Element` says."""
    name = tags[at].name
    if name not in _LABELLED:
        return None
    parts: list[str] = []
    end = tags[at].end
    for after in range(at + 1, len(tags)):
        tag = tags[after]
        parts.append(text_of(html[end : tag.start]))
        if tag.name == name and tag.is_end:
            return _BLANKS.sub(" ", unescape("".join(parts))).strip(" ")
        if tag.name not in _INLINE:
            return None
        end = tag.end
    return None
