"""Prepare a component of Vue, Svelte, Astro or MDX to be read as a page.

Plain HTML stays: elements with their handlers, and scripts, with TypeScript converted to JavaScript. Anything else,
such as an expression in braces, is replaced by a name, like a template tag, and not read.

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
"""The file name suffixes of components."""

REACTIVE_SUFFIXES = frozenset((_VUE, _SVELTE))
"""Those whose script runs once per component, with variables that the template may set."""

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
    """What a part is: a comment, code that is not read, TypeScript with or without markup, or the name `template`."""

    COMMENT = auto()
    UNREAD = auto()
    TS = auto()
    TSX = auto()
    NAME = auto()


def component_source(written: str, suffix: str, deadline: Deadline) -> Source:
    """Return the source of a component with this file name suffix. Raises `TooSlowError` at the deadline."""
    source = source_of(written, suffix, deadline) if suffix == _MDX else plain(written)
    text = source.text
    unread: list[tuple[int, int]] = [*source.tags]
    removed: list[tuple[int, int]] = [*source.removed]
    parts: list[str] = []
    at = 0
    for kind, start, end in _found(text, suffix, deadline):
        replacement = _replacement(kind, text[start:end], deadline)
        if replacement is None:
            replacement = FILLER * (end - start)
            unread.append((start, end))
        elif kind is _Kind.COMMENT:
            removed.append((start, end))
        parts += (text[at:start], replacement)
        at = end
    text = "".join([*parts, text[at:]])
    return Source(text, written, Spans(unread), Spans(removed), source.unsure, has_code_in_text=True)


def _replacement(kind: _Kind, text: str, deadline: Deadline) -> str | None:
    """Return what replaces a part; None if it is not read."""
    if kind is _Kind.COMMENT:
        return REMOVED * len(text)
    if kind is _Kind.NAME:
        return _FRAGMENT  # in Vue it is content, whereas an HTML `template` is not part of the page
    return None if kind is _Kind.UNREAD else without_types(text, deadline, has_markup=kind is _Kind.TSX)


def _found(text: str, suffix: str, deadline: Deadline) -> Iterator[tuple[_Kind, int, int]]:
    """Yield the parts that are not HTML, in order."""
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
    """Return the kind of TypeScript in the script that a tag begins; None if it is not TypeScript."""
    language = _LANGUAGE.search(tag)
    if language:
        return _Kind.TSX if language[1] == "tsx" else _Kind.TS
    is_processed = suffix == _ASTRO and tag.startswith("<script") and not _JAVASCRIPT.search(tag)
    return _Kind.TS if is_processed else None


def _tag(text: str, at: int, suffix: str, deadline: Deadline) -> tuple[list[tuple[int, int]], int]:
    """Return the expressions in a tag whose name ends at `at`, and the end of the tag."""
    expressions: list[tuple[int, int]] = []
    quote = ""
    while found := _IN_TAG.search(text, at):
        deadline.check()
        at, char = found.end(), found[0]
        if char == ">" and not quote:
            return expressions, at
        if char in "\"'":
            quote = "" if char == quote else quote or char
        elif (char == "{" and suffix != _VUE and (suffix == _SVELTE or not quote)) or (
            char == "`" and suffix == _ASTRO and not quote
        ):
            at = _end_of_code(text, at, char, deadline)
            expressions.append((found.start(), at))
    return expressions, len(text)


def _end_of_code(text: str, at: int, begin: str, deadline: Deadline) -> int:
    """Return the end of the expression in braces or the template string that begins with `begin` before `at`."""
    opened = [begin]
    while opened:
        deadline.check()
        is_template = opened[-1] == "`"
        found = (_IN_TEMPLATE if is_template else _IN_CODE).search(text, at)
        if not found:
            return len(text)
        at, part = found.end(), found[0]
        if part == "}" or (part == "`" and is_template):
            opened.pop()
        elif part in {"{", "${", "`"}:
            opened.append(part[-1])
    return at
