"""Report the progress of long work: its loop gets the items from a `Track`, which notices each one.

>>> list(untracked(["a", "b"], "writing"))
['a', 'b']
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")


class Track(Protocol):
    """Yields the items unchanged, so that it notices when each one is done; `label` describes the work."""

    @abstractmethod
    def __call__(self, items: Sequence[_Item], label: str, /) -> Iterable[_Item]:
        """Yield each of `items`."""


def untracked(items: Sequence[_Item], _label: str, /) -> Iterable[_Item]:
    """Return the items without reporting anything."""
    return items
