r"""Shorten untrusted text and make it safe to print in a terminal, a log or a message.

>>> print(printable("a\x1b[31mb"), quoted("x"), count(2, "problem"))
a\u001b[31mb "x" 2 problems
"""

from __future__ import annotations

import json
import re

_SHOWN = 60
# The runner skips white space before a command; a message may also begin with color codes.
_COMMAND = re.compile(r"(?m)^((?:\x1b\[\d*m|[^\S\n])*):(?=:)")


def printable(text: str) -> str:
    r"""Return the text with every character escaped that a terminal or GitHub Actions would hide or act on.

    These are controls, bidirectional marks, lone surrogates and spaces other than U+0020 (`str.isprintable`), and
    `##[`, which begins a GitHub Actions command anywhere in a line.

    >>> printable("a\x1b[31mb ##[error]")
    'a\\u001b[31mb #\\u0023[error]'
    """
    shown = "".join(character if character.isprintable() else json.dumps(character)[1:-1] for character in text)
    return defused(shown)


def defused(text: str) -> str:
    r"""Return the text with each `##[`, which begins a GitHub Actions command, escaped as in JSON.

    >>> json.loads(defused('"##[error]"'))
    '##[error]'
    """
    return text.replace("##[", r"#\u0023[")


def harmless(text: str) -> str:
    r"""Return the text with a colon escaped in each line that GitHub Actions would read as a command, colored or not.

    >>> harmless("a ::b\n  ::error::c")
    'a ::b\n  \\u003a:error::c'
    """
    return _COMMAND.sub(r"\1\\u003a", text)


def quoted(text: str) -> str:
    """Return the text in double quotes, cut if it is long.

    >>> quoted("x" * 10_000) == '"' + "x" * 60 + '..."'
    True
    """
    return f'"{cut(text)}"'


def cut(text: str, shown: int = _SHOWN) -> str:
    """Return the text, cut to the length that fits in a message."""
    return text if len(text) <= shown else f"{text[:shown]}..."


def count(number: int, noun: str) -> str:
    """Return the number with its noun.

    >>> count(1, "problem"), count(2, "problem")
    ('1 problem', '2 problems')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
