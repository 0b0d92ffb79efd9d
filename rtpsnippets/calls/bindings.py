"""Read the table of a binding that `rtpsnippets build` made, alone or in a bundle, minified or not.

>>> from rtpsnippets.calls.deadline import Deadline
>>> from rtpsnippets.calls.variables import Variables
>>> code = "(function () { var t = { 'a': { calls: ['x'] } }, N = 'rtpsnippets binding'; })()"
>>> syntax = Syntax(code, Deadline(60))
>>> [row.id for row in Bindings(syntax, Texts(syntax, Variables(syntax))).rows()]
['a']
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from rtpsnippets.calls.found import BoundEvent, Span
from rtpsnippets.calls.syntax import Syntax, child, parts
from rtpsnippets.calls.texts import Texts
from rtpsnippets.calls.uses import FUNCTIONS

_NAME = "rtpsnippets binding"
_ROW = ("program", "object", "pair", "object", "pair", "property_identifier")


class Bindings:
    """The functions of a piece of code that are bindings."""

    def __init__(self, syntax: Syntax, texts: Texts) -> None:
        self._syntax = syntax
        self._texts = texts
        self.spans = tuple(dict.fromkeys(self._found()))

    def rows(self) -> Iterator[BoundEvent]:
        """Yield each event that the bindings can send; raises `UnknownError` if a table can't be read."""
        for span in self.spans:
            for at in self._syntax.words("calls", span.start, span.end):
                path = self._syntax.path(at)
                if tuple(node.type for node in path[-5:]) == _ROW[1:]:
                    yield self._row(path[-4], path[-3])

    def _found(self) -> Iterator[Span]:
        at = self._syntax.code.find(_NAME)
        while at >= 0:
            path = self._syntax.path(at)
            if path[-1].type == "string_fragment":
                function = next((node for node in path if node.type in FUNCTIONS), path[0])
                yield self._syntax.span(function)
            at = self._syntax.code.find(_NAME, at + 1)

    def _row(self, member: Node, row: Node) -> BoundEvent:
        fields = {self._name(part): child(part, "value") for part in parts(row) if part.type == "pair"}
        calls = tuple(self._texts.value(batch) for batch in parts(fields["calls"]))
        selects = self._text(fields, "selector") != "" or self._text(fields, "on") == "load"
        return BoundEvent(self._syntax.span(member), self._name(member), calls, selects)

    def _text(self, fields: dict[str, Node], name: str) -> str:
        return self._texts.text(fields[name]) if name in fields else ""

    def _name(self, member: Node) -> str:
        key = child(member, "key")
        return self._texts.text(key) if key.type == "string" else self._syntax.text(key)
