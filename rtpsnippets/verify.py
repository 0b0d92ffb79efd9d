"""Verify that a snippet from a person's own template still sends what the event says.

A filter, a single-quoted attribute or a forgotten call is easily written and never seen on the page.

>>> said = ["rtp('send', 'event', { value: 'a' });"]
>>> is_sent(said, '''<b onclick="rtp('send', 'event', { value: 'a' });">''', is_html=True)
True
>>> is_sent(said, '''<b onclick='rtp('send', 'event', { value: 'a' });'>''', is_html=True)
False
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

# A call of ours, or else what may hold the text of a call without making it: a comment or a string.
_TOKEN = re.compile(
    r"(?<![^\s;{}(.])(?P<call>rtp\('send', 'event', \{ value: (?:'[^']*'|\[[^\]]*\]) \}\);)(?!\s*[,.)\]])"
    r"|(?://|<!--)[^\n]*|/\*.*?(?:\*/|\Z)"
    r"|'(?:\\.|[^'\\])*'?|\"(?:\\.|[^\"\\])*\"?|`(?:\\.|[^`\\])*`?",
    re.DOTALL,
)
_HANDLER = re.compile(
    r"(?:on|@|v-on:|x-on:)"
    r"(?:click|dblclick|change|input|submit|focus|blur|load|(?:mouse|pointer|touch|key)[a-z]+)(?:\..+)?"
)
_JAVASCRIPT_TYPES = ("", "module", "text/javascript", "application/javascript")
_INERT = ("textarea", "noscript", "template", "style", "title", "iframe")


def is_sent(calls: Sequence[str], snippet: str, *, is_html: bool) -> bool:
    """Tell whether the snippet's code makes exactly `calls`, byte for byte and in order.

    The code of HTML is one handler, or all of its scripts, as an HTML parser reads them.
    """
    codes = _codes(snippet) if is_html else [snippet]
    return any(_calls_in(code) == list(calls) for code in codes)


def _calls_in(code: str) -> list[str]:
    return [found["call"] for found in _TOKEN.finditer(code) if found["call"]]


def _codes(snippet: str) -> list[str]:
    parser = _CodeParser()
    parser.feed(snippet)
    parser.close()
    return [*parser.handlers, "\n".join(parser.scripts)]


class _CodeParser(HTMLParser):
    """Collects the handlers and the scripts of a snippet that a browser runs."""

    def __init__(self) -> None:
        super().__init__()
        self.handlers: list[str] = []
        self.scripts: list[str] = []
        self._inert = 0
        self._is_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Of two attributes with one name a browser takes the first.
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self._inert += tag in _INERT
        is_script = tag == "script" and "src" not in attributes and attributes.get("type", "") in _JAVASCRIPT_TYPES
        self._is_script = is_script and not self._inert
        if self._is_script:
            self.scripts.append("")
        if not self._inert:
            self.handlers += [value for name, value in attributes.items() if _HANDLER.fullmatch(name)]

    def handle_endtag(self, tag: str) -> None:
        self._inert -= tag in _INERT
        self._is_script = False

    def handle_data(self, data: str) -> None:
        if self._is_script:
            self.scripts[-1] += data
