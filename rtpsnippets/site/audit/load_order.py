"""Put the calls and tags of a page into the order in which they run.

Code that runs as it is parsed comes first, then deferred code, both in page order. Asynchronous code, functions
and handlers run at an unknown time, so they come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rtpsnippets.site.javascript.model import BoundEvent, Call, Span, Stub
from rtpsnippets.site.model import DEFERRED, NOW, Code

_TURNS: Mapping[str, int] = {NOW: 0, DEFERRED: 1}
_LAST = 2


@dataclass(frozen=True, slots=True)
class Step:
    """A call or a tag, its location on the page, and the timing of its code."""

    act: Call | Stub
    span: Span
    timing: str

    @property
    def has_known_turn(self) -> bool:
        """Whether its place in the order is known."""
        return not self.act.is_later and self.timing in _TURNS


@dataclass(frozen=True, slots=True)
class Loaded:
    """Code on a page, or the code of a script that the page loads at that point, with its path in the site."""

    at: Code
    codes: tuple[Code, ...]
    path: str = ""

    @property
    def acts(self) -> Iterator[Call | Stub]:
        """The calls and tags in code order."""
        for code in self.codes:
            acts: list[Call | Stub] = [*code.script.calls, *code.script.stubs]
            yield from sorted(acts, key=lambda act: act.span.start)

    @property
    def bound(self) -> list[tuple[BoundEvent, ...]]:
        """The event tables of the bindings."""
        return [code.script.bound for code in self.codes if code.script.bound is not None]

    @property
    def does_something(self) -> bool:
        """Whether it is the tag or sends events."""
        return bool(self.bound) or next(self.acts, None) is not None


def steps_of(loaded: Iterable[Loaded]) -> list[Step]:
    """Return the calls and tags that the page's own policy allows, in the order in which they run."""
    steps = [
        Step(act, each.at.span if each.path else act.span, each.at.timing)
        for each in loaded
        if not each.at.blocked
        for act in each.acts
    ]
    # The sort is stable, so each group stays in page order.
    return sorted(steps, key=lambda step: _TURNS[step.timing] if step.has_known_turn else _LAST)
