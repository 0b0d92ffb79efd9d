r"""Read TOML with the line of each key.

The standard library parses but reports no lines. A scan of the text finds them, and only for messages.

>>> read('[events.a]\nvalue = "x"', "events.toml").lines({("events", "a")})
{('events', 'a'): 1}
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from functools import partial

from rtpsnippets.definitions.readers.bounds import is_deep, nested_too_deeply, number_too_long
from rtpsnippets.definitions.readers.document import Document, twice
from rtpsnippets.definitions.readers.syntax_messages import syntax_problem
from rtpsnippets.definitions.readers.toml_positions import NAME, statements
from rtpsnippets.errors import Key, Location, Problem, ProblemsError
from rtpsnippets.limits import BYTES_PER_MB, MAX_DEPTH, MAX_DOTS
from rtpsnippets.lines import Lines

_AT_LINE = re.compile(r"(?s)(.*) \(at line (\d+), column (\d+)\)")
_AT_END = " (at end of document)"
_DEEP_KEY = re.compile(rf"(?m)(?:^|[{{,])[ \t]*+\[{{0,2}}[ \t]*+(?:(?:{NAME})[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}")


def read(text: str, file: str) -> Document:
    """Return the document of TOML `text`; raise `ProblemsError` for syntax errors, duplicates or too many levels."""
    _refuse_many_dots(text, file)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProblemsError([_syntax_problem(text, str(error), file)]) from None
    except RecursionError:
        raise nested_too_deeply(file) from None
    except ValueError:  # raised by `int`
        raise number_too_long(file) from None
    if is_deep(data):
        raise nested_too_deeply(file)
    return Document(file, data, partial(_lines, text))


def _refuse_many_dots(text: str, file: str) -> None:
    """Raise `ProblemsError` for keys that would cost the parser minutes or hundreds of megabytes."""
    if found := _DEEP_KEY.search(text):  # the time is quadratic in the number of its parts
        raise nested_too_deeply(file, Lines(text).number(found.end()))
    most = MAX_DOTS * -(-len(text) // BYTES_PER_MB)
    if text.count(".") > most:
        raise ProblemsError(
            [Problem(f"contains more than {most:,} dots", "split it into several files", location=Location(file))]
        )


def _syntax_problem(text: str, message: str, file: str) -> Problem:
    found = _AT_LINE.fullmatch(message)
    if found:
        what, line, column = found[1], int(found[2]), int(found[3])
    else:
        what, line, column = message.removesuffix(_AT_END), text.count("\n") + 1, len(text) - text.rfind("\n")
    if what.startswith("Cannot ") and (problem := _clash(text, line, column, file)):
        return problem
    return syntax_problem("TOML", what, text, Location(file, line, column))


def _clash(text: str, line: int, column: int, file: str) -> Problem | None:
    """Return the problem of the statement that ends at a line and column if an earlier one has set its key."""
    text = text[: len(text) - len(text.split("\n", line - 1)[-1]) + column - 1]
    try:
        *_, last = statements(text)
    except ValueError:  # the two keys are in the same braces
        return None
    first = _lines(text[: last.at], {last.own}).get(last.own)
    return twice(f"on line {first}", last.own, Location(file, Lines(text).number(last.at))) if first else None


def _lines(text: str, wanted: Collection[Key]) -> dict[Key, int]:
    lines = Lines(text)
    found_lines: dict[Key, int] = {}
    for own, _, found in statements(text, wanted):
        for key, at in found:
            # The line of a table is that of its own statement rather than of the keys below it.
            if key == own or key not in found_lines:
                found_lines[key] = lines.number(at)
    return found_lines
