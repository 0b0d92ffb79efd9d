"""Evaluate an expression to a string or a list of strings, if the code alone determines it.

A string is a literal, a template, a sum, or a variable with one of these. An object or a list in a variable is known
only if the code does nothing with it but send it, read a string from it and test it.

>>> from rtpsnippets.limits import Deadline
>>> syntax = Syntax("'a' + `b`", Deadline(60))
>>> Values(syntax, Variables(syntax)).text(syntax.path(4)[2])
'ab'
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise
from typing import ClassVar, Self, final

from tree_sitter import Node

from rtpsnippets.display import quoted
from rtpsnippets.site.javascript.model import UnknownError
from rtpsnippets.site.javascript.scopes import Variable, Variables, is_set
from rtpsnippets.site.javascript.syntax import (
    ACCESSES,
    Syntax,
    child,
    has_lone_surrogate,
    index_of_deepest,
    inner,
    is_child,
    joined,
    parts,
    unescaped,
)

_STEPS = 20
_WORDS = {
    "number": "is a number",
    "true": "is true",
    "false": "is false",
    "null": "is null",
    "undefined": "is undefined",
    "regex": "is a regular expression",
    "object": "is an object",
    "function_expression": "is a function",
    "arrow_function": "is a function",
    "class": "is a class",
}
"""Descriptions of expressions that are not strings."""
_MISSING = "is missing"
_SCALARS = frozenset(("string", "template_string", "number", "true", "false", "null", "undefined"))
_SENT_IN = frozenset(("pair", "object", "array", "parenthesized_expression"))
_IDENTICAL = frozenset(("===", "!=="))
_COMPARED = frozenset(("==", "!="))
_NOTHING = frozenset(("null", "undefined"))
_TESTS = frozenset(("if_statement", "expression_statement"))
_FREEZES = "Object.freeze"


@final
class Values:
    """The values of the expressions in a piece of code. `sending` are the ids of the calls of the function `rtp`."""

    def __init__(self, syntax: Syntax, variables: Variables, sending: Collection[int] = ()) -> None:
        self._syntax = syntax
        self._variables = variables
        self._sending = sending
        self._unchanged: dict[int, bool] = {}

    def sent(self, data: Node) -> tuple[str, ...] | str:
        """Return the value in the custom data of a call, its third argument; raise `UnknownError` if it is unknown."""
        data = self._object(data, _STEPS)
        if data.type in {"string", "template_string", "array", *_WORDS} - {"object"}:
            raise UnknownError("is missing: the third argument is not an object")
        return self.value(self._property(data, "value"))

    def value(self, node: Node) -> tuple[str, ...] | str:
        """Return the string or the list that an expression evaluates to; raise `UnknownError` if it is unknown."""
        value = self._value(node, _STEPS)
        return _checked(value) if isinstance(value, str) else value

    def text(self, node: Node, steps: int = _STEPS) -> str:
        """Return the string that an expression evaluates to; raise `UnknownError` if it is unknown."""
        value = () if inner(node).type == "array" else self._value(node, steps)
        if isinstance(value, str):
            return value
        raise UnknownError("is a list")

    def _value(self, node: Node, steps: int) -> tuple[str, ...] | str:
        node = inner(node)
        self._syntax.deadline.check()
        if not steps:
            raise UnknownError("takes too many steps to follow")
        read = self._READERS.get(node.type)
        value = read(self, node, steps) if read else None
        if value is None:
            raise UnknownError(_WORDS.get(node.type) or f"depends on the expression {quoted(self._syntax.text(node))}")
        if isinstance(value, str):
            self._syntax.deadline.take(value)
        return value

    def _string(self, node: Node, _: int) -> str:
        return unescaped(self._syntax.text(node)[1:-1])

    def _member(self, node: Node, steps: int) -> tuple[str, ...] | str | None:
        """Return a property of an object in a variable."""
        name = self._name(node)
        root = self._syntax.path(self._syntax.start(node))
        if name is None or root[-1].type != "identifier" or not self._variables.is_of_code(root):
            return None
        found = self._object(child(node, "object"), steps)
        return self._value(self._property(found, name), steps - 1) if found.type == "object" else None

    def _variable(self, node: Node, steps: int) -> tuple[str, ...] | str:
        definition = self._variables.definition(self._syntax.path_to(node))
        if inner(definition).type == "array":
            self._check_unchanged(node, definition)
        return self._value(definition, steps - 1)

    def _template(self, node: Node, steps: int) -> str:
        text = ""
        for part in node.named_children:
            if part.type == "template_substitution":
                text += self._part(parts(part)[0], steps)
            else:
                text += unescaped(self._syntax.text(part).replace("\r\n", "\n").replace("\r", "\n"))
        return joined(text)

    def _sum(self, node: Node, steps: int) -> str | None:
        if not _is_sum(node):
            return None
        summands = []
        while node.type == "binary_expression" and _is_sum(node):
            self._syntax.deadline.check()
            summands.append(child(node, "right"))
            node = inner(child(node, "left"))
        return joined("".join(self._part(part, steps) for part in [node, *reversed(summands)]))

    def _part(self, node: Node, steps: int) -> str:
        try:
            return self.text(node, steps - 1)
        except UnknownError as error:
            words = str(error)
            is_type = words.startswith("is ") and words != _MISSING
            raise UnknownError(f"includes {words[3:]}" if is_type else words) from None

    def _list(self, node: Node, steps: int) -> tuple[str, ...]:
        entries = parts(node)
        if not entries:
            raise UnknownError("is an empty list")
        if _has_hole(node):
            raise UnknownError("contains an empty entry")
        return tuple(self._entry(entry, steps) for entry in entries)

    def _entry(self, node: Node, steps: int) -> str:
        try:
            return _checked(self.text(node, steps - 1))
        except UnknownError as error:
            raise UnknownError(f"contains an entry that {error}") from None

    # Not bound methods: an object with references to itself keeps its large tree until the next garbage collection.
    _READERS: ClassVar[Mapping[str, Callable[[Self, Node, int], tuple[str, ...] | str | None]]] = {
        "string": _string,
        "template_string": _template,
        "binary_expression": _sum,
        "array": _list,
        "identifier": _variable,
        "shorthand_property_identifier": _variable,
        "member_expression": _member,
        "subscript_expression": _member,
    }

    def _object(self, node: Node, steps: int) -> Node:
        """Return the expression, with a variable or a property of one replaced by its value."""
        node = self._thawed(node)
        if node.type in ACCESSES and (name := self._name(node)) is not None and steps:
            around = self._object(child(node, "object"), steps - 1)
            return self._thawed(self._property(around, name)) if around.type == "object" else node
        if node.type != "identifier":
            return node
        definition = self._variables.definition(self._syntax.path_to(node))
        self._check_unchanged(node, definition)
        return self._thawed(definition)

    def _thawed(self, node: Node) -> Node:
        """Return the expression without `Object.freeze(...)` around it."""
        node = inner(node)
        if node.type == "call_expression" and self._syntax.text(child(node, "function")) == _FREEZES:
            given = parts(child(node, "arguments"))
            return inner(given[0]) if len(given) == 1 else node
        return node

    def _name(self, access: Node) -> str | None:
        """Return the name in `a.name` and `a['name']`; None if it is computed."""
        if access.type == "member_expression":
            return unescaped(self._syntax.text(child(access, "property")))
        index = inner(child(access, "index"))
        return self._string(index, 0) if index.type == "string" else None

    def _property(self, node: Node, key: str) -> Node:
        """Return the value of the last property `key` of an object literal; raise `UnknownError` if it is unknown."""
        if node.type != "object":
            raise UnknownError(f"depends on the expression {quoted(self._syntax.text(node))}")
        for part in reversed(parts(node)):
            name = None if part.type == "spread_element" else self._key(part)
            if name is None:
                raise UnknownError(f"may be set by {quoted(self._syntax.text(part))}")
            if name == key:
                if part.type == "method_definition":
                    raise UnknownError("is a function")
                return part if part.type == "shorthand_property_identifier" else child(part, "value")
        raise UnknownError(_MISSING)

    def _key(self, part: Node) -> str | None:
        """Return the name of a property; None if it is computed."""
        if part.type == "shorthand_property_identifier":
            return self._syntax.text(part)
        node = child(part, "key" if part.type == "pair" else "name")
        if node.type == "computed_property_name":
            node = inner(parts(node)[0])
            return None if node.type != "string" else self._string(node, 0)
        return self._string(node, 0) if node.type == "string" else unescaped(self._syntax.text(node))

    def _check_unchanged(self, node: Node, definition: Node) -> None:
        """Raise `UnknownError` if the object or list `definition` in a variable may be changed."""
        if definition.id not in self._unchanged:
            variable = self._variables.variable(self._syntax.path_to(node))
            self._unchanged[definition.id] = variable is not None and self._is_unchanged(variable, definition)
        if not self._unchanged[definition.id]:
            name = quoted(self._syntax.text(node))
            raise UnknownError(f"depends on the variable {name}, which may be changed elsewhere")

    def _is_unchanged(self, variable: Variable, definition: Node) -> bool:
        if self._variables.is_set_as_property(variable, may_be_read=False):
            return False
        return all(self._is_harmless(self._syntax.path(use.at), self._thawed(definition)) for use in variable.reads)

    def _is_harmless(self, path: Sequence[Node], held: Node) -> bool:
        """Return whether the code at the end of `path` only reads, tests or sends `held`, the value of its variable."""
        index = len(path) - 1
        access = index_of_deepest(path, index)
        for at in range(index - 1, access - 1, -1):
            try:
                held = self._read(held, path[at])
            except UnknownError:
                return False
            if _is_text(held):
                return not is_set(path, at)
        return self._is_sent(path, access) or self._is_tested(path, access)

    def _read(self, held: Node, access: Node) -> Node:
        """Return what an access reads from `held`; for a computed name any string, if it holds only strings."""
        name = self._name(access)
        if name is not None:
            return self._thawed(self._property(held, name))
        values = [part.child_by_field_name("value") for part in parts(held)] if held.type == "object" else []
        if not values or not all(value and _is_text(value) for value in values):
            raise UnknownError
        return child(parts(held)[0], "value")

    def _is_sent(self, path: Sequence[Node], index: int) -> bool:
        """Return whether the node at an index of `path` is in the arguments of a call of `rtp`."""
        while path[index - 1].type in _SENT_IN:
            index -= 1
        return path[index - 1].type == "arguments" and path[index - 2].id in self._sending

    def _is_tested(self, path: Sequence[Node], index: int) -> bool:
        """Return whether the node at an index of `path` is only tested, without running any code in it."""
        while path[index - 1].type == "parenthesized_expression":
            index -= 1
        around = path[index - 1]
        if around.type == "binary_expression":
            operator = child(around, "operator").type
            sides = (child(around, "left"), child(around, "right"))
            is_compared = operator in _COMPARED and any(self._syntax.text(side) in _NOTHING for side in sides)
            return operator in _IDENTICAL or is_compared or (operator == "&&" and is_child(around, "left", path[index]))
        is_operand = around.type == "unary_expression" and child(around, "operator").type in {"typeof", "!"}
        return is_operand or around.type in _TESTS


def _checked(text: str) -> str:
    if has_lone_surrogate(text):
        raise UnknownError("contains a lone surrogate, which cannot be part of a page")
    return text


def _is_text(node: Node) -> bool:
    """Return whether an expression is a string or another immutable value."""
    return node.type in _SCALARS or (node.type == "binary_expression" and _is_sum(node))


def _is_sum(node: Node) -> bool:
    return child(node, "operator").type == "+"


def _has_hole(node: Node) -> bool:
    """Return whether a list has a comma without an entry before it."""
    kinds = [part.type for part in node.children if part.type != "comment"]
    return any(kind == "," and before in {",", "["} for before, kind in pairwise(kinds))
