"""Verify that a snippet from a person's own template still sends what the event says.

A filter, a single-quoted attribute or a forgotten call is easily written and never seen on the page.

>>> said = ["rtp('send', 'event', { value: 'a' });"]
>>> is_sent(said, '''<b onclick="rtp('send', 'event', { value: 'a' });">''', is_html=True)
True
>>> is_sent(said, '''<b onclick='rtp('send', 'event', { value: 'a' });'>''', is_html=True)
False
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_sent(calls: Sequence[str], snippet: str, *, is_html: bool) -> bool:
    """Tell whether all of `calls` stand in the snippet's code, byte for byte and in order.

    The code of HTML is one handler or one script, as an HTML parser reads it.
    """
    return any(_stand_in_order(calls, code) for code in (_codes(snippet) if is_html else [snippet]))


def _stand_in_order(calls: Sequence[str], code: str) -> bool:
    at = 0
    for call in calls:
        found = code.find(call, at)
        if found < 0:
            return False
        at = found + len(call)
    return True


def _codes(snippet: str) -> list[str]:
    parser = _CodeParser()
    parser.feed(snippet)
    parser.close()
    return parser.codes


class _CodeParser(HTMLParser):
    """Collects the handlers and the scripts of a snippet."""

    def __init__(self) -> None:
        super().__init__()
        self.codes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the base's form)
        self.codes += [value for name, value in attrs if name.startswith("on") and value]

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.codes.append(data)
