r"""Read JSON, with the line of each key, and refuse a key that is there twice.

The standard library keeps the last of two equal keys without a word, and tells no lines.

>>> read('{"events":\n {"a": {}}}', "events.json").place(("events", "a")).line
2
"""

from __future__ import annotations

import json
import re
from functools import cache, partial
from typing import TYPE_CHECKING

from rtpsnippets.document import Document, Place, twice
from rtpsnippets.errors import Key, Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = re.compile(r"[ \t\n\r]*")
_SYNTAX = "in JSON keys and texts stand in double quotes, and a comma between two members, not after the last"
_DEPTH = 8
"""How deep keys are located; a definition has no key below the fourth level."""


def read(text: str, file: str) -> Document:
    """Return the document of JSON `text`; raise `ProblemsError` for a syntax error."""
    has_twins = False

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal has_twins
        members = dict(pairs)
        has_twins = has_twins or len(members) < len(pairs)
        return members

    try:
        data = json.loads(text, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        problem = Problem(f"not valid JSON: {error.msg}", _SYNTAX, (), file, error.lineno, error.colno)
        raise ProblemsError([problem]) from None
    problems = tuple(_twins(text)) if has_twins else ()
    return Document(file, data, cache(partial(_places, text)), problems)


def _places(text: str) -> dict[Key, Place]:
    places: dict[Key, Place] = {}
    for key, line in _keys(text):
        places.setdefault(key, Place(line))
    return places


def _twins(text: str) -> Iterator[Problem]:
    lines: dict[Key, int] = {}
    twins: set[Key] = set()
    for key, line in _keys(text):
        if key in lines and not any(key[:end] in twins for end in range(len(key))):
            twins.add(key)
            yield twice(f"in line {lines[key]}", key, line)
        lines.setdefault(key, line)


def _keys(text: str) -> Iterator[tuple[Key, int]]:
    line, counted = 1, 0
    for key, at in _inside(text, _after_space(text, 0), ()):
        line += text.count("\n", counted, at)
        counted = at
        yield key, line


def _inside(text: str, at: int, above: Key) -> Iterator[tuple[Key, int]]:
    """Each key below the value at `at`, with its index; `text` has been parsed, so it is well formed."""
    opening = text[at]
    if opening not in "{[" or len(above) == _DEPTH:
        return
    end, item = at, 0
    while text[end] in (opening, ","):
        start = _after_space(text, end + 1)
        if text[start] in "]}":
            return
        name: str | int = item
        value, item = start, item + 1
        if opening == "{":
            name, end = _DECODER.raw_decode(text, start)
            value = _after_space(text, _after_space(text, end) + 1)
        yield (*above, name), start
        yield from _inside(text, value, (*above, name))
        _, end = _DECODER.raw_decode(text, value)
        end = _after_space(text, end)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


_DECODER = json.JSONDecoder()
