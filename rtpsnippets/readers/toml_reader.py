r"""Read TOML, with the line of each key.

The standard library parses but tells no lines. A statement of TOML is TOML, so feeding it line by
line shows where each statement begins and which keys it sets; this is done only for a message.

>>> read('[events.a]\nvalue = "x"', "events.toml").place(("events", "a", "value")).line
2
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

from rtpsnippets.document import Document, Place, twice
from rtpsnippets.errors import Key, Problem, ProblemsError

_AT_LINE = re.compile(r"(?s)(.*) \(at line (\d+), column (\d+)\)")
_AT_END = " (at end of document)"
_TWICE = re.compile("(?:Cannot|Duplicate) ")
_ONE_WAY = "a key is there twice, or a table in two ways; write it once: as [header], with dots, or in braces"
_SYNTAX = 'in TOML a text stands in double quotes, a list in [ ], and "=" between a key and its value'
_MAY_END_STATEMENT = re.compile(r"""[\]}]|\"{3}|'{3}""")
_TRIES = 200
"""How many line ends inside one statement are tried before lines are given up: the work grows with their square."""
_DEPTH = 8
"""How deep keys are located; a definition has no key below the fourth level."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A header, or a key with its value: the lines that it takes, the keys that it names, and the key that it sets."""

    first: int
    last: int
    keys: tuple[Key, ...]
    own: Key
    lines: tuple[str, ...]


def read(text: str, file: str) -> Document:
    """Return the document of TOML `text`; raise `ProblemsError` for a syntax error or a key that is there twice."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProblemsError([replace(_syntax_problem(text, str(error)), file=file)]) from None
    return Document(file, data, cache(partial(_places, text)))


def _syntax_problem(text: str, message: str) -> Problem:
    found = _AT_LINE.fullmatch(message)
    if found:
        what, line, column = found[1], int(found[2]), int(found[3])
    else:
        what, line, column = message.removesuffix(_AT_END), text.count("\n") + 1, len(text) - text.rfind("\n")
    is_twice = _TWICE.match(what) is not None
    if is_twice and (problem := _clash(text, line)):
        return problem
    return Problem(f"not valid TOML: {what}", _ONE_WAY if is_twice else _SYNTAX, line=line, column=column)


def _clash(text: str, line: int) -> Problem | None:
    """The problem of the statement around `line`, if it sets a key that an earlier one has set."""
    first_lines: dict[Key, int] = {}
    for statement in _statements(text):
        if statement.first <= line <= statement.last and statement.own in first_lines:
            return twice(f"in line {first_lines[statement.own]}", statement.own, statement.first)
        for key in statement.keys:
            first_lines.setdefault(key, statement.first)
    return None


def _places(text: str) -> dict[Key, Place]:
    places: dict[Key, Place] = {}
    for statement in _statements(text):
        for key in statement.keys:
            places.setdefault(key, Place(statement.first))
        for item, line in _item_lines(statement):
            places.setdefault((*statement.own, item), Place(line))
    return places


def _item_lines(statement: _Statement) -> Iterator[tuple[int, int]]:
    """The index and the line of each item, if the statement sets a list.

    Of several items that end in a later line than they may begin in, only the first one's line is known.
    """
    if len(statement.lines) > _TRIES:
        return
    known, read = 0, 0
    for end in range(1, len(statement.lines) + 1):
        items = _list_so_far("\n".join(statement.lines[:end]))
        if items is not None:
            begun = items if end == read + 1 else min(items, known + 1)
            yield from ((item, statement.first + read) for item in range(known, begun))
            known, read = items, end


def _list_so_far(text: str) -> int | None:
    """How many items the unfinished or finished list in `text` has; None if an item is unfinished."""
    for closing in ("", "\n]"):
        try:
            value: object = tomllib.loads(text + closing)
        except ValueError:
            continue
        while isinstance(value, dict) and len(value) == 1:
            value = next(iter(value.values()))
        return len(value) if isinstance(value, list) else 0
    return None


def _statements(text: str) -> Iterator[_Statement]:
    """Each statement with its keys; those below an array of tables have an index in their path and are left out."""
    table: Key | None = ()
    for first, lines in _statement_lines(text):
        statement = "\n".join(lines)
        is_header = statement.lstrip().startswith("[")
        named = tuple(_paths(tomllib.loads(statement)))
        if not named:
            continue
        own = named[-1] if is_header else _own_key(statement)
        if is_header:
            table = None if statement.lstrip().startswith("[[") else own
        above = () if is_header else table
        if above is not None:
            keys = tuple((*above, *key) for key in named)
            yield _Statement(first, first + len(lines) - 1, keys, (*above, *own), tuple(lines))


def _own_key(statement: str) -> Key:
    """The key of a statement `key = value`: what stands before the first `=` that is not within the key."""
    ends = (at for at, character in enumerate(statement) if character == "=")
    keys = (f"{statement[:end]}= 0" for end in ends)
    return next(list(_paths(tomllib.loads(key)))[-1] for key in keys if _is_toml(key))


def _paths(data: object, above: Key = ()) -> Iterator[Key]:
    if isinstance(data, dict) and len(above) < _DEPTH:
        for name, value in data.items():
            yield (*above, name)
            yield from _paths(value, (*above, name))


def _statement_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of each statement, with the number of its first."""
    lines: list[str] = []
    tries = 0
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(line)
        if len(lines) > 1 and not _MAY_END_STATEMENT.search(line):
            continue
        if _is_toml("\n".join(lines)):
            yield number - len(lines) + 1, lines
            lines, tries = [], 0
        elif (tries := tries + 1) > _TRIES:
            return


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except ValueError:
        return False
    return True
