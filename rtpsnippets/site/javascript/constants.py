"""Tell what an expression is, as a text or a list of texts, if the code alone proves it.

>>> from rtpsnippets.limits import Deadline
>>> syntax = Syntax("'a' + `b`", Deadline(60))
>>> Texts(syntax, Variables(syntax)).text(syntax.path(4)[2])
'ab'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import ClassVar, Self, final

from tree_sitter import Node

from rtpsnippets.display import quoted
from rtpsnippets.site.javascript.model import UnknownError
from rtpsnippets.site.javascript.objects import Objects
from rtpsnippets.site.javascript.scopes import Variables
from rtpsnippets.site.javascript.syntax import Syntax, child, has_lone_surrogate, inner, joined, parts, unescaped

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
"""What an expression is that is no text."""
_ARRAYS = frozenset(("Array", "window.Array", "Array.of"))
_LISTS = frozenset(("array", "new_expression", "call_expression"))


@final
class Texts:
    """What the expressions of a piece of code are."""

    def __init__(self, syntax: Syntax, variables: Variables) -> None:
        self._syntax = syntax
        self._variables = variables
        self._objects = Objects(syntax, variables)

    def sent(self, data: Node) -> tuple[str, ...] | str:
        """The value in the custom data of a call, its third argument; raises `UnknownError` if that isn't proven."""
        if inner(data).type in {"string", "template_string", "array", *_WORDS} - {"object"}:
            raise UnknownError("is missing: the third argument is no object")
        return self.value(self._objects.property(data, "value"))

    def value(self, node: Node) -> tuple[str, ...] | str:
        """The text or the list that an expression is; raises `UnknownError` if that isn't proven."""
        value = self._value(node, _STEPS)
        return _checked(value) if isinstance(value, str) else value

    def text(self, node: Node, steps: int = _STEPS) -> str:
        """The text that an expression is; raises `UnknownError` if that isn't proven."""
        value = () if inner(node).type == "array" else self._value(node, steps)
        if isinstance(value, str):
            return value
        raise UnknownError("is a list")

    def _value(self, node: Node, steps: int) -> tuple[str, ...] | str:
        node = inner(node)
        self._syntax.deadline.check()
        if not steps:
            raise UnknownError("takes too many steps to put together")
        read = self._READERS.get(node.type)
        value = read(self, node, steps) if read else None
        if value is None:
            raise UnknownError(_WORDS.get(node.type) or f"holds an expression: {quoted(self._syntax.text(node))}")
        if isinstance(value, str):
            self._syntax.deadline.take(value)
        return value

    def _string(self, node: Node, _: int) -> str:
        return unescaped(self._syntax.text(node)[1:-1])

    def _member(self, node: Node, steps: int) -> tuple[str, ...] | str | None:
        """The property of an object that a variable holds."""
        if inner(child(node, "object")).type != "identifier":
            return None
        key = self._syntax.text(child(node, "property"))
        return self._value(self._objects.property(child(node, "object"), key), steps - 1)

    def _variable(self, node: Node, steps: int) -> tuple[str, ...] | str:
        path = self._syntax.path_to(node)
        definition = self._variables.definition(path)
        if inner(definition).type in _LISTS:
            self._objects.check_kept(path, is_whole=True)
        return self._value(definition, steps - 1)

    def _made_list(self, node: Node, steps: int) -> tuple[str, ...] | None:
        """The list that a call makes: `new Array('a', 'b')`, or the same without `new`."""
        made = node.child_by_field_name("constructor") or node.child_by_field_name("function")
        arguments = node.child_by_field_name("arguments")
        is_array = made is not None and self._syntax.text(made) in _ARRAYS and self._is_of_browser(made)
        return self._list(arguments, steps) if is_array and arguments else None

    def _is_of_browser(self, made: Node) -> bool:
        """Whether the name that an expression begins with is the browser's: the code neither declares nor sets it."""
        name = made
        while name.type == "member_expression":
            name = child(name, "object")
        variable = self._variables.variable(self._syntax.path_to(name))
        return variable is not None and not variable.kinds and not variable.settings

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
            raise UnknownError(f"holds {words[3:]}" if words.startswith("is ") else words) from None

    def _list(self, node: Node, steps: int) -> tuple[str, ...]:
        entries = parts(node)
        if not entries:
            raise UnknownError("is an empty list")
        if _has_hole(node):
            raise UnknownError("has an empty entry")
        return tuple(self._entry(entry, steps) for entry in entries)

    def _entry(self, node: Node, steps: int) -> str:
        try:
            return _checked(self.text(node, steps - 1))
        except UnknownError as error:
            raise UnknownError(f"has an entry that {error}") from None

    # No methods of one object: it would hold itself, and with it a large tree, until chance collects it.
    _READERS: ClassVar[Mapping[str, Callable[[Self, Node, int], tuple[str, ...] | str | None]]] = {
        "string": _string,
        "template_string": _template,
        "binary_expression": _sum,
        "array": _list,
        "new_expression": _made_list,
        "call_expression": _made_list,
        "identifier": _variable,
        "shorthand_property_identifier": _variable,
        "member_expression": _member,
    }


def _checked(text: str) -> str:
    if has_lone_surrogate(text):
        raise UnknownError("has a lone surrogate, which no page can hold")
    return text


def _is_sum(node: Node) -> bool:
    return child(node, "operator").type == "+"


def _has_hole(node: Node) -> bool:
    """Whether a list has a comma without an entry before it."""
    signs = [part.type for part in node.children if part.type != "comment"]
    return any(sign == "," and before in {",", "["} for before, sign in pairwise(signs))
