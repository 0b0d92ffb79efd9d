"""What the computed documents of all formats are made with.

>>> joined(3, '"k@": 0')
'"k0": 0, "k1": 0, "k2": 0'
>>> fill('"x"', 12)
'"x","x","x"'
"""

from __future__ import annotations

MANY = 10_000


def joined(times: int, text: str, between: str = ", ") -> str:
    """The text so many times, each time with another number in the place of `@`."""
    return between.join(text.replace("@", str(number)) for number in range(times))


def fill(text: str, size: int, between: str = ",") -> str:
    """The text as often as it fits into `size` bytes."""
    return between.join([text] * (size // len(f"{text}{between}".encode())))
