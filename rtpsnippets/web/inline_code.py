"""Find the code that stands inline in HTML, as a browser does: in handlers and in scripts.

>>> InlineCode('<b onclick="a &amp;&amp; b"></b><script>c</script>').handlers
['a && b']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rtpsnippets.web.reserved_names import MARK
from rtpsnippets.web.tokenizer import BLANKS, Tag, tags_of

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


class InlineCode:
    """The code of a text of HTML that a browser runs, and the marks for the binding, each in order.

    `handlers` and `scripts` are as the browser has them, with references decoded; `framework_handlers`
    are those that a framework reads, such as `@click`; `marks` are the ids of events.
    """

    def __init__(self, html: str) -> None:
        self.handlers: list[str] = []
        self.framework_handlers: list[str] = []
        self.scripts: list[str] = []
        self.marks: list[str] = []
        for tag in _active_tags(html):
            attributes = tag.values
            for name, value in attributes.items():
                if is_handler(name):
                    self.handlers.append(value)
                elif _FRAMEWORK_HANDLER.fullmatch(name):
                    self.framework_handlers.append(value)
                elif name == MARK:
                    self.marks.append(value)
            if tag.name == "script" and tag.content is not None and "src" not in attributes and is_run(attributes):
                self.scripts.append(tag.content)


def _active_tags(html: str) -> Iterator[Tag]:
    """The tags that begin an element, but for those inside the element `template`, which does nothing by itself."""
    templates = 0
    for tag in tags_of(html):
        if tag.name == "template":
            templates += -1 if tag.is_end and templates else 0 if tag.is_end else 1
        elif not tag.is_end and not templates:
            yield tag


def is_handler(name: str) -> bool:
    """Whether the value of an attribute with this name, in lower case, is code that runs at an event."""
    return _HANDLER.fullmatch(name) is not None


def is_run(attributes: dict[str, str]) -> bool:
    """Whether the script with these attributes is JavaScript: HTML, "Prepare the script element"."""
    language = attributes.get("language", "")
    of_type = attributes.get("type", language and f"text/{language}")
    if "for" in attributes and "event" in attributes and not _is_at_load(attributes["for"], attributes["event"]):
        return False
    return not of_type or _JAVASCRIPT_TYPE.fullmatch(of_type.strip(BLANKS)) is not None


def _is_at_load(of: str, event: str) -> bool:
    """Whether a script `for` an `event` is run all the same, at once: likewise."""
    return of.strip(BLANKS).lower() == "window" and event.strip(BLANKS).lower() in {"onload", "onload()"}
