"""Put handlers on the marked elements of a page, and remove repeated ids.

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
from rtpsnippets.web.inline_code import marked_with
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE, EVENT_CLASS_PREFIX
from rtpsnippets.web.tokenizer import WHITESPACE, Attribute, Tag, by_name, tags_of

EventOf = Callable[[str], Event | None]
"""Returns the event with an id, or None if the error was reported."""

_EQUALS = re.compile(r"[ \t\n\f\r]*=")


def may_be_marked(html: str) -> bool:
    """Return whether the page, or a part of one, may contain a marked element."""
    return EVENT_ATTRIBUTE in html.lower() or EVENT_CLASS_PREFIX in html


def put_handlers(html: str, event_of: EventOf) -> str:
    """Return the page, or a part of one, with a handler in place of each `data-rtp-event` of an event sent inline.

    Nothing else changes: not other bytes, not the attribute of other events, not comments or the contents of scripts
    and other text-only elements. Classes `rtp-event--ID` also stay, for the binding; `event_of` is still called with
    their ids. An existing handler runs after ours, as it was written. Raises what `event_of` raises.
    """
    return "".join(_replaced(html, event_of)) if may_be_marked(html) else html


def without_used_ids(html: str, used: set[str]) -> str:
    """Return the snippet without the ids in `used`, and add its other ids to that set.

    An id must be unique on a page (HTML, "The id attribute"); `used` contains those of its earlier snippets.
    """
    kept, end = "", 0
    for tag in tags_of(html):
        attribute = None if tag.is_end else by_name(tag.each_attribute()).get("id")
        if attribute and attribute.value in used:
            kept += html[end : attribute.start]
            end = len(html) - len(html[attribute.end :].lstrip(WHITESPACE))
        elif attribute:
            used.add(attribute.value)
    return kept + html[end:]


def _replaced(html: str, event_of: EventOf) -> Iterator[str]:
    end = 0
    last = _last_marked(html)
    for tag in takewhile(lambda tag: tag.start < last, tags_of(html)):
        if not may_be_marked(tag.written):  # its attributes needn't be read
            continue
        for attribute, text in _replacements(tag, event_of):
            yield html[end : attribute.start]
            # A name that begins with `=` would become the value of the previous attribute.
            yield text or ("/" if _EQUALS.match(html, attribute.end) else "")
            end = attribute.end
    yield html[end:]


def _last_marked(html: str) -> int:
    """Return where the last marked element may be: nothing after it needs to be read."""
    lower = html.lower()
    # Some letters are longer in lower case, and none is shorter: places are the same if the lengths are.
    return max(lower.rfind(EVENT_ATTRIBUTE), html.rfind(EVENT_CLASS_PREFIX)) if len(lower) == len(html) else len(html)


def _replacements(tag: Tag, event_of: EventOf) -> Iterator[tuple[Attribute, str]]:
    """Yield each attribute to replace, with its new text: the handler for the first, and nothing for the others."""
    marked = {} if tag.is_end else marked_with(tag.values)
    events = {name: event_of(event_id) for event_id, name in marked.items()}
    event = events.get(EVENT_ATTRIBUTE)
    handler = event.handler_name if event else None
    if not event or not handler:
        return
    own = next((attribute.written for attribute in tag.attributes if attribute.name == handler), "")
    code = " ".join(filter(None, (event.handler, own.replace('"', "&quot;"))))
    text = f'{handler}="{code}"'
    for attribute in tag.attributes:
        if attribute.name in (EVENT_ATTRIBUTE, handler):
            yield attribute, text
            text = ""
