"""Put what the codes of a page do into the order in which it happens.

Codes that run when they are read come first, then those that are deferred, each in the order of the page. When one
comes that is asynchronous, or what stands in a function or a handler, nobody knows: after the others at the best.
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
    """A call or a tag, its place on the page, and the moment of the code that it stands in."""

    act: Call | Stub
    span: Span
    moment: str

    @property
    def has_its_turn(self) -> bool:
        """Whether it is known when it happens."""
        return not self.act.is_later and self.moment in _TURNS


@dataclass(frozen=True, slots=True)
class Loaded:
    """A code of a page, or what stands in a script of the site that the page loads there, by its path in the site."""

    at: Code
    codes: tuple[Code, ...]
    path: str = ""

    @property
    def acts(self) -> Iterator[Call | Stub]:
        """The calls and tags, in the order of the code."""
        for code in self.codes:
            acts: list[Call | Stub] = [*code.script.calls, *code.script.stubs]
            yield from sorted(acts, key=lambda act: act.span.start)

    @property
    def bound(self) -> list[tuple[BoundEvent, ...]]:
        """The tables of the bindings."""
        return [code.script.bound for code in self.codes if code.script.bound is not None]

    @property
    def does_something(self) -> bool:
        """Whether it is the tag, or sends events."""
        return bool(self.bound) or next(self.acts, None) is not None


def steps_of(loaded: Iterable[Loaded]) -> list[Step]:
    """What the codes do that the page's own policy lets run, in order."""
    steps = [
        Step(act, each.at.span if each.path else act.span, each.at.moment)
        for each in loaded
        if not each.at.blocked
        for act in each.acts
    ]
    # Sorting keeps the order of those that are alike.
    return sorted(steps, key=lambda step: _TURNS[step.moment] if step.has_its_turn else _LAST)
