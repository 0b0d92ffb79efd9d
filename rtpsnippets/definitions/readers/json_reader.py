r"""Read JSON with the line of each key, and refuse duplicate keys.

The standard library silently keeps the last of two equal keys, and reports no lines.

>>> read('{"events":\n {"a": {}}}', "events.json").lines({("events", "a")})
{('events', 'a'): 2}
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from functools import partial

from rtpsnippets.definitions.readers.bounds import is_deep, nested_too_deeply
from rtpsnippets.definitions.readers.document import Document, twice
from rtpsnippets.definitions.readers.syntax_messages import syntax_problem
from rtpsnippets.errors import Key, Location, Problem, ProblemsError, first
from rtpsnippets.limits import MAX_DEPTH
from rtpsnippets.lines import Lines

_TOKEN = re.compile(r'(?s)"(?:[^"\\]|\\.)*+"|[\[\]{},]|[^\s"\[\]{},:]++')


def read(text: str, file: str) -> Document:
    """Return the document of JSON `text`; raise `ProblemsError` for a syntax error or too many levels."""
    has_duplicates = False

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal has_duplicates
        members = dict(pairs)
        has_duplicates = has_duplicates or len(members) < len(pairs)
        return members

    text = text.replace("\r", "\n")  # both are white space in JSON, and line ends in editors
    try:
        # Only the type of a number matters, since numbers are refused. Python raises for one with 5,000 digits.
        data = json.loads(text, object_pairs_hook=unique, parse_int=lambda _: 0)
    except json.JSONDecodeError as error:
        location = Location(file, error.lineno, error.colno)
        raise ProblemsError([syntax_problem("JSON", error.msg, text, location)]) from None
    except RecursionError:
        raise nested_too_deeply(file) from None
    if is_deep(data):
        raise nested_too_deeply(file)
    problems = first(_duplicates(text, file)) if has_duplicates else []
    return Document(file, data, partial(_lines, text), problems=tuple(problems))


def _lines(text: str, wanted: Collection[Key]) -> dict[Key, int]:
    lines = Lines(text)
    found: dict[Key, int] = {}
    for key, at in _keys(text):
        if key in wanted and key not in found:
            found[key] = lines.number(at)
            if len(found) == len(wanted):
                break
    return found


def _duplicates(text: str, file: str) -> Iterator[Problem]:
    """Yield a problem for each duplicate key, but for none below one; raises `ProblemsError` as `read` does."""
    lines = Lines(text)
    starts: dict[Key, int] = {}
    duplicates: set[Key] = set()
    for key, at in _keys(text):
        if len(key) > MAX_DEPTH:  # a duplicate key has hidden it from `read`
            raise nested_too_deeply(file, lines.number(at))
        if isinstance(key[-1], int):
            continue
        if starts.setdefault(key, at) != at and not any(key[:end] in duplicates for end in range(len(key))):
            duplicates.add(key)
            yield twice(f"on line {lines.number(starts[key])}", key, Location(file, lines.number(at)))


def _keys(text: str) -> Iterator[tuple[Key, int]]:
    """Yield each key and list item of `text`, which is valid, with the index at which it begins."""
    path: list[str | int] = []
    in_list: list[bool] = []
    is_name = False
    for token in _TOKEN.finditer(text):
        part = token[0]
        if part in ("]", "}"):
            path.pop()
            in_list.pop()
            is_name = False
        elif part == ",":
            is_name = not in_list[-1]
            if in_list[-1]:
                path[-1] += 1  # type: ignore[operator]  # the index in a list
        elif is_name:
            path[-1] = json.loads(part)
            yield tuple(path), token.start()
            is_name = False
        else:
            if in_list and in_list[-1]:
                yield tuple(path), token.start()
            if part in ("[", "{"):
                is_name = part == "{"
                in_list.append(not is_name)
                path.append(0)
