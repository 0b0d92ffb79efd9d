"""Put what is found in a piece of code where that stands in its file.

>>> placed(Script(error=Span(0, 1)), lambda index: index + 10).error
Span(start=10, end=11)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rtpsnippets.calls.found import Script, Span


def placed(script: Script, place: Callable[[int], int]) -> Script:
    """The same script, with all spans moved by `place`, from an offset in the code to one in the file."""

    def moved(span: Span) -> Span:
        return Span(place(span.start), place(span.end))

    bound = script.bound
    return replace(
        script,
        calls=tuple(replace(call, span=moved(call.span)) for call in script.calls),
        stubs=tuple(replace(stub, span=moved(stub.span)) for stub in script.stubs),
        bound=None if bound is None else tuple(replace(event, span=moved(event.span)) for event in bound),
        error=script.error and moved(script.error),
    )
