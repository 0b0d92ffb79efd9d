"""Find calls in parts of a page that are not read, so that none is skipped silently.

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
from rtpsnippets.web.inline_code import ADDRESS, HANDLER, SCRIPT, code_of, marked_with
from rtpsnippets.web.tokenizer import TEXT_ELEMENTS, WHITESPACE, Attribute, Tag, by_name, unseen_parts

_TEXT = re.compile(
    r"abbr|accept|alt|aria-.+|cite|class|code|content|description|for|headers|id|itemprop|itemtype|label|lang|list"
    r"|media|name|pattern|placeholder|props|rel|role|sizes|snippet|source|style|summary|target|text|title|type|value"
    # A framework may run some of these.
    r"|data-(?!(?:action|bind|hx-|ng-|on|v-|wp-|x-)).*"
)
"""The attributes that contain text."""

_START = attrgetter("start")
_ADDRESS = re.compile(r"action|background|data|formaction|href|longdesc|ping|poster|src|srcset|xlink:href")
_JAVASCRIPT = re.compile(r"\s*".join("script:") + r"|data:\s*text/html", re.IGNORECASE)
_DATA_TYPE = re.compile(
    r"(?:application|text)/(?:.+\+)?json|text/markdown|math/.+|importmap|speculationrules", re.IGNORECASE
)


def page_mentions(
    source: Source, tags: Sequence[Tag], read: Iterable[Span], broken: Iterable[Span] = ()
) -> Iterator[Mention]:
    """Yield the mentions of a call on a page that were not read, in order.

    `tags`: all tags of the page. `read`: the spans of code that was read. `broken`: those with a syntax error.
    Comments, visible text and the attributes of marked elements are left out. `is_text` is true in places for text,
    such as a title or JSON.
    """
    places = _Places(source, tags, read, broken)
    for span in mentions_in(source.written):
        is_text = places.is_text(span.start, span.end)
        if is_text is not None:
            yield Mention(span, is_text=is_text)


class _Places:
    """Decides whether offsets in a page are in text. It is fast if they come in order.

    Results for the last tag are kept, since a tag may contain thousands of mentions.
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
        # The code that was skipped contains `rtp` only in strings; but in a template, a tag may be part of a name.
        self._is_string = source.text is source.written
        self._number = -2
        self._attributes: Sequence[Attribute] = ()
        self._run: Mapping[int, str] = {}
        self._marking: Collection[str] = ()
        self._unseen = Spans()
        self._unfinished = 0
        self._text_start = 0

    def is_text(self, at: int, end: int) -> bool | None:
        """Return whether the mention from `at` to `end` is text; None if it does not count."""
        if self._broken.has(at) and not self._broken.has(end - 1):
            return False  # such as a handler without quotes, which a browser cuts off
        for spans, answer in self._known:
            if spans.has(at):
                return answer
        number = bisect_right(self._tags, at, key=_START) - 1
        tag = self._tags[number] if number >= 0 else None
        if number != self._number:
            self._number = number
            self._enter(tag)
        if tag and at < tag.end:
            return self._is_text_in_tag(tag, at)
        if tag and _contains(tag, at):
            return self._is_text_in_element(tag)
        if at >= self._unfinished:
            return False
        # A template may turn it into a script: `{% javascript %}`, `<%= javascript_tag do %>`, `<h:outputScript>`.
        may_be_code = (
            self._source.has_code_in_text
            or self._source.tags.first_in(self._text_start, at) is not None
            or (tag is not None and not tag.is_end and ":" in tag.name)
        )
        return False if may_be_code and not self._unseen.has(at) else None

    def _enter(self, tag: Tag | None) -> None:
        self._attributes = tag.attributes if tag else ()
        attributes = by_name(self._attributes)
        self._marking = set(marked_with({name: attribute.value for name, attribute in attributes.items()}).values())
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
        """Return the answer for an element that contains text: only a script may contain code."""
        if tag.name != "script":
            return True if tag.name == "noscript" else None
        if self._run.get(-1) == SCRIPT:
            return self._is_string
        return _DATA_TYPE.fullmatch(tag.values.get("type", "").strip(WHITESPACE)) is not None


def _contains(tag: Tag, at: int) -> bool:
    """Return whether an offset is in the element of text that a tag begins, or in an SVG script."""
    is_of_text = not tag.is_end and tag.name in (("script",) if tag.is_foreign else TEXT_ELEMENTS)
    return is_of_text and (tag.content is None or at < tag.end + len(tag.content))
