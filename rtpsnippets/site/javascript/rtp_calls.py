"""Find the calls of the function `rtp`, under its own name or another one.

>>> from rtpsnippets.limits import Deadline
>>> syntax = Syntax("var r = window.rtp; r('send', 'view');", Deadline(60))
>>> [syntax.text(call.node) for call in Callees(syntax, Variables(syntax)).calls()]
["r('send', 'view')"]
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from rtpsnippets.site.javascript.functions import FUNCTIONS, argument_for, is_window_here, parameter_for
from rtpsnippets.site.javascript.scopes import Variable, Variables, is_set
from rtpsnippets.site.javascript.syntax import ACCESSES, Syntax, child, index_of_access, inner, is_child, parts
from rtpsnippets.web.reserved_names import HIDDEN_NAME

_STEPS = 4
_WINDOWS = frozenset(("window", "self", "globalThis", "top", "parent", "frames", "opener"))
_ONLY_TESTS = re.compile(r"(?:.*\.)?(?:console\.\w+|alert|Boolean|String|is[A-Z]\w*)")
_TESTS = frozenset(("binary_expression", "expression_statement", "sequence_expression", "unary_expression"))
_METHODS = frozenset(("apply", "bind", "call"))
_QUEUE = "q"

CALLED = ""
QUEUED = "is pushed directly onto the queue of the tag"
BOUND = "is unknown: the function that bind() returns is called elsewhere"
HANDED_ON = "is unknown: other code gets the function rtp and may call it"


@dataclass(frozen=True, slots=True)
class RtpCall:
    """One call of the function, with its arguments.

    `path` leads to its node. `arguments` stop at the first spread argument, and `is_open` is then true. `reason` says
    why its value is unknown, if the call itself does not show it.
    """

    path: tuple[Node, ...]
    arguments: tuple[Node, ...]
    is_open: bool = False
    reason: str = CALLED
    is_optional: bool = False

    @property
    def node(self) -> Node:
        """The call itself."""
        return self.path[-1]


class Callees:
    """The expressions in a piece of code that refer to the function `rtp`."""

    def __init__(self, syntax: Syntax, variables: Variables) -> None:
        self._syntax = syntax
        self._variables = variables

    def calls(self) -> Iterator[RtpCall]:
        """Yield all calls of the function, in the order of the code."""
        found = {call.node.start_byte: call for path in self.places() for call in self._calls(path, _STEPS)}
        for path in map(self._syntax.path, self._syntax.words(HIDDEN_NAME)):
            if self._is_part(path):
                found[path[-1].start_byte] = _handed_on(path)
        return (found[at] for at in sorted(found))

    def _is_part(self, path: Sequence[Node]) -> bool:
        """Return whether the function is put into or taken out of an object: `{ rtp }`, `const { rtp } = window`."""
        match path[-1].type:
            case "shorthand_property_identifier":
                return self._is_global(path)
            case "shorthand_property_identifier_pattern":  # any other is a variable, whose calls are mentions
                around = next(node for node in reversed(path[:-1]) if not node.type.endswith("_pattern"))
                value = around.child_by_field_name("value") or around.child_by_field_name("right")
                return value is not None and self.is_window(value)
            case _:
                return path[-1].type == "property_identifier" and path[-2].type == "pair_pattern"

    def places(self) -> Iterator[Sequence[Node]]:
        """Yield the paths to the function, by its own name or by a name in a variable, as in `c[a]`."""
        for at in self._syntax.words(HIDDEN_NAME):
            path = self._syntax.path(at)
            index = self.named(path)
            if index is not None:
                yield path[: index + 1]
            elif path[-1].type == "string_fragment" and self._syntax.text(path[-1]) == HIDDEN_NAME:
                yield from self._places_by_variable(path[:-1])

    def _places_by_variable(self, path: Sequence[Node]) -> Iterator[Sequence[Node]]:
        """Yield the paths to the window properties named by the variable that is set to the end of `path`."""
        name = parameter_for(path) if path[-2].type == "arguments" else path[-2].child_by_field_name("name")
        variable = self._variables.variable(self._syntax.path_to(name)) if name else None
        for use in variable.uses if variable else ():
            access = self._syntax.path(use.at)[:-1]
            if access[-1].type == "subscript_expression" and self.is_window(child(access[-1], "object")):
                yield access

    def named(self, path: Sequence[Node]) -> int | None:
        """Return the index in `path` of the expression that names the function; None if there is none."""
        leaf = path[-1]
        if leaf.type == "identifier":
            return len(path) - 1 if self._is_global(path) else None
        index = index_of_access(path)
        if index is None or self._property(path[index]) != HIDDEN_NAME:
            return None
        return index if self.is_window(child(path[index], "object")) else None

    def is_window(self, node: Node, steps: int = _STEPS) -> bool:
        """Return whether an expression is the window, or a parent of it."""
        node = inner(node)
        if node.type in {"binary_expression", "ternary_expression"}:
            return bool(steps) and any(self.is_window(part, steps - 1) for part in _choices(node))
        while node.type == "member_expression" and self._syntax.text(child(node, "property")) in _WINDOWS:
            node = inner(child(node, "object"))
        path = self._syntax.path_to(node)
        if node.type == "this":
            return is_window_here(path)
        if node.type != "identifier" or not steps:
            return False
        variable = self._variables.variable(path)
        if variable is None or not variable.kinds:
            return self._syntax.text(node) in _WINDOWS
        value = self._received(variable) or variable.only_value
        return value is not None and self.is_window(value, steps - 1)

    def _received(self, variable: Variable) -> Node | None:
        """Return the argument for a parameter of an immediately called function, if nothing else sets it."""
        if variable.kinds != {"parameter"} or variable.settings:
            return None
        path = self._syntax.path(variable.uses[0].at)
        index = max(index for index, node in enumerate(path) if node.type in FUNCTIONS)
        return argument_for(path[: index + 1], path[-1])

    def _is_global(self, path: Sequence[Node]) -> bool:
        if any(node.type == "with_statement" for node in path):
            return False
        variable = self._variables.variable(path)
        if variable is None or not variable.kinds:
            return True
        return variable.is_global and not variable.kinds & {"import", "class"}

    def _calls(self, path: Sequence[Node], steps: int) -> Iterator[RtpCall]:
        """Yield the calls of the function at the end of `path`.

        If other code gets the function, one call with a reason represents all calls in that code.
        """
        index = len(path) - 1
        while _is_passed_on(path[index - 1], path[index]):
            index -= 1
        node, around = path[index], path[index - 1]
        match around.type:
            case "call_expression" if is_child(around, "function", node):
                yield _called(path[:index])
            case "member_expression" | "subscript_expression" if is_child(around, "object", node):
                yield from self._calls_of_member(path[:index])
            case "arguments" if (name := parameter_for(path[: index + 1])) is not None:
                yield from self._calls_of_variable(self._syntax.path_to(name), path[: index + 1], steps)
            case "variable_declarator" | "assignment_expression":
                name = around.child_by_field_name("left") or child(around, "name")
                if name.id != node.id and not self._names(name, HIDDEN_NAME):
                    yield from self._calls_of_variable(self._syntax.path_to(name), path[: index + 1], steps)
            case _ if not self._is_only_tested(path[: index + 1]):
                yield _handed_on(path[: index + 1])

    def _names(self, node: Node, name: str) -> bool:
        """Return whether an expression is a property with this name."""
        return node.type in ACCESSES and self._property(node) == name

    def _is_only_tested(self, path: Sequence[Node]) -> bool:
        """Return whether the end of `path` is only tested or set."""
        around = path[-2]
        if around.type == "arguments":
            return _ONLY_TESTS.fullmatch(self._syntax.text(parts(path[-3])[0])) is not None
        return around.type in _TESTS or is_set(path, len(path) - 1) or is_child(around, "condition", path[-1])

    def _calls_of_member(self, path: Sequence[Node]) -> Iterator[RtpCall]:
        """Yield the calls through a property of the function: `rtp.call(null, 'send')`, `rtp.q.push(['send'])`."""
        index = len(path) - 1
        name = self._property(path[index])
        while name == _QUEUE and self._is_passed_on(path[index - 1], path[index]):
            index -= 1
        member, around = path[index], path[index - 1]
        is_called = is_child(around, "function", member)
        if name == _QUEUE and is_child(around, "object", member):
            if self._property(around) == "push" and is_child(path[index - 2], "function", around):
                yield from _queued(path[: index - 1])
        elif is_called and name in _METHODS:
            given = parts(child(around, "arguments"))[1:]
            is_open = name == "bind"  # its result may get more arguments
            if name == "apply":
                is_open = not given or given[0].type != "array"
                given = [] if is_open else parts(given[0])
            yield _rtp_call(path[:index], given, BOUND if name == "bind" else CALLED, is_open=is_open)
        elif name in {_QUEUE, *_METHODS} or _is_computed(path[-1]):
            yield from [] if self._is_only_tested(path[: index + 1]) else [_handed_on(path)]

    def _is_passed_on(self, around: Node, node: Node) -> bool:
        """Return whether the queue is the result of the node around it, as in `rtp.q = rtp.q || []`."""
        left = around.child_by_field_name("left") if around.type == "assignment_expression" else None
        return _is_passed_on(around, node) or (left is not None and self._names(left, _QUEUE))

    def _property(self, access: Node) -> str:
        """Return the name of the property, or the code of the expression that computes it."""
        field = "property" if access.type == "member_expression" else "index"
        return self._syntax.text(child(access, field)).strip("'\"`")

    def _calls_of_variable(self, path: Sequence[Node], value: Sequence[Node], steps: int) -> Iterator[RtpCall]:
        """Yield the calls through the variable at the end of `path`, if it is only set to the end of `value`."""
        variable = self._variables.variable(path) if path[-1].type == "identifier" else None
        is_it = variable and (variable.only_value or (variable.kinds == {"parameter"} and not variable.settings))
        if variable is None or not is_it or not steps:
            yield _handed_on(value)
            return
        for use in variable.reads:
            yield from self._calls(self._syntax.path(use.at), steps - 1)


def _is_computed(access: Node) -> bool:
    return access.type == "subscript_expression" and child(access, "index").type != "string"


def _choices(node: Node) -> list[Node]:
    """Return the possible results of an expression with `||`, `??` or `?`; none for other operators."""
    if node.type == "ternary_expression":
        return [child(node, "consequence"), child(node, "alternative")]
    return [child(node, "left"), child(node, "right")] if child(node, "operator").type in {"||", "??"} else []


def _handed_on(path: Sequence[Node]) -> RtpCall:
    """Return one call for all those that other code may make with the function at the end of `path`."""
    return RtpCall(tuple(path), (), is_open=True, reason=HANDED_ON)


def _called(path: Sequence[Node]) -> RtpCall:
    arguments = child(path[-1], "arguments")
    is_optional = path[-1].child_by_field_name("optional_chain") is not None
    return _rtp_call(path, parts(arguments) if arguments.type == "arguments" else [], is_optional=is_optional)


def _queued(path: Sequence[Node]) -> Iterator[RtpCall]:
    """Yield the calls that the call at the end of `path` pushes onto the queue."""
    for given in parts(child(path[-1], "arguments")):
        is_list = given.type == "array"
        yield _rtp_call(path, parts(given) if is_list else [], QUEUED, is_open=not is_list)


def _rtp_call(
    path: Sequence[Node], given: Sequence[Node], why: str = CALLED, *, is_open: bool = False, is_optional: bool = False
) -> RtpCall:
    written = tuple(itertools.takewhile(lambda part: part.type != "spread_element", given))
    return RtpCall(tuple(path), written, is_open or len(written) < len(given), why, is_optional)


def _is_passed_on(around: Node, node: Node) -> bool:
    """Return whether the value of `node` may be the value of the node around it."""
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
