"""Tell whether code does nothing but send events: then a button or a link of ours can do the same in its place.

>>> code = "if (window.rtp) rtp('send', 'event', { value: 'x' });"
>>> does_nothing_else(code, [Span(16, 52)], is_guarded=True)
True
>>> does_nothing_else(f"{code} close()", [Span(16, 52)], is_guarded=True)
False
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rtpsnippets.calls.found import Span

_CALL = "\ufffc"  # stands for each call that is known
_TEXT = r"'[^'\\\n]*+'|\"[^\"\\\n]*+\""
_TEXTS = rf"(?:{_TEXT}|\[(?:\s*+(?:{_TEXT})\s*+,?)*+\s*+\])"
_CHECK = re.compile(
    r"\b(?:if|rtp|window|self|top|parent|globalThis|this|typeof|undefined|null|in)\b"
    r"|(['\"`])(?:function|undefined|rtp)\1|&&|[!=]==?|!!|[.\[\]]"
)
_NOTHING = re.compile(
    rf"{_CALL}|[\s;,(){{}}]|\bvoid\b|//[^\n\r\u2028\u2029]*+|/\*(?s:.*?)\*/"
    rf"|\breturn\s+{_CALL}[\s;]*\Z"  # what follows it is never reached
    # The data of a call, which the documentation of the API puts into a variable.
    rf"|\b(?:var|let|const)\s+[\w$]++\s*+=\s*+\{{\s*+(?:value|'value'|\"value\")\s*+:\s*+{_TEXTS}\s*+,?\s*+\}}"
)


def does_nothing_else(code: str, calls: Sequence[Span], *, is_guarded: bool) -> bool:
    """Tell whether `code`, which is right, has besides `calls` only checks for the function, and the data of calls.

    `is_guarded` says that all of the calls stand behind such a check. What isn't plainly so, is not.
    """
    rest = _without(code, calls)
    at = 0
    while found := _NOTHING.match(rest, at) or (_CHECK.match(rest, at) if is_guarded else None):
        at = found.end()
    return bool(calls) and at == len(rest)


def _without(code: str, calls: Sequence[Span]) -> str:
    parts: list[str] = []
    at = 0
    for call in calls:
        parts += (code[at : call.start], _CALL)
        at = call.end
    return "".join([*parts, code[at:]])
