"""Find the variable that a name refers to, and its value where the code alone determines it.

The rules are those of ECMAScript: https://tc39.es/ecma262/#sec-syntax-directed-operations-scope-analysis.

>>> from rtpsnippets.limits import Deadline
>>> syntax = Syntax("var a = 'x'; send(a);", Deadline(60))
>>> syntax.text(Variables(syntax).definition(syntax.path(18)))
"'x'"
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tree_sitter import Node

from rtpsnippets.display import quoted
from rtpsnippets.site.javascript.functions import FUNCTIONS
from rtpsnippets.site.javascript.model import UnknownError
from rtpsnippets.site.javascript.syntax import ACCESSES, Syntax, child, is_child

_MANY = 20_000
"""The maximum number of uses of a name in the code that is searched for a variable."""
_NEAR = 20
"""How many enclosing functions are searched one by one, before the whole code."""
_LISTS = frozenset(("program", "statement_block", "switch_case", "switch_default", "class_static_block"))
# A setter inside these nodes always runs.
_PLAIN = frozenset(
    (
        *("variable_declarator", "variable_declaration", "lexical_declaration", "export_statement"),
        *("assignment_expression", "sequence_expression", "parenthesized_expression", "expression_statement"),
    )
)
_DECLARED = frozenset(("function_declaration", "generator_function_declaration"))
_REPEATS = FUNCTIONS | {"for_statement", "for_in_statement", "while_statement", "do_statement", "switch_statement"}
_SETTERS = frozenset(("update_expression", "array_pattern", "pair_pattern", "rest_pattern"))
_COPIES = re.compile(r"(?:assign|extend|merge|defineProperties)\Z")
"""The functions that copy the properties of one argument to another, which may be the window."""
_COMPUTED = re.compile(r"(?<![\w$])(?:window|self|globalThis|this)\s*+\[\s*+[^'\"`]")
_PROPERTIES = frozenset(("property_identifier", "shorthand_property_identifier_pattern", "string_fragment"))
_OF_WINDOW = frozenset(
    (
        *("closed", "document", "event", "frames", "history", "length", "location", "name", "navigator", "opener"),
        *("origin", "parent", "screen", "self", "status", "top", "window"),
    )
)
"""The global names that a page cannot set freely: https://html.spec.whatwg.org/multipage/nav-history-apis.html."""
_NO_CODE = re.compile(
    r"""'[^'\\\n]*+'|"[^"\\\n]*+"|//[^\n]*+|/\*(?s:.*?)\*/"""
    r"""|\bif\s*\((?:[\w$\s!|&'"]|[=!]==?|\.\s*rtp\b)*+\)"""
)
_STRAIGHT = re.compile(
    r"(?!(?s:.*)\b(?:await|yield|new)\b)[)\s;,]*+(?:[\w$\s{\[(,:!?|]|&&|\.\s*(?:rtp|call|apply)\b)*+"
)
"""Code between two statements that calls nothing but the function at its end."""
_UNKNOWN = {
    "parameter": "depends on the parameter {}",
    "function": "depends on the function {}",
    "class": "depends on the class {}",
    "import": "depends on the import {}",
    "error": "depends on the caught error {}",
}

_HOLDERS = FUNCTIONS | {"program", "class_static_block"}
_BLOCKS = frozenset(
    ("statement_block", "program", "for_statement", "for_in_statement", "switch_body", "class_static_block")
)
"""The nodes that are the scope of `let` and `const`."""

_SCOPES = _HOLDERS | _BLOCKS | {"catch_clause", "class"}
_NAMES = frozenset(("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"))
_AROUND_SET = frozenset(("object_pattern", "array_pattern", "rest_pattern", "parenthesized_expression"))
# The parts of a pattern, each with the field that is set.
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
"""What a node declares without `var`, `let` or `const`."""
_OWN = frozenset(("function_expression", "generator_function", "class", "arrow_function", "catch_clause"))
"""The nodes whose names are visible only inside them."""
_NAMED = {
    **dict.fromkeys((*_KINDS, "variable_declarator"), "name"),
    "arrow_function": "parameter",
    "catch_clause": "parameter",
    "for_in_statement": "left",
}
"""The field with the declared name."""
_SET = {
    "variable_declarator": "name",
    "for_in_statement": "left",
    "assignment_expression": "left",
    "augmented_assignment_expression": "left",
    "update_expression": "argument",
}
"""The field with the name that is set."""
_VALUES = {"variable_declarator": "value", "assignment_expression": "right"}
_IMPORTS = frozenset(("import_clause", "import_specifier", "namespace_import"))


@dataclass(frozen=True, slots=True)
class Use:
    """One occurrence of a name: `scopes` are the nodes around it that may declare its variable, outermost first.

    `declares` is the kind of variable that is declared here, if any, and `scope` the node in which it is visible.
    `setter` is the node that sets it here, and `value` its new value, None if the code does not show it.
    """

    at: int
    scopes: tuple[int, ...]
    declares: str = ""
    scope: int = 0
    setter: Node | None = None
    value: Node | None = None


def use_at(at: int, path: Sequence[Node]) -> Use | None:
    """Return the use of the name at the end of `path`; None if it does not name a variable."""
    if path[-1].type not in _NAMES:
        return None
    scopes = tuple(node.id for node in path if node.type in _SCOPES)
    pattern = path[: _pattern(path) + 1]
    kind, scope = _declared(pattern)
    setter, value = _set(pattern)
    return Use(at, scopes, kind, scope, setter, value if pattern[-1].id == path[-1].id else None)


def _declared(path: Sequence[Node]) -> tuple[str, int]:
    """Return how the name or the pattern at the end of `path` is declared, and the node in which it is visible."""
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
    # The name of a function is visible around it, the variable of a loop only inside it.
    return kind, _scope(path[:-1] if outer.type == "for_in_statement" else path[:-2], kind)


def _kind(outer: Node, around: Node) -> str:
    """Return how a node declares a name; empty for a loop that only sets it."""
    if outer.type == "for_in_statement":
        word = outer.child_by_field_name("kind")
        return "" if word is None else "var" if word.type == "var" else "let"
    return _KINDS.get(outer.type) or _DECLARATIONS[around.type]


def _set(path: Sequence[Node]) -> tuple[Node | None, Node | None]:
    """Return the node that sets the name or the pattern at the end of `path`, and the value."""
    outer, inner = path[-2], path[-1]
    if not is_child(outer, _SET.get(outer.type, "none"), inner):
        return None, None
    value = outer.child_by_field_name(_VALUES.get(outer.type, "none"))
    is_only_declared = outer.type == "variable_declarator" and value is None
    return None if is_only_declared else outer, value


def _pattern(path: Sequence[Node]) -> int:
    """Return the index of the outermost pattern or parentheses around the name, or of the name itself."""
    index = len(path) - 1
    while path[index - 1].type in _AROUND_SET or is_child(
        path[index - 1], _PATTERN_FIELDS.get(path[index - 1].type, "none"), path[index]
    ):
        index -= 1
    return index


def _scope(path: Sequence[Node], kind: str) -> int:
    """Return the node in which a variable declared at the end of `path` is visible.

    A function in a block is also visible in the function around the block.
    """
    types = _BLOCKS | FUNCTIONS if kind in {"let", "class"} else _HOLDERS
    return next(node.id for node in reversed(path) if node.type in types)


class Setting(NamedTuple):
    """A node that sets a variable, and the value, None if the code does not show it."""

    node: Node
    value: Node | None


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable with all its uses. `is_global` means that it is visible everywhere."""

    name: str
    uses: tuple[Use, ...]
    is_global: bool

    @property
    def kinds(self) -> set[str]:
        """How it is declared; empty if it is not."""
        return {use.declares for use in self.uses if use.declares}

    @property
    def settings(self) -> list[Setting]:
        """All its settings."""
        return [Setting(use.setter, use.value) for use in self.uses if use.setter]

    @property
    def is_of_window(self) -> bool:
        """Whether it is also a property of the window."""
        return self.is_global and self.kinds <= {"var"}

    @property
    def only_value(self) -> Node | None:
        """Its value, if it is set exactly once and the code shows the value."""
        settings = self.settings
        return settings[0].value if len(settings) == 1 and self.kinds <= {"var", "let"} else None

    @property
    def reads(self) -> list[Use]:
        """All uses that neither declare nor set it."""
        return [use for use in self.uses if not use.declares and use.setter is None]


class Variables:
    """All variables of a piece of code. `shared` are the names of the global variables whose values were used."""

    def __init__(self, syntax: Syntax) -> None:
        self.shared: set[str] = set()
        self._syntax = syntax
        self._found: dict[tuple[str, int], dict[int, Variable] | None] = {}
        self._as_property: dict[tuple[str, bool], bool] = {}

    def variable(self, path: Sequence[Node]) -> Variable | None:
        """Return the variable that is named at the end of `path`; None if the name is used too often."""
        name = self._syntax.text(path[-1])
        if path[-2].type in _DECLARED:  # its name belongs to the code around, not to its parameters
            path = path[:-2]
        functions = [index for index, node in enumerate(path) if node.type in FUNCTIONS]
        return next(
            None if table is None else table[node.id]
            for index in (*functions[: -_NEAR - 1 : -1], 0)
            for table in [self._variables(name, path[index])]
            for node in reversed(path[index:])
            if table is None or node.id in table
        )

    def is_of_code(self, path: Sequence[Node]) -> bool:
        """Return whether the code declares or sets the variable at the end of `path`."""
        variable = self.variable(path)
        return variable is None or bool(variable.kinds or variable.settings)

    def definition(self, path: Sequence[Node]) -> Node:
        """Return the node with the value of the variable at the end of `path`; raise `UnknownError` if in doubt.

        The value is certain for a `const`; for a `let` that is never set again; for a `var` that is set once, earlier
        and in an enclosing block, and not read in a function that may be called before that; and for any variable that
        the previous statement sets.
        """
        variable = self._followed(path)
        if variable.is_global:
            self.shared.add(variable.name)
        settings = variable.settings
        if variable.kinds == {"let"} and variable.only_value and settings[0].node.type == "variable_declarator":
            return variable.only_value
        before = [setting for setting in settings if setting.node.end_byte <= path[-1].start_byte]
        last, value = before[-1] if before else (None, None)
        if last and value and self._always_runs(last, path):
            is_only = len(settings) == 1 and not self.is_set_as_property(variable)
            if self._is_just_before(last, path) or (is_only and _runs_after(last, path)):
                return value
        why = "may have another value here" if settings else "is set elsewhere"
        raise UnknownError(f"depends on the variable {quoted(variable.name)}, which {why}")

    def _followed(self, path: Sequence[Node]) -> Variable:
        """Return the variable that is named at the end of `path`; raise `UnknownError` if it cannot be followed."""
        name = quoted(self._syntax.text(path[-1]))
        variable = self.variable(path)
        if variable is None:
            raise UnknownError(f"depends on the variable {name}, which is used too often to follow")
        for kind, words in _UNKNOWN.items():
            if kind in variable.kinds:
                raise UnknownError(words.format(name))
        if variable.settings and variable.is_of_window and variable.name in _OF_WINDOW:
            raise UnknownError(f"depends on the variable {name}, which is a built-in property of window")
        if any(node.type == "with_statement" for node in path):
            raise UnknownError(f"depends on the name {name} in a `with` statement")
        if self._has_escaped_names:
            raise UnknownError(f"depends on the variable {name}, in code where names contain escapes")
        return variable

    @cached_property
    def _has_escaped_names(self) -> bool:
        """Whether any name in the code contains an escape, and so may be the same as another name."""
        places = (found.start() for found in re.finditer(r"\\u", self._syntax.code))
        return any(self._syntax.path(at)[-1].type in _NAMES for at in places)

    def is_set_as_property(self, variable: Variable, *, may_be_read: bool = True) -> bool:
        """Return whether the code sets a property of this name, which on the window is the global variable.

        Unless `may_be_read`, reading such a property also counts: code that reads an object may change it.
        """
        key = (variable.name, may_be_read)
        if not variable.is_of_window:
            return False
        if key not in self._as_property:
            paths = map(self._syntax.path, self._syntax.words(variable.name))
            self._as_property[key] = _COMPUTED.search(self._syntax.code) is not None or any(
                self._is_property(path, variable.name, may_be_read=may_be_read) for path in paths
            )
        return self._as_property[key]

    def _is_property(self, path: Sequence[Node], name: str, *, may_be_read: bool) -> bool:
        """Return whether the word at the end of `path` names a property that is set."""
        if path[-1].type not in _PROPERTIES or self._syntax.text(path[-1]) != name:
            return False
        path = path[:-1] if path[-1].type == "string_fragment" else path
        around = path[-2]
        if around.type in ACCESSES:
            return not may_be_read or is_set(path, len(path) - 2)
        if around.type == "pair":  # Object.assign(window, { v: ... })
            is_given = is_child(around, "key", path[-1]) and path[-4].type == "arguments"
            return is_given and _COPIES.search(self._syntax.text(path[-5].children[0])) is not None
        if around.type == "arguments":  # Object.defineProperty(window, 'v', ...)
            return True
        return not may_be_read and around.type in {"object_pattern", "pair_pattern"}  # const { v } = window

    def _always_runs(self, setter: Node, path: Sequence[Node]) -> bool:
        """Return whether `setter` always runs before the code that follows it in the same block."""
        ids = {node.id for node in path}
        around = self._syntax.path_to(setter)
        index = len(around) - 1
        while around[index - 1].type in _PLAIN and around[index].id not in ids:
            index -= 1
        inner, outer = around[index], around[index - 1]
        is_first = outer.type == "for_statement" and is_child(outer, "initializer", inner)
        return inner.id in ids or (outer.id in ids and (outer.type in _LISTS or is_first))

    def _is_just_before(self, setter: Node, path: Sequence[Node]) -> bool:
        """Return whether nothing runs between `setter` and the end of `path`."""
        around = self._syntax.path_to(setter)
        index = next(index for index, node in enumerate(path) if node.id != around[index].id)
        if path[index - 1].type not in _LISTS | {"sequence_expression"} or _REPEATS.intersection(
            node.type for node in path[index:]
        ):
            return False
        between = _NO_CODE.sub("", self._syntax.code[self._syntax.end(setter) : self._syntax.start(path[-1])])
        return _STRAIGHT.fullmatch(between) is not None

    def _variables(self, name: str, around: Node) -> dict[int, Variable] | None:
        """Return all variables called `name` that are declared in a node, by the node in which they are visible."""
        key = (name, around.id)
        if key not in self._found:
            uses = self._uses(name, around)
            self._found[key] = uses if uses is None else _by_scope(name, around, uses)
        return self._found[key]

    def _uses(self, name: str, around: Node) -> list[Use] | None:
        uses = []
        for at in self._syntax.words(name, self._syntax.start(around), self._syntax.end(around)):
            use = use_at(at, self._syntax.path(at))
            if use is not None:
                uses.append(use)
            if len(uses) > _MANY:
                return None
        return uses


def _by_scope(name: str, around: Node, uses: Sequence[Use]) -> dict[int, Variable]:
    scopes: dict[int, list[Use]] = {use.scope: [] for use in uses if use.declares}
    if around.type == "program":
        scopes.setdefault(around.id, [])
    for use in uses:
        scope = next((scope for scope in reversed(_reached(use)) if scope in scopes), None)
        if scope is not None:
            scopes[scope].append(use)
    whole = around.id if around.type == "program" else None
    return {scope: Variable(name, tuple(found), scope == whole) for scope, found in scopes.items()}


def _reached(use: Use) -> tuple[int, ...]:
    return (use.scope,) if use.declares else use.scopes


def _runs_after(setter: Node, path: Sequence[Node]) -> bool:
    """Return whether no function declared after `setter` contains the end of `path`: it may be called earlier."""
    return all(node.start_byte <= setter.start_byte for node in path if node.type in _DECLARED)


def is_set(path: Sequence[Node], index: int) -> bool:
    """Return whether the property at an index of `path` is set or deleted there."""
    while path[index - 1].type == "parenthesized_expression":
        index -= 1
    around = path[index - 1]
    if around.type == "unary_expression":
        return child(around, "operator").type == "delete"
    return around.type in _SETTERS or (is_child(around, "left", path[index]) and around.type != "binary_expression")
