r"""Refuse what is nested too deeply, and a number that is too long.

>>> line_of_deep_nesting("[" * 33, re.compile(r"([\[\]])"))
1
"""

from __future__ import annotations

import re

from rtpsnippets.errors import Problem, ProblemsError
from rtpsnippets.limits import MAX_DEPTH, MAX_DIGITS
from rtpsnippets.lines import Lines


def nested_too_deeply(file: str, line: int | None = None) -> ProblemsError:
    """The error to raise for a text with too many levels."""
    what = f"is nested more than {MAX_DEPTH} levels deep"
    return ProblemsError([Problem(what, "a definition has four levels at most", file=file, line=line)])


def is_deep(data: object) -> bool:
    """Tell whether data that was read has more levels of tables and lists than may be.

    >>> is_deep({"events": {"a": {"value": ["x"]}}})
    False
    """
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        below = (value.values() if isinstance(value, dict) else value for value in level)
        level = [value for values in below for value in values if isinstance(value, (dict, list))]
    return bool(level)


def number_too_long(file: str, line: int | None = None) -> ProblemsError:
    """The error to raise for a number with more digits than Python reads."""
    what = f"has a number of more than {MAX_DIGITS:,} digits"
    return ProblemsError([Problem(what, "put it in quotes", file=file, line=line)])


def line_of_deep_nesting(text: str, brackets: re.Pattern[str]) -> int | None:
    """The line in which more brackets are open at once than may be; None if there is none.

    The first group of `brackets` finds the brackets, one a match, and a dot where a key is too deep by itself.
    """
    depth = 0
    for found in brackets.finditer(text):
        depth += (found[1] in ("[", "{")) - (found[1] in ("]", "}"))
        if depth > MAX_DEPTH or found[1] == ".":
            return Lines(text).number(found.start(1))
    return None
