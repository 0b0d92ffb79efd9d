"""Follow work that may take long: who does it hands its items through a `Track`, and whoever watches sees them pass.

>>> list(untracked(["a", "b"], "writing"))
['a', 'b']
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")


class Track(Protocol):
    """Gives the same items, in the same order, and sees when the work on each is done; `label` says what is done."""

    @abstractmethod
    def __call__(self, items: Sequence[_Item], label: str, /) -> Iterable[_Item]:
        """Give each of `items`."""


def untracked(items: Sequence[_Item], _label: str, /) -> Iterable[_Item]:
    """Give the items, and look at nothing."""
    return items
