"""Problems that the user can fix, with their locations, and the exceptions of this package.

The command line, the plugins and the library all report problems in this form.

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

_Item = TypeVar("_Item")

Key = tuple[str | int, ...]

_IN_WORDS = {EISDIR: "it is a folder; specify a file in it", ENOTDIR: "there is a file where a folder should be"}
"""Clearer texts for two of the system's errors."""
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")


ERROR, WARNING = "error", "warning"
"""The two severities: something does not work, or it should be checked."""


class RtpSnippetsError(Exception):
    """The base class of every exception that this package raises on purpose."""


class RtpSnippetsWarning(UserWarning):
    """The category of the warnings of `load`: an event looks wrong but can be sent."""


@dataclass(frozen=True, slots=True)
class Location:
    """A location in a file; unknown parts are empty or None.

    Args:
        file: The name of the file.
        line: The line, counted from 1.
        column: The column, counted from 1.
        end: The line and the column of the first character after the location.
        part: The part of the file, if that is more useful than a line.

    Examples:
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
        """The sort key of the locations in one file: those without a line come first."""
        return self.line or 0, self.column or 0

    @property
    def position(self) -> str:
        """The file, the line and the column."""
        numbers = (self.line, self.column)
        return ":".join([self.file, *(str(number) for number in numbers if number is not None)])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that the user can fix; also a warning or a finding.

    Args:
        what: What is wrong.
        hint: How to fix it.
        key: The path of keys in the definitions.
        location: Where it is.
        member: A key below `key` whose line is reported.
        read_as: The type that a string without quotes was read as.
        rule: The short name of a warning, or the kind of a finding.
        meant: The known key that an unknown one was probably meant to be.
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
        """The part of the file, the key, what is wrong, and the rule: `events.a.value: contains "*" [wildcard]`."""
        message = ": ".join(filter(None, (self.location.part, key_path(self.key), self.what)))
        return f"{message} [{self.rule}]" if self.rule else message

    @property
    def what_in_part(self) -> str:
        """The part of the file and what is wrong, for reports that show the rest separately."""
        return ": ".join(filter(None, (self.location.part, self.what)))


class ProblemsError(RtpSnippetsError):
    """The input has problems that the user can fix.

    Args:
        problems: The problems; the attribute `problems` contains each of them once.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class FileAccessError(RtpSnippetsError):
    """The system refused to read or write a file: `cannot write site/a.js: No space left on device`."""


def cannot(action: str, path: object, error: OSError) -> FileAccessError:
    """Return the error to raise if the system refuses to `action` (read, write) the file at `path`."""
    return FileAccessError(
        printable(f"cannot {action} {path}: {_IN_WORDS.get(error.errno or 0) or error.strerror or error}")
    )


def no_folder(path: object) -> FileAccessError:
    """Return the error to raise if `path` must be a folder but is something else."""
    return cannot("write", path, NotADirectoryError(ENOTDIR, ""))


def gather(producers: Iterable[Callable[[], _Item]]) -> list[_Item]:
    """Return the results of all `producers`; raise one `ProblemsError` with the problems of all that fail."""
    results: list[_Item] = []
    problems: list[Problem] = []
    for produce in producers:
        try:
            results.append(produce())
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return results


def first(found: Iterable[_Item]) -> list[_Item]:
    """Return the first `MAX_PROBLEMS` items, and one more to show that the list is cut; the search stops there."""
    return list(islice(found, MAX_PROBLEMS + 1))


def under(key: Key, problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems with `key` put before the key path of each."""
    return [replace(problem, key=(*key, *problem.key)) for problem in problems]


def key_path(key: Key) -> str:
    """Return the path as text: `events.signup.value[2]`; a key with other characters is in quotes.

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
