r"""Refuse what no parser bears: a text that is nested too deeply, before it is parsed, and a number that is too long.

>>> refuse_deep_nesting("[" * 33, re.compile(r"([\[\]])"), "a.json")
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: a.json:1: is nested more than 32 levels deep
    a definition has four levels at most
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


def number_too_long(file: str, line: int | None = None) -> ProblemsError:
    """The error to raise for a number with more digits than Python reads."""
    what = f"has a number of more than {MAX_DIGITS:,} digits"
    return ProblemsError([Problem(what, "put it in quotes", file=file, line=line)])


def refuse_deep_nesting(text: str, brackets: re.Pattern[str], file: str) -> None:
    """Raise `ProblemsError` if more brackets are open at once than may be.

    The first group of `brackets` finds the brackets, one a match, and a dot where a key is too deep by itself.
    """
    depth = 0
    for found in brackets.finditer(text):
        depth += (found[1] in ("[", "{")) - (found[1] in ("]", "}"))
        if depth > MAX_DEPTH or found[1] == ".":
            raise nested_too_deeply(file, Lines(text).number(found.start(1)))
