"""Prepare the text of a component to be read as a page: of Vue, Svelte, Astro or MDX.

What is plain HTML in it stays: elements with their handlers, and scripts, of which TypeScript becomes JavaScript. What
else there is, such as an expression in braces, becomes a name, as the tags of a template engine do: it isn't read.

>>> component_source("<p id={a > b}>{/* c */}</p>", ".astro", Deadline(60)).text.count(FILLER)
7
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from rtpsnippets.limits import Deadline
from rtpsnippets.site.source.source import FILLER, REMOVED, Source, Spans, plain, source_of
from rtpsnippets.site.source.typescript import without_types

COMPONENT_SUFFIXES = frozenset((_VUE := ".vue", _SVELTE := ".svelte", _ASTRO := ".astro", _MDX := ".mdx"))
"""How the names of components end."""

REACTIVE_SUFFIXES = frozenset((_VUE, _SVELTE))
"""Those whose script runs for each component, with variables that its template may set."""

_BEGIN = re.compile(r"<!--(?s:.*?)(?:-->|\Z)|<(?P<slash>/?)(?P<tag>[A-Za-z][^\s/>{}]*+)|(?P<brace>\{)")
_IN_TAG = re.compile(r"[\"'`{>]")
_IN_CODE = re.compile(r"""//[^\n]*+|/\*(?s:.*?)(?:\*/|\Z)|"(?:\\.|[^"\\\n])*+"|'(?:\\.|[^'\\\n])*+'|[{}`]""")
_IN_TEMPLATE = re.compile(r"\\(?s:.)|\$\{|`")
_END_OF_RAW = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style")}
_COMPONENT = re.compile(r"[A-Z]|.*[.:-]")
_FRONT_MATTER = re.compile(r"\s*---(?s:.*?)\n---")
_COMMENT = re.compile(r"\{\s*/\*(?:(?!\*/)(?s:.))*+\*/\s*\}")
_LANGUAGE = re.compile(r"""\slang\s*=\s*["']?(tsx?|typescript)\b""")
_JAVASCRIPT = re.compile(r"\s(?:is:inline|type\s*=)")
_TEMPLATE, _FRAGMENT = "template", "fragment"


class _Kind(Enum):
    """What a part is: a comment, what isn't read, TypeScript with or without markup, or the name `template`."""

    COMMENT = auto()
    UNREAD = auto()
    TS = auto()
    TSX = auto()
    NAME = auto()


def component_source(written: str, suffix: str, deadline: Deadline) -> Source:
    """Return the source of a component, by the suffix of its name. Raises `TooSlowError` when the time is over."""
    source = source_of(written, suffix, deadline) if suffix == _MDX else plain(written)
    text = source.text
    unread: list[tuple[int, int]] = [*source.tags]
    removed: list[tuple[int, int]] = [*source.removed]
    parts: list[str] = []
    at = 0
    for kind, start, end in _found(text, suffix, deadline):
        made = _made(kind, text[start:end], deadline)
        if made is None:
            made = FILLER * (end - start)
            unread.append((start, end))
        elif kind is _Kind.COMMENT:
            removed.append((start, end))
        parts += (text[at:start], made)
        at = end
    text = "".join([*parts, text[at:]])
    return Source(text, written, Spans(unread), Spans(removed), source.unsure, has_code_in_text=True)


def _made(kind: _Kind, text: str, deadline: Deadline) -> str | None:
    """What becomes of a part; None if it isn't read."""
    if kind is _Kind.COMMENT:
        return REMOVED * len(text)
    if kind is _Kind.NAME:
        return _FRAGMENT  # of Vue: the content of HTML's `template` is no part of the page
    return None if kind is _Kind.UNREAD else without_types(text, deadline, has_markup=kind is _Kind.TSX)


def _found(text: str, suffix: str, deadline: Deadline) -> Iterator[tuple[_Kind, int, int]]:
    """Yield the parts that aren't HTML, in order."""
    front = _FRONT_MATTER.match(text) if suffix == _ASTRO else None
    at = front.end() if front else 0
    if front:
        yield _Kind.UNREAD, 0, at
    while found := _BEGIN.search(text, at):
        deadline.check()
        start, at = found.span()
        if suffix == _VUE and found["tag"] == _TEMPLATE:
            yield _Kind.NAME, *found.span("tag")
        if found["slash"]:
            continue
        if found["tag"]:
            expressions, at = _tag(text, at, suffix, deadline)
            is_closed = text.startswith("/", at - 2)
            end_of_raw = _END_OF_RAW.get(found["tag"]) if suffix != _MDX else None
            if _COMPONENT.match(found["tag"]) or (end_of_raw and is_closed):
                yield _Kind.UNREAD, start, at
                continue
            yield from ((_Kind.UNREAD, *span) for span in expressions)
            if end_of_raw:
                begin = at
                end = end_of_raw.search(text, begin)
                at = end.start() if end else len(text)
                if kind := _language(text[start:begin], suffix):
                    yield kind, begin, at
        elif found["brace"] and suffix != _VUE:
            comment = _COMMENT.match(text, start)
            at = comment.end() if comment else _end_of_code(text, at, "{", deadline)
            yield _Kind.COMMENT if comment else _Kind.UNREAD, start, at


def _language(tag: str, suffix: str) -> _Kind | None:
    """What kind of TypeScript the script is that a tag begins; None if it is none."""
    language = _LANGUAGE.search(tag)
    if language:
        return _Kind.TSX if language[1] == "tsx" else _Kind.TS
    is_processed = suffix == _ASTRO and tag.startswith("<script") and not _JAVASCRIPT.search(tag)
    return _Kind.TS if is_processed else None


def _tag(text: str, at: int, suffix: str, deadline: Deadline) -> tuple[list[tuple[int, int]], int]:
    """The expressions in a tag whose name ends at `at`, and where the tag ends."""
    expressions: list[tuple[int, int]] = []
    quote = ""
    while found := _IN_TAG.search(text, at):
        deadline.check()
        at, sign = found.end(), found[0]
        if sign == ">" and not quote:
            return expressions, at
        if sign in "\"'":
            quote = "" if sign == quote else quote or sign
        elif (sign == "{" and suffix != _VUE and (suffix == _SVELTE or not quote)) or (
            sign == "`" and suffix == _ASTRO and not quote
        ):
            at = _end_of_code(text, at, sign, deadline)
            expressions.append((found.start(), at))
    return expressions, len(text)


def _end_of_code(text: str, at: int, sign: str, deadline: Deadline) -> int:
    """Where the expression in braces or the template string ends that begins with `sign` before `at`."""
    opened = [sign]
    while opened:
        deadline.check()
        is_template = opened[-1] == "`"
        found = (_IN_TEMPLATE if is_template else _IN_CODE).search(text, at)
        if not found:
            return len(text)
        at, sign = found.end(), found[0]
        if sign == "}" or (sign == "`" and is_template):
            opened.pop()
        elif sign in {"{", "${", "`"}:
            opened.append(sign[-1])
    return at
