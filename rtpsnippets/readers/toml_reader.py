r"""Read TOML, with the line of each key.

The standard library parses but tells no lines. A statement of TOML is TOML, so feeding it line by
line shows where each statement begins and which keys it sets; this is done only for a message.

>>> read('[events.a]\nvalue = "x"', "events.toml").place(("events", "a", "value")).line
2
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from rtpsnippets.document import Document, Place, twice
from rtpsnippets.errors import Key, Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_LINE = re.compile(r"(?s)(.*) \(at line (\d+), column (\d+)\)")
_AT_END = " (at end of document)"
_TWICE = re.compile("Cannot (?:declare|overwrite)")
_MAY_END_STATEMENT = re.compile(r"""[\]}]|\"{3}|'{3}""")
_TRIES = 200
"""How many line ends inside one statement are tried before lines are given up."""


def read(text: str, file: str) -> Document:
    """Return the document of TOML `text`; raise `ProblemsError` for a syntax error or a key that is there twice."""
    try:
        data = tomllib.loads(text)
    except ValueError as error:
        raise ProblemsError([_syntax_problem(text, file, str(error))]) from None
    return Document(file, data, cache(partial(_places, text)))


def _syntax_problem(text: str, file: str, message: str) -> Problem:
    found = _AT_LINE.fullmatch(message)
    what = found[1] if found else message.removesuffix(_AT_END)
    line = int(found[2]) if found else text.count("\n") + 1 if message.endswith(_AT_END) else None
    if _TWICE.match(what) and line and (twins := _set_before(text, line)):
        key, first, again = twins
        return replace(twice(f"in line {first}", key, again), file=file)
    return Problem(f"not valid TOML: {what}", "", (), file, line, int(found[3]) if found else None)


def _set_before(text: str, end: int) -> tuple[Key, int, int] | None:
    """The last key up to the line `end` that a statement sets although another has set it, and both lines."""
    lines: dict[Key, int] = {}
    twins = None
    for line, key, is_whole in _keys(text):
        if line > end:
            break
        if is_whole and key in lines:
            twins = key, lines[key], line
        lines.setdefault(key, line)
    return twins


def _places(text: str) -> dict[Key, Place]:
    places: dict[Key, Place] = {}
    for line, key, _ in _keys(text):
        places.setdefault(key, Place(line))
    return places


def _keys(text: str) -> Iterator[tuple[int, Key, bool]]:
    """Each key that a statement names, with the statement's line; true for the key that it sets itself."""
    table: Key | None = ()
    for line, statement in _statements(text):
        if statement.lstrip().startswith("["):
            named = list(_paths(tomllib.loads(statement)))
            # What is below the header of an array of tables has an index in its path: it is not located.
            table = None if statement.lstrip().startswith("[[") else named[-1]
            yield from ((line, key, key == table) for key in named)
        elif table is not None:
            own = _own_key(statement)
            yield from ((line, (*table, *path), path == own) for path in _paths(tomllib.loads(statement)))


def _own_key(statement: str) -> Key | None:
    """The key of a statement `key = value`: what stands before the first `=` that is not within the key."""
    ends = (at for at, sign in enumerate(statement) if sign == "=")
    keys = (f"{statement[:end]}= 0" for end in ends)
    own = next((tomllib.loads(key) for key in keys if _is_toml(key)), {})
    return next(reversed(list(_paths(own))), None)


def _paths(data: object, above: Key = ()) -> Iterator[Key]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield (*above, name)
            yield from _paths(value, (*above, name))


def _statements(text: str) -> Iterator[tuple[int, str]]:
    lines: list[str] = []
    tries = 0
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(line)
        if len(lines) > 1 and not _MAY_END_STATEMENT.search(line):
            continue
        statement = "\n".join(lines)
        if _is_toml(statement):
            yield number - len(lines) + 1, statement
            lines, tries = [], 0
        elif (tries := tries + 1) > _TRIES:
            return


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except ValueError:
        return False
    return True
