r"""Find the code that Markdown shows: code spans, fences and indented code. Source: CommonMark 0.31.

It knows quotes and lists as far as code depends on them. Indented text may be code or not: extensions put the content
of notes and tabs there.

>>> [(kind.name, start, end) for kind, start, end in shown_code("a `<b>`\n\n```\nc\n```\n\n    d\n", Deadline(60))]
[('SPAN', 2, 7), ('FENCE', 9, 19), ('INDENTED', 20, 26)]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum, auto

from rtpsnippets.limits import Deadline


class Shown(Enum):
    """What kind of code it is; `INDENTED` isn't certain, and neither is the front matter of a file."""

    SPAN = auto()
    FENCE = auto()
    INDENTED = auto()


_CHECKED_AFTER = 1_000
_TAB = 4
"""A tab goes to the next column that this divides; and this is how far code is indented."""

_DEEPEST = 100
"""How many quotes and lists a line may be in: no person writes more."""

_FRONT_MATTER = re.compile(r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\n(?s:.*?)^(?:(?P=fence)|\.\.\.)[ \t]*$", re.MULTILINE)
_QUOTE = re.compile(r" {0,3}>[ ]?")
_RULE = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)\Z")
_ITEM = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]|\Z)")
_FENCE = re.compile(r"(?P<fence>`{3,}(?=[^`]*\Z)|~{3,})")
_HEADING = re.compile(r"#{1,6}(?:[ \t]|\Z)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
_ELEMENTS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu"
    "|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr"
    "|track|ul"
)
_ATTRIBUTE = r"""\s+[A-Za-z_:@(\[#*][^\s"'<>/=`]*+(?:\s*+=\s*+(?:[^\s"'=<>`]++|'[^']*'|"[^"]*"))?"""
_OPEN_TAG = rf"<[A-Za-z][A-Za-z0-9-]*+(?:{_ATTRIBUTE})*+\s*+/?>"
_TAG = rf"(?:{_OPEN_TAG}|</[A-Za-z][A-Za-z0-9-]*+\s*+>)"
_RAW = (
    # How HTML begins at a line, and what of it ends it; without an end, an empty line does.
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE),
        r"(?i:</(?:script|pre|style|textarea)>)",
    ),
    (re.compile("<!--"), "-->"),
    (re.compile(r"<\?"), r"\?>"),
    (re.compile("<![A-Za-z]"), ">"),
    (re.compile(r"<!\[CDATA\["), r"\]\]>"),
    (re.compile(rf"</?(?:{_ELEMENTS})(?=\s|/?>|\Z)", re.IGNORECASE), ""),
)
_ALONE = re.compile(rf"{_TAG}[ \t]*\Z")
_INLINE = re.compile(rf"\\.|(?P<ticks>`+)|(?P<comment><!--)|{_TAG}|<[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*+>", re.DOTALL)
_TICKS = re.compile("`+")


def shown_code(text: str, deadline: Deadline, *, is_mdx: bool = False) -> Iterator[tuple[Shown, int, int]]:
    """Yield the parts of `text` that Markdown shows as code, in order; `is_mdx` knows no indented code.

    Raises `TooSlowError` when the time is over.
    """
    front = _FRONT_MATTER.match(text)
    if front:
        yield Shown.INDENTED, front.start(), front.end()
    reader = _Reader(text, front.end() if front else 0, deadline, is_mdx=is_mdx)
    yield from reader.shown()


class _Reader:
    """Goes through the lines once, and knows what is open at each."""

    def __init__(self, text: str, start: int, deadline: Deadline, *, is_mdx: bool) -> None:
        self._text = text
        self._start = start
        self._deadline = deadline
        self._is_mdx = is_mdx
        self._quotes = 0
        self._levels: list[int] = []
        self._paragraph: tuple[int, int] | None = None
        self._fence: tuple[str, int, int] | None = None
        self._raw: re.Pattern[str] | None = None
        self._is_raw = False

    def shown(self) -> Iterator[tuple[Shown, int, int]]:
        """Yield the code."""
        at = self._start
        number = 0
        while at < len(self._text):
            number += 1
            if not number % _CHECKED_AFTER:
                self._deadline.check()
            end = self._text.find("\n", at) + 1 or len(self._text)
            yield from self._line(at, end)
            at = end
        yield from self._end_paragraph()
        if self._fence:
            yield Shown.FENCE, self._fence[1], len(self._text)

    def _line(self, start: int, end: int) -> Iterator[tuple[Shown, int, int]]:
        line = self._text[start:end].rstrip("\r\n")
        quotes, rest = _without_quotes(line, None if self._fence is None else self._fence[2])
        indent, rest = _indent(rest)
        if self._fence is not None:
            fence, begin, depth = self._fence
            is_out = quotes < depth or (rest and self._levels and indent < self._levels[-1])
            if not is_out:
                if indent - self._level < _TAB and rest.rstrip(" \t") == fence[0] * max(len(fence), len(rest.rstrip())):
                    self._fence = None
                    yield Shown.FENCE, begin, end
                return
            self._fence = None
            yield Shown.FENCE, begin, start
            quotes, rest = _without_quotes(line, None)
            indent, rest = _indent(rest)
        if self._is_raw and self._raw is not None:
            self._is_raw = self._raw.search(rest) is None
            return
        if not rest:
            self._is_raw = False
            yield from self._end_paragraph()
            self._quotes = quotes
            return
        if self._is_raw:
            return
        yield from self._block(start, end, quotes, indent, rest)

    @property
    def _level(self) -> int:
        return self._levels[-1] if self._levels else 0

    def _block(self, start: int, end: int, quotes: int, indent: int, rest: str) -> Iterator[tuple[Shown, int, int]]:
        """Take a line that isn't empty, and that is neither in a fence nor in raw HTML."""
        if quotes > self._quotes or (quotes < self._quotes and not self._paragraph):
            yield from self._end_paragraph()
            self._levels = []
        self._quotes = quotes
        if not self._paragraph:
            self._leave_items(indent)
            if self._is_code(indent):
                yield Shown.INDENTED, start, end
                return
        while (
            indent - self._level < _TAB
            and len(self._levels) < _DEEPEST
            and (item := _ITEM.match(rest))
            and not _RULE.match(rest)
        ):
            yield from self._end_paragraph()
            self._leave_items(indent)
            width = indent + item.end()
            indent, rest = _indent(rest[item.end() :], width)
            is_content = rest and indent - width <= _TAB
            self._levels.append(indent if is_content else width + 1)
            if not is_content:
                if rest and self._is_code(indent):
                    yield Shown.INDENTED, start, end
                return
        yield from self._leaf(start, end, rest)

    def _leave_items(self, indent: int) -> None:
        while self._levels and indent < self._levels[-1]:
            self._levels.pop()

    def _is_code(self, indent: int) -> bool:
        return indent - self._level >= _TAB and not self._is_mdx

    def _leaf(self, start: int, end: int, rest: str) -> Iterator[tuple[Shown, int, int]]:
        if fence := _FENCE.match(rest):
            yield from self._end_paragraph()
            self._fence = (fence["fence"], start, self._quotes)
        elif raw := next((ending for begin, ending in _RAW if begin.match(rest)), None):
            yield from self._end_paragraph()
            self._raw = re.compile(raw)
            self._is_raw = self._raw.search(rest) is None
        elif raw == "" or (not self._paragraph and _ALONE.match(rest)):
            yield from self._end_paragraph()
            self._raw, self._is_raw = None, True
        elif _HEADING.match(rest) or _RULE.match(rest) or (self._paragraph and _UNDERLINE.match(rest)):
            yield from self._end_paragraph()
            yield from self._spans(start, end)
        else:
            self._paragraph = (self._paragraph[0] if self._paragraph else start, end)

    def _end_paragraph(self) -> Iterator[tuple[Shown, int, int]]:
        if self._paragraph:
            yield from self._spans(*self._paragraph)
        self._paragraph = None

    def _spans(self, start: int, end: int) -> Iterator[tuple[Shown, int, int]]:
        """The code spans of a paragraph: CommonMark, "Code spans"."""
        places: dict[int, list[int]] = {}
        for ticks in _TICKS.finditer(self._text, start, end):
            places.setdefault(len(ticks[0]), []).append(ticks.start())
        has_comment = self._text.find("<!--", start, end) >= 0
        at = start
        last_comment = end
        while (places or has_comment) and (found := _INLINE.search(self._text, at, end)):
            at = found.end()
            if found["comment"]:
                end_of_comment = self._text.find("-->", at, last_comment)
                if end_of_comment < 0:  # it is a text
                    last_comment = at
                    yield Shown.SPAN, found.start(), at
                else:
                    at = end_of_comment
            elif found["ticks"]:
                length = len(found["ticks"])
                same = places.get(length, [])
                index = bisect_right(same, found.start())
                if index < len(same):
                    at = same[index] + length
                    yield Shown.SPAN, found.start(), at


def _without_quotes(line: str, most: int | None) -> tuple[int, str]:
    """How many quotes a line is in, `most` at most, and what is in them."""
    quotes = at = 0
    while quotes < (_DEEPEST if most is None else most) and (found := _QUOTE.match(line, at)):
        quotes += 1
        at = found.end()
    return quotes, line[at:]


def _indent(line: str, column: int = 0) -> tuple[int, str]:
    """The column that the text of a line begins in, and that text."""
    rest = line.lstrip(" \t")
    for character in line[: len(line) - len(rest)]:
        column += _TAB - column % _TAB if character == "\t" else 1
    return column, rest
