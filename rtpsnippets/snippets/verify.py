"""Verify that a snippet from the user's own template still sends the event.

A filter, a single-quoted attribute or a forgotten call is an easy mistake that nobody notices on the page.

>>> calls = ["rtp('send', 'event', { value: 'a' });"]
>>> is_sent(calls, '''<b onclick="rtp('send', 'event', { value: 'a' });">''', is_html=True)
True
>>> is_sent(calls, '''<b onclick='rtp('send', 'event', { value: 'a' });'>''', is_html=True)
False
"""

from __future__ import annotations

from collections.abc import Sequence

from rtpsnippets.web.inline_code import InlineCode
from rtpsnippets.web.own_calls import calls_in


def is_sent(calls: Sequence[str], snippet: str, *, is_html: bool) -> bool:
    """Return whether the snippet's code makes exactly `calls`, byte for byte and in order.

    In HTML, that code is one handler or all scripts, as a browser reads them. In addition, no address of a link may
    make a call, and no element may be marked for the binding, which would send the event again.
    """
    if not is_html:
        return calls_in(snippet) == list(calls)
    code = InlineCode(snippet)
    return _calls_by_code(code) == [list(calls)] and not any(map(calls_in, code.addresses)) and not code.event_ids


def is_marked(event_id: str, snippet: str) -> bool:
    """Return whether elements of the snippet are marked with the event's id, and no code makes a call."""
    code = InlineCode(snippet)
    return set(code.event_ids) == {event_id} and not _calls_by_code(code) and not any(map(calls_in, code.addresses))


def _calls_by_code(code: InlineCode) -> list[list[str]]:
    """Return the calls of each handler that has any, and those of all scripts together."""
    by_scripts = [call for script in code.scripts for call in calls_in(script)]
    by_handlers = map(calls_in, [*code.handlers, *code.framework_handlers])
    return [calls for calls in [*by_handlers, by_scripts] if calls]
