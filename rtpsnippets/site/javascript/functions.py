"""Find out whether a function is called where it is defined, and with which arguments.

>>> from rtpsnippets.limits import Deadline
>>> from rtpsnippets.site.javascript.syntax import Syntax
>>> syntax = Syntax("(function (a) { a; })(window)", Deadline(60))
>>> is_later(syntax.path(16))
False
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from rtpsnippets.site.javascript.syntax import child, inner, is_child, parts

FUNCTIONS = frozenset(
    (
        *("function_declaration", "function_expression", "arrow_function", "method_definition"),
        *("generator_function", "generator_function_declaration"),
    )
)
"""The nodes whose code does not run where it is defined."""

_EXPRESSIONS = frozenset(("function_expression", "arrow_function"))
_HAVE_THIS = (FUNCTIONS | {"class_static_block", "field_definition"}) - {"arrow_function"}


def is_later(path: Sequence[Node]) -> bool:
    """Return whether the end of `path` is in a function that is not called immediately."""
    return any(node.type in FUNCTIONS and immediate_call(path, index) is None for index, node in enumerate(path[:-1]))


def is_window_here(path: Sequence[Node]) -> bool:
    """Return whether `this` at the end of `path` must be the window: only arrow functions are around it."""
    return not any(node.type in _HAVE_THIS for node in path)


def immediate_call(path: Sequence[Node], index: int) -> Node | None:
    """Return the call around the function at an index of `path`, as in `(function () {})()`."""
    if path[index].type not in _EXPRESSIONS:
        return None
    while path[index - 1].type == "parenthesized_expression":
        index -= 1
    around = path[index - 1]
    if around.type == "member_expression" and child(around, "property").text in {b"call", b"apply"}:
        index -= 1
        around = path[index - 1]
    return around if around.type == "call_expression" and is_child(around, "function", path[index]) else None


def argument_for(function: Sequence[Node], parameter: Node) -> Node | None:
    """Return the argument for a parameter of an immediately called function; None if it cannot be determined."""
    call = immediate_call(function, len(function) - 1)
    pairs = _given(call, function[-1]) if call else ()
    return next((argument for name, argument in pairs if name.id == parameter.id), None)


def parameter_for(argument: Sequence[Node]) -> Node | None:
    """Return the parameter for the argument at the end of a path, if the function is called immediately."""
    call = argument[-3]
    function = inner(child(call, "function")) if call.type == "call_expression" else call
    pairs = _given(call, function) if function.type in _EXPRESSIONS else ()
    return next((name for name, given in pairs if given.id == argument[-1].id), None)


def _given(call: Node, function: Node) -> Iterator[tuple[Node, Node]]:
    """Yield the parameters of a function with their arguments in a call, up to the first spread argument."""
    arguments = child(call, "arguments")
    if child(call, "function").type == "member_expression" or arguments.type != "arguments":
        return
    for name, argument in zip(parameters(function), parts(arguments), strict=False):
        if argument.type == "spread_element":
            return
        yield name, argument


def parameters(function: Node) -> list[Node]:
    """Return the parameters of a function: names and patterns."""
    single = function.child_by_field_name("parameter")
    return [single] if single else parts(child(function, "parameters"))
