"""A bug that can be planted: what it would break, and the tests that must see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Bug(NamedTuple):
    """What is wrong, the file, the text in it, what stands there instead, and the tests that must see it."""

    what: str
    file: str
    text: str
    becomes: str
    tests: Sequence[str]
