r"""Show text from outside safely and briefly, in a terminal, a log or a message.

>>> print(printable("a\x1b[31mb"), quoted("x"), count(2, "problem"))
a\u001b[31mb "x" 2 problems
"""

from __future__ import annotations

import json
import re

_SHOWN = 60
# The runner skips blanks before a command, and what colours a message may stand there, too.
_COMMAND = re.compile(r"(?m)^((?:\x1b\[\d*m|[^\S\n])*):(?=:)")


def printable(text: str) -> str:
    r"""The text with every character that a terminal or GitHub Actions would obey, or hide, as an escape.

    Controls, bidirectional marks, lone surrogates and spaces other than U+0020 (`str.isprintable`), and
    `##[`, which begins a command to GitHub Actions anywhere in a line.

    >>> printable("a\x1b[31mb ##[error]")
    'a\\u001b[31mb #\\u0023[error]'
    """
    shown = "".join(character if character.isprintable() else json.dumps(character)[1:-1] for character in text)
    return defused(shown)


def defused(text: str) -> str:
    r"""The text with `##[`, which begins a command to GitHub Actions anywhere in a line, escaped as in JSON.

    >>> json.loads(defused('"##[error]"'))
    '##[error]'
    """
    return text.replace("##[", r"#\u0023[")


def harmless(text: str) -> str:
    r"""The text, in lines, with none that begins as a command to GitHub Actions does, coloured or not.

    >>> harmless("a ::b\n  ::error::c")
    'a ::b\n  \\u003a:error::c'
    """
    return _COMMAND.sub(r"\1\\u003a", text)


def quoted(text: str) -> str:
    """The text in double quotes; a long one is cut.

    >>> quoted("x" * 10_000) == '"' + "x" * 60 + '..."'
    True
    """
    return f'"{cut(text)}"'


def cut(text: str, shown: int = _SHOWN) -> str:
    """The text, as long as a message can bear."""
    return text if len(text) <= shown else f"{text[:shown]}..."


def count(number: int, noun: str) -> str:
    """The number with its noun.

    >>> count(1, "problem"), count(2, "problem")
    ('1 problem', '2 problems')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
