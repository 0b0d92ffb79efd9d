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
from rtpsnippets.web.inline_code import ADDRESS, HANDLER, JAVASCRIPT, MODULE, SCRIPT, code_of, code_of_address
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
        for kind, attribute in code_of(tag, attributes):
            if kind == SCRIPT:
                yield from self._script(tag, attribute, element)
            elif attribute and kind == HANDLER:
                code = attribute_value(attribute.written)
                yield from self._code(attribute, element, code.text, code.place, self.policies.forbids_handler)
            elif attribute and kind == ADDRESS:
                yield from self._address(attribute, element)

    def _code(
        self,
        attribute: Attribute,
        element: Element,
        code: str,
        place: Callable[[int], int],
        forbidden_by: Callable[[str], str],
    ) -> Iterator[Code]:
        if not MENTION.search(code):
            return
        start = attribute.value_start
        script = placed(read_script(code, self.deadline), lambda index: start + place(index))
        span = Span(start, start + len(attribute.written))
        yield Code(span, script, element, attribute.name, CLICKED, blocked=forbidden_by(code))

    def _address(self, attribute: Attribute, element: Element) -> Iterator[Code]:
        value, code = attribute_value(attribute.written), code_of_address(attribute.value)
        yield from self._code(
            attribute,
            element,
            code.text,
            lambda index: value.place(code.place(index)),
            lambda text: self.policies.forbids_address(f"{JAVASCRIPT}{text}"),
        )

    def _script(self, tag: Tag, source: Attribute | None, element: Element) -> Iterator[Code]:
        values = dict(element.attributes)
        is_module = values.get("type", "").strip().lower() == MODULE
        if source is not None:
            moment = ASYNC if "async" in values else DEFERRED if is_module or "defer" in values else NOW
            yield Code(
                Span(source.start, source.end), Script(), element, moment=moment, source=source.value.strip(BLANKS)
            )
        elif tag.content and MENTION.search(tag.content):
            moment = NOW if not is_module else ASYNC if "async" in values else DEFERRED
            yield self._inline(tag, tag.content, element, moment, values.get("nonce", ""))

    def _inline(self, tag: Tag, content: str, element: Element, moment: str, nonce: str) -> Code:
        wrapper = _XML_TEXT.fullmatch(content) if self.is_xml else None
        start = tag.end + (wrapper.start("code") if wrapper else 0)
        text = script_text(wrapper["code"] if wrapper else content)
        script = placed(read_script(text.text, self.deadline), lambda index: start + text.place(index))
        blocked = self.policies.forbids_script(text.text, nonce)
        return Code(Span(tag.end, tag.end + len(content)), script, element, moment=moment, blocked=blocked)


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
    )
