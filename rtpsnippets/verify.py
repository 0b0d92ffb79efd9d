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

from rtpsnippets.inline_code import InlineCode
from rtpsnippets.made_calls import made_calls


def is_sent(calls: Sequence[str], snippet: str, *, is_html: bool) -> bool:
    """Tell whether the snippet's code makes exactly `calls`, byte for byte and in order.

    The code of HTML is one handler, or all of its scripts, as an HTML parser reads them; no element has
    the mark of the binding beside it, which would send the event once more.
    """
    if not is_html:
        return made_calls(snippet) == list(calls)
    code = InlineCode(snippet)
    return list(calls) in [*map(made_calls, code.handlers), _made_by_scripts(code)] and not code.marks


def is_marked(event_id: str, snippet: str) -> bool:
    """Tell whether an element of the snippet has the mark of the event for the binding, and no code makes a call."""
    code = InlineCode(snippet)
    return code.marks == [event_id] and not any(map(made_calls, code.handlers)) and not _made_by_scripts(code)


def _made_by_scripts(code: InlineCode) -> list[str]:
    return [call for script in code.scripts for call in made_calls(script)]
