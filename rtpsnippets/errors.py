"""Say what is wrong so that the user can fix it: problems with their location, and the exceptions.

One shape for every message keeps the command line, the plugins and the library alike.

>>> location = Location("events.toml", 12)
>>> print(Problem('unknown key "lable"', 'did you mean "label"?', ("events", "signup"), location))
events.toml:12: events.signup: unknown key "lable"
    did you mean "label"?
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from errno import EISDIR, ENOTDIR
from itertools import islice
from typing import TypeVar

from rtpsnippets.display import cut, printable
from rtpsnippets.limits import MAX_PROBLEMS

_Made = TypeVar("_Made")

Key = tuple[str | int, ...]

_IN_WORDS = {EISDIR: "it is a folder; name a file in it", ENOTDIR: "there is a file where a folder should be"}
"""What the system's refusals of a wrong path mean."""
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")


ERROR, WARNING = "error", "warning"
"""How serious what is reported is: something does not work, or needs a look."""


class RtpSnippetsError(Exception):
    """The root of every exception that this package raises on purpose."""


class RtpSnippetsWarning(UserWarning):
    """The category of the warnings that `load` gives: something odd that can still be sent."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where something is: a file, and a line and a column in it, both from 1; what is not known is empty or None.

    `end` is the line and the column of the first character after it. `part` names what of the file it is in, where
    that says more than a line.

    >>> str(Location("events.toml", 12)), str(Location("site/index.html", 3, 7, (3, 40)))
    ('events.toml:12', 'site/index.html:3:7')
    >>> str(Location("container.json", 12, part='tag "Sale"'))
    'container.json:12: tag "Sale"'
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    end: tuple[int, int] | None = None
    part: str = ""

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.position, self.part)))

    @property
    def order(self) -> tuple[int, int]:
        """What places of one file are sorted by: those without a line come first."""
        return self.line or 0, self.column or 0

    @property
    def position(self) -> str:
        """The file, the line and the column."""
        numbers = (self.line, self.column)
        return ":".join([self.file, *(str(number) for number in numbers if number is not None)])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that the user can fix: what is wrong, how to fix it, and where it is; also a warning or a finding.

    `key` is the path of keys in the definitions, and `member` the key below it whose line is meant
    where the path ends above it. `read_as` says what a text without quotes was taken for, where a
    string is expected. `meant` is the known key that an unknown one stands for. `rule` is the short name of
    a warning, or the kind of a finding.
    """

    what: str
    hint: str = ""
    key: Key = ()
    location: Location = Location()
    member: str | None = None
    read_as: str = ""
    rule: str = ""
    meant: str = ""

    def __str__(self) -> str:
        head = printable(": ".join(filter(None, (self.location.position, self.message))))
        return f"{head}\n    {printable(self.hint)}" if self.hint else head

    @property
    def message(self) -> str:
        """The part of the file, the key, what is wrong, and the rule: `events.a.value: has a "*" [wildcard]`."""
        message = ": ".join(filter(None, (self.location.part, key_path(self.key), self.what)))
        return f"{message} [{self.rule}]" if self.rule else message

    @property
    def what_in_part(self) -> str:
        """What is wrong, behind the part of the file, for reports that have a place of their own for all else."""
        return ": ".join(filter(None, (self.location.part, self.what)))


class ProblemsError(RtpSnippetsError):
    """What was given has problems that the user can fix; `problems` holds all of them, each once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class FileAccessError(RtpSnippetsError):
    """The system refused to read or write a file: `cannot write site/a.js: No space left on device`."""


def cannot(action: str, path: object, error: OSError) -> FileAccessError:
    """The error to raise if the system refuses to `action` (read, write) the file at `path`."""
    return FileAccessError(
        printable(f"cannot {action} {path}: {_IN_WORDS.get(error.errno or 0) or error.strerror or error}")
    )


def no_folder(path: object) -> FileAccessError:
    """The error to raise if something stands at `path`, where a folder is to be written, and is none."""
    return cannot("write", path, NotADirectoryError(ENOTDIR, ""))


def gather(makers: Iterable[Callable[[], _Made]]) -> list[_Made]:
    """What all of `makers` return; raise `ProblemsError` with the problems of every one that raises it."""
    made: list[_Made] = []
    problems: list[Problem] = []
    for make in makers:
        try:
            made.append(make())
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return made


def first(found: Iterable[_Made]) -> list[_Made]:
    """What was found; where that is more than is listed, one more than that: the rest is not looked for."""
    return list(islice(found, MAX_PROBLEMS + 1))


def under(key: Key, problems: Iterable[Problem]) -> list[Problem]:
    """The same problems, each with its key path moved below `key`."""
    return [replace(problem, key=(*key, *problem.key)) for problem in problems]


def key_path(key: Key) -> str:
    """The path as a person writes it: `events.signup.value[2]`; a key with other characters in quotes.

    >>> key_path(("events", "Sign up", "value", 2))
    'events."Sign up".value[2]'
    """
    path = ""
    for part in key:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            name = cut(part) if _PLAIN_KEY.fullmatch(part) else json.dumps(cut(part), ensure_ascii=False)
            path += f".{name}" if path else name
    return path
