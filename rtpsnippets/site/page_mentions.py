"""Find the calls of a page that stand in places that aren't read, so that none is missed without a word.

>>> from rtpsnippets.site.source.source import plain
>>> from rtpsnippets.web.tokenizer import tags_of
>>> html = '<b @click="rtp(`send`, `event`)" title="rtp(`send`, `event`)">rtp(`send`, `event`)</b>'
>>> [mention.is_text for mention in page_mentions(plain(html), list(tags_of(html)), ())]
[False, True]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from rtpsnippets.site.javascript.mentions import mentions_in
from rtpsnippets.site.javascript.model import Mention, Span
from rtpsnippets.site.source.source import Source, Spans
from rtpsnippets.web.inline_code import ADDRESS, HANDLER, SCRIPT, code_of, marks_of
from rtpsnippets.web.tokenizer import BLANKS, TEXT_ELEMENTS, Attribute, Tag, by_name, unseen_parts

_TEXT = re.compile(
    r"abbr|accept|alt|aria-.+|cite|class|code|content|description|for|headers|id|itemprop|itemtype|label|lang|list"
    r"|media|name|pattern|placeholder|props|rel|role|sizes|snippet|source|style|summary|target|text|title|type|value"
    # A framework may run some of these.
    r"|data-(?!(?:action|bind|hx-|ng-|on|v-|wp-|x-)).*"
)
"""The attributes that hold a text."""

_START = attrgetter("start")
_ADDRESS = re.compile(r"action|background|data|formaction|href|longdesc|ping|poster|src|srcset|xlink:href")
_JAVASCRIPT = re.compile(r"\s*".join("script:") + r"|data:\s*text/html", re.IGNORECASE)
_DATA_TYPE = re.compile(
    r"(?:application|text)/(?:.+\+)?json|text/markdown|math/.+|importmap|speculationrules", re.IGNORECASE
)


def page_mentions(
    source: Source, tags: Sequence[Tag], read: Iterable[Span], broken: Iterable[Span] = ()
) -> Iterator[Mention]:
    """Yield the places of a page that mention a call and aren't read, in order.

    `tags` are all tags of the page, `read` the places of the code that was read, `broken` of that with an error. Ruled
    out are comments, the text that visitors see, and our own marks. What holds a text, such as a title or JSON, is
    yielded as a text.
    """
    places = _Places(source, tags, read, broken)
    for span in mentions_in(source.written):
        is_text = places.is_text(span.start, span.end)
        if is_text is not None:
            yield Mention(span, is_text=is_text)


class _Places:
    """Says of places in a page, in order, what stands there: whether it is a text, or None if it is ruled out.

    What is known of the last tag is kept, since a tag may have thousands of places.
    """

    def __init__(self, source: Source, tags: Sequence[Tag], read: Iterable[Span], broken: Iterable[Span]) -> None:
        self._source = source
        self._tags = tags
        self._known = (
            (source.removed, None),
            (source.tags, False),
            (source.unsure, True),
            (Spans((span.start, span.end) for span in read), None),
        )
        self._broken = Spans((span.start, span.end) for span in broken)
        # Of code that wasn't read only a string has the name `rtp`; in a template, a tag may be a part of a name.
        self._is_string = source.text is source.written
        self._number = -2
        self._attributes: Sequence[Attribute] = ()
        self._run: Mapping[int, str] = {}
        self._marking: Collection[str] = ()
        self._unseen = Spans()
        self._unfinished = 0
        self._text_start = 0

    def is_text(self, at: int, end: int) -> bool | None:
        """What stands at a place that ends before `end`."""
        if self._broken.has(at) and not self._broken.has(end - 1):
            return False  # a handler without quotes, say, of which a browser has the beginning only
        for spans, answer in self._known:
            if spans.has(at):
                return answer
        number = bisect_right(self._tags, at, key=_START) - 1
        tag = self._tags[number] if number >= 0 else None
        if number != self._number:
            self._number = number
            self._learn(tag)
        if tag and at < tag.end:
            return self._is_text_in_tag(tag, at)
        if tag and _holds(tag, at):
            return self._is_text_in_element(tag)
        if at >= self._unfinished:
            return False
        # A template may make a script of it: `{% javascript %}`, `<%= javascript_tag do %>`, `<h:outputScript>`.
        may_be_code = (
            self._source.has_code_in_text
            or self._source.tags.first_in(self._text_start, at) is not None
            or (tag is not None and not tag.is_end and ":" in tag.name)
        )
        return False if may_be_code and not self._unseen.has(at) else None

    def _learn(self, tag: Tag | None) -> None:
        self._attributes = tag.attributes if tag else ()
        attributes = by_name(self._attributes)
        self._marking = set(marks_of({name: attribute.value for name, attribute in attributes.items()}).values())
        is_run = tag and not (tag.is_end or tag.is_inert)
        code = code_of(tag, attributes) if tag and is_run else ()
        self._run = {attribute.start if attribute else -1: kind for kind, _, attribute in code}
        self._text_start = start = tag.end + len(tag.content or "") if tag else 0
        after = self._number + 1
        end = self._tags[after].start if after < len(self._tags) else len(self._source.text)
        unseen, self._unfinished = unseen_parts(self._source.text, start, end)
        self._unseen = Spans(unseen)

    def _is_text_in_tag(self, tag: Tag, at: int) -> bool | None:
        index = bisect_right(self._attributes, at, key=_START) - 1
        if tag.is_end or index < 0:
            return False
        attribute = self._attributes[index]
        if attribute.name in self._marking:
            return None
        if self._run.get(attribute.start) in (HANDLER, ADDRESS):
            return self._is_string
        if _ADDRESS.fullmatch(attribute.name):
            return not _JAVASCRIPT.search(attribute.value)
        return _TEXT.fullmatch(attribute.name) is not None

    def _is_text_in_element(self, tag: Tag) -> bool | None:
        """What stands in an element of text: only in a script it may be code."""
        if tag.name != "script":
            return True if tag.name == "noscript" else None
        if self._run.get(-1) == SCRIPT:
            return self._is_string
        return _DATA_TYPE.fullmatch(tag.values.get("type", "").strip(BLANKS)) is not None


def _holds(tag: Tag, at: int) -> bool:
    """Whether a place is in the element of text that a tag begins, or in a script of SVG."""
    is_of_text = not tag.is_end and tag.name in (("script",) if tag.is_foreign else TEXT_ELEMENTS)
    return is_of_text and (tag.content is None or at < tag.end + len(tag.content))
