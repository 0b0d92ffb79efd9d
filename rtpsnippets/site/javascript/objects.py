"""Follow the properties of an object, and show that nothing changes it, or a list, behind the reader's back.

>>> from rtpsnippets.limits import Deadline
>>> syntax = Syntax("var data = {}; data.value = 'x'; console.log(data);", Deadline(60))
>>> syntax.text(Objects(syntax, Variables(syntax)).property(syntax.path(45)[-1], "value"))
"'x'"
"""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from rtpsnippets.display import quoted
from rtpsnippets.site.javascript.model import UnknownError
from rtpsnippets.site.javascript.references import FUNCTIONS
from rtpsnippets.site.javascript.scopes import Setting, Variable, Variables
from rtpsnippets.site.javascript.syntax import (
    ACCESSES,
    Syntax,
    child,
    index_of_deepest,
    inner,
    is_child,
    parts,
    unescaped,
)
from rtpsnippets.web.reserved_names import HIDDEN_NAME

_STEPS = 20
_COMPARED = frozenset(("==", "===", "!=", "!==", "<", ">", "<=", ">=", "in", "instanceof"))
_LOOKED_AT = frozenset(("expression_statement", "if_statement", "template_substitution", "while_statement"))
_HOLDING = frozenset(("pair", "object", "array", "parenthesized_expression"))


class Objects:
    """The objects and lists of a piece of code that variables hold."""

    def __init__(self, syntax: Syntax, variables: Variables) -> None:
        self._syntax = syntax
        self._variables = variables
        self._kept: dict[tuple[str, int, bool], bool] = {}

    def property(self, data: Node, key: str, steps: int = _STEPS) -> Node:
        """The node that the property `key` of an expression was set to; raises `UnknownError` if that isn't proven."""
        data = inner(data)
        if data.type == "object":
            return self._in_literal(data, key)
        if data.type != "identifier":
            raise UnknownError(f"holds an expression: {quoted(self._syntax.text(data))}")
        if not steps:
            raise UnknownError("takes too many steps to put together")
        path = self._syntax.path_to(data)
        base = self._variables.definition(path)
        if inner(base).type != "object":
            value = self.property(base, key, steps - 1)
            self.check_kept(self._syntax.path_to(inner(base)), is_whole=True)  # and with it, what has its other names
            return value
        self.check_kept(path)
        return self._in_variable(path, base, key)

    def check_kept(self, path: Sequence[Node], *, is_whole: bool = False) -> None:
        """Raise `UnknownError` if what the variable at the end of `path` holds may be changed out of sight.

        `is_whole` says that it must not be changed in sight, either.
        """
        variable = self._variables.variable(path)
        if variable is None or not self._is_kept(variable, _STEPS, is_whole=is_whole):
            raise UnknownError(f"is the variable {quoted(self._syntax.text(path[-1]))}, which may be changed elsewhere")

    def _in_variable(self, path: Sequence[Node], base: Node, key: str) -> Node:
        variable = self._variables.known(path)
        settings = [*variable.settings, *self._settings(variable, key)]
        settings.sort(key=lambda setting: setting.node.start_byte)
        last = self._variables.last(settings, path, quoted(f"{variable.name}.{key}"))
        if any(self._runs_code(part) for part in parts(inner(base))):
            raise UnknownError(f"is the variable {quoted(variable.name)}, whose functions may change it")
        return self._in_literal(inner(base), key) if last == base else last

    def _in_literal(self, node: Node, key: str) -> Node:
        """The value of the last property `key` of an object that is written out."""
        for part in reversed(parts(node)):
            if part.type == "spread_element":
                raise UnknownError(f"may come with {quoted(self._syntax.text(part))}")
            name = self._key(part)
            if name is None:
                raise UnknownError(f"may come with {quoted(self._syntax.text(part))}")
            if name == key:
                return self._value(part)
        raise UnknownError("is missing")

    def _runs_code(self, part: Node) -> bool:
        """Whether a part of an object may be code that changes the object: a setter, `toString`, a prototype's."""
        if part.type != "pair":
            return part.type == "method_definition"
        return child(part, "value").type == "function_expression" or self._key(part) == "__proto__"

    def _key(self, part: Node) -> str | None:
        """The name of a property; None if it is computed."""
        if part.type == "shorthand_property_identifier":
            return self._syntax.text(part)
        node = child(part, "key" if part.type == "pair" else "name")
        if node.type == "computed_property_name":
            node = inner(parts(node)[0])
            return None if node.type != "string" else self._string(node)
        return self._string(node) if node.type == "string" else unescaped(self._syntax.text(node))

    def _string(self, node: Node) -> str:
        return unescaped(self._syntax.text(node)[1:-1])

    def _value(self, part: Node) -> Node:
        if part.type == "method_definition":
            raise UnknownError("is a function")
        return part if part.type == "shorthand_property_identifier" else child(part, "value")

    def _settings(self, variable: Variable, key: str) -> list[Setting]:
        """The places that set the property `key` of the object that `variable` holds."""
        settings = []
        for use in variable.uses:
            path = self._syntax.path(use.at)
            if _sets_property(path) and self._property(path[-2]) == key:
                settings.append(Setting(path[-3], use.function, child(path[-3], "right")))
        return settings

    def _property(self, access: Node) -> str | None:
        """The name in `a.name` and `a['name']`; None if it is computed."""
        if access.type == "member_expression":
            return unescaped(self._syntax.text(child(access, "property")))
        index = inner(child(access, "index"))
        return self._string(index) if index.type == "string" else None

    def _is_kept(self, variable: Variable, steps: int, *, is_whole: bool) -> bool:
        key = (variable.name, variable.scope, is_whole)
        if key not in self._kept:
            paths = [self._syntax.path(use.at) for use in variable.uses if use.setter is None and not use.declares]
            self._kept[key] = steps > 0 and all(self._is_safe(path, steps, is_whole=is_whole) for path in paths)
        return self._kept[key]

    def _is_safe(self, path: Sequence[Node], steps: int, *, is_whole: bool) -> bool:
        """Whether what stands around the name at the end of `path` changes nothing and hands nothing on.

        What sets a property by this name is seen where that is asked for; unless `is_whole`, it is safe.
        """
        index = index_of_deepest(path, len(path) - 1)
        if _sets_property(path):
            return not is_whole and self._property(path[-2]) is not None
        is_accessed = index < len(path) - 1
        is_held = False
        while path[index - 1].type in _HOLDING:
            index -= 1
            is_held = is_held or path[index].type != "parenthesized_expression"
        node, around = path[index], path[index - 1]
        match around.type:
            case "arguments":
                return self._is_harmless(path[index - 2])
            case "binary_expression":
                return child(around, "operator").type in _COMPARED
            case "unary_expression":
                return child(around, "operator").type != "delete"
            case "variable_declarator" if not is_accessed and child(around, "name").type == "identifier":
                variable = self._variables.variable(self._syntax.path_to(child(around, "name")))
                return variable is not None and self._is_kept(variable, steps - 1, is_whole=not is_held)
        return around.type in _LOOKED_AT and node.type not in ACCESSES - {path[index].type}

    def _is_harmless(self, call: Node) -> bool:
        """Whether a call is one that is known to change nothing of what it gets."""
        if call.type != "call_expression":
            return False
        called = inner(child(call, "function"))
        given = [self._syntax.text(part)[1:-1] for part in parts(child(call, "arguments"))[:2] if part.type == "string"]
        is_sent = given == ["send", "event"] and not self._is_own(called)
        return is_sent or self._syntax.text(called).startswith("console.")

    def _is_own(self, called: Node) -> bool:
        """Whether what is called is a function of the code itself, other than the tag's, which may do anything."""
        if called.type in FUNCTIONS:
            return True
        if called.type != "identifier" or self._syntax.text(called) == HIDDEN_NAME:
            return False
        path = self._syntax.path_to(called)
        variable = self._variables.variable(path)
        if variable is None or not variable.kinds:
            return False
        try:
            return inner(self._variables.definition(path)).type in FUNCTIONS
        except UnknownError:
            return True


def _sets_property(path: Sequence[Node]) -> bool:
    """Whether the name at the end of `path` is the one in `name.key = ...`."""
    return (
        path[-2].type in ACCESSES
        and is_child(path[-2], "object", path[-1])
        and path[-3].type == "assignment_expression"
        and is_child(path[-3], "left", path[-2])
    )
