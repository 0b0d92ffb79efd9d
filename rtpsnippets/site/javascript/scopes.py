"""Follow a variable to what it was set to, if the code alone proves it.

>>> from rtpsnippets.limits import Deadline
>>> syntax = Syntax("var a = 'x'; send(a);", Deadline(60))
>>> syntax.text(Variables(syntax).definition(syntax.path(18)))
"'x'"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tree_sitter import Node

from rtpsnippets.display import quoted
from rtpsnippets.site.javascript.model import UnknownError
from rtpsnippets.site.javascript.references import FUNCTIONS, Use, argument_for, use_at
from rtpsnippets.site.javascript.syntax import ACCESSES, Syntax, child, index_of_access, index_of_deepest, is_child

_MANY = 20_000
"""How many times a name may stand in the code that is searched for a variable."""
_NEAR = 20
"""How many functions around a name are searched each by itself, before all the code is at once."""
_LISTS = frozenset(("program", "statement_block", "switch_case", "switch_default", "class_static_block"))
_LOOPS = frozenset(("for_statement", "for_in_statement", "while_statement", "do_statement"))
# What a setter may stand in and still be run whenever the code around is.
_PLAIN = frozenset(
    (
        *("variable_declarator", "variable_declaration", "lexical_declaration", "export_statement"),
        *("assignment_expression", "sequence_expression", "parenthesized_expression", "expression_statement"),
    )
)
_WINDOWS = frozenset((b"window", b"self", b"globalThis", b"top", b"parent", b"frames", b"this"))
_HAVE_ARGUMENTS = FUNCTIONS - {"arrow_function"}
_KINDS = {
    "parameter": "is the parameter {}",
    "function": "is the function {}",
    "class": "is the class {}",
    "import": "is imported as {}",
    "error": "is the error {}",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One place that sets a variable, or a property of its object: the node that does, in which function, to what."""

    node: Node
    function: int
    value: Node | None


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable: all places where it is named. `scope` is the node that it is visible in."""

    name: str
    scope: int
    uses: tuple[Use, ...]

    @property
    def kinds(self) -> set[str]:
        """How it is declared: empty if it isn't."""
        return {use.declares for use in self.uses if use.declares}

    @property
    def settings(self) -> list[Setting]:
        """All places that set it."""
        return [Setting(use.setter, use.function, use.value) for use in self.uses if use.setter]


class Variables:
    """All variables of a piece of code."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._found: dict[tuple[str, int], dict[int, Variable] | None] = {}
        self._again: dict[int, bool] = {}
        self._as_property: dict[str, bool] = {}

    def variable(self, path: Sequence[Node]) -> Variable | None:
        """The variable that is named at the end of `path`; None if it is named too often to tell."""
        name = self._syntax.text(path[-1])
        functions = [index for index, node in enumerate(path) if node.type in FUNCTIONS]
        return next(
            None if table is None else table[node.id]
            for index in (*functions[: -_NEAR - 1 : -1], 0)
            for table in [self._variables(name, path[index])]
            for node in reversed(path[index:])
            if table is None or node.id in table
        )

    def definition(self, path: Sequence[Node]) -> Node:
        """The node that the variable at the end of `path` was set to when it is read there.

        Raises `UnknownError` if that isn't proven.
        """
        given = self._given(path)
        if given is not None:
            return given
        variable = self.known(path)
        return self.last(variable.settings, path, quoted(variable.name))

    def _given(self, path: Sequence[Node]) -> Node | None:
        """What the parameter at the end of `path` is, if its function is called on the spot, and only there."""
        variable = self.variable(path)
        declared = [use for use in variable.uses if use.declares] if variable else []
        if variable is None or variable.settings or [use.declares for use in declared] != ["parameter"]:
            return None
        parameter = self._syntax.path(declared[0].at)
        index = next(index for index in range(len(parameter) - 1, -1, -1) if parameter[index].type in FUNCTIONS)
        function = parameter[index]
        if function.id not in self._again:
            self._again[function.id] = self._is_called_again(function)
        return None if self._again[function.id] else argument_for(parameter[: index + 1], parameter[-1])

    def _is_called_again(self, function: Node) -> bool:
        """Whether a function may call itself, or set its parameters by `arguments`."""
        start, end = self._syntax.start(function), self._syntax.end(function)
        name = function.child_by_field_name("name")
        names = [] if name is None else list(self._syntax.words(self._syntax.text(name), start, end))
        paths = map(self._syntax.path, self._syntax.words("arguments", start, end))
        return len(names) > 1 or any(
            path[-2].type in ACCESSES
            and next(node for node in reversed(path) if node.type in _HAVE_ARGUMENTS) == function
            for path in paths
        )

    def known(self, path: Sequence[Node]) -> Variable:
        """The variable that is named at the end of `path`; raises `UnknownError` if it is none that is followed."""
        name = quoted(self._syntax.text(path[-1]))
        variable = self.variable(path)
        if variable is None:
            raise UnknownError(f"is the variable {name}, which is used too often to follow")
        for kind, words in _KINDS.items():
            if kind in variable.kinds:
                raise UnknownError(words.format(name))
        if variable.scope == path[0].id and self._is_set_as_property(variable.name):
            raise UnknownError(f"is the variable {name}, which is set as a property of the window")
        return variable

    def _is_set_as_property(self, name: str) -> bool:
        """Whether the code has `window.name = ...`, or what may be that: it sets the global variable `name`."""
        if name not in self._as_property:
            self._as_property[name] = any(map(_sets_of_window, map(self._syntax.path, self._syntax.words(name))))
        return self._as_property[name]

    def last(self, settings: Sequence[Setting], path: Sequence[Node], name: str) -> Node:
        """The value of the last of `settings` before the end of `path`; raises `UnknownError` if that isn't proven."""
        read = path[-1]
        function = next((node.id for node in reversed(path) if node.type in FUNCTIONS), path[0].id)
        before = [setting for setting in settings if setting.node.end_byte <= read.start_byte]
        elsewhere = f"is the variable {name}, which is set elsewhere"  # an error in a variable would hold itself
        if not before or (len(settings) > 1 and any(setting.function != function for setting in settings)):
            raise UnknownError(elsewhere)
        last = before[-1]
        if last.value is None or not self._is_passed(last.node, path) or _is_set_again(last, settings, path):
            raise UnknownError(elsewhere)
        return last.value

    def _is_passed(self, setter: Node, path: Sequence[Node]) -> bool:
        """Whether `setter` has always been run before what is at the end of `path` is."""
        ids = {node.id for node in path}
        around = self._syntax.path_to(setter)
        index = len(around) - 1
        while around[index - 1].type in _PLAIN and around[index].id not in ids:
            index -= 1
        inner, outer = around[index], around[index - 1]
        is_first = outer.type == "for_statement" and inner == outer.child_by_field_name("initializer")
        return inner.id in ids or (outer.id in ids and (outer.type in _LISTS or is_first))

    def _variables(self, name: str, around: Node) -> dict[int, Variable] | None:
        """All variables called `name` that are declared in a node, by the node that they are visible in."""
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
    return {scope: Variable(name, scope, tuple(found)) for scope, found in scopes.items()}


def _sets_of_window(path: Sequence[Node]) -> bool:
    """Whether the name at the end of `path` is that of a property of the window that is set, or that a part is set of.

    >>> from rtpsnippets.limits import Deadline
    >>> _sets_of_window(Syntax("window.a.b = 1", Deadline(60)).path(7))
    True
    """
    access = index_of_access(path)
    if access is None or child(path[access], "object").text not in _WINDOWS:
        return False
    index = index_of_deepest(path, access)
    around = path[index - 1]
    return around.type == "update_expression" or is_child(around, "left", path[index])


def _reached(use: Use) -> tuple[int, ...]:
    return (use.scope,) if use.declares else use.scopes


def _is_set_again(last: Setting, settings: Sequence[Setting], path: Sequence[Node]) -> bool:
    """Whether a loop comes back from another setting to what is at the end of `path`."""
    loops = [node for node in path if node.type in _LOOPS and not _holds(node, last.node)]
    return any(_holds(loops[0], setting.node) for setting in settings) if loops else False


def _holds(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte
