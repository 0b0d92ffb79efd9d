"""What the tables of hostile documents are made of.

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
"""The texts by their names, by words of the message that refuses them; None has those that are accepted."""

Large = Mapping[str, tuple[str | None, Callable[[], str]]]
"""The same of texts that are a load to read: each is made when it is needed."""


def joined(times: int, text: str, between: str = ", ") -> str:
    """The text so many times, each time with another number in the place of `@`."""
    return between.join(text.replace("@", str(number)) for number in range(times))


def fill(text: str, size: int, between: str = ",") -> str:
    """The text as often as it fits into `size` bytes."""
    return between.join([text] * (size // len(f"{text}{between}".encode())))
