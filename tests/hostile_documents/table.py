"""Types and helpers for the tables of hostile documents.

>>> joined(3, '"k@": 0')
'"k0": 0, "k1": 0, "k2": 0'
>>> fill('"x"', 12)
'"x","x","x"'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

MANY = 10_000
DIGITS = "9" * 5000

Small = Mapping[str | None, Mapping[str, str]]
"""The texts by name, by a part of their error message; under None those that are accepted."""

Large = Mapping[str, tuple[str | None, Callable[[], str]]]
"""The same for texts that take long to read: each is made when it is needed."""


def joined(times: int, text: str, between: str = ", ") -> str:
    """Repeat the text so many times, each time with another number in place of `@`."""
    return between.join(text.replace("@", str(number)) for number in range(times))


def fill(text: str, size: int, between: str = ",") -> str:
    """Repeat the text as often as it fits into `size` bytes."""
    return between.join([text] * (size // len(f"{text}{between}".encode())))
