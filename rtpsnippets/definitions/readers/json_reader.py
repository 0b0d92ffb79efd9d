r"""Read JSON, with the line of each key, and refuse a key that is there twice.

The standard library keeps the last of two equal keys without a word, and tells no lines.

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
    has_twins = False

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal has_twins
        members = dict(pairs)
        has_twins = has_twins or len(members) < len(pairs)
        return members

    text = text.replace("\r", "\n")  # to JSON either is white space, to an editor a line end
    try:
        # Only the kind of a number matters: it is refused, and Python would not make one of 5,000 digits.
        data = json.loads(text, object_pairs_hook=unique, parse_int=lambda _: 0)
    except json.JSONDecodeError as error:
        location = Location(file, error.lineno, error.colno)
        raise ProblemsError([syntax_problem("JSON", error.msg, text, location)]) from None
    except RecursionError:
        raise nested_too_deeply(file) from None
    if is_deep(data):
        raise nested_too_deeply(file)
    problems = first(_twins(text, file)) if has_twins else []
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


def _twins(text: str, file: str) -> Iterator[Problem]:
    """The problem of each key that is there twice, but of none below such a key; raises `ProblemsError` as `read`."""
    lines = Lines(text)
    starts: dict[Key, int] = {}
    twins: set[Key] = set()
    for key, at in _keys(text):
        if len(key) > MAX_DEPTH:  # a key that is there twice has hidden it
            raise nested_too_deeply(file, lines.number(at))
        if isinstance(key[-1], int):
            continue
        if starts.setdefault(key, at) != at and not any(key[:end] in twins for end in range(len(key))):
            twins.add(key)
            yield twice(f"in line {lines.number(starts[key])}", key, Location(file, lines.number(at)))


def _keys(text: str) -> Iterator[tuple[Key, int]]:
    """Each key and list item of `text`, which is valid, with the index at which it begins."""
    path: list[str | int] = []
    in_list: list[bool] = []
    is_name = False
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in ("]", "}"):
            path.pop()
            in_list.pop()
            is_name = False
        elif sign == ",":
            is_name = not in_list[-1]
            if in_list[-1]:
                path[-1] += 1  # type: ignore[operator]  # the index in a list
        elif is_name:
            path[-1] = json.loads(sign)
            yield tuple(path), token.start()
            is_name = False
        else:
            if in_list and in_list[-1]:
                yield tuple(path), token.start()
            if sign in ("[", "{"):
                is_name = sign == "{"
                in_list.append(not is_name)
                path.append(0)
