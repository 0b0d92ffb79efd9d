"""Prepare the source of a page so that template tags and code in Markdown do not hide the rest.

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
"""Replaces each character of a template tag; it is a letter, so in code the tag becomes a name.

Pages are unlikely to contain it; if one does, the call with it is left out.
"""

REMOVED = "\f"
"""Replaces each character of a template comment: white space to HTML and JavaScript."""

MARKDOWN_SUFFIXES = frozenset((".md", ".markdown", ".mdx"))
_CODE_IN_TEXT = MARKDOWN_SUFFIXES.union(
    (".cfc", ".cfm", ".cshtml", ".eex", ".haml", ".heex", ".inc", ".jade", ".module", ".pug", ".razor", ".slim"),
    (".vbhtml", ".vm", ".vtl"),
)
"""The suffixes of files in which template code may be between the HTML tags, without delimiters."""

_NOT_IN_CODE = str.maketrans("<{[", "   ")
_IN_SCRIPT = re.compile(r"<script\b[^<>]*>\Z", re.IGNORECASE)
_LONGEST_TAG = 300
_NAME = re.compile(r"[\w$]")
_ENDS = (";", "{", "}")


class Spans:
    """Parts of a text; overlapping ones are merged."""

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
        """Return whether the character at `at` is in one of them."""
        index = bisect_right(self._all, (at, sys.maxsize)) - 1
        return index >= 0 and at < self._all[index][1]

    def first_in(self, start: int, end: int) -> int | None:
        """Return the first position in the range at which a part begins; None if there is none."""
        index = bisect_left(self._all, (start, start))
        return self._all[index][0] if index < len(self._all) and self._all[index][0] < end else None


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a page as it is read, with the same positions as in the original text, `written`.

    `tags` are template tags; `removed` never runs: template comments and the code that Markdown displays. `unsure` is
    what Markdown may or may not display as code. `has_code_in_text` means that the text between HTML tags may be
    template code.
    """

    text: str
    written: str
    tags: Spans
    removed: Spans
    unsure: Spans
    has_code_in_text: bool = False

    def is_filled(self, start: int, end: int) -> bool:
        """Return whether this range differs from the original text."""
        return self.text is not self.written and self.text[start:end] != self.written[start:end]


def plain(text: str) -> Source:
    """Return the source of a page that is read unchanged."""
    return Source(text, text, Spans(), Spans(), Spans())


def source_of(written: str, suffix: str, deadline: Deadline) -> Source:
    """Prepare a page that may contain template tags or be Markdown, as its file name suffix says.

    Raises `TooSlowError` at the deadline.
    """
    text = written
    removed: list[tuple[int, int]] = []
    unsure: list[tuple[int, int]] = []
    if suffix in MARKDOWN_SUFFIXES:
        from rtpsnippets.site.source import markdown  # noqa: PLC0415 (most audits do not need its library)

        shown = list(markdown.shown_code(written, deadline, is_mdx=suffix == ".mdx"))
        text = _without_code(written, ((start, end) for _, start, end in shown))
        for kind, start, end in shown:
            (unsure if kind is markdown.Shown.INDENTED else removed).append((start, end))
    found = list(template_tags(text, suffix, deadline))
    removed += ((start, end) for kind, start, end in found if kind is Kind.COMMENT)
    tags = Spans((start, end) for kind, start, end in found if kind is not Kind.COMMENT)
    return Source(_filled(text, found), written, tags, Spans(removed), Spans(unsure), suffix in _CODE_IN_TEXT)


def _without_code(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with spaces for the characters in displayed code that would begin a tag."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += (text[at:start], text[start:end].translate(_NOT_IN_CODE))
        at = end
    return "".join([*parts, text[at:]])


def _filled(text: str, found: Iterable[tuple[Kind, int, int]]) -> str:
    """Return the text with a filler for each tag, and white space for each comment.

    A tag that outputs a value becomes a name in code. Any other tag ends with a semicolon if a statement ended before
    it; otherwise it becomes a syntax error, because it may be between two parts of a value.
    """
    parts: list[str] = []
    at = 0
    is_ended = False
    for kind, start, end in found:
        if start < at:  # a comment in PHP code, which is already filled
            continue
        between = text[at:start]
        before = between.rstrip()
        if before:
            is_ended = (
                before.endswith(_ENDS) or _IN_SCRIPT.search(before, max(0, len(before) - _LONGEST_TAG)) is not None
            )
        is_ended = is_ended and kind is not Kind.VALUE
        last = " " if _NAME.match(text, end) else FILLER  # otherwise it would join the next name
        if kind is Kind.COMMENT:
            replacement = REMOVED * (end - start)
        elif between.endswith(("<", "</")):
            replacement = "x" + FILLER * (end - start - 1)
        elif is_ended:
            replacement = FILLER * (end - start - 1) + ";"
        else:
            begin = FILLER + (FILLER if kind is Kind.VALUE else " ") + FILLER * (end - start)
            replacement = begin[: end - start - 1] + last
        parts += (between, replacement)
        at = end
    return "".join([*parts, text[at:]])
