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
from dataclasses import dataclass

from tree_sitter import Node

from rtpsnippets.site.javascript.functions import FUNCTIONS, argument_for, is_window_here, parameter_for
from rtpsnippets.site.javascript.scopes import Variable, Variables, is_set
from rtpsnippets.site.javascript.syntax import ACCESSES, Syntax, child, index_of_access, inner, is_child, parts
from rtpsnippets.web.reserved_names import HIDDEN_NAME

_STEPS = 4
_WINDOWS = frozenset(("window", "self", "globalThis", "top", "parent", "frames", "opener"))
_LOOKS_ONLY = re.compile(r"(?:.*\.)?(?:console\.\w+|alert|Boolean|String|is[A-Z]\w*)")
_TESTS = frozenset(("binary_expression", "expression_statement", "sequence_expression", "unary_expression"))
_METHODS = frozenset(("apply", "bind", "call"))
_QUEUE = "q"

CALLED = ""
QUEUED = "is put into the queue of the tag by hand"
BOUND = "is bound to the function, which is called elsewhere"
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
        found = {call.node.start_byte: call for path in self.places() for call in self._calls(path, _STEPS)}
        for path in map(self._syntax.path, self._syntax.words(HIDDEN_NAME)):
            if self._is_part(path):
                found[path[-1].start_byte] = _handed_on(path)
        return (found[at] for at in sorted(found))

    def _is_part(self, path: Sequence[Node]) -> bool:
        """Whether the function gets into an object, or out of one: `{ rtp }`, `const { rtp } = window`."""
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
        """The paths to all that is the function: by its own name, or by one that a variable holds, as in `c[a]`."""
        for at in self._syntax.words(HIDDEN_NAME):
            path = self._syntax.path(at)
            index = self.named(path)
            if index is not None:
                yield path[: index + 1]
            elif path[-1].type == "string_fragment" and self._syntax.text(path[-1]) == HIDDEN_NAME:
                yield from self._places_by_variable(path[:-1])

    def _places_by_variable(self, path: Sequence[Node]) -> Iterator[Sequence[Node]]:
        """The paths to the properties of the window that are named by the variable which holds the end of `path`."""
        name = parameter_for(path) if path[-2].type == "arguments" else path[-2].child_by_field_name("name")
        variable = self._variables.variable(self._syntax.path_to(name)) if name else None
        for use in variable.uses if variable else ():
            access = self._syntax.path(use.at)[:-1]
            if access[-1].type == "subscript_expression" and self.is_window(child(access[-1], "object")):
                yield access

    def named(self, path: Sequence[Node]) -> int | None:
        """The index in `path` of the expression that is the function by its own name; None if none is."""
        leaf = path[-1]
        if leaf.type == "identifier":
            return len(path) - 1 if self._is_global(path) else None
        index = index_of_access(path)
        if index is None or self._property(path[index]) != HIDDEN_NAME:
            return None
        return index if self.is_window(child(path[index], "object")) else None

    def is_window(self, node: Node, steps: int = _STEPS) -> bool:
        """Whether an expression is the window, or one around it."""
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
        """What a parameter gets that nothing else sets, of a function that is called on the spot."""
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

    def _calls(self, path: Sequence[Node], steps: int) -> Iterator[MadeCall]:
        """The calls of the function at the end of `path`.

        A place that neither calls it nor only looks at it stands for all calls that may be made elsewhere.
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
            case _ if not self._is_looked_at(path[: index + 1]):
                yield _handed_on(path[: index + 1])

    def _names(self, node: Node, name: str) -> bool:
        """Whether an expression is a property of this name."""
        return node.type in ACCESSES and self._property(node) == name

    def _is_looked_at(self, path: Sequence[Node]) -> bool:
        """Whether what is at the end of `path` is only tested, or set."""
        around = path[-2]
        if around.type == "arguments":
            return _LOOKS_ONLY.fullmatch(self._syntax.text(parts(path[-3])[0])) is not None
        return around.type in _TESTS or is_set(path, len(path) - 1) or is_child(around, "condition", path[-1])

    def _calls_of_member(self, path: Sequence[Node]) -> Iterator[MadeCall]:
        """The calls of a property of the function: `rtp.call(null, 'send')`, `rtp.q.push(['send'])`."""
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
            is_open = name == "bind"  # and may get more where it is called
            if name == "apply":
                is_open = not given or given[0].type != "array"
                given = [] if is_open else parts(given[0])
            yield _made(path[:index], given, BOUND if name == "bind" else CALLED, is_open=is_open)
        elif name in {_QUEUE, *_METHODS} or _is_computed(path[-1]):
            yield from [] if self._is_looked_at(path[: index + 1]) else [_handed_on(path)]

    def _is_passed_on(self, around: Node, node: Node) -> bool:
        """Whether the queue becomes what the node around it is, as in `rtp.q = rtp.q || []`."""
        left = around.child_by_field_name("left") if around.type == "assignment_expression" else None
        return _is_passed_on(around, node) or (left is not None and self._names(left, _QUEUE))

    def _property(self, access: Node) -> str:
        """The name of the property that is read, or the code of the expression that says it."""
        field = "property" if access.type == "member_expression" else "index"
        return self._syntax.text(child(access, field)).strip("'\"`")

    def _calls_of_variable(self, path: Sequence[Node], value: Sequence[Node], steps: int) -> Iterator[MadeCall]:
        """The calls by another name, at the end of `path`, if it is set once: to the function, the end of `value`."""
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
    """What an expression with `||`, or with `?`, may be; nothing if its sign is another one."""
    if node.type == "ternary_expression":
        return [child(node, "consequence"), child(node, "alternative")]
    return [child(node, "left"), child(node, "right")] if child(node, "operator").type in {"||", "??"} else []


def _handed_on(path: Sequence[Node]) -> MadeCall:
    """What stands for all calls of the function at the end of `path`, where it can't be followed any further."""
    return MadeCall(tuple(path), (), is_open=True, way=HANDED_ON)


def _called(path: Sequence[Node]) -> MadeCall:
    """The call at the end of `path`."""
    arguments = child(path[-1], "arguments")
    is_optional = path[-1].child_by_field_name("optional_chain") is not None
    return _made(path, parts(arguments) if arguments.type == "arguments" else [], is_optional=is_optional)


def _queued(path: Sequence[Node]) -> Iterator[MadeCall]:
    """What is put into the queue by the call at the end of `path`."""
    for given in parts(child(path[-1], "arguments")):
        is_list = given.type == "array"
        yield _made(path, parts(given) if is_list else [], QUEUED, is_open=not is_list)


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
