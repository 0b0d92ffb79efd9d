"""Read JavaScript: the calls that send events, the tag, and the table of our own binding.

>>> read_script("if (window.rtp) rtp('send', 'event', { value: 'MyEvent' });", Deadline(60)).calls[0].value
'MyEvent'
"""

from __future__ import annotations

import re

from rtpsnippets.calls.broken import broken_calls
from rtpsnippets.calls.callees import Callees, MadeCall
from rtpsnippets.calls.deadline import Deadline
from rtpsnippets.calls.found import Call, Script
from rtpsnippets.calls.functions import is_later
from rtpsnippets.calls.syntax import Syntax
from rtpsnippets.calls.texts import Texts
from rtpsnippets.calls.unknown import UnknownError
from rtpsnippets.calls.variables import Variables
from rtpsnippets.errors import quoted
from rtpsnippets.names import HIDDEN_NAME

_NAME = re.compile(rf"\b{HIDDEN_NAME}\b")


def read_script(code: str, deadline: Deadline) -> Script:
    """Return what a piece of JavaScript does with the function `rtp`; its spans count the characters of `code`.

    What the code alone doesn't prove is unknown, with the reason. Raises `TooSlowError` at the deadline.
    """
    if not _NAME.search(code):
        return Script()
    syntax = Syntax(code, deadline)
    error = syntax.error()
    if error:
        return Script(tuple(broken_calls(syntax)), error=error)
    variables = Variables(syntax)
    texts = Texts(syntax, variables)
    calls = [_call(syntax, texts, call) for call in Callees(syntax, variables).calls() if _may_send(texts, call)]
    return Script(tuple(calls))


def _may_send(texts: Texts, call: MadeCall) -> bool:
    given = call.arguments[:2]
    return len(given) + call.is_open >= 2 and all(map(_is_or_may_be, [texts] * 2, given, ("send", "event")))


def _is_or_may_be(texts, node, word) -> bool:
    try:
        return texts.text(node) == word
    except UnknownError:
        return node.type not in {"number", "function_expression", "arrow_function", "object", "array"}


def _call(syntax: Syntax, texts: Texts, call: MadeCall) -> Call:
    span = syntax.span(call.node)
    try:
        sent = _sent(syntax, texts, call)
        values, reason = (sent,) if isinstance(sent, str) else sent, ""
    except UnknownError as error:
        sent, values, reason = "", None, str(error)
    return Call(span, values, reason, isinstance(sent, tuple), is_later=is_later(call.path))


def _sent(syntax: Syntax, texts: Texts, call: MadeCall) -> tuple[str, ...] | str:
    if call.way:
        raise UnknownError(call.way)
    for node in call.arguments[:2]:
        try:
            texts.text(node)
        except UnknownError:
            raise UnknownError(f"is perhaps none of an event: {quoted(syntax.text(call.node))}") from None
    if len(call.arguments) < 3:
        raise UnknownError("stands in arguments that aren't written out" if call.is_open else "is missing")
    return texts.sent(call.arguments[2])
