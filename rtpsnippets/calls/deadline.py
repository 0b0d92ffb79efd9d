"""The time that one file may take: nothing on a site may hold up the reading of the rest.

>>> Deadline(60).check()
"""

from __future__ import annotations

import time


class TooSlowError(Exception):
    """A file took longer to read than it may."""


class Deadline:
    """The moment, some `seconds` from now, at which the reading of a file ends."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def is_over(self) -> bool:
        """Whether the time is over."""
        return time.monotonic() > self._end

    def check(self) -> None:
        """Raise `TooSlowError` if the time is over."""
        if self.is_over:
            raise TooSlowError
