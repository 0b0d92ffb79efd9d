"""Refuse data that is nested too deeply and numbers that are too long."""

from __future__ import annotations

from rtpsnippets.errors import Location, Problem, ProblemsError
from rtpsnippets.limits import MAX_DEPTH, MAX_DIGITS


def nested_too_deeply(file: str, line: int | None = None) -> ProblemsError:
    """Return the error to raise for a text with too many levels."""
    what = f"is nested more than {MAX_DEPTH} levels deep"
    return ProblemsError([Problem(what, "remove levels: definitions need only four", location=Location(file, line))])


def is_deep(data: object) -> bool:
    """Return whether data has more levels of tables and lists than allowed.

    >>> is_deep({"events": {"a": {"value": ["x"]}}})
    False
    """
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        below = (value.values() if isinstance(value, dict) else value for value in level)
        level = [value for values in below for value in values if isinstance(value, (dict, list))]
    return bool(level)


def number_too_long(file: str) -> ProblemsError:
    """Return the error to raise for a number with more digits than Python reads."""
    what = f"contains a number with more than {MAX_DIGITS:,} digits"
    return ProblemsError([Problem(what, "put it in quotes", location=Location(file))])
