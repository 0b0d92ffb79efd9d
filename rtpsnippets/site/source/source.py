"""Prepare the text of a page to be read: what template engines and Markdown take out of it doesn't hide the rest.

>>> source_of("<a {% if b > 3 %}c{% endif %}>{# d #}", ".html", Deadline(60)).text.count(FILLER)
22
>>> Spans([(3, 5), (8, 9)]).has(4), Spans([(3, 5)]).has(5)
(True, False)
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rtpsnippets.limits import Deadline
from rtpsnippets.site.source.template_tags import Kind, template_tags

FILLER = "\ua66e"
"""Stands for each character of a tag of a template engine: a letter, so that code has a name there.

No page is likely to have it; where one does, what contains it is left out.
"""

REMOVED = "\f"
"""Stands for each character of a template's comment: white space to HTML and JavaScript, which no value may have."""

MARKDOWN_SUFFIXES = frozenset((".md", ".markdown", ".mdx"))
_CODE_IN_TEXT = MARKDOWN_SUFFIXES.union(
    (".cfc", ".cfm", ".cshtml", ".eex", ".haml", ".heex", ".inc", ".jade", ".module", ".pug", ".razor", ".slim"),
    (".vbhtml", ".vm", ".vtl"),
)
"""How the names of files end in which code of the template may stand between the tags, with nothing around it."""

_NOT_IN_CODE = str.maketrans("<{[", "   ")
_IN_SCRIPT = re.compile(r"<script\b[^<>]*>\Z", re.IGNORECASE)
_LONGEST_TAG = 300
_NAME = re.compile(r"[\w$]")
_ENDS = (";", "{", "}")


class Spans:
    """Parts of a text; those that overlap are one."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._all: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._all and start < self._all[-1][1]:
                self._all[-1] = (self._all[-1][0], max(end, self._all[-1][1]))
            else:
                self._all.append((start, end))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._all)

    def has(self, at: int) -> bool:
        """Whether the character at `at` is in one of them."""
        index = bisect_right(self._all, (at, sys.maxsize)) - 1
        return index >= 0 and at < self._all[index][1]

    def first_in(self, start: int, end: int) -> int | None:
        """Where the first of them begins that begins from `start` to before `end`; None if none does."""
        index = bisect_left(self._all, (start, start))
        return self._all[index][0] if index < len(self._all) and self._all[index][0] < end else None


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a page as it is read, with the same places as in the text that is `written`.

    `tags` are the tags of a template engine, `removed` what nobody runs: its comments and the code that Markdown
    shows. `unsure` is what Markdown may show as code, or may not. `has_code_in_text` says that what stands between
    the tags of HTML may be code of the template.
    """

    text: str
    written: str
    tags: Spans
    removed: Spans
    unsure: Spans
    has_code_in_text: bool = False

    def is_filled(self, start: int, end: int) -> bool:
        """Whether a part is read otherwise than it is written."""
        return self.text is not self.written and self.text[start:end] != self.written[start:end]


def plain(text: str) -> Source:
    """A page that is read as it is written."""
    return Source(text, text, Spans(), Spans(), Spans())


def source_of(written: str, suffix: str, deadline: Deadline) -> Source:
    """Return the source of a page that may have tags of a template engine, or be Markdown, by the suffix of its name.

    Raises `TooSlowError` when the time is over.
    """
    text = written
    removed: list[tuple[int, int]] = []
    unsure: list[tuple[int, int]] = []
    if suffix in MARKDOWN_SUFFIXES:
        from rtpsnippets.site.source import markdown  # noqa: PLC0415 (an audit doesn't wait for its library)

        shown = list(markdown.shown_code(written, deadline, is_mdx=suffix == ".mdx"))
        text = _without_code(written, ((start, end) for _, start, end in shown))
        for kind, start, end in shown:
            (unsure if kind is markdown.Shown.INDENTED else removed).append((start, end))
    found = list(template_tags(text, suffix, deadline))
    removed += ((start, end) for kind, start, end in found if kind is Kind.COMMENT)
    tags = Spans((start, end) for kind, start, end in found if kind is not Kind.COMMENT)
    return Source(_filled(text, found), written, tags, Spans(removed), Spans(unsure), suffix in _CODE_IN_TEXT)


def _without_code(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text without what would begin a tag in its code."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += (text[at:start], text[start:end].translate(_NOT_IN_CODE))
        at = end
    return "".join([*parts, text[at:]])


def _filled(text: str, found: Iterable[tuple[Kind, int, int]]) -> str:
    """The text with a filler for each tag, and white space for each comment.

    Code has a name where a value is filled in. A tag that makes nothing itself ends with a semicolon where a statement
    has ended before it, and elsewhere is no JavaScript, since it may stand between two parts of a value.
    """
    parts: list[str] = []
    at = 0
    is_ended = False
    for kind, start, end in found:
        if start < at:  # a comment in PHP, all of which has its filler
            continue
        between = text[at:start]
        before = between.rstrip()
        if before:
            is_ended = (
                before.endswith(_ENDS) or _IN_SCRIPT.search(before, max(0, len(before) - _LONGEST_TAG)) is not None
            )
        is_ended = is_ended and kind is not Kind.VALUE
        last = " " if _NAME.match(text, end) else FILLER  # else it would be a part of what follows
        if kind is Kind.COMMENT:
            made = REMOVED * (end - start)
        elif between.endswith(("<", "</")):
            made = "x" + FILLER * (end - start - 1)
        elif is_ended:
            made = FILLER * (end - start - 1) + ";"
        else:
            begin = FILLER + (FILLER if kind is Kind.VALUE else " ") + FILLER * (end - start)
            made = begin[: end - start - 1] + last
        parts += (between, made)
        at = end
    return "".join([*parts, text[at:]])
