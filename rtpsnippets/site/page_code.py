"""Read the code of one element that mentions `rtp`: its handlers, its `javascript:` address, its script.

>>> placed(Script(error=Span(0, 1)), lambda index: index + 10).error
Span(start=10, end=11)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.model import Script, Span
from rtpsnippets.site.javascript.script import read_script
from rtpsnippets.site.model import ASYNC, CLICKED, DEFERRED, NOW, Code, Element
from rtpsnippets.site.policy import Policies
from rtpsnippets.web.charrefs import attribute_value, script_text
from rtpsnippets.web.inline_code import ADDRESS, HANDLER, LOADED, MODULE, SCRIPT, code_of, code_of_address
from rtpsnippets.web.tokenizer import BLANKS, Attribute, Tag

MENTION = re.compile(r"\brtp\b")
"""What code holds that may send an event: other code needs no reading."""

_XML_TEXT = re.compile(r"\s*<!\[CDATA\[(?P<code>.*)\]\]>\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CodeReader:
    """What the code of all elements of a page is read by."""

    policies: Policies
    deadline: Deadline
    is_xml: bool

    def codes(self, tag: Tag, attributes: Mapping[str, Attribute], element: Element) -> Iterator[Code]:
        """Yield the code of the element that `tag` begins, in the order of the page."""
        for kind, text, attribute in code_of(tag, attributes):
            if attribute and kind == LOADED:
                span = Span(attribute.start, attribute.end)
                moment = _moment(element, can_wait="defer")
                yield Code(span, Script(), element, moment=moment, source=text.strip(BLANKS))
            elif MENTION.search(text):
                if kind == SCRIPT:
                    yield self._script(tag, text, element)
                elif attribute and kind == HANDLER:
                    value = attribute_value(attribute.written)
                    yield self._attribute(attribute, element, text, value.place, self.policies.forbids_handler(text))
                elif attribute and kind == ADDRESS:
                    yield self._address(attribute, element, text)

    def _attribute(
        self, attribute: Attribute, element: Element, code: str, place: Callable[[int], int], blocked: str
    ) -> Code:
        start = attribute.value_start
        script = placed(read_script(code, self.deadline), lambda index: start + place(index))
        span = Span(start, start + len(attribute.written))
        return Code(span, script, element, attribute.name, CLICKED, blocked=blocked)

    def _address(self, attribute: Attribute, element: Element, address: str) -> Code:
        value, code = attribute_value(attribute.written), code_of_address(attribute.value)
        blocked = self.policies.forbids_address(address)
        return self._attribute(attribute, element, code.text, lambda at: value.place(code.place(at)), blocked)

    def _script(self, tag: Tag, content: str, element: Element) -> Code:
        wrapper = _XML_TEXT.fullmatch(content) if self.is_xml else None
        start = tag.end + (wrapper.start("code") if wrapper else 0)
        text = script_text(wrapper["code"] if wrapper else content)
        script = placed(read_script(text.text, self.deadline), lambda index: start + text.place(index))
        blocked = self.policies.forbids_script(text.text, dict(element.attributes).get("nonce", ""))
        return Code(Span(tag.end, tag.end + len(content)), script, element, moment=_moment(element), blocked=blocked)


def _moment(script: Element, can_wait: str = "") -> str:
    """When a script runs; one that is loaded can wait by its attribute `defer`, as a module does anyway."""
    attributes = dict(script.attributes)
    is_module = attributes.get("type", "").strip(BLANKS).lower() == MODULE
    if "async" in attributes and (is_module or can_wait):
        return ASYNC
    return DEFERRED if is_module or can_wait in attributes else NOW


def placed(script: Script, place: Callable[[int], int]) -> Script:
    """The same script, with all spans moved by `place`, from an offset in the code to one in the file."""

    def moved(span: Span) -> Span:
        return Span(place(span.start), place(span.end))

    bound = script.bound
    return replace(
        script,
        calls=tuple(replace(call, span=moved(call.span)) for call in script.calls),
        stubs=tuple(replace(stub, span=moved(stub.span)) for stub in script.stubs),
        bound=None if bound is None else tuple(replace(event, span=moved(event.span)) for event in bound),
        error=script.error and moved(script.error),
        mentions=tuple(replace(mention, span=moved(mention.span)) for mention in script.mentions),
    )
