"""Find the code that stands inline in HTML, as a browser does: in handlers and in scripts.

>>> InlineCode('<b onclick="a &amp;&amp; b"></b><script>c</script>').handlers
['a && b']
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from rtpsnippets.names import MARK

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
TEXT_ELEMENTS = ("script", "style", "textarea", "title", "iframe", "noscript", "xmp", "noembed", "noframes")
"""What stands in these elements is text, to a browser that runs scripts."""


class PageParser(HTMLParser):
    """A parser of HTML as a browser reads it, where Python's own reads it otherwise."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (for those below)
        """Take what stands in an element of text as text."""
        if tag in TEXT_ELEMENTS:
            self.set_cdata_mode(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag with a slash as one without: in HTML all that follows `<script/>` is the script."""
        self.handle_starttag(tag, attrs)

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 (as Python has it)
        """Take `<![` as the beginning of a comment: older Pythons end at what they don't know there."""
        return self.parse_bogus_comment(i, report)


class InlineCode(PageParser):
    """The code of a text of HTML that a browser runs, and the marks for the binding, each in order.

    `handlers` and `scripts` are as the browser has them, with references decoded; `marks` are the ids of
    events.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.handlers: list[str] = []
        self.scripts: list[str] = []
        self.marks: list[str] = []
        self._script: str | None = None
        self._templates = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the code in the attributes of a tag."""
        super().handle_starttag(tag, attrs)
        self._templates += tag == "template"
        if self._templates:
            return
        # Of two attributes with one name a browser takes the first.
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        self._script = "" if tag == "script" and _is_run(attributes) else None
        self.handlers += [value for name, value in attributes.items() if _is_handler(name)]
        self.marks += [value for name, value in attributes.items() if name == MARK]

    def handle_endtag(self, tag: str) -> None:
        """Take a script that is whole."""
        self._templates -= tag == "template" and self._templates > 0
        if self._script is not None:  # one that never ends is never run
            self.scripts.append(self._script)
        self._script = None

    def handle_data(self, data: str) -> None:
        """Take a part of a script."""
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
