"""Read a page as a browser does: code that mentions `rtp`, marked elements, and ids and names.

>>> page = read_page("<p id=a><p id=a><a data-rtp-event=go>Go</a>", Deadline(60))
>>> page.marked_elements[0].id, page.marked_elements[0].element.label, page.repeated[0].text
('go', 'Go', 'a')
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import unescape
from itertools import islice
from typing import TypeVar

from rtpsnippets.display import quoted
from rtpsnippets.limits import Deadline
from rtpsnippets.site.element_ids import TakenNames
from rtpsnippets.site.javascript.model import Call, Span
from rtpsnippets.site.model import Code, Contents, Element, MarkedElement, Matched
from rtpsnippets.site.page_code import CodeReader, is_module
from rtpsnippets.site.page_mentions import page_mentions
from rtpsnippets.site.policy import Policies
from rtpsnippets.site.selectors import matches
from rtpsnippets.site.source.source import FILLER, Source, plain
from rtpsnippets.web.foreign_content import VOID
from rtpsnippets.web.inline_code import marked_with
from rtpsnippets.web.tokenizer import WHITESPACE, Attribute, Tag, by_name, tags_of, text_of

# A tag is read only if it contains one of these; `&#` may begin a reference to any character.
_RELEVANT = re.compile(r"[Rr][Tt][Pp]|&#|[Ss][Cc][Rr][Ii][Pp][Tt]")
_NAMING = re.compile(r"[Ii][Dd][ \t\n\f\r=]|window")
_ALWAYS_READ = frozenset(("script", "meta", "base"))
_HEAD = frozenset(
    (
        *("html", "head", "base", "basefont", "bgsound", "link", "meta", "title", "script", "style", "noscript"),
        *("template", "noframes"),
    )
)
_ENDS_OF_HEAD = ("body", "br", "html")
_POLICY = "content-security-policy"
_FOR_XML = re.compile(r"<(?:\?xml\s|(?i:html\s[^>]*\bxmlns\s*=))")
_BEGINNING = 2_000
_CHECKED_AFTER = 100
"""The number of tags between two checks of the time."""

_HANDLER = re.compile(r"[\s/\"'][Oo][Nn]\w+\s*=")
_SETS = r"(?<![\w$])({})\s*+(?:[-+*/%&|?^<>]{{0,3}}=(?![=>])|\+\+|--|[.\[])"
"""Code that sets one of these variables, or a property of its value."""

_Part = TypeVar("_Part")


def read_page(
    html: str,
    deadline: Deadline,
    source: Source | None = None,
    *,
    is_xml: bool = False,
    selectors: Collection[str] = (),
) -> Contents:
    """Return the contents of a page. `is_xml`: it is served as XHTML. `selectors`: those to look for.

    `source` is the source of a template or of Markdown; `html` is then its text. Raises `TooSlowError` when the time
    is up.
    """
    reader = _Reader(source or plain(html), deadline, is_xml=is_xml)
    for at, tag in reader.active_tags():
        if tag.name in _ALWAYS_READ or (tag.written and (_NAMING.search(tag.written) or _RELEVANT.search(tag.written))):
            reader.read(at, tag)
    return reader.contents(selectors)


class _Reader:
    """Reads one page."""

    def __init__(self, source: Source, deadline: Deadline, *, is_xml: bool) -> None:
        self._source = source
        self._html = html = source.text
        self._deadline = deadline
        self._tags = list(self._watched(tags_of(html, is_xml=is_xml)))
        self._codes: list[Code] = []
        self._marked_elements: list[MarkedElement] = []
        self._names = TakenNames()
        self._policies = Policies()
        may_be_xml = not is_xml and _FOR_XML.search(html, 0, _BEGINNING) is not None
        self._code_reader = CodeReader(self._policies, deadline, is_xml, may_be_xml)
        self._base: str | None = None
        self._is_in_form = False
        self._is_in_head = True

    def contents(self, selectors: Collection[str]) -> Contents:
        """Return what was found so far, and the elements that match the selectors."""
        codes = tuple(_with_tags(code, self._source) for code in self._with_others())
        broken = (code.span for code in codes if code.script.error)
        return Contents(
            is_page=True,
            codes=codes,
            marked_elements=tuple(self._marked_elements),
            repeated=tuple(self._names.repeated),
            hiding=tuple(self._names.hiding),
            base=self._base or "",
            mentions=tuple(page_mentions(self._source, self._tags, _read_in(codes, self._source), broken)),
            matched=tuple(self._matched(selectors)) if selectors else (),
        )

    def _matched(self, selectors: Iterable[str]) -> Iterator[Matched]:
        """Yield the elements that match the selectors, and those on which code of the page waits for a click."""
        waiting = (trigger.selector for code in self._codes for trigger in code.script.triggers if trigger.selector)
        selectors = dict.fromkeys((*selectors, *waiting))
        tags = self._tags
        span = cache(lambda number: Span(tags[number].start, tags[number].end))
        for selector, number, around, following in matches(self._html, tags, selectors, self._deadline):
            end = len(self._html) if following is None else tags[following].start
            if number is None:
                yield Matched(selector, Span(0, 0), Element(""), end)
            else:
                values = tuple(tags[number].values.items())
                # If a browser moves the element out of a table, what follows it may come earlier in the file.
                end = max(end, tags[number].end)
                element = Element(tags[number].name, values, _text_in(self._html, tags, number, end))
                yield Matched(selector, span(number), element, end, tuple(map(span, around)))

    def _with_others(self) -> Iterator[Code]:
        """Yield the code; the value of a later call is unknown if other code on the page may set its variables."""
        shared = {name for code in self._codes for name in _shared(code)}
        setting = self._setting(shared) if shared else {}
        for code in self._codes:
            names = {name for name in _shared(code) if setting[name] - {code.span.start}}
            yield code.with_calls(_with_shared(call, names) for call in code.script.calls) if names else code

    def _setting(self, names: Collection[str]) -> Mapping[str, set[int]]:
        """Return, for each of these global variables, where code begins that may set it or change its value."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        pattern = re.compile(_SETS.format("|".join(map(re.escape, names))))
        for tag in self._watched(self._tags):
            text = tag.content if tag.name == "script" else tag.written if _HANDLER.search(tag.written) else None
            for setter in pattern.finditer(text or ""):
                found[setter[1]].add(tag.end)
        return found

    def active_tags(self) -> Iterator[tuple[int, Tag]]:
        """Yield the start tag of each element of the page, with its index."""
        end = 0
        for at, tag in enumerate(self._tags):
            if not tag.is_inert:
                self._is_in_head = self._is_in_head and _stays_in_head(tag) and not self._has_text(end, tag.start)
                if tag.name == "form":
                    self._is_in_form = not tag.is_end
                if not tag.is_end:
                    yield at, tag
            end = tag.end + len(tag.content or "")

    def read(self, at: int, tag: Tag) -> None:
        """Read the element that a tag begins."""
        self._deadline.check()
        attributes = by_name(self._watched(tag.each_attribute()))
        if not tag.is_shadow:
            self._names.add(tag, attributes, is_in_form=self._is_in_form)
        if tag.name in _ALWAYS_READ or _RELEVANT.search(tag.written):
            self._read_what_it_does(at, tag, attributes)

    def _read_what_it_does(self, at: int, tag: Tag, attributes: dict[str, Attribute]) -> None:
        values = {name: attribute.value for name, attribute in attributes.items()}
        is_in_form = self._is_in_form or "form" in values
        element = Element(tag.name, tuple(values.items()), label_of(self._html, self._tags, at), is_in_form=is_in_form)
        if tag.name == "base" and self._base is None:
            self._base = values.get("href")
        elif tag.name == "meta" and self._is_in_head and values.get("http-equiv", "").lower() == _POLICY:
            self._policies.add(values.get("content", ""))
        for event_id, name in self._watched(marked_with(values).items()):
            self._marked_elements.append(
                MarkedElement(Span(attributes[name].start, attributes[name].end), event_id, element)
            )
        self._codes += self._code_reader.codes(tag, attributes, element)

    def _has_text(self, start: int, end: int) -> bool:
        return bool(text_of(self._html[start:end]).strip(WHITESPACE))

    def _watched(self, parts: Iterable[_Part]) -> Iterator[_Part]:
        for number, part in enumerate(parts):
            if not number % _CHECKED_AFTER:
                self._deadline.check()
            yield part


def _shared(code: Code) -> Iterator[str]:
    """Yield the global variables that the later calls of a script send."""
    if not code.attribute and not is_module(code.element):
        yield from (name for call in code.script.calls if call.is_later for name in call.shared)


def _with_shared(call: Call, names: Collection[str]) -> Call:
    name = next((name for name in call.shared if call.is_later and name in names), None)
    if name is None or call.values is None:
        return call
    return call.unknown(f"depends on the variable {quoted(name)}, which other code on the page may set")


def _stays_in_head(tag: Tag) -> bool:
    """Return whether the head continues after this tag: HTML, "The 'in head' insertion mode"."""
    return tag.name not in _ENDS_OF_HEAD if tag.is_end else tag.name in _HEAD


_LABELED = ("a", "button")
_INLINE = frozenset(
    (
        *("abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s"),
        *("samp", "small", "span", "strong", "sub", "sup", "u", "var"),
    )
)
_WHITESPACE = re.compile(r"[ \t\n\f\r]+")


def label_of(html: str, tags: Sequence[Tag], at: int) -> str | None:
    """Return the label of the element that begins with `tags[at]`, as defined by `Element`."""
    name = tags[at].name
    if name not in _LABELED:
        return None
    parts: list[str] = []
    end = tags[at].end
    for after in range(at + 1, len(tags)):
        tag = tags[after]
        parts.append(text_of(html[end : tag.start]))
        if tag.name == name and tag.is_end:
            return _WHITESPACE.sub(" ", unescape("".join(parts))).strip(" ")
        if tag.name not in _INLINE:
            return None
        end = tag.end
    return None


_MOST_TAGS = 100
"""How many tags in an element are read for its text."""

_MOST_TEXT = 1_000


def _text_in(html: str, tags: Sequence[Tag], at: int, end: int) -> str:
    """Return the text in any element, and of its images, as a user sees it; only the beginning if there is much."""
    name, start = tags[at].name, tags[at].end
    depth, parts = int(name not in VOID), [""]
    for tag in islice(tags, at + 1, at + _MOST_TAGS):
        if not depth or tag.start >= end:
            break
        parts.append(text_of(html[start : tag.start]))
        start = tag.end + len(tag.content or "")
        depth += (-1 if tag.is_end else 1) if tag.name == name else 0
        if tag.name == "img":
            parts.append(tag.values.get("alt", ""))
    else:
        parts.append(text_of(html[start:end]) if depth else "")
    return _WHITESPACE.sub(" ", unescape("".join(parts))[:_MOST_TEXT]).strip(" ")


_BEGIN_OF_TAG = re.compile(r"[@$#]!?\w+|\[\[|\[\(|/\*|[^\w\s]{1,3}")
_QUOTES = "'\"`"
_QUOTE = re.compile(f"[{_QUOTES}]")
_STRING = re.compile(r"//.*|(['\"`])(?:\\.|(?!\1)[^\\])*+\1")
_LONGEST_LINE = 1_000
_IN_TEMPLATE = "is in code that contains a template tag"


def _with_tags(code: Code, source: Source) -> Code:
    """Return the code; the values of calls that template tags may change are unknown."""
    if not source.is_filled(code.span.start, code.span.end):
        return code
    is_broken = code.script.error is not None
    may_set = _may_set(code.span, source)
    return code.with_calls(_with_tag(call, source, is_broken=is_broken, may_set=may_set) for call in code.script.calls)


def _read_in(codes: Iterable[Code], source: Source) -> Iterator[Span]:
    """Yield the spans of the code that was read. If template tags make it invalid JavaScript, only its calls were."""
    for code in codes:
        if code.script.error is not None and source.is_filled(code.span.start, code.span.end):
            yield from (call.span for call in code.script.calls)
        else:
            yield code.span


def _may_set(code: Span, source: Source) -> bool:
    """Return whether a template tag may set variables of the script: it is not clearly inside a string."""
    at = source.tags.first_in(code.start, code.end)
    while at is not None:
        start = max(code.start, source.text.rfind("\n", 0, at) + 1)
        if at - start > _LONGEST_LINE or not _QUOTE.search(_STRING.sub("", source.text[start:at])):
            return True
        at = source.tags.first_in(at + 1, code.end)
    return False


def _with_tag(call: Call, source: Source, *, is_broken: bool, may_set: bool) -> Call:
    at = source.tags.first_in(call.span.start, call.span.end)
    found = None if at is None else _BEGIN_OF_TAG.match(source.written, at)
    if found:
        return call.unknown(f'contains "{found[0]}", which a template engine may replace')
    if is_broken or FILLER in call.reason or (may_set and not is_written(call, source.written)):
        return call.unknown(_IN_TEMPLATE)
    return call


def is_written(call: Call, text: str) -> bool:
    """Return whether the values are written inside the call, so that code around it cannot change them."""
    written = text[call.span.start : call.span.end]
    return all(any(f"{quote}{value}{quote}" in written for quote in _QUOTES) for value in call.values or ())
