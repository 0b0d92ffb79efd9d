"""Convert TypeScript to JavaScript: types are replaced by spaces, so that everything else keeps its position.

>>> without_types("const to = 'A' as const; (window as any).rtp!('send');", Deadline(60), has_markup=False)
"const to = 'A'         ; (window       ).rtp ('send');"
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import tree_sitter_typescript
from tree_sitter import Language, Node

from rtpsnippets.limits import Deadline
from rtpsnippets.site.javascript.syntax import Syntax

_TYPESCRIPT = Language(tree_sitter_typescript.language_typescript())
_WITH_MARKUP = Language(tree_sitter_typescript.language_tsx())

_STATEMENTS = frozenset(
    (
        *("ambient_declaration", "interface_declaration", "type_alias_declaration", "function_signature"),
        *("abstract_method_signature", "method_signature", "index_signature"),
    )
)
"""The statements and members that are removed completely."""

_MAY_BE_TYPES = frozenset(("import_statement", "export_statement", "public_field_definition"))
_WORDS = _STATEMENTS | {"type", "namespace", "declare", "abstract"}
"""A statement in `_MAY_BE_TYPES` that contains one of these has only types."""

_WITH_COMMA = frozenset(("import_specifier", "export_specifier", "required_parameter"))
_OMITTED = frozenset(("type", "this"))
"""An entry in `_WITH_COMMA` that contains one of these is removed, with the comma after it."""

_KEYWORDS = {"import": "const ", "export": ";", "enum": "let ", "enum_body": ";"}
_SET = frozenset(("=", "import_require_clause"))
"""What makes an import or an export an assignment, which needs another keyword."""

_TYPES = frozenset(
    (
        *("type_annotation", "type_predicate_annotation", "asserts_annotation", "type_parameters", "type_arguments"),
        *("accessibility_modifier", "override_modifier", "implements_clause", "abstract", "accessor", "readonly"),
    )
)
"""The parts that are always removed."""

_TYPES_IN = {
    "?": frozenset(("optional_parameter", "public_field_definition", "method_definition")),
    "!": frozenset(("non_null_expression", "public_field_definition", "variable_declarator")),
    "decorator": frozenset(("required_parameter", "optional_parameter")),
    "const": frozenset(("enum_declaration",)),
    "=": frozenset(("export_statement",)),
}
"""The parts that are removed only inside these nodes."""

_CASTS = frozenset(("as_expression", "satisfies_expression"))
_CONTINUATIONS = frozenset(("call_expression", "member_expression", "subscript_expression"))
_IN_ENUM = frozenset(
    (
        *("enum_body", "enum_assignment", "property_identifier", "identifier", "member_expression", "comment"),
        *("string", "string_fragment", "escape_sequence", "number", "unary_expression", "binary_expression"),
        *("template_string", "template_substitution", "parenthesized_expression"),
    )
)
"""The nodes that an `enum` may contain: they only set its values."""

_NO_BREAK = re.compile(r"[^\n\r\u2028\u2029]")


class _NotErasableError(Exception):
    """Removing the types is not enough to get JavaScript."""


def without_types(code: str, deadline: Deadline, *, has_markup: bool) -> str | None:
    """Return a piece of TypeScript without its types, with each character at its position.

    `has_markup` is for a `.tsx` file. None if the code cannot be parsed, or if its types also generate code, as in a
    `namespace`. An `enum` becomes a variable that is never set. Raises `TooSlowError` at the deadline, and
    `MemoryError` if parsing takes too much memory. Source: the compiler option `erasableSyntaxOnly`.
    """
    syntax = Syntax(code, deadline, _WITH_MARKUP if has_markup else _TYPESCRIPT)
    if syntax.root.has_error:
        return None
    written: list[str] = []
    at = 0
    try:
        for start, end, text in sorted(_erased(syntax)):
            written += (code[at:start], text, _NO_BREAK.sub(" ", code[start + len(text) : end]))
            at = end
    except _NotErasableError:
        return None
    return "".join([*written, code[at:]])


def _erased(syntax: Syntax) -> Iterator[tuple[int, int, str]]:
    """Yield the start and the end of each erased part, and the text that replaces its beginning."""
    waiting = [syntax.root]
    while waiting:
        syntax.deadline.check()
        node = waiting.pop()
        parts = node.children
        if node.type == "internal_module" or (node.type == "module" and node.is_named):
            raise _NotErasableError
        for at, part in enumerate(parts):
            if _may_be_misread(part, node):
                raise _NotErasableError
            text = _replacement(part, node, at)
            if text is None:
                waiting.append(part)
            else:
                has_comma = part.type in _WITH_COMMA and parts[at + 1].type == ","
                yield syntax.start(part), syntax.end(parts[at + has_comma]), text


def _replacement(node: Node, around: Node, at: int) -> str | None:
    """Return what replaces a node, which is part number `at` of `around`; None if it stays."""
    kind = node.type
    if kind in _STATEMENTS or (kind in _MAY_BE_TYPES and _has(node, _WORDS)):
        return ";"  # it may end the previous statement
    if kind in _TYPES or around.type in _TYPES_IN.get(kind, ()) or (around.type in _CASTS and at):
        return ""
    if kind in _WITH_COMMA and _has(node, _OMITTED):
        return ""
    if kind == "enum_body":
        _check_enum(node)
    text = _KEYWORDS.get(kind)
    return text if text and (kind.startswith("enum") or _has(around, _SET)) else None


def _has(node: Node, kinds: Collection[str]) -> bool:
    return any(part.type in kinds for part in node.children)


def _check_enum(body: Node) -> None:
    """Raise `_NotErasableError` if the body of an `enum` may do anything else."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if node.type not in _IN_ENUM:
            raise _NotErasableError
        waiting += node.named_children


def _may_be_misread(part: Node, around: Node) -> bool:
    """Return whether the parser may have read the beginning of the next line as a part of a cast or its type."""
    if part.type not in _CASTS:
        return False
    of_type = part.children[-1]
    while of_type.type == "lookup_type":
        of_type, bracket = of_type.children[:2]
        if of_type.end_point.row < bracket.start_point.row:
            return True
    return around.type in _CONTINUATIONS and around.children[0].id == part.id
