"""Read JavaScript: the calls that send events, the RTP tag, and the events of a generated binding.

>>> read_script("if (window.rtp) rtp('send', 'event', { value: 'MyEvent' });", Deadline(60)).calls[0].value
'MyEvent'
>>> from rtpsnippets.limits import Deadline
>>> from rtpsnippets.site.javascript.scopes import Variables
>>> code = "(function () { var t = { 'a': { calls: ['x'] } }, N = 'rtpsnippets binding'; })()"
>>> syntax = Syntax(code, Deadline(60))
>>> [row.id for row in Bindings(syntax, Values(syntax, Variables(syntax))).rows()]
['a']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from tree_sitter import Node

from rtpsnippets.display import quoted
from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.functions import FUNCTIONS, is_later
from rtpsnippets.site.javascript.guards import Guards
from rtpsnippets.site.javascript.mentions import mentions_in
from rtpsnippets.site.javascript.model import BoundEvent, Call, Mention, Script, Span, Trigger, UnknownError
from rtpsnippets.site.javascript.rtp_calls import Callees, RtpCall
from rtpsnippets.site.javascript.scopes import Variables
from rtpsnippets.site.javascript.sequences import does_nothing_else, runs
from rtpsnippets.site.javascript.syntax import Syntax, child, parts
from rtpsnippets.site.javascript.syntax_errors import BROKEN, UNPARSABLE, broken_calls, first_mistake
from rtpsnippets.site.javascript.tag import Stubs
from rtpsnippets.site.javascript.triggers import Triggers
from rtpsnippets.site.javascript.values import Values
from rtpsnippets.web.reserved_names import HIDDEN_NAME

_GIVEN = 2  # the arguments "send" and "event" before the data
_OPEN = "comes from a spread argument"
_NO_TEXTS = frozenset(("number", "function_expression", "arrow_function", "object", "array"))
_NO_CODE = frozenset(("comment", "html_comment", "jsx_text"))
_TEXTS = frozenset(("escape_sequence", "regex_pattern", "string_fragment", "template_string"))
_SHORT = 5_000
"""The maximum length of code in the cache, with the strings that it builds."""
_MOST = 500
_READ: dict[tuple[str, bool], Script] = {}
"""A cache: the pages of a site share their tag and their buttons."""
_NAME = re.compile(rf"\b{HIDDEN_NAME}\b")


def read_script(code: str, deadline: Deadline, *, has_markup: bool = False) -> Script:
    """Return what a piece of JavaScript does with the function `rtp`; its spans are offsets in `code`.

    A value that the code alone does not determine is unknown, with the reason. `has_markup` allows JSX.
    Raises `TooSlowError` at the deadline, and `MemoryError` if parsing takes too much memory.
    """
    if not _NAME.search(code):
        return Script()
    key = (code, has_markup)
    if key in _READ:
        return _READ[key]
    before = deadline.text
    script = _read(code, deadline, has_markup=has_markup)
    if len(code) + deadline.text - before <= _SHORT:
        if len(_READ) == _MOST:
            _READ.clear()
        _READ[key] = script
    return script


def _read(code: str, deadline: Deadline, *, has_markup: bool) -> Script:
    syntax = Syntax(code, deadline)
    error = first_mistake(syntax, has_markup=has_markup)
    if error or syntax.root.has_error:
        return Script(tuple(broken_calls(syntax, BROKEN if error else UNPARSABLE)), error=error)
    return _Reader(syntax).script()


class _Reader:
    """Reads code without syntax errors."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._variables = Variables(syntax)
        self._callees = Callees(syntax, self._variables)
        self._called = list(self._callees.calls())
        self._values = Values(syntax, self._variables, {call.node.id for call in self._called})
        self._guards = Guards(syntax)
        self._triggers = Triggers(syntax, self._variables, self._values)

    def script(self) -> Script:
        stubs = tuple(Stubs(self._syntax, self._callees).found())
        bindings = Bindings(self._syntax, self._values)
        known = [*(stub.span for stub in stubs), *bindings.spans]
        called = [call for call in self._called if not self._is_in(call, known)]
        found = [(call, self._is_refresh(call)) for call in called]
        found = [(call, is_refresh) for call, is_refresh in found if is_refresh or self._may_send(call)]
        numbers = runs(self._syntax, [(call.path, is_refresh) for call, is_refresh in found])
        sending = [call for call, is_refresh in found if not is_refresh]
        calls = [self._call(call, number) for call, number in zip(sending, numbers, strict=True)]
        is_all_known = does_nothing_else(
            self._syntax.code,
            [self._syntax.span(call.node) for call, _ in found],
            is_guarded=all(call.is_guarded for call in calls),
        )
        return Script(
            tuple(calls),
            stubs,
            _rows(bindings) if bindings.spans else None,
            is_all_known=is_all_known,
            mentions=tuple(self._mentions([*known, *(self._syntax.span(call.node) for call in self._called)])),
        )

    def _mentions(self, known: Iterable[Span]) -> Iterator[Mention]:
        """Yield the mentions of a call outside of comments, `known` spans and uses of the function itself."""
        spans = sorted(known, key=lambda span: span.start)
        starts = [span.start for span in spans]
        ends = list(accumulate((span.end for span in spans), max))
        for span in mentions_in(self._syntax.code):
            path = self._syntax.path(span.start)
            before = bisect_left(starts, span.end)
            is_known = before > 0 and ends[before - 1] > span.start
            if not is_known and path[-1].type not in _NO_CODE and self._callees.named(path) is None:
                around = path[-2:] if path[-1].type in _TEXTS and path[-3].type != "jsx_attribute" else []
                yield Mention(span, any(span.end < self._syntax.end(node) for node in around))

    def _is_in(self, call: RtpCall, spans: Iterable[Span]) -> bool:
        self._syntax.deadline.check()
        at = self._syntax.start(call.node)
        return any(span.start <= at < span.end for span in spans)

    def _call(self, call: RtpCall, place: tuple[int, bool]) -> Call:
        self._variables.shared.clear()
        sent, reason = self._sent(call)
        shared = tuple(sorted(self._variables.shared))
        return Call(
            self._syntax.span(call.node),
            (sent,) if isinstance(sent, str) else sent,
            reason,
            isinstance(sent, tuple),
            run=place[0],
            is_later=is_later(call.path),
            is_guarded=call.is_optional or self._guards.is_guarded(call.path),
            is_refreshed=place[1],
            shared=shared,
            trigger=self._triggers.of(call.path),
        )

    def _sent(self, call: RtpCall) -> tuple[tuple[str, ...] | str | None, str]:
        """Return what a call sends, or None and why that is unknown."""
        unsure = f"is unknown: this call might not send an event: {quoted(self._syntax.text(call.node))}"
        try:
            if call.reason:
                return None, call.reason
            if None in map(self._known, call.arguments[:2]) or len(call.arguments) < _GIVEN:
                return None, unsure
            if len(call.arguments) == _GIVEN:
                return None, _OPEN if call.is_open else "is missing"
            return self._values.sent(call.arguments[_GIVEN]), ""
        except UnknownError as error:
            return None, str(error)

    def _is_refresh(self, call: RtpCall) -> bool:
        """Return whether a call is `rtp('get', 'campaign', true)`."""
        given = call.arguments
        is_get = [self._known(node) for node in given[:_GIVEN]] == ["get", "campaign"]
        return is_get and len(given) > _GIVEN and self._syntax.text(given[_GIVEN]) in {"true", "!0"}

    def _may_send(self, call: RtpCall) -> bool:
        given = call.arguments[:_GIVEN]
        may_be_event = all(map(self._may_be, given, ("send", "event")))
        return may_be_event and (len(given) == _GIVEN or call.is_open)

    def _may_be(self, node: Node, text: str) -> bool:
        return self._known(node) in {text, None} and node.type not in _NO_TEXTS

    def _known(self, node: Node) -> str | None:
        try:
            return self._values.text(node)
        except UnknownError:
            return None


def _rows(bindings: Bindings) -> tuple[BoundEvent, ...]:
    """Return the rows of the tables; none if a build tool has changed a table too much."""
    try:
        return tuple(bindings.rows())
    except UnknownError:
        return ()


_BINDING_NAME = "rtpsnippets binding"
_USUAL = Trigger("click")
_EXPONENT = re.compile("e([1-4])$")
_ROW = ("program", "object", "pair", "object", "pair", "property_identifier")


class Bindings:
    """The bindings in a piece of code."""

    def __init__(self, syntax: Syntax, values: Values) -> None:
        self._syntax = syntax
        self._values = values
        self.spans = tuple(dict.fromkeys(self._found()))

    def rows(self) -> Iterator[BoundEvent]:
        """Yield each event that the bindings can send; raise `UnknownError` if a table cannot be read."""
        for span in self.spans:
            for at in self._syntax.words("calls", span.start, span.end):
                path = self._syntax.path(at)
                if tuple(node.type for node in path[-5:]) == _ROW[1:]:
                    yield self._row(path[-4], path[-3])

    def _found(self) -> Iterator[Span]:
        at = self._syntax.code.find(_BINDING_NAME)
        while at >= 0:
            path = self._syntax.path(at)
            if path[-1].type == "string_fragment":
                function = next((node for node in path if node.type in FUNCTIONS), path[0])
                yield self._syntax.span(function)
            at = self._syntax.code.find(_BINDING_NAME, at + 1)

    def _row(self, member: Node, row: Node) -> BoundEvent:
        fields = {self._name(part): child(part, "value") for part in parts(row) if part.type == "pair"}
        calls = tuple(self._values.value(batch) for batch in parts(fields["calls"]))
        seconds = self._syntax.text(fields["seconds"]) if "seconds" in fields else "0"
        seconds = _EXPONENT.sub(lambda exponent: "0" * int(exponent[1]), seconds)  # a minifier writes 3000 as 3e3
        on = self._text(fields, "on") if seconds == "0" else f"after {seconds}s"
        trigger = Trigger(on or "click", self._text(fields, "selector"))
        return BoundEvent(self._syntax.span(member), self._name(member), calls, None if trigger == _USUAL else trigger)

    def _text(self, fields: dict[str, Node], name: str) -> str:
        return self._values.text(fields[name]) if name in fields else ""

    def _name(self, member: Node) -> str:
        key = child(member, "key")
        return self._values.text(key) if key.type == "string" else self._syntax.text(key)
