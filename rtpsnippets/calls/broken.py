"""Find what is meant as a call in code that is no JavaScript: a browser runs nothing of it.

>>> from rtpsnippets.calls.deadline import Deadline
>>> [call.reason for call in broken_calls(Syntax("rtp('send', 'event', { value: 'it's' })", Deadline(60)), BROKEN)]
['stands in code with a syntax error']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from rtpsnippets.calls.found import Call, Span
from rtpsnippets.calls.functions import is_later
from rtpsnippets.calls.syntax import Syntax
from rtpsnippets.names import HIDDEN_NAME

BROKEN = "stands in code with a syntax error"
DARK = "stands in code that isn't understood"

_CALL = re.compile(
    rf"(?<![\w$])(?:(?:window|self|globalThis|top|parent)\s*+\??\.\s*+){{0,3}}(?<![\w$]){HIDDEN_NAME}\s*+(?:\?\.\s*+)?\("
    r"\s*+['\"`]send['\"`]\s*+,\s*+['\"`]event['\"`]"
)
_NO_CODE = frozenset(("comment", "html_comment", "string_fragment"))


def broken_calls(syntax: Syntax, reason: str) -> Iterator[Call]:
    """Yield a call for everything that is meant to send an event, but for what stands in comments and whole strings."""
    for number, found in enumerate(_CALL.finditer(syntax.code)):
        path = syntax.path(found.start())
        if path[-1].type not in _NO_CODE or any(map(_is_error, path)):
            yield Call(Span(*found.span()), None, reason, run=number, is_later=is_later(path))


def _is_error(node: Node) -> bool:
    return node.is_error
