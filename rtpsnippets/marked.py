"""Put handlers on the elements of a page that are marked with the id of an event.

>>> def event_of(event_id):
...     return Event(event_id, "Go!")
>>> print(put_handlers('<a href="x.pdf" data-rtp-event="go">x</a>', event_of))
<a href="x.pdf" onclick="rtp('send', 'event', { value: 'Go!' });">x</a>
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markupsafe import escape as escape_html

from rtpsnippets.event import INLINE, Event
from rtpsnippets.inline_code import PageParser
from rtpsnippets.moments import CLICK, SUBMIT
from rtpsnippets.names import MARK

EventOf = Callable[[str], Event | None]
"""From an id to its event, or to nothing where that was reported."""

_HANDLERS = {CLICK: "onclick", SUBMIT: "onsubmit"}
"""The moments that a handler knows; what comes at another is the binding's."""

_ATTRIBUTE = re.compile(r"""(?:\s+|(?<=["'/]))(?P<name>[^\s=>/][^\s=>/]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""")


def may_be_marked(html: str) -> bool:
    """Tell whether the page, or a part of one, may have an element with a mark."""
    return MARK in html.lower()


def put_handlers(html: str, event_of: EventOf) -> str:
    """Return the page, or a part of one, with a handler in place of each mark of an event whose carrier is inline.

    Everything else stays as it is: other bytes, the marks of other events, comments, and what stands in
    scripts and other elements of text. A handler that the element has already comes after ours. Raises
    what `event_of` raises.
    """
    return "".join(_replaced(html, _Finder(html), event_of)) if may_be_marked(html) else html


def _replaced(html: str, finder: _Finder, event_of: EventOf) -> Iterator[str]:
    end = 0
    for start, tag, attributes in finder.tags:
        yield html[end:start]
        end = start + len(tag)
        event = event_of(attributes[MARK])
        handler = _HANDLERS.get(event.on) if event and event.carrier == INLINE else None
        yield _with_handler(tag, handler, attributes, event.handler) if event and handler else tag
    yield html[end:]


def _with_handler(tag: str, handler: str, attributes: dict[str, str], code: str) -> str:
    """The tag with the handler in the place of its mark, and none beside it."""
    after = f" {escape_html(attributes[handler])}" if attributes.get(handler) else ""
    written = {MARK: f' {handler}="{code}{after}"', handler: ""}
    return _ATTRIBUTE.sub(lambda found: written.get(found["name"].lower(), found[0]), tag)


class _Finder(PageParser):
    """The tags with a mark: where each begins, its text, and its attributes with their references decoded."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[int, str, dict[str, str]]] = []
        self._lines = [0, *(found.end() for found in re.finditer("\n", html))]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        attributes = {name: value or "" for name, value in reversed(attrs)}
        if MARK in attributes:
            line, column = self.getpos()
            self.tags.append((self._lines[line - 1] + column, self.get_starttag_text() or "", attributes))
