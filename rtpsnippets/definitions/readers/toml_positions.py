"""Find the keys and list items that each TOML statement sets, with their positions.

The standard library reports no positions. The text has already been parsed, so it is valid, or it is cut
off after a duplicate key: scanning strings, comments, brackets and keys is enough.

>>> [(key, at) for statement in statements('a = { b = ["x"] }', {("a", "b", 0)}) for key, at in statement.found]
[(('a', 'b', 0), 11)]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from typing import NamedTuple

from rtpsnippets.errors import Key

_TEXT = r'"(?:[^"\\\n]|\\.)*+"' + r"|'[^'\n]*+'"
# The string itself may end with one or two quotes.
_LINES = r'"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}' + r"|'{3}(?:[^']|'{1,2}(?!'))*+'{3,5}"

NAME = rf"[A-Za-z0-9_-]++|{_TEXT}"
"""The pattern of a name in a key."""

_NAME = re.compile(NAME)
_SCALAR = re.compile(rf"(?s:{_LINES}|{_TEXT})|[^\[\]{{}},#\"'\n]++")
_BRACKET = re.compile(rf"(?s:{_LINES}|{_TEXT})|#[^\n]*+|[\[\]{{}}]")
_SPACE = r"(?:[ \t\n]|#[^\n]*+)*+"
_BEFORE_STATEMENT = re.compile(_SPACE)
_HEADER_START = re.compile(r"\[{1,2}[ \t]*+")
_HEADER_END = re.compile(r"[ \t]*+\]{0,2}")
_DOT = re.compile(r"(?:[ \t]*+\.[ \t]*+)?")
_EQUALS = re.compile(r"[ \t]*+=[ \t]*+")
_OPENING = re.compile(rf"[\[{{]{_SPACE}")
_COMMA = re.compile(rf"{_SPACE},?{_SPACE}")


class Statement(NamedTuple):
    """A header, or a key with its value, and where it begins.

    `own` is the key that it sets. `found` contains the wanted keys and list items that it sets, including its own
    key and the keys above, with their positions. A `[[header]]` begins an item of a list.
    """

    own: Key
    at: int
    found: list[tuple[Key, int]]


def statements(text: str, wanted: Collection[Key] = ()) -> Iterator[Statement]:
    """Yield each statement of `text` with its `wanted` keys; raises `ValueError` for an unclosed brace or bracket."""
    scanner = _Scanner(text, wanted)
    while scanner.is_before_statement():
        yield scanner.statement()


class _Scanner:
    """Goes through the text once and records what it finds."""

    def __init__(self, text: str, wanted: Collection[Key]) -> None:
        self._text = text
        self._wanted = wanted
        self._last_wanted = _last_wanted(wanted)
        self._at = 0
        self._table: Key = ()
        self._items: dict[Key, int] = {}
        self._found: list[tuple[Key, int]] = []

    def is_before_statement(self) -> bool:
        self._take(_BEFORE_STATEMENT)
        return self._at < len(self._text)

    def statement(self) -> Statement:
        at, self._found = self._at, []
        own = self._header() if self._text.startswith("[", at) else self._key_and_value(self._table)
        return Statement(own, at, self._found)

    def _header(self) -> Key:
        at = self._at
        own: Key = ()
        is_array = self._take(_HEADER_START).startswith("[[")
        for name in self._names():
            own = (*own, *self._last_item(own), name)
            self._note(own, at)
        self._take(_HEADER_END)
        self._table = own
        if not is_array:
            return own
        self._items[own] = self._items.get(own, 0) + 1
        self._table = (*own, *self._last_item(own))
        self._note(self._table, at)
        # The first item creates the array.
        return own if self._items[own] == 1 else self._table

    def _last_item(self, key: Key) -> Key:
        """Return the index of the last item if the key is an array of tables: names below it belong to that item."""
        return (self._items[key] - 1,) if key in self._items else ()

    def _key_and_value(self, above: Key) -> Key:
        at, own = self._at, above
        for name in self._names():
            own = (*own, name)
            self._note(own, at)
        self._take(_EQUALS)
        self._value(own)
        return own

    def _names(self) -> list[str]:
        """Return the names in a dotted key."""
        names = [self._name()]
        while self._take(_DOT):
            names.append(self._name())
        return names

    def _name(self) -> str:
        name = self._take(_NAME)
        if not name.startswith(("'", '"')):
            return name
        text: str = tomllib.loads(f"_ = {name}")["_"]
        return text

    def _value(self, key: Key) -> None:
        opening = self._text[self._at : self._at + 1]
        if opening not in ("[", "{"):
            self._take(_SCALAR)
        elif opening == "[" and key in self._last_wanted:
            self._list(key)
        elif opening == "{" and key in self._last_wanted:
            self._inline_table(key)
        else:
            self._skip_brackets()

    def _list(self, key: Key) -> None:
        """Skip a list, and look into its items up to the last wanted one."""
        self._take(_OPENING)
        item = 0
        while item <= self._last_wanted[key] and not self._text.startswith("]", self._at):
            self._note((*key, item), self._at)
            self._value((*key, item))
            self._take(_COMMA)
            item += 1
        self._skip_brackets(1)

    def _inline_table(self, key: Key) -> None:
        self._take(_OPENING)
        while not self._text.startswith("}", self._at):
            self._key_and_value(key)
            self._take(_COMMA)
        self._at += 1

    def _skip_brackets(self, open_brackets: int = 0) -> None:
        """Skip a whole list or table, or the rest of the open ones."""
        for found in _BRACKET.finditer(self._text, self._at):
            open_brackets += (found[0] in ("[", "{")) - (found[0] in ("]", "}"))
            if not open_brackets:
                self._at = found.end()
                return
        raise ValueError("a bracket is not closed")

    def _note(self, key: Key, at: int) -> None:
        if key in self._wanted:
            self._found.append((key, at))

    def _take(self, pattern: re.Pattern[str]) -> str:
        found: re.Match[str] = pattern.match(self._text, self._at)  # type: ignore[assignment]  # the text is valid up to here
        self._at = found.end()
        return found[0]


def _last_wanted(wanted: Collection[Key]) -> dict[Key, int]:
    """Return, for each key above a wanted one, the last wanted list item directly below it, or -1."""
    last: dict[Key, int] = {}
    for key in wanted:
        for end, part in enumerate(key):
            last[key[:end]] = max(last.get(key[:end], -1), part if isinstance(part, int) else -1)
    return last
