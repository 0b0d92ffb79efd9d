"""Find what calls the function `rtp`, by whatever name and way.

>>> from rtpsnippets.limits import Deadline
>>> syntax = Syntax("var r = window.rtp; r('send', 'view');", Deadline(60))
>>> [syntax.text(call.node) for call in Callees(syntax, Variables(syntax)).calls()]
["r('send', 'view')"]
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tree_sitter import Node

from rtpsnippets.site.javascript.model import UnknownError
from rtpsnippets.site.javascript.references import is_of_object, parameter_for
from rtpsnippets.site.javascript.scopes import Variables
from rtpsnippets.site.javascript.syntax import ACCESSES, Syntax, child, index_of_access, inner, is_child, parts
from rtpsnippets.web.reserved_names import HIDDEN_NAME

_STEPS = 4
_TWICE = 2
_VARIABLES = frozenset(("identifier", "shorthand_property_identifier_pattern"))
_WINDOWS = frozenset(("window", "self", "globalThis", "top", "parent", "frames", "opener"))
_CHOICES = frozenset(("binary_expression", "ternary_expression"))
_HOLDERS = frozenset(("array", "augmented_assignment_expression", "pair"))
_LOOKS_ONLY = re.compile(r"(?:.*\.)?(?:console\.\w+|alert|Boolean|String|is[A-Z]\w*)")

CALLED = ""
QUEUED = "is put into the queue of the tag by hand"
BOUND = "is bound to the function, which is called elsewhere"
ANOTHER = "is sent by a variable that may be another function"
HANDED_ON = "may be sent by code that the function is handed on to"


@dataclass(frozen=True, slots=True)
class MadeCall:
    """One call of the function, its arguments, and why it is none that is made here, if so.

    `path` leads to its node. `arguments` end where they aren't written out; `is_open` then says so.
    """

    path: tuple[Node, ...]
    arguments: tuple[Node, ...]
    is_open: bool = False
    way: str = CALLED
    is_optional: bool = False

    @property
    def node(self) -> Node:
        """The call itself."""
        return self.path[-1]


class Callees:
    """The places of a piece of code that are the function `rtp`."""

    def __init__(self, syntax: Syntax, variables: Variables) -> None:
        self._syntax = syntax
        self._variables = variables

    def calls(self) -> Iterator[MadeCall]:
        """All calls of the function, in the order of the code."""
        found = {call.node.start_byte: call for at in self._syntax.words(HIDDEN_NAME) for call in self._calls_at(at)}
        return (found[at] for at in sorted(found))

    def named(self, path: Sequence[Node]) -> int | None:
        """The index in `path` of the expression that is the function by its own name; None if none is."""
        leaf = path[-1]
        if leaf.type == "identifier":
            return len(path) - 1 if self._is_global(path) else None
        index = index_of_access(path)
        if index is None or not self._is_rtp(path[index]):
            return None
        return index if self.is_window(child(path[index], "object")) else None

    def is_window(self, node: Node, steps: int = _STEPS) -> bool:
        """Whether an expression is the window, or one around it."""
        node = inner(node)
        if node.type in _CHOICES:
            return bool(steps) and any(self.is_window(part, steps - 1) for part in _choices(node))
        while node.type == "member_expression" and self._syntax.text(child(node, "property")) in _WINDOWS:
            node = inner(child(node, "object"))
        if node.type == "this":
            return not is_of_object(self._syntax.path_to(node))
        if node.type != "identifier" or not steps:
            return False
        path = self._syntax.path_to(node)
        variable = self._variables.variable(path)
        if variable is None or not variable.kinds:
            return self._syntax.text(node) in _WINDOWS
        try:
            return self.is_window(self._variables.definition(path), steps - 1)
        except UnknownError:
            return False

    def _is_rtp(self, access: Node) -> bool:
        if access.type == "member_expression":
            return self._syntax.text(child(access, "property")) == HIDDEN_NAME
        index = self._syntax.text(inner(child(access, "index")))
        return index[1:-1] == HIDDEN_NAME and index[:1] in {"'", '"', "`"}

    def _is_global(self, path: Sequence[Node]) -> bool:
        variable = self._variables.variable(path)
        if variable is None or not variable.kinds:
            return True
        return variable.scope == path[0].id and not variable.kinds & {"import", "class"}

    def _calls_at(self, at: int) -> Iterator[MadeCall]:
        path = self._syntax.path(at)
        index = self.named(path)
        if index is not None:
            yield from self._calls(path[: index + 1], _STEPS)
        elif path[-1].type in {"shorthand_property_identifier_pattern", "property_identifier"}:
            yield from self._calls_of_unpacked(path)
        elif path[-1].type == "shorthand_property_identifier" and self._is_global(path):
            yield _handed_on(path)

    def _calls_of_unpacked(self, path: Sequence[Node]) -> Iterator[MadeCall]:
        """The calls of what is taken out of the window: `const { rtp } = window`."""
        name = path
        if path[-2].type == "pair_pattern":
            name, path = self._syntax.path_to(child(path[-2], "value")), path[:-1]
        if path[-2].type == "object_pattern" and path[-3].type == "variable_declarator":
            value = path[-3].child_by_field_name("value")
            if value is not None and self.is_window(value):
                yield from self._calls_of_variable(name, _STEPS)

    def _calls(self, path: Sequence[Node], steps: int) -> Iterator[MadeCall]:
        """The calls of the function at the end of `path`."""
        index = len(path) - 1
        while _is_passed_on(path[index - 1], path[index]):
            index -= 1
        node, around = path[index], path[index - 1]
        match around.type:
            case "call_expression" if is_child(around, "function", node):
                yield _called(path[:index])
            case "member_expression" if is_child(around, "object", node):
                yield from self._calls_of_member(path[:index])
            case "variable_declarator" if is_child(around, "value", node):
                yield from self._calls_of_variable(self._syntax.path_to(child(around, "name")), steps, node)
            case "assignment_expression" if is_child(around, "right", node):
                yield from self._calls_of_set(path[: index + 1], steps)
            case "arguments":
                yield from self._calls_of_argument(path[: index + 1], steps)
            case _ if around.type in _HOLDERS:
                yield _handed_on(path[: index + 1])

    def _calls_of_set(self, path: Sequence[Node], steps: int) -> Iterator[MadeCall]:
        """The calls by what is set to the function `rtp`, the end of `path`."""
        name = child(path[-2], "left")
        if name.type not in ACCESSES:
            yield from self._calls_of_variable(self._syntax.path_to(name), steps, path[-1])
        elif not self._is_rtp(name):
            yield _handed_on(path)

    def _calls_of_member(self, path: Sequence[Node]) -> Iterator[MadeCall]:
        """The calls of a property of the function: `rtp.call(null, 'send')`, `rtp.q.push(['send'])`."""
        member, around = path[-1], path[-2]
        name = self._syntax.text(child(member, "property"))
        if name == "q" and around.type == "member_expression" and path[-3].type == "call_expression":
            yield from _queued(path[:-2])
        elif around.type == "call_expression" and is_child(around, "function", member):
            given = parts(child(around, "arguments"))[1:]
            if name == "apply":
                is_list = bool(given) and given[0].type == "array"
                yield _made(path[:-1], parts(given[0]) if is_list else [], is_open=not is_list)
            elif name in {"call", "bind"}:
                is_bound = name == "bind"  # and may get more where it is called
                yield _made(path[:-1], given, BOUND if is_bound else CALLED, is_open=is_bound)

    def _calls_of_variable(self, path: Sequence[Node], steps: int, value: Node | None = None) -> Iterator[MadeCall]:
        """The calls by another name, which is set to `value`; if it is set again, some may be of another function."""
        if path[-1].type not in _VARIABLES:
            return
        variable = self._variables.variable(path)
        if variable is None or not steps:
            yield _handed_on(path)
            return
        for use in variable.uses:
            if use.setter is None and not use.declares:
                read = self._syntax.path(use.at)
                is_it = len(variable.settings) < _TWICE or self._is_set_to(read, value)
                if is_it:
                    yield from self._calls(read, steps - 1)
                elif is_it is None:  # not followed any further: two such names could be set to each other many times
                    yield from map(_unsure, self._calls(read, 0))

    def _is_set_to(self, read: Sequence[Node], value: Node | None) -> bool | None:
        """Whether the variable at the end of `read` is this there; None if that can't be known."""
        try:
            return self._variables.definition(read) == value
        except UnknownError:
            return None

    def _calls_of_argument(self, path: Sequence[Node], steps: int) -> Iterator[MadeCall]:
        """The calls in a function that is called on the spot with the function `rtp`, the end of `path`."""
        name = parameter_for(path)
        if name is not None:
            yield from self._calls_of_variable(self._syntax.path_to(name), steps)
        elif not _LOOKS_ONLY.fullmatch(self._syntax.text(parts(path[-3])[0])):
            yield _handed_on(path)


def _choices(node: Node) -> list[Node]:
    """What an expression with `||`, or with `?`, may be; nothing if its sign is another one."""
    if node.type == "ternary_expression":
        return [child(node, "consequence"), child(node, "alternative")]
    return [child(node, "left"), child(node, "right")] if child(node, "operator").type in {"||", "??"} else []


def _handed_on(path: Sequence[Node]) -> MadeCall:
    """What stands for all calls of the function at the end of `path`, where it can't be followed any further."""
    return MadeCall(tuple(path), (), is_open=True, way=HANDED_ON)


def _unsure(call: MadeCall) -> MadeCall:
    return replace(call, way=ANOTHER)


def _called(path: Sequence[Node]) -> MadeCall:
    """The call at the end of `path`."""
    arguments = child(path[-1], "arguments")
    is_optional = path[-1].child_by_field_name("optional_chain") is not None
    return _made(path, parts(arguments) if arguments.type == "arguments" else [], is_optional=is_optional)


def _queued(path: Sequence[Node]) -> Iterator[MadeCall]:
    """What is put into the queue by the call at the end of `path`."""
    for given in parts(child(path[-1], "arguments")):
        yield _made(path, parts(given) if given.type == "array" else [], QUEUED)


def _made(
    path: Sequence[Node], given: Sequence[Node], way: str = CALLED, *, is_open: bool = False, is_optional: bool = False
) -> MadeCall:
    written = tuple(itertools.takewhile(lambda part: part.type != "spread_element", given))
    return MadeCall(tuple(path), written, is_open or len(written) < len(given), way, is_optional)


def _is_passed_on(around: Node, node: Node) -> bool:
    """Whether what `node` is becomes what the node around it is, or may."""
    match around.type:
        case "parenthesized_expression":
            return True
        case "sequence_expression":
            return parts(around)[-1].id == node.id
        case "binary_expression":
            operator = child(around, "operator").type
            return operator in {"||", "??"} or (operator == "&&" and is_child(around, "right", node))
        case "ternary_expression":
            return not is_child(around, "condition", node)
    return False
