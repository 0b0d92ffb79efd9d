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
_TWICE = re.compile(r"Cannot (declare|overwrite|mutate)|already")
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
    if not found:
        end = text.count("\n") + 1 if "end of document" in message else None
        return Problem(f"not valid TOML: {message}", file=file, line=end)
    what, line, column = found[1], int(found[2]), int(found[3])
    # Some duplicate headers are reported at the line end, which is on the same line.
    if _TWICE.search(what) and (twins := _set_before(text, line)):
        key, first = twins
        return replace(twice(f"in line {first}", key, line), file=file)
    return Problem(f"not valid TOML: {what}", "", (), file, line, column)


def _set_before(text: str, line: int) -> tuple[Key, int] | None:
    """The key that the statement at `line` sets although an earlier line has set it, and that line."""
    lines: dict[Key, int] = {}
    for start, key, is_whole in _keys(text):
        if start == line and is_whole and key in lines:
            return key, lines[key]
        lines.setdefault(key, start)
    return None


def _places(text: str) -> dict[Key, Place]:
    places: dict[Key, Place] = {}
    for line, key, _ in _keys(text):
        places.setdefault(key, Place(line))
    return places


def _keys(text: str) -> Iterator[tuple[int, Key, bool]]:
    """Each key that a statement names, with the statement's line; true for the key that it sets itself."""
    table: Key | None = ()
    for line, statement in _statements(text):
        data = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            named = list(_paths(data))
            is_array = statement.lstrip().startswith("[[")
            table = None if is_array or not named else named[-1]
            for key in named:
                yield line, key, key == table
        elif table is not None:
            for path in _paths(data):
                yield line, (*table, *path), True


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
