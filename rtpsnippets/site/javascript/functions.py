"""Tell of a function whether it is called where it stands, and what it gets there.

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
"""The nodes that hold code which doesn't run where it stands."""

_EXPRESSIONS = frozenset(("function_expression", "arrow_function"))
_HAVE_THIS = (FUNCTIONS | {"class_static_block", "field_definition"}) - {"arrow_function"}


def is_later(path: Sequence[Node]) -> bool:
    """Whether what is at the end of `path` stands in a function that isn't called where it stands."""
    return any(node.type in FUNCTIONS and call_on_the_spot(path, index) is None for index, node in enumerate(path[:-1]))


def is_window_here(path: Sequence[Node]) -> bool:
    """Whether `this` at the end of `path` is surely the window: outside of functions and classes, but for arrows."""
    return not any(node.type in _HAVE_THIS for node in path)


def call_on_the_spot(path: Sequence[Node], index: int) -> Node | None:
    """The call of the function at an index of `path` that stands around it, as in `(function () {})()`."""
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
    """What a function that is called on the spot gets for one of its parameters; None if that isn't to be seen."""
    call = call_on_the_spot(function, len(function) - 1)
    pairs = _given(call, function[-1]) if call else ()
    return next((argument for name, argument in pairs if name.id == parameter.id), None)


def parameter_for(argument: Sequence[Node]) -> Node | None:
    """The parameter that gets the argument at the end of a path, if the function is called on the spot."""
    call = argument[-3]
    function = inner(child(call, "function")) if call.type == "call_expression" else call
    pairs = _given(call, function) if function.type in _EXPRESSIONS else ()
    return next((name for name, given in pairs if given.id == argument[-1].id), None)


def _given(call: Node, function: Node) -> Iterator[tuple[Node, Node]]:
    """The parameters of a function and what they get by a call of it, as far as that is written out."""
    arguments = child(call, "arguments")
    if child(call, "function").type == "member_expression" or arguments.type != "arguments":
        return
    for name, argument in zip(parameters(function), parts(arguments), strict=False):
        if argument.type == "spread_element":
            return
        yield name, argument


def parameters(function: Node) -> list[Node]:
    """The parameters of a function: names and patterns."""
    single = function.child_by_field_name("parameter")
    return [single] if single else parts(child(function, "parameters"))
