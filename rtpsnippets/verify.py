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

from rtpsnippets.made_calls import made_calls

# The handlers that HTML and its events know: `only` and `onclik` are none.
_HANDLER = re.compile(
    "on(?:abort|auxclick|beforeinput|beforematch|blur|cancel|change|click|close|command|contextmenu|copy|cuechange"
    "|cut|dblclick|drop|error|focus|formdata|input|invalid|message|messageerror|paste|reset|resize|search|select"
    "|selectionchange|selectstart|slotchange|storage|submit|wheel"
    "|animation(?:cancel|end|iteration|start)|transition(?:cancel|end|run|start)|(?:before)?toggle|scroll(?:end)?"
    "|drag(?:end|enter|leave|over|start)?|key(?:down|press|up)|touch(?:cancel|end|move|start)"
    "|(?:mouse|pointer)(?:down|enter|leave|move|out|over|up)|pointercancel|(?:got|lost)pointercapture"
    "|(?:after|before)print|(?:before)?unload|hashchange|languagechange|o(?:n|ff)line|page(?:hide|show)|popstate"
    "|canplay(?:through)?|durationchange|emptied|ended|load(?:eddata|edmetadata|start)?|pause|play(?:ing)?|progress"
    "|ratechange|seek(?:ed|ing)|stalled|suspend|timeupdate|volumechange|waiting)"
)
# A component may have any event of its own.
_FRAMEWORK_HANDLER = re.compile(r"(?:@|v-on:|x-on:)[a-z].*|\([a-z].*\)")
_JAVASCRIPT_TYPE = re.compile(
    r"(?:(?:text|application)/(?:x-)?(?:java|ecma)script|text/(?:javascript1\.[0-5]|jscript|livescript))|module",
    re.IGNORECASE,
)
# What stands in these elements is text, to a browser that runs scripts.
_TEXT_ELEMENTS = ("script", "style", "textarea", "title", "iframe", "noscript", "xmp", "noembed", "noframes")


def is_sent(calls: Sequence[str], snippet: str, *, is_html: bool) -> bool:
    """Tell whether the snippet's code makes exactly `calls`, byte for byte and in order.

    The code of HTML is one handler, or all of its scripts, as an HTML parser reads them.
    """
    made = _made_by_html(snippet) if is_html else [made_calls(snippet)]
    return list(calls) in made


def _made_by_html(snippet: str) -> list[list[str]]:
    """The calls of each handler, and those of the scripts together."""
    parser = _CodeParser()
    parser.feed(snippet)
    parser.close()
    by_scripts = [call for script in parser.scripts for call in made_calls(script)]
    return [*map(made_calls, parser.handlers), by_scripts]


class _CodeParser(HTMLParser):
    """Collects the handlers and the scripts of a snippet that a browser runs."""

    def __init__(self) -> None:
        super().__init__()
        self.handlers: list[str] = []
        self.scripts: list[str] = []
        self._script: str | None = None
        self._templates = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _TEXT_ELEMENTS:
            self.set_cdata_mode(tag)
        self._templates += tag == "template"
        if self._templates:
            return
        # Of two attributes with one name a browser takes the first.
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self._script = "" if tag == "script" and _is_run(attributes) else None
        self.handlers += [value for name, value in attributes.items() if _is_handler(name)]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In HTML the slash says nothing: all that follows `<script/>` is the script.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._templates -= tag == "template" and self._templates > 0
        if self._script is not None:  # one that never ends is never run
            self.scripts.append(self._script)
        self._script = None

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script += data


def _is_run(attributes: dict[str, str]) -> bool:
    """Whether the script with these attributes is JavaScript that stands in the page."""
    of_type = attributes.get("type", "")
    return "src" not in attributes and (
        not of_type or _JAVASCRIPT_TYPE.fullmatch(of_type.strip(" \t\n\f\r")) is not None
    )


def _is_handler(name: str) -> bool:
    return any(handler.fullmatch(name) for handler in (_HANDLER, _FRAMEWORK_HANDLER))
