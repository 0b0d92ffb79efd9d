"""Put handlers on the elements of a page that are marked with the id of an event; leave out ids that it has.

>>> def event_of(event_id):
...     return Event(event_id, "Go!")
>>> print(put_handlers('<a href="x.pdf" data-rtp-event="go">x</a>', event_of))
<a href="x.pdf" onclick="rtp('send', 'event', { value: 'Go!' });">x</a>
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import takewhile

from rtpsnippets.events.event import Event
from rtpsnippets.web.inline_code import marks_of
from rtpsnippets.web.reserved_names import MARK, MARK_CLASS
from rtpsnippets.web.tokenizer import BLANKS, Attribute, Tag, by_name, tags_of

EventOf = Callable[[str], Event | None]
"""From an id to its event, or to nothing where that was reported."""

_EQUALS = re.compile(r"[ \t\n\f\r]*=")


def may_be_marked(html: str) -> bool:
    """Tell whether the page, or a part of one, may have an element with a mark."""
    return MARK in html.lower() or MARK_CLASS in html


def put_handlers(html: str, event_of: EventOf) -> str:
    """Return the page, or a part of one, with a handler in place of each mark of an event whose carrier is inline.

    Everything else stays as it is: other bytes, the marks of other events, comments, and what stands in
    scripts and other elements of text. So do classes that are marks, which are for the binding; `event_of` is asked
    for their ids, too. A handler that the element has already comes after ours, as it is written. Raises what
    `event_of` raises.
    """
    return "".join(_replaced(html, event_of)) if may_be_marked(html) else html


def without_used_ids(html: str, used: set[str]) -> str:
    """The snippet without the ids of elements that are in `used`, to which its other ids are added.

    A page has each id once (HTML, "The id attribute"); `used` are those that its snippets have so far.
    """
    kept, end = "", 0
    for tag in tags_of(html):
        attribute = None if tag.is_end else by_name(tag.each_attribute()).get("id")
        if attribute and attribute.value in used:
            kept += html[end : attribute.start]
            end = len(html) - len(html[attribute.end :].lstrip(BLANKS))
        elif attribute:
            used.add(attribute.value)
    return kept + html[end:]


def _replaced(html: str, event_of: EventOf) -> Iterator[str]:
    end = 0
    last = _last_mark(html)
    for tag in takewhile(lambda tag: tag.start < last, tags_of(html)):
        if not may_be_marked(tag.written):  # its attributes needn't be read
            continue
        for attribute, text in _replacements(tag, event_of):
            yield html[end : attribute.start]
            # A name that begins with `=` would become the value of the attribute before.
            yield text or ("/" if _EQUALS.match(html, attribute.end) else "")
            end = attribute.end
    yield html[end:]


def _last_mark(html: str) -> int:
    """Where the last mark of a page may be: nothing after it needs to be read."""
    lower = html.lower()
    # Of some letters the lower case is longer, none is shorter.
    return max(lower.rfind(MARK), html.rfind(MARK_CLASS)) if len(lower) == len(html) else len(html)


def _replacements(tag: Tag, event_of: EventOf) -> Iterator[tuple[Attribute, str]]:
    """What becomes of the attributes of a tag: the first that is its mark or such a handler is the new handler."""
    marks = {} if tag.is_end else marks_of(tag.values)
    events = {name: event_of(event_id) for event_id, name in marks.items()}
    event = events.get(MARK)
    handler = event.handler_name if event else None
    if not event or not handler:
        return
    own = next((attribute.written for attribute in tag.attributes if attribute.name == handler), "")
    code = " ".join(filter(None, (event.handler, own.replace('"', "&quot;"))))
    text = f'{handler}="{code}"'
    for attribute in tag.attributes:
        if attribute.name in (MARK, handler):
            yield attribute, text
            text = ""
