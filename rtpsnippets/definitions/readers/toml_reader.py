r"""Read TOML, with the line of each key.

The standard library parses but tells no lines: they are found by a scan of the text, which is done only
for a message.

>>> read('[events.a]\nvalue = "x"', "events.toml").places({("events", "a")})
{('events', 'a'): Place(line=1, source=None)}
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial

from rtpsnippets.definitions.readers.bounds import is_deep, line_of_deep_nesting, nested_too_deeply, number_too_long
from rtpsnippets.definitions.readers.document import Document, Place, twice
from rtpsnippets.definitions.readers.syntax_messages import syntax_problem
from rtpsnippets.definitions.readers.toml_positions import LINES, NAME, TEXT, statements
from rtpsnippets.errors import Key, Problem, ProblemsError
from rtpsnippets.limits import MAX_DEPTH, MAX_DIGITS, MAX_TABLE_SIGNS, MAX_TABLE_SIGNS_SHARE
from rtpsnippets.lines import Lines

_AT_LINE = re.compile(r"(?s)(.*) \(at line (\d+), column (\d+)\)")
_AT_END = " (at end of document)"
_TWICE = re.compile("(?:Cannot|Duplicate) ")


# Texts and comments, with or without an end: what is in them is neither a bracket nor a number.
_TEXTS = rf"""{LINES}|(?:"{{3}}|'{{3}}).*+|{TEXT}|["']|\#[^\n]*+"""
_IN_DEEP_KEY = rf"\.(?=(?:[ \t]*+(?:{NAME})[ \t]*+\.){{{MAX_DEPTH - 1}}})"
_BRACKETS = re.compile(rf"""(?s)(?:{_TEXTS}|[^"'\#\[\]{{}}.]++|(?!{_IN_DEEP_KEY})\.)*+([\[\]{{}}.]?)""")
"""Finds each bracket, the first dot of a key with too many of them, or the end."""
_TABLE_SIGNS = re.compile(rf"""(?s)(?:{_TEXTS}|[^"'\#\[.]++)*+([\[.]?)""")
_BLOCK = MAX_DIGITS // 2
_LONG_NUMBER = re.compile(
    rf"""(?s)(?:{_TEXTS}|[^"'\#\w-]++|[^\W0-9][\w-]*+|-|[0-9]\w{{0,{MAX_DIGITS - 1}}}(?!\w))*+[0-9]"""
)


def read(text: str, file: str) -> Document:
    """Return the document of TOML `text`; raise `ProblemsError` for a syntax error, a key twice or too many levels."""
    # Before it is parsed: the parser takes gigabytes for brackets without end.
    if (line := line_of_deep_nesting(text, _BRACKETS)) is not None:
        raise nested_too_deeply(file, line)
    _refuse_long_numbers(text, file)
    _refuse_very_many_tables(text, file)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProblemsError([replace(_syntax_problem(text, str(error)), file=file)]) from None
    if is_deep(data):
        raise nested_too_deeply(file)
    return Document(file, data, partial(_places, text))


def _refuse_long_numbers(text: str, file: str) -> None:
    """Raise `ProblemsError` for a number that the parser would not make, or only in a lot of memory."""
    # A longer number fills one of these blocks whole, wherever it begins: seldom does anything else.
    blocks = (text[start : start + _BLOCK] for start in range(0, len(text), _BLOCK))
    if any(block.replace("_", "0").isalnum() for block in blocks) and (found := _LONG_NUMBER.match(text)):
        raise number_too_long(file, Lines(text).number(found.end()))


def _refuse_very_many_tables(text: str, file: str) -> None:
    """Raise `ProblemsError` for a text of which the parser would make hundreds of megabytes."""
    most = max(MAX_TABLE_SIGNS, int(len(text) * MAX_TABLE_SIGNS_SHARE))
    # Most of the signs of a long text stand in values, where they count for nothing.
    if text.count("[") + text.count(".") > most and sum(map(bool, _TABLE_SIGNS.findall(text))) > most:
        what = f"has more than {most:,} headers, lists and dots in keys"
        raise ProblemsError([Problem(what, "split it into several files", file=file)])


def _syntax_problem(text: str, message: str) -> Problem:
    found = _AT_LINE.fullmatch(message)
    if found:
        what, line, column = found[1], int(found[2]), int(found[3])
    else:
        what, line, column = message.removesuffix(_AT_END), text.count("\n") + 1, len(text) - text.rfind("\n")
    if _TWICE.match(what) and (problem := _clash(text, line, column)):
        return problem
    return syntax_problem("TOML", what, text, line, column)


def _clash(text: str, line: int, column: int) -> Problem | None:
    """The problem of the statement that ends at that line and column, if it sets a key that an earlier one has set."""
    lines = Lines(text)
    first_lines: dict[Key, int] = {}
    problem = None
    for own, at, found in statements(text):
        own_line = lines.number(at)
        if (own_line, lines.column(at)) > (line, column):
            break
        problem = twice(f"in line {first_lines[own]}", own, own_line) if own in first_lines else None
        _note(first_lines, own, ((key, lines.number(place)) for key, place in found))
    return problem


def _places(text: str, wanted: Collection[Key]) -> dict[Key, Place]:
    lines = Lines(text)
    key_lines: dict[Key, int] = {}
    for own, _, found in statements(text, wanted):
        _note(key_lines, own, ((key, lines.number(place)) for key, place in found))
    return {key: Place(line) for key, line in key_lines.items()}


def _note(key_lines: dict[Key, int], own: Key, found: Iterable[tuple[Key, int]]) -> None:
    """Add the lines of a statement's keys. The statement of a table tells its line better than the keys below it do."""
    for key, line in found:
        if key == own or key not in key_lines:
            key_lines[key] = line
