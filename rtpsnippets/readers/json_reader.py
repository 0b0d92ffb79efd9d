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

_BLANKS = re.compile(r"[ \t\n\r]*")
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
        problem = Problem(f"not valid JSON: {error.msg}", "", (), file, error.lineno, error.colno)
        raise ProblemsError([problem]) from None
    except ValueError as error:
        raise ProblemsError([Problem(f"not valid JSON: {error}", file=file)]) from None
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
    for key, at in _members(text, _after_blanks(text, 0), ()):
        line += text.count("\n", counted, at)
        counted = at
        yield key, line


def _members(text: str, at: int, above: Key) -> Iterator[tuple[Key, int]]:
    """Each key below the object at `at`, with its index; `text` has been parsed, so it is well formed."""
    end = at
    while text[end] == "{" or text[end] == ",":
        start = _after_blanks(text, end + 1)
        if text[start] == "}":
            return
        name, end = _DECODER.raw_decode(text, start)
        key = (*above, name)
        yield key, start
        value = _after_blanks(text, _after_blanks(text, end) + 1)
        if text[value] == "{" and len(key) < _DEPTH:
            yield from _members(text, value, key)
        _, end = _DECODER.raw_decode(text, value)
        end = _after_blanks(text, end)


def _after_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


_DECODER = json.JSONDecoder()
