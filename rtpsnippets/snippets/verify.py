"""Verify that a snippet from a person's own template still sends what the event says.

A filter, a single-quoted attribute or a forgotten call is easily written and never seen on the page.

>>> said = ["rtp('send', 'event', { value: 'a' });"]
>>> is_sent(said, '''<b onclick="rtp('send', 'event', { value: 'a' });">''', is_html=True)
True
>>> is_sent(said, '''<b onclick='rtp('send', 'event', { value: 'a' });'>''', is_html=True)
False
"""

from __future__ import annotations

from collections.abc import Sequence

from rtpsnippets.web.inline_code import InlineCode
from rtpsnippets.web.own_calls import made_calls


def is_sent(calls: Sequence[str], snippet: str, *, is_html: bool) -> bool:
    """Tell whether the snippet's code makes exactly `calls`, byte for byte and in order, and nothing more.

    The code of HTML is one handler, or all of its scripts, as a browser reads them; beside it no address of a link
    makes a call, and no element has the mark of the binding, which would send the event once more.
    """
    if not is_html:
        return made_calls(snippet) == list(calls)
    code = InlineCode(snippet)
    return _made(code) == [list(calls)] and not any(map(made_calls, code.addresses)) and not code.marks


def is_marked(event_id: str, snippet: str) -> bool:
    """Tell whether elements of the snippet have the mark of the event for the binding, and no code makes a call."""
    code = InlineCode(snippet)
    return set(code.marks) == {event_id} and not _made(code) and not any(map(made_calls, code.addresses))


def _made(code: InlineCode) -> list[list[str]]:
    """The calls of each handler that makes some, and those that the scripts make together."""
    by_scripts = [call for script in code.scripts for call in made_calls(script)]
    by_handlers = map(made_calls, [*code.handlers, *code.framework_handlers])
    return [made for made in [*by_handlers, by_scripts] if made]
