"""Find the functions around a place, and which of them run on the spot.

>>> from rtpsnippets.calls.deadline import Deadline
>>> from rtpsnippets.calls.syntax import Syntax
>>> syntax = Syntax("(function (a) { a; })(window)", Deadline(60))
>>> is_later(syntax.path(16))
False
"""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from rtpsnippets.calls.syntax import child, inner, is_child, parts
from rtpsnippets.calls.uses import FUNCTIONS

_EXPRESSIONS = frozenset(("function_expression", "arrow_function"))
_OF_OBJECT = frozenset(("method_definition", "class_static_block", "field_definition"))
_HAVE_THIS = (FUNCTIONS | _OF_OBJECT) - {"arrow_function"}


def is_later(path: Sequence[Node]) -> bool:
    """Whether what is at the end of `path` stands in a function that isn't called where it stands."""
    return any(node.type in FUNCTIONS and call_on_the_spot(path, index) is None for index, node in enumerate(path[:-1]))


def is_of_object(path: Sequence[Node]) -> bool:
    """Whether `this` at the end of `path` is an object or a class, as in a method, and not the window."""
    around = next((index for index in range(len(path) - 1, 0, -1) if path[index].type in _HAVE_THIS), 0)
    return path[around].type in _OF_OBJECT or (path[around].type in FUNCTIONS and path[around - 1].type == "pair")


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
    if call is None or child(call, "function").type == "member_expression":
        return None
    given = parts(child(call, "arguments"))
    names = parameters(function[-1])
    index = next((index for index, name in enumerate(names) if name.id == parameter.id), len(names))
    plain = index < len(given) and all(part.type != "spread_element" for part in given[: index + 1])
    return given[index] if plain else None


def parameter_for(argument: Sequence[Node]) -> Node | None:
    """The parameter that gets the argument at the end of a path, if the function is called on the spot."""
    if argument[-3].type != "call_expression":
        return None
    function = inner(child(argument[-3], "function"))
    names = parameters(function) if function.type in _EXPRESSIONS else []
    index = parts(argument[-2]).index(argument[-1])
    return names[index] if index < len(names) else None


def parameters(function: Node) -> list[Node]:
    """The parameters of a function: names and patterns."""
    single = function.child_by_field_name("parameter")
    return [single] if single else parts(child(function, "parameters"))
