r"""Find the code that Markdown displays: code spans, fenced and indented code. Source: CommonMark, by markdown-it.

Indented text may not be code: some extensions indent the content of notes and tabs.

>>> [(kind.name, start, end) for kind, start, end in shown_code("a `<b>`\n\n```\nc\n```\n\n    d\n", Deadline(60))]
[('SPAN', 2, 7), ('FENCE', 9, 19), ('INDENTED', 20, 26)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, backtick

from rtpsnippets.limits import Deadline


class Shown(Enum):
    """A kind of displayed code; `INDENTED`, which includes front matter, is not certain to be code."""

    SPAN = auto()
    FENCE = auto()
    INDENTED = auto()


_LONGEST = 500_000
"""The maximum number of characters to parse: each may take a kilobyte of memory, and real texts are rarely longer."""

_DEEPEST = 100
"""The maximum nesting of quotes, lists and items; the parser skips deeper content."""

_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t\r]*\n(?s:.*?)^(?:(?P=fence)|\.\.\.)[ \t\r]*$", re.MULTILINE
)
_LINE_BREAK = re.compile(r"\r\n?|\n")
_EXPRESSION = re.compile(r"(?:import|export)\b|[^{]*\{")
"""The beginning of an MDX paragraph that may continue as JavaScript, whose template strings look like code spans."""

_BLOCKS = {"fence": Shown.FENCE, "code_block": Shown.INDENTED}
_OPEN_COMMENT = "<!--"


def shown_code(text: str, deadline: Deadline, *, is_mdx: bool = False) -> Iterator[tuple[Shown, int, int]]:
    """Yield the parts of `text` that Markdown displays as code, in order; MDX has no indented code.

    In a text that is too long or too deep, nothing is certain. Raises `TooSlowError` at the deadline.
    """
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    if front:
        yield Shown.INDENTED, 0, start
    spans: list[tuple[int, int]] = []
    parser = _parser(deadline, spans, is_mdx=is_mdx)
    references: dict[str, object] = {}
    blocks = parser.parse(text[start:], references) if len(text) <= _LONGEST else None
    if blocks is None or any(block.level >= _DEEPEST - 1 for block in blocks):
        yield Shown.INDENTED, start, len(text)
        return
    lines = [start, *(found.end() for found in _LINE_BREAK.finditer(text, start)), len(text)]
    for block in blocks:
        first, last = block.map or (0, 0)
        if block.type in _BLOCKS:
            yield _BLOCKS[block.type], lines[first], lines[last]
        elif block.type == "inline" and ("`" in block.content or _OPEN_COMMENT in block.content):
            spans.clear()
            parser.inline.parse(block.content, parser, references, [])
            places = _places(block.content, text, lines[first : last + 1])
            if spans and not places:
                yield Shown.INDENTED, lines[first], lines[last]
                continue
            expression = _EXPRESSION.match(block.content) if is_mdx else None
            for begin, end in spans:
                is_certain = not expression or begin < expression.end()
                yield Shown.SPAN if is_certain else Shown.INDENTED, places[begin], places[end]


def _parser(deadline: Deadline, spans: list[tuple[int, int]], *, is_mdx: bool) -> MarkdownIt:
    """Return a parser that stops at the deadline and adds each code span and each literal `<!--` to `spans`."""

    def check(*_: object) -> bool:
        deadline.check()
        return False

    def code(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (called by the parser)
        start, count = state.pos, len(state.tokens)
        is_read = backtick(state, silent)
        if len(state.tokens) > count:
            spans.append((start, state.pos))
        return is_read

    def comment(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (called by the parser)
        start = state.pos
        if not state.src.startswith(_OPEN_COMMENT, start):
            return False
        state.pos += len(_OPEN_COMMENT)
        if not silent:
            spans.append((start, state.pos))
        return True

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    parser.disable(["inline", "emphasis", "image", *(["code"] if is_mdx else [])])
    parser.block.ruler.before("table", "deadline", check, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.inline.ruler.before("text", "deadline", check)
    parser.inline.ruler.at("backticks", code)
    parser.inline.ruler.after("html_inline", "comment", comment)
    return parser


def _places(content: str, text: str, lines: Sequence[int]) -> list[int]:
    """Return the position in `text` of each character of a paragraph's `content`; empty if a line is not found.

    `lines` are the beginnings of its lines in `text`, where the markup of quotes, lists and headings is around it.
    """
    places: list[int] = []
    for line, start, end in zip(content.split("\n"), lines, lines[1:], strict=False):
        rest = line.lstrip(" \t")
        place = text.find(rest, start, end)
        if place < 0:
            return []
        begin = place - (len(line) - len(rest))
        places += range(begin, begin + len(line) + 1)
    return places
