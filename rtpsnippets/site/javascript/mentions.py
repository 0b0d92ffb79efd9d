r"""Find text that looks like a call: `rtp`, `send` and `event` close together, in code, HTML, JSON or PHP strings.

>>> [Span(3, 21)] == list(mentions_in("x: rtp('send', 'event', y)"))
True
>>> len(list(mentions_in(r"\nrtp(&quot;send&quot;, \u0027event\u0027")))
1
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rtpsnippets.site.javascript.model import Span

_LETTER = r"[A-Za-z_]"
# An escape may come right before the name: `\nrtp`, `\u0027rtp`, `\x27rtp`, `%27rtp`.
_BEFORE = r"(?<!\wrtp)|(?<=\\[nrtfvb]rtp)|(?<=\\u[0-9A-Fa-f]{4}rtp)|(?<=\\x[0-9A-Fa-f]{2}rtp)|(?<=%[0-9A-Fa-f]{2}rtp)"
_MENTION = re.compile(
    rf"rtp(?!\w)(?:{_BEFORE})"
    rf"(?s:(?!\brtp\b).){{0,200}}?(?<!{_LETTER})send(?!{_LETTER})"
    rf"(?:(?!send)(?s:.)){{0,60}}?(?<!{_LETTER})event(?!{_LETTER})"
)


def mentions_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    r"""Yield the spans in `text` from `start` to before `end` that mention a call, each from `rtp` to after `event`.

    The quotes may be written in any way (`'`, `&quot;`, `&#39;`, `\u0027`), but the words must be in this order and
    close together. Takes linear time.
    """
    return (
        Span(found.start(), found.end()) for found in _MENTION.finditer(text, start, len(text) if end is None else end)
    )
