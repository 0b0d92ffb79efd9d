"""Recognize the inline part of the RTP tag by its shape: it sets the global `rtp` to a function that queues its calls.

>>> from rtpsnippets.limits import Deadline
>>> from rtpsnippets.site.javascript.scopes import Variables
>>> code = "(function (c, a) { c[a] = c[a] || function () { (c[a].q = c[a].q || []).push(arguments) } })(window, 'rtp')"
>>> syntax = Syntax(code, Deadline(60))
>>> [stub.is_broken for stub in Stubs(syntax, Callees(syntax, Variables(syntax))).found()]
[False]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from rtpsnippets.site.javascript.functions import FUNCTIONS, is_later, parameters
from rtpsnippets.site.javascript.model import Stub
from rtpsnippets.site.javascript.rtp_calls import Callees
from rtpsnippets.site.javascript.syntax import Syntax, child, inner, is_child, parts

_ASSIGNMENTS = frozenset(("assignment_expression", "augmented_assignment_expression"))
_MADE_HERE = frozenset(("function_expression", "arrow_function", "function_declaration"))
_QUEUE = re.compile(r"(?<![\w$])q(?![\w$])")
_LOADER = "createElement"


class Stubs:
    """The inline parts of RTP tags in a piece of code."""

    def __init__(self, syntax: Syntax, callees: Callees) -> None:
        self._syntax = syntax
        self._callees = callees

    def found(self) -> Iterator[Stub]:
        """Yield every stub, in the order of the code."""
        stubs = {stub.span: stub for path in self._callees.places() for stub in self._stub(path[:-1])}
        return iter(sorted(stubs.values(), key=lambda stub: stub.span.start))

    def _stub(self, path: Sequence[Node]) -> Iterator[Stub]:
        setter = path[-1]
        keeps_existing, function = _function_in(setter)
        if function is None or function.type not in _MADE_HERE:
            return
        queues = self._queues_arguments(function)
        if queues or (queues is False and (keeps_existing or self._is_in_loader(path))):
            yield Stub(self._syntax.span(setter), not queues, is_later(path))

    def _is_in_loader(self, path: Sequence[Node]) -> bool:
        around = next((node for node in reversed(path) if node.type in FUNCTIONS), None)
        return around is not None and _LOADER in self._syntax.text(around)

    def _queues_arguments(self, function: Node) -> bool | None:
        """Return whether a function puts its arguments into the queue; None if that is unknown."""
        names = {part.text for part in parameters(function) if part.type == "rest_pattern"}
        rest = {name.decode().lstrip(". ") for name in names if name}
        all_given = rest if function.type == "arrow_function" else rest | {"arguments"}
        pushes = [*self._pushes(function)]
        if any(self._is_kept(push, all_given) for push in pushes):
            return True
        is_used = any(self._is_used(name, child(function, "body")) for name in all_given)
        return None if is_used and not pushes else False

    def _is_used(self, name: str, body: Node) -> bool:
        """Return whether a name is used in the body of a function, other than in comments."""
        places = self._syntax.words(name, self._syntax.start(body), self._syntax.end(body))
        return any(self._syntax.path(at)[-1].type != "comment" for at in places)

    def _pushes(self, function: Node) -> Iterator[Node]:
        """Yield the calls of `push` in a function."""
        for at in self._syntax.words("push", self._syntax.start(function), self._syntax.end(function)):
            path = self._syntax.path(at)
            if path[-2].type == "member_expression" and is_child(path[-3], "function", path[-2]):
                yield path[-3]

    def _is_kept(self, push: Node, all_given: set[str]) -> bool:
        given = parts(child(push, "arguments"))
        queue = inner(child(child(push, "function"), "object"))
        is_queue = _QUEUE.search(self._syntax.text(queue)) or (queue.type == "identifier" and ".q" in self._syntax.code)
        return bool(is_queue) and len(given) == 1 and self._is_all(given[0], all_given)

    def _is_all(self, given: Node, all_given: set[str]) -> bool:
        """Return whether an argument contains all arguments: `arguments`, `[...rest]`, `[].slice.call(arguments)`."""
        if given.type == "identifier":
            return self._syntax.text(given) in all_given
        held = parts(given) if given.type == "array" else []
        if given.type == "call_expression":
            return any(self._is_all(part, all_given) for part in parts(child(given, "arguments"))[:1])
        return len(held) == 1 and held[0].type == "spread_element" and self._is_all(parts(held[0])[0], all_given)


def _function_in(setter: Node) -> tuple[bool, Node | None]:
    """Return the function that is set, and whether an existing one is kept: `a = a || function () {}`."""
    if setter.type == "function_declaration":
        return False, setter
    field = "right" if setter.type in _ASSIGNMENTS else "value"
    value = setter.child_by_field_name(field)
    if value is None:
        return False, None
    value, keeps_existing = inner(value), setter.type == "augmented_assignment_expression"
    if value.type == "binary_expression" and child(value, "operator").type in {"||", "??"}:
        return True, inner(child(value, "right"))
    return keeps_existing, value
