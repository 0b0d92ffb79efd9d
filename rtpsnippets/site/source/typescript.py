"""Make JavaScript of TypeScript: its types become spaces, so that all that is left keeps its place.

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
"""The statements and members that nothing is left of."""

_MAY_BE_TYPES = frozenset(("import_statement", "export_statement", "public_field_definition"))
_WORDS = _STATEMENTS | {"type", "namespace", "declare", "abstract"}
"""The parts of these by which they are of types only."""

_WITH_COMMA = frozenset(("import_specifier", "export_specifier", "required_parameter"))
_OMITTED = frozenset(("type", "this"))
"""The parts by which one of these is left out, with the comma after it."""

_KEYWORDS = {"import": "const ", "export": ";", "enum": "let ", "enum_body": ";"}
_SET = frozenset(("=", "import_require_clause"))
"""What makes another statement of an import or an export, and what their first words become."""

_TYPES = frozenset(
    (
        *("type_annotation", "type_predicate_annotation", "asserts_annotation", "type_parameters", "type_arguments"),
        *("accessibility_modifier", "override_modifier", "implements_clause", "abstract", "accessor", "readonly"),
    )
)
"""What is left out wherever it stands."""

_TYPES_IN = {
    "?": frozenset(("optional_parameter", "public_field_definition", "method_definition")),
    "!": frozenset(("non_null_expression", "public_field_definition", "variable_declarator")),
    "decorator": frozenset(("required_parameter", "optional_parameter")),
    "const": frozenset(("enum_declaration",)),
    "=": frozenset(("export_statement",)),
}
"""What is left out where it is a part of these."""

_CASTS = frozenset(("as_expression", "satisfies_expression"))
_GOING_ON = frozenset(("call_expression", "member_expression", "subscript_expression"))
_IN_ENUM = frozenset(
    (
        *("enum_body", "enum_assignment", "property_identifier", "identifier", "member_expression", "comment"),
        *("string", "string_fragment", "escape_sequence", "number", "unary_expression", "binary_expression"),
        *("template_string", "template_substitution", "parenthesized_expression"),
    )
)
"""What does nothing but give the values of an `enum`."""

_NO_BREAK = re.compile(r"[^\n\r\u2028\u2029]")


class _NotErasableError(Exception):
    """The code is more than JavaScript with types."""


def without_types(code: str, deadline: Deadline, *, has_markup: bool) -> str | None:
    """Return the JavaScript that a piece of TypeScript is without its types, each character in its place.

    `has_markup` says that it is of a file `.tsx`. None if the code isn't understood, or runs more than what is left,
    as of a `namespace`. An `enum` becomes a variable that is never set. Raises `TooSlowError` at the deadline, and
    `MemoryError` for what takes too much memory. What a type is, the compiler's `erasableSyntaxOnly` says.
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
    """Yield each place that is erased, and what its beginning becomes."""
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
            text = _left_of(part, node, at)
            if text is None:
                waiting.append(part)
            else:
                has_comma = part.type in _WITH_COMMA and parts[at + 1].type == ","
                yield syntax.start(part), syntax.end(parts[at + has_comma]), text


def _left_of(node: Node, around: Node, at: int) -> str | None:
    """What is left of a node, the part number `at` of the one around it; None if all is."""
    kind = node.type
    if kind in _STATEMENTS or (kind in _MAY_BE_TYPES and _has(node, _WORDS)):
        return ";"  # the statement before may have no end but this
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
    """Raise if it may do something."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if node.type not in _IN_ENUM:
            raise _NotErasableError
        waiting += node.named_children


def _may_be_misread(part: Node, around: Node) -> bool:
    """Whether the parser has taken a statement for a part of a cast, or of its type, as that began a line."""
    if part.type not in _CASTS:
        return False
    of_type = part.children[-1]
    while of_type.type == "lookup_type":
        of_type, bracket = of_type.children[:2]
        if of_type.end_point.row < bracket.start_point.row:
            return True
    return around.type in _GOING_ON and around.children[0].id == part.id
