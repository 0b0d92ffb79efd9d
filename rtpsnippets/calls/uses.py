"""Tell what a name is at one of its places: a declaration, something that sets it, or something that reads it.

The rules are those of ECMAScript for bindings; https://tc39.es/ecma262/#sec-syntax-directed-operations-scope-analysis.

>>> syntax = Syntax("var a = 'x'", Deadline(60))
>>> use_at(4, syntax.path(4)).declares
'var'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tree_sitter import Node

from rtpsnippets.calls.deadline import Deadline
from rtpsnippets.calls.syntax import Syntax, is_child

__all__ = ["BLOCKS", "FUNCTIONS", "Deadline", "Syntax", "Use", "use_at"]

FUNCTIONS = frozenset(
    (
        *("function_declaration", "function_expression", "arrow_function", "method_definition"),
        *("generator_function", "generator_function_declaration"),
    )
)
"""The nodes that hold code which doesn't run where it stands."""

_HOLDERS = FUNCTIONS | {"program", "class_static_block"}
BLOCKS = frozenset(
    ("statement_block", "program", "for_statement", "for_in_statement", "switch_body", "class_static_block")
)
"""The nodes that `let` and `const` reach to the end of."""

_SCOPES = _HOLDERS | BLOCKS | {"catch_clause", "class"}
_NAMES = frozenset(("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"))
_PATTERNS = frozenset(("object_pattern", "array_pattern", "rest_pattern"))
# A part of a pattern, and its field that is set.
_PATTERN_FIELDS = {"pair_pattern": "value", "assignment_pattern": "left", "object_assignment_pattern": "left"}
_DECLARATIONS = {
    "variable_declaration": "var",
    "lexical_declaration": "let",
    "function_declaration": "function",
    "generator_function_declaration": "function",
    "function_expression": "function",
    "generator_function": "function",
    "class_declaration": "class",
    "class": "class",
}
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
    index = _pattern(path)
    outer, inner = path[index - 1], path[index]
    scopes = tuple(node.id for node in path if node.type in _SCOPES)
    function = next(node.id for node in reversed(path) if node.type in _HOLDERS)

    def declared(kind: str, scope: int, setter: Node | None = None, value: Node | None = None) -> Use:
        return Use(at, scopes, function, kind, scope, setter, value if inner.id == path[-1].id else None)

    def set_to(value: Node | None) -> Use:
        return Use(at, scopes, function, setter=outer, value=value if inner.id == path[-1].id else None)

    match outer.type:
        case "variable_declarator" if is_child(outer, "name", inner):
            kind = _DECLARATIONS[path[index - 2].type]
            value = outer.child_by_field_name("value")
            return declared(kind, _scope(path[:index], kind), outer if value else None, value)
        case "for_in_statement" if is_child(outer, "left", inner):
            kind_of = outer.child_by_field_name("kind")
            if kind_of is None:
                return set_to(None)
            kind = "var" if kind_of.type == "var" else "let"
            return declared(kind, _scope(path[:index], kind), outer)
        case "assignment_expression" if is_child(outer, "left", inner):
            return set_to(outer.child_by_field_name("right"))
        case "augmented_assignment_expression" if is_child(outer, "left", inner):
            return set_to(None)
        case "update_expression":
            return set_to(None)
        case "formal_parameters":
            return declared("parameter", path[index - 2].id)
        case "arrow_function" if is_child(outer, "parameter", inner):
            return declared("parameter", outer.id)
        case "catch_clause" if is_child(outer, "parameter", inner):
            return declared("error", outer.id)
        case kind if kind in _IMPORTS:
            return declared("import", path[0].id)
        case "function_expression" | "generator_function" | "class" if is_child(outer, "name", inner):
            return declared(_DECLARATIONS[outer.type], outer.id)
        case "function_declaration" | "generator_function_declaration" | "class_declaration" if is_child(
            outer, "name", inner
        ):
            return declared(_DECLARATIONS[outer.type], _scope(path[: index - 1], _DECLARATIONS[outer.type]))
    return Use(at, scopes, function)


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
    types = BLOCKS | FUNCTIONS if kind in {"let", "class"} else _HOLDERS
    return next(node.id for node in reversed(path) if node.type in types)
