"""Tell what a name is at one of its places: a declaration, something that sets it, or something that reads it.

The rules are those of ECMAScript for bindings; https://tc39.es/ecma262/#sec-syntax-directed-operations-scope-analysis.

>>> from rtpsnippets.calls.deadline import Deadline
>>> from rtpsnippets.calls.syntax import Syntax
>>> syntax = Syntax("var a = 'x'", Deadline(60))
>>> use_at(4, syntax.path(4)).declares
'var'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tree_sitter import Node

from rtpsnippets.calls.syntax import is_child

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
