"""Randomly mutate known contents: the same for the same seed, on every machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random
from typing import TypeVar

_Item = TypeVar("_Item")

_TEXT = re.compile(rb'"[^"\n]*"|[\w.-]+')
"""Usually matches a string, a key or a number."""


class Mutated(Iterator[bytes]):
    """An endless series of contents, each made from one or two known ones, with at most `most` bytes.

    Half of them are made from `good`; `tokens` are put into them, and `brackets` around parts.
    """

    def __init__(  # noqa: PLR0913 (all that chance chooses of)
        self,
        seed: str,
        *,
        good: Sequence[bytes],
        hostile: Iterable[bytes],
        tokens: Iterable[str],
        brackets: Sequence[tuple[bytes, bytes]],
        depths: Sequence[int],
        most: int,
    ) -> None:
        # A string as the seed: `Random` treats it the same everywhere.
        self._random = Random(seed)  # noqa: S311 (nothing is secret here)
        self._tokens = [token.encode("utf-8", "surrogatepass") for token in tokens]
        self._good = good
        self._known = [content for content in [*good, *hostile] if len(content) <= most]
        self._brackets = brackets
        self._depths = depths
        self._most = most

    def __next__(self) -> bytes:
        content = self._one_of(self._good if self._below(2) == 0 else self._known)
        for _ in range(self._one_of((1, 1, 1, 2, 4))):
            content = self._one_of(self._CHANGES)(self, content)[: self._most]
        return content

    def _below(self, number: int) -> int:
        # Only `random` is guaranteed to give the same results in every Python version.
        return int(self._random.random() * number)

    def _one_of(self, items: Sequence[_Item]) -> _Item:
        return items[self._below(len(items))]

    def _part(self, content: bytes) -> tuple[int, int]:
        """The start and end of a part of `content`, usually a short one."""
        start = self._below(len(content) + 1)
        longest = self._one_of((1, 1, 4, 16, len(content)))
        return start, min(start + 1 + self._below(longest), len(content))

    def _flip_a_bit(self, content: bytes) -> bytes:
        if not content:
            return content
        at = self._below(len(content))
        return content[:at] + bytes([content[at] ^ 1 << self._below(8)]) + content[at + 1 :]

    def _put_a_byte(self, content: bytes) -> bytes:
        at = self._below(len(content) + 1)
        return content[:at] + bytes([self._below(256)]) + content[at + self._below(2) :]

    def _put_a_token(self, content: bytes) -> bytes:
        at = self._below(len(content) + 1)
        return content[:at] + self._one_of(self._tokens) + content[at:]

    def _put_a_token_for_a_part(self, content: bytes) -> bytes:
        start, end = self._part(content)
        return content[:start] + self._one_of(self._tokens) + content[end:]

    def _put_a_token_for_a_text(self, content: bytes) -> bytes:
        return self._change_a_text(content, self._one_of(self._tokens))

    def _put_a_token_into_quotes(self, content: bytes) -> bytes:
        return self._change_a_text(content, b'"' + self._one_of(self._tokens) + b'"')

    def _put_another_text(self, content: bytes) -> bytes:
        texts = _TEXT.findall(self._one_of(self._known))
        return self._change_a_text(content, self._one_of(texts)) if texts else content

    def _change_a_text(self, content: bytes, text: bytes) -> bytes:
        found = list(_TEXT.finditer(content))
        if not found:
            return content
        start, end = self._one_of(found).span()
        return content[:start] + text + content[end:]

    def _delete_a_part(self, content: bytes) -> bytes:
        start, end = self._part(content)
        return content[:start] + content[end:]

    def _double_a_part(self, content: bytes) -> bytes:
        start, end = self._part(content)
        return content[:end] + content[start:end] * (1 + self._below(3)) + content[end:]

    def _move_a_part(self, content: bytes) -> bytes:
        start, end = self._part(content)
        rest = content[:start] + content[end:]
        at = self._below(len(rest) + 1)
        return rest[:at] + content[start:end] + rest[at:]

    def _double_a_line(self, content: bytes) -> bytes:
        lines = content.split(b"\n")
        at = self._below(len(lines))
        return b"\n".join([*lines[:at], lines[at], *lines[at:]])

    def _cut_off(self, content: bytes) -> bytes:
        return content[: self._below(len(content) + 1)]

    def _splice(self, content: bytes) -> bytes:
        other = self._one_of(self._known)
        return content[: self._below(len(content) + 1)] + other[self._below(len(other) + 1) :]

    def _put_in(self, content: bytes) -> bytes:
        """Replace a part by another document."""
        start, end = self._part(content)
        return content[:start] + self._one_of(self._known) + content[end:]

    def _nest(self, content: bytes) -> bytes:
        start, end = self._part(content)
        opening, closing = self._one_of(self._brackets)
        times = 1 + self._below(self._one_of(self._depths))
        return content[:start] + opening * times + content[start:end] + closing * times + content[end:]

    _CHANGES: tuple[Callable[[Mutated, bytes], bytes], ...] = (
        _flip_a_bit,
        _put_a_byte,
        _put_a_token,
        _put_a_token_for_a_part,
        _put_a_token_for_a_text,
        _put_a_token_into_quotes,
        _put_another_text,
        _delete_a_part,
        _double_a_part,
        _move_a_part,
        _double_a_line,
        _cut_off,
        _splice,
        _put_in,
        _nest,
    )
