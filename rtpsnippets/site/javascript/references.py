"""Tell what a name is at one of its places: a declaration, something that sets it, or something that reads it.

The rules are those of ECMAScript for bindings; https://tc39.es/ecma262/#sec-syntax-directed-operations-scope-analysis.

>>> from rtpsnippets.limits import Deadline
>>> from rtpsnippets.site.javascript.syntax import Syntax
>>> syntax = Syntax("var a = 'x'", Deadline(60))
>>> use_at(4, syntax.path(4)).declares
'var'
>>> syntax = Syntax("(function (a) { a; })(window)", Deadline(60))
>>> is_later(syntax.path(16))
False
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tree_sitter import Node

from rtpsnippets.site.javascript.syntax import child, inner, is_child, parts

FUNCTIONS = frozenset(
    (
        *("function_declaration", "function_expression", "arrow_function", "method_definition"),
        *("generator_function", "generator_function_declaration"),
    )
)
"""The nodes that hold code which doesn't run where it stands."""

_HOLDERS = FUNCTIONS | {"program", "class_static_block"}
_BLOCKS = frozenset(
    ("statement_block", "program", "for_statement", "for_in_statement", "switch_body", "class_static_block")
)
"""The nodes that `let` and `const` reach to the end of."""

_SCOPES = _HOLDERS | _BLOCKS | {"catch_clause", "class"}
_NAMES = frozenset(("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"))
_PATTERNS = frozenset(("object_pattern", "array_pattern", "rest_pattern"))
# A part of a pattern, and its field that is set.
_PATTERN_FIELDS = {"pair_pattern": "value", "assignment_pattern": "left", "object_assignment_pattern": "left"}
_DECLARATIONS = {"variable_declaration": "var", "lexical_declaration": "let"}
_KINDS = {
    "function_declaration": "function",
    "generator_function_declaration": "function",
    "function_expression": "function",
    "generator_function": "function",
    "class_declaration": "class",
    "class": "class",
    "arrow_function": "parameter",
    "catch_clause": "error",
}
"""What is declared by a node that has no word for it."""
_OWN = frozenset(("function_expression", "generator_function", "class", "arrow_function", "catch_clause"))
"""The nodes in which alone a name is visible that they declare."""
_NAMED = {
    **dict.fromkeys((*_KINDS, "variable_declarator"), "name"),
    "arrow_function": "parameter",
    "catch_clause": "parameter",
    "for_in_statement": "left",
}
"""The field of what is declared."""
_SET = {
    "variable_declarator": "name",
    "for_in_statement": "left",
    "assignment_expression": "left",
    "augmented_assignment_expression": "left",
    "update_expression": "argument",
}
"""The field of what is set."""
_VALUES = {"variable_declarator": "value", "assignment_expression": "right"}
_IMPORTS = frozenset(("import_clause", "import_specifier", "namespace_import"))


@dataclass(frozen=True, slots=True)
class Use:
    """A place of a name: `scopes` are the nodes around it that may hold its variable, the outermost first.

    `declares` is the kind of variable that is declared here, empty if none is, and `scope` the node that it is
    visible in. `setter` is the node that sets it here, and `value` what it is set to, None if that isn't to be seen.
    """

    at: int
    scopes: tuple[int, ...]
    function: int
    declares: str = ""
    scope: int = 0
    setter: Node | None = None
    value: Node | None = None


def use_at(at: int, path: Sequence[Node]) -> Use | None:
    """What the name at the end of `path` is, None if it is no variable's."""
    if path[-1].type not in _NAMES:
        return None
    scopes = tuple(node.id for node in path if node.type in _SCOPES)
    function = next(node.id for node in reversed(path) if node.type in _HOLDERS)
    pattern = path[: _pattern(path) + 1]
    kind, scope = _declared(pattern)
    setter, value = _set(pattern)
    return Use(at, scopes, function, kind, scope, setter, value if pattern[-1].id == path[-1].id else None)


def _declared(path: Sequence[Node]) -> tuple[str, int]:
    """How the name or the pattern at the end of `path` is declared here, and the node that it is visible in."""
    outer, inner = path[-2], path[-1]
    if outer.type in _IMPORTS:
        return "import", path[0].id
    if outer.type == "formal_parameters":
        return "parameter", path[-3].id
    if not is_child(outer, _NAMED.get(outer.type, "none"), inner):
        return "", 0
    kind = _kind(outer, path[-3])
    if not kind or outer.type in _OWN:
        return kind, outer.id
    # A function's name is visible around the function, that of a loop's variable in the loop.
    return kind, _scope(path[:-1] if outer.type == "for_in_statement" else path[:-2], kind)


def _kind(outer: Node, around: Node) -> str:
    """How a node declares a name; empty for a loop that only sets it."""
    if outer.type == "for_in_statement":
        word = outer.child_by_field_name("kind")
        return "" if word is None else "var" if word.type == "var" else "let"
    return _KINDS.get(outer.type) or _DECLARATIONS[around.type]


def _set(path: Sequence[Node]) -> tuple[Node | None, Node | None]:
    """The node that sets the name or the pattern at the end of `path`, and what it is set to."""
    outer, inner = path[-2], path[-1]
    if not is_child(outer, _SET.get(outer.type, "none"), inner):
        return None, None
    value = outer.child_by_field_name(_VALUES.get(outer.type, "none"))
    is_only_declared = outer.type == "variable_declarator" and value is None
    return None if is_only_declared else outer, value


def _pattern(path: Sequence[Node]) -> int:
    """The index of the outermost pattern that the name is set by, or of the name itself."""
    index = len(path) - 1
    while path[index - 1].type in _PATTERNS or is_child(
        path[index - 1], _PATTERN_FIELDS.get(path[index - 1].type, "none"), path[index]
    ):
        index -= 1
    return index


def _scope(path: Sequence[Node], kind: str) -> int:
    """The node that a variable is visible in which is declared at the end of `path`.

    A function in a block is visible in the function around the block, too.
    """
    types = _BLOCKS | FUNCTIONS if kind in {"let", "class"} else _HOLDERS
    return next(node.id for node in reversed(path) if node.type in types)


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
