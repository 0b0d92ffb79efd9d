"""Read the code of one element that mentions `rtp`: handlers, `javascript:` URLs and scripts.

>>> placed(Script(error=Span(0, 1)), lambda index: index + 10).error
Span(start=10, end=11)
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import unquote_to_bytes

from rtpsnippets.display import quoted
from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.mentions import mentions_in
from rtpsnippets.site.javascript.model import Mention, Script, Span
from rtpsnippets.site.javascript.script import read_script
from rtpsnippets.site.model import ASYNC, CLICKED, DEFERRED, NOW, WAITING, Code, Element
from rtpsnippets.site.policy import Policies
from rtpsnippets.web.charrefs import Mapped, attribute_value
from rtpsnippets.web.inline_code import (
    ADDRESS,
    HANDLER,
    LOADED,
    MODULE,
    SCRIPT,
    UNREAD,
    code_of,
    code_of_address,
    is_held_back,
    text_of_script,
)
from rtpsnippets.web.tokenizer import WHITESPACE, Attribute, Tag

MENTION = re.compile(r"\brtp\b")
"""What code must contain to send an event: other code is not read."""

# Often written before the code of a handler: to JavaScript it is a label, which does nothing.
_LABEL = re.compile(r"\s*javascript\s*:\s*", re.IGNORECASE)

# Thymeleaf, TAL, Vue, Alpine; AngularJS; Angular.
_BINDING = re.compile(r"(?:(?!xlink).*:|data-th-|(?:data-)?ng-attr-|\[(?:attr\.)?)(\w+)\]?")
_DATA = re.compile(r"\s*data:[^,]*?(?P<base64>;\s*base64)?,", re.IGNORECASE)

_LOADER = re.compile(r"googletagmanager\.com\\?/gtm\.js|\bgtm\.js\?id=")
_CONTAINER = re.compile(r"\bGTM-[A-Z0-9]+")
SOME_CONTAINER = "GTM"
"""Stands for the id of a container that is not written out."""


def container_in(code: str) -> str:
    """Return the id of the Google Tag Manager container that a script or its URL loads; empty without one.

    >>> container_in("https://www.googletagmanager.com/gtm.js?id=GTM-AB12")
    'GTM-AB12'
    """
    if not _LOADER.search(code):
        return ""
    found = _CONTAINER.search(code)
    return found[0] if found else SOME_CONTAINER


@dataclass(frozen=True, slots=True)
class CodeReader:
    """Reads the code of the elements of a page.

    `is_xml`: the page is read as XML. `may_be_xml`: it is written as XML, but may be served as HTML.
    """

    policies: Policies
    deadline: Deadline
    is_xml: bool
    may_be_xml: bool

    def codes(self, tag: Tag, attributes: Mapping[str, Attribute], element: Element) -> Iterator[Code]:
        """Yield the code of the element that `tag` begins, in the order of the page."""
        for kind, text, attribute in code_of(tag, attributes, is_xml=self.is_xml):
            container = container_in(text) if kind in (LOADED, SCRIPT) else ""
            if attribute and kind == LOADED:
                span = Span(attribute.start, attribute.end)
                timing = ASYNC if tag.is_foreign else _timing_of(element, can_wait="defer")  # engines differ in SVG
                script = Script(mentions=(Mention(span),)) if next(mentions_in(_data_of(text)), None) else Script()
                yield Code(span, script, element, timing=timing, source=text.strip(WHITESPACE), container=container)
            elif kind == UNREAD:
                place = (attribute.value_start, attribute.written) if attribute else (tag.end, text)
                yield from _unread(element, *place)
            elif MENTION.search(text):
                if kind == SCRIPT:
                    yield replace(self._script(tag, element), container=container)
                elif attribute and kind == HANDLER:
                    yield self._handler(attribute, element, text)
                elif attribute and kind == ADDRESS:
                    yield self._address(attribute, element, text)
            elif container:
                span = Span(tag.end, tag.end + len(text))
                yield Code(span, Script(), element, timing=_timing_of(element), container=container)

    def _handler(self, attribute: Attribute, element: Element, code: str) -> Code:
        value = attribute_value(attribute.written)
        label = _LABEL.match(code)
        begin = label.end() if label else 0
        blocked = self.policies.forbids_handler(code)
        return self._attribute(attribute, element, code[begin:], lambda at: value.place(begin + at), blocked)

    def _attribute(
        self, attribute: Attribute, element: Element, code: str, place: Callable[[int], int], blocked: str
    ) -> Code:
        start = attribute.value_start
        script = placed(read_script(code, self.deadline), lambda index: start + place(index))
        reason = _why_unsure(attribute.name, element)
        script = replace(script, calls=tuple(call.unknown(reason) for call in script.calls)) if reason else script
        span = Span(start, start + len(attribute.written))
        return Code(span, script, element, attribute.name, CLICKED, blocked=blocked)

    def _address(self, attribute: Attribute, element: Element, address: str) -> Code:
        value, code = attribute_value(attribute.written), code_of_address(attribute.value)
        blocked = self.policies.forbids_address(address)
        return self._attribute(attribute, element, code.text, lambda at: value.place(code.place(at)), blocked)

    def _script(self, tag: Tag, element: Element) -> Code:
        text = text_of_script(tag, is_xml=self.is_xml)
        script = self._read(tag, text)
        if self.may_be_xml and not tag.is_foreign:
            script = self._as_either(tag, text, script)
        blocked = self.policies.forbids_script(text.text, dict(element.attributes).get("nonce", ""))
        span = Span(tag.end, tag.end + len(tag.content or ""))
        return Code(span, script, element, timing=_timing_of(element), blocked=blocked)

    def _read(self, tag: Tag, text: Mapped) -> Script:
        return placed(read_script(text.text, self.deadline), lambda index: tag.end + text.place(index))

    def _as_either(self, tag: Tag, text: Mapped, script: Script) -> Script:
        """Return `script`, which was read as HTML; calls that differ if it is read as XML are unknown.

        If only one of the two is valid JavaScript, return that one: the page is meant to be read that way.
        """
        as_xml = text_of_script(tag, is_xml=True)
        if as_xml.text == text.text:
            return script
        other = self._read(tag, as_xml)
        if script.error or other.error or not other.calls:
            return other if script.error and not other.error else script
        values = [call.values for call in other.calls]
        if len(values) != len(script.calls):
            values = [None] * len(script.calls)
        calls = zip(script.calls, values, strict=True)
        known = (call if call.values == value else call.unknown(_EITHER) for call, value in calls)
        return replace(script, calls=tuple(known))


def _data_of(address: str) -> str:
    """Return the text in a `data:` URL, where optimizers put inline scripts; empty for other URLs."""
    found = _DATA.match(address)
    if not found:
        return ""
    text = unquote_to_bytes(address[found.end() :])
    with suppress(ValueError):
        text = b64decode(text + b"==") if found["base64"] else text
    return text.decode(errors="replace")


def _unread(element: Element, start: int, written: str) -> Iterator[Code]:
    mentions = tuple(map(Mention, mentions_in(written)))
    if mentions:
        script = placed(Script(mentions=mentions), lambda index: start + index)
        yield Code(Span(start, start + len(written)), script, element)


_EITHER = "depends on whether the page is served as HTML or as XHTML"
_OWN_WINDOWS = frozenset(("", "_self", "_parent", "_top"))


def _why_unsure(name: str, element: Element) -> str:
    """Return why the code in the attribute `name` may not run on this page; empty if nothing prevents it."""
    attributes = dict(element.attributes)
    target = attributes.get("formtarget", attributes.get("target", ""))
    if not name.startswith("on") and target.lower() not in _OWN_WINDOWS:
        return f"is sent in another window, if at all: the element has the target {quoted(target)}"
    bound = (other for other, value in attributes.items() if _binds(other, value, name))
    return next((f"may be replaced by the attribute {quoted(other)}" for other in bound), "")


def _binds(other: str, value: str, name: str) -> bool:
    """Return whether an attribute sets this one, such as `:onclick`, `th:onclick` or `th:attr="onclick=..."`."""
    found = _BINDING.fullmatch(other)
    return found is not None and (found[1] == name or (found[1].startswith("attr") and name in value))


def _timing_of(script: Element, can_wait: str = "") -> str:
    """Return when a script runs. The attribute `defer` applies to external scripts; modules are always deferred."""
    attributes = dict(script.attributes)
    if is_held_back(attributes):
        return WAITING
    if "async" in attributes and (is_module(script) or can_wait):
        return ASYNC
    return DEFERRED if is_module(script) or can_wait in attributes else NOW


def is_module(script: Element) -> bool:
    """Return whether a script element is a module."""
    return dict(script.attributes).get("type", "").strip(WHITESPACE).lower() == MODULE


def placed(script: Script, place: Callable[[int], int]) -> Script:
    """Return the same script with its spans mapped by `place` from offsets in the code to offsets in the file."""

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
