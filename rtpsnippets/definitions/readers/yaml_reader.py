r"""Read YAML with the line of each key, and refuse values that YAML would silently change.

It reads the parser's events instead of the values that YAML builds from them. So `no` and `1.10` keep
their spelling, duplicate keys are found, no alias is followed and no tag builds anything. It always
uses the parser in pure Python: libyaml does not support surrogate pairs, and a file must read the same
on every machine.

>>> read("events:\n  a: {value: no}", "events.yaml").lines({("events", "a", "value")})
{('events', 'a', 'value'): 2}
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date
from functools import partial

import yaml
from yaml.reader import ReaderError
from yaml.resolver import Resolver

from rtpsnippets.definitions.readers.bounds import nested_too_deeply, number_too_long
from rtpsnippets.definitions.readers.document import Document, twice
from rtpsnippets.definitions.readers.syntax_messages import syntax_problem
from rtpsnippets.display import cut
from rtpsnippets.errors import Key, Location, Problem, ProblemsError
from rtpsnippets.limits import MAX_DEPTH, MAX_PROBLEMS
from rtpsnippets.lines import Lines

_LOADER = yaml.SafeLoader

_MANY = 10 * MAX_PROBLEMS

_TAG = "tag:yaml.org,2002:"
_HAS_NO_END = re.compile("could not find expected ':'|unexpected end of stream")
_NO_ALIAS = "write the value itself, without anchors and aliases; put strings that begin with & or * in quotes"
_NO_TAG = "remove the tag; put strings in quotes"
_TRUE = ("yes", "true", "on")
# Only the type of these values matters: they are refused, and messages show their source text.
_STAND_INS = {f"{_TAG}null": None, f"{_TAG}int": 0, f"{_TAG}float": 0.0, f"{_TAG}timestamp": date.min}


def read(text: str, file: str) -> Document:
    """Return the document of YAML `text`; raise `ProblemsError` for a syntax error, or too many levels or problems."""
    text = text.replace("\r", "\n")  # both are line ends in YAML and in editors
    lines = Lines(text)
    try:
        nodes = _Nodes(text, lines, file)
        data = nodes.document()
    except yaml.MarkedYAMLError as error:
        raise ProblemsError([_syntax_problem(error, text, lines, file)]) from None
    except ReaderError as error:
        what = f"not valid YAML: the character U+{error.character:04X} must be escaped"
        hint = "write it as an escape sequence in double quotes"
        raise ProblemsError([Problem(what, hint, location=Location(file, lines.number(error.position)))]) from None
    except (ValueError, OverflowError) as error:  # raised in the scanner: by `int`, for a directive, and by `chr`
        if "digits" in str(error):
            raise number_too_long(file) from None
        what, hint = "contains an invalid escape sequence", "use characters up to U+10FFFF"
        raise ProblemsError([Problem(what, hint, location=Location(file))]) from None
    wanted_lines = partial(_lines, text, lines, file)
    return Document(file, data, wanted_lines, nodes.sources, tuple(nodes.problems), frozenset(nodes.lost))


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, lines: Lines, file: str) -> Problem:
    words = ": ".join(filter(None, (error.context, error.problem)))
    # An unclosed part is reported where it begins.
    marks = (error.context_mark, error.problem_mark) if _HAS_NO_END.search(words) else (error.problem_mark,)
    at = next(mark for mark in (*marks, error.context_mark) if mark).index
    # YAML's own line and column count U+2028 and U+0085 as line ends.
    return syntax_problem("YAML", words, text, Location(file, lines.number(at), lines.column(at)))


_BOOLEAN_KEY = "on"
"""A key of events that is a boolean in YAML 1.1, but not in YAML 1.2."""


class _AllFoundError(Exception):
    """All wanted lines are known, so the rest of the text need not be read."""


def _lines(text: str, lines: Lines, file: str, wanted: Collection[Key]) -> dict[Key, int]:
    nodes = _Nodes(text, lines, file, wanted)
    with suppress(_AllFoundError):
        nodes.document()
    return nodes.wanted_lines


class _Nodes:
    """Builds data from YAML's events, and collects problems and the lines of the `wanted` keys."""

    def __init__(self, text: str, lines: Lines, file: str, wanted: Collection[Key] = ()) -> None:
        self.wanted_lines: dict[Key, int] = {}
        self.sources: dict[Key, str] = {}
        self.problems: list[Problem] = []
        self.lost: set[Key] = set()
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_LOADER))
        self._lines = lines
        self._file = file
        self._wanted = wanted
        self._resolver = Resolver()
        self._wrong_values = 0

    @property
    def _has_too_many_errors(self) -> bool:
        """Whether so many values are wrong that reading the rest would waste time."""
        return self._wrong_values > _MANY

    def document(self) -> object:
        """Return the data of the one document, or an empty table if it is empty."""
        data: object = None
        starts = (event for event in self._events if isinstance(event, yaml.DocumentStartEvent))
        for number, start in enumerate(starts):
            root = next(self._events)
            if number == 0:
                data = self._data(root, ())
            else:
                self._reject("starts a second document", "keep only one document, and remove this line", (), start)
                self._skip(root, 0)
            if self._has_too_many_errors:
                break
        return {} if data is None else data

    def _data(self, event: yaml.Event, key: Key) -> object:
        self._note(key, event)
        refusal = _refusal(event)
        if refusal:
            self._reject(*refusal, key, event)
            self._skip(event, len(key))
            return None
        if isinstance(event, yaml.MappingStartEvent):
            return self._table(event, key)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, key)
        return self._list(event, key)

    def _list(self, start: yaml.Event, key: Key) -> list[object]:
        self._refuse_depth(start, len(key) + 1)
        items: list[object] = []
        while not self._has_too_many_errors and not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._data(event, (*key, len(items))))
            self._wrong_values += isinstance(items[-1], (bool, dict, list))  # definitions only have lists of strings
        return items

    def _table(self, start: yaml.Event, key: Key) -> dict[str, object]:
        self._refuse_depth(start, len(key) + 1)
        table: dict[str, object] = {}
        lines: dict[str, int] = {}
        while not self._has_too_many_errors and not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name, line = _name(event), self._line(event)
            below = (*key, name)
            refusal = self._key_refusal(event)
            if refusal:
                self._reject(*refusal, below, event)
            elif name in lines:
                self._add(twice(f"on line {lines[name]}", below, Location(self._file, line)))
            else:
                lines[name] = line
                self._note(below, event)
                table[name] = self._data(next(self._events), below)
                continue
            self._skip(event, len(below))
            self._skip(next(self._events), len(below))
        return table

    def _key_refusal(self, event: yaml.Event) -> tuple[str, str] | None:
        """Return what is wrong with a key, and the fix."""
        if isinstance(event, yaml.AliasEvent):
            return "the key is an alias", _NO_ALIAS
        if not isinstance(event, yaml.ScalarEvent):
            return "the key is a list or a table", "use a string; put strings that begin with { or [ in quotes"
        tag = self._tag(event)
        if event.tag is None and tag == f"{_TAG}merge":
            return "is a merge key", "write the keys themselves; merge keys are not supported"
        if event.tag is None and tag != f"{_TAG}str" and event.value != _BOOLEAN_KEY:
            value = cut(event.value)
            return f"YAML does not read the key {value} as a string", f'put it in quotes: "{value}"'
        return _refusal(event)

    def _scalar(self, event: yaml.ScalarEvent, key: Key) -> object:
        tag = self._tag(event)
        if tag == f"{_TAG}str":
            return _joined(event.value)
        self.sources[key] = event.value
        if tag == f"{_TAG}bool":
            return event.value.lower() in _TRUE
        if tag not in _STAND_INS:  # `=` and `<<`
            self._reject(f"YAML treats {event.value} specially", f'put it in quotes: "{event.value}"', key, event)
            return None
        self._wrong_values += 1
        return _STAND_INS[tag]

    def _tag(self, event: yaml.ScalarEvent) -> str:
        """Return the tag that YAML derives from the text of a value."""
        tag: str = self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
        return tag

    def _skip(self, event: yaml.Event, depth: int) -> None:
        """Skip everything that begins with `event`, at that depth."""
        start = depth
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == start:
                return
            self._refuse_depth(event, depth)
            event = next(self._events)

    def _note(self, key: Key, event: yaml.Event) -> None:
        """Record the line of a key or an item if it is wanted; the line of a key comes before that of its value."""
        if key in self.wanted_lines:
            return
        if self._wanted and len(self.wanted_lines) == len(self._wanted):
            raise _AllFoundError
        if key in self._wanted:
            self.wanted_lines[key] = self._line(event)

    def _reject(self, what: str, hint: str, key: Key, event: yaml.Event) -> None:
        """Record the problem of a value that cannot be read, and that its key is lost."""
        self.lost.add(key)
        self._add(Problem(what, hint, key, Location(self._file, self._line(event))))

    def _add(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) > MAX_PROBLEMS:
            raise ProblemsError(self.problems)

    def _refuse_depth(self, event: yaml.Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise nested_too_deeply(self._file, self._line(event))

    def _line(self, event: yaml.Event) -> int:
        return self._lines.number(event.start_mark.index)  # type: ignore[union-attr]  # events from the parser have marks


def _refusal(event: yaml.Event) -> tuple[str, str] | None:
    """Return what is wrong with an alias, anchor or tag of a value or a key, and the fix; None if there is none."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        return f"is an alias, *{cut(str(anchor))}", _NO_ALIAS
    if anchor is not None:
        return f"has the anchor &{cut(anchor)}", _NO_ALIAS
    if tag is not None:
        return f"has the tag {cut(tag.replace(_TAG, '!!'))}", _NO_TAG
    return None


def _name(event: yaml.Event) -> str:
    return _joined(event.value) if isinstance(event, yaml.ScalarEvent) else "?"


def _joined(text: str) -> str:
    """Return the text with surrogate pairs, which YAML may write as two escapes, joined into one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
