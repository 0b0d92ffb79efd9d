"""Find out when the code in a function runs: at load, after a delay, or on an event of an element.

Only certain results count: a function that other code may call, a condition or a value that is not constant makes the
trigger unknown.

>>> from rtpsnippets.limits import Deadline
>>> syntax = Syntax("$('#sign-up').on('submit', function () { rtp(); });", Deadline(60))
>>> variables = Variables(syntax)
>>> Triggers(syntax, variables, Values(syntax, variables)).of(syntax.path(41)[:-1])
Trigger(on='submit', selector='#sign-up')
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tree_sitter import Node

from rtpsnippets.site.javascript.functions import FUNCTIONS, immediate_call, parameters
from rtpsnippets.site.javascript.guards import Guards
from rtpsnippets.site.javascript.model import Trigger, UnknownError
from rtpsnippets.site.javascript.scopes import Variables
from rtpsnippets.site.javascript.syntax import Syntax, child, inner, is_child, parts
from rtpsnippets.site.javascript.values import Values

_STEPS = 10
"""The maximum number of functions in a chain of calls."""
_MANY = 200
"""The maximum number of names to follow: each is searched for in the whole code."""
_LOAD = Trigger("load")
_JQUERY = frozenset(("$", "jQuery", "window.$", "window.jQuery"))
_LOADED = frozenset(("load", "DOMContentLoaded"))
_ACTS = frozenset(("click", "submit"))
_PROPERTIES = frozenset(("onload", "onclick", "onsubmit"))
_WINDOW = frozenset(("window", "self"))
_PAGE = _WINDOW | {"document"}
_ELEMENT = frozenset(("document.getElementById", "document.querySelector"))
_ELEMENTS = frozenset(("document.querySelectorAll",))
_LOOPS = frozenset(("for_in_statement", "for_statement"))
_LEFT = FUNCTIONS | _LOOPS | {"while_statement", "do_statement", "switch_statement"}
_SEEN = re.compile(r"[\w$]+(?:\[\w+\])?\.isIntersecting")
_HANDLER = 10_000
"""The maximum length in bytes of the code of a handler, which may return outside of a function."""
_SKIPS = frozenset(("continue_statement", "break_statement"))
_EXITS = {
    "return": "return_statement",
    "throw": "throw_statement",
    "await": "await_expression",
    "continue": "continue_statement",
    "break": "break_statement",
}
"""What may skip or delay the code after it, by its keyword."""
_SHORT = 200
"""The maximum length in bytes of a condition that is compared."""
_THRESHOLD = re.compile(r"\{\s*threshold\s*:\s*\[?[\d., ]+\]?,?\s*\}")
_OBSERVER = frozenset(("IntersectionObserver", "window.IntersectionObserver"))
# The code inside these nodes always runs.
_PLAIN = frozenset(
    (
        *("program", "statement_block", "expression_statement", "parenthesized_expression", "sequence_expression"),
        *("return_statement", "unary_expression", "await_expression", "arguments", "call_expression"),
        *("member_expression", "new_expression", "variable_declarator", "variable_declaration", "lexical_declaration"),
        *("assignment_expression", "export_statement"),
    )
)
_NUMBER = re.compile(r"[0-9][0-9_]{0,9}(?:\.[0-9]{0,9})?(?:[eE][0-9])?")
_NAME = re.compile(r"[A-Za-z_][\w-]*")
# Selectors of jQuery that are not CSS: https://api.jquery.com/category/selectors/jquery-selector-extensions/
_JQUERY_ONLY = re.compile(
    r":(?:animated|button|checkbox|contains|eq|even|file|first|gt|header|hidden|image|input|last|lt|odd|parent"
    r"|password|radio|reset|selected|submit|text|visible)(?![\w-])|!="
    r"|\[\s*[\w-]+\s*[~|^$*]?=\s*(?![\"']|-?[^\W\d][\w-]*\s*(?:[is]\s*)?\])"  # an attribute's value without quotes
)


class _Wait(NamedTuple):
    """What the code waits for; `steps` is how many more functions may be followed.

    `target` is the code of the element to listen to: testing whether it exists is not a condition. `is_seen` means
    that an element must be in the viewport, `is_listening` that the code adds a listener.
    """

    steps: int = _STEPS
    target: str = ""
    is_seen: bool = False
    is_listening: bool = False


class Triggers:
    """The triggers of the functions in a piece of code."""

    def __init__(self, syntax: Syntax, variables: Variables, values: Values) -> None:
        self._syntax = syntax
        self._variables = variables
        self._values = values
        self._guards = Guards(syntax, all)
        self._exits: dict[int, defaultdict[int, list[tuple[int, str]]]] = {}
        self._found: dict[tuple[int, _Wait], Trigger | None] = {}
        self._names: set[str] = set()

    def of(self, path: Sequence[Node]) -> Trigger | None:
        """Return when the code at the end of `path` runs; None if that is unknown."""
        try:
            return self._of(path, _Wait())
        except UnknownError:
            return None

    def _of(self, path: Sequence[Node], wait: _Wait) -> Trigger:
        """Return when it runs; raise `UnknownError` if that is unknown, as all methods below do."""
        self._syntax.deadline.check()
        index = _function(path)
        wait = self._passed(path, max(index, 0), wait)
        if index >= 0:
            key = (path[index].id, wait._replace(target=""))
            if key not in self._found:
                self._found[key] = None  # until it is known
                self._found[key] = self._of_function(path[: index + 1], key[1])
            if (found := self._found[key]) is None:
                raise UnknownError
            return found
        if wait.is_seen:
            raise UnknownError
        return _LOAD

    def _passed(self, path: Sequence[Node], index: int, wait: _Wait) -> _Wait:
        """Return what the code waits for from an index of `path` on; no other condition may skip it."""
        is_looped = False
        exits: Mapping[int, Sequence[tuple[int, str]]] = {}
        for around, node in zip(path[index:], path[index + 1 :], strict=False):
            is_loop = around.type in _LOOPS and is_child(around, "body", node)
            if is_loop or around.type in FUNCTIONS or (around.type == "program" and around.end_byte <= _HANDLER):
                exits = exits or self._exits_in(around)
                wait = self._not_left(exits.get(around.id, ()), path[-1], wait)
                is_looped = is_looped or is_loop
            elif not (around.type in _PLAIN or self._guards.guards(around, node)):
                wait = self._met(self._condition(around, node), wait)
        if is_looped and not (wait.is_listening or wait.is_seen):
            raise UnknownError
        return wait

    def _met(self, condition: str, wait: _Wait) -> _Wait:
        """Return what the code waits for, including this condition; raise if the condition is unknown."""
        if _SEEN.fullmatch(condition):
            return wait._replace(is_seen=True)
        if not condition or condition != wait.target:
            raise UnknownError
        return wait

    def _condition(self, around: Node, node: Node) -> str:
        """Return the code of the condition of `node`; empty if there is none or it is long."""
        if around.type == "if_statement" and is_child(around, "consequence", node):
            return self._short(inner(child(around, "condition")))
        is_and = around.type == "binary_expression" and child(around, "operator").type == "&&"
        return self._short(child(around, "left")) if is_and and is_child(around, "right", node) else ""

    def _short(self, node: Node) -> str:
        """Return the code of a node; empty if it is long."""
        return self._syntax.text(node) if node.end_byte - node.start_byte <= _SHORT else ""

    def _not_left(self, exits: Iterable[tuple[int, str]], node: Node, wait: _Wait) -> _Wait:
        """Return what the code waits for if it is to reach `node` without taking one of these exits."""
        for end, condition in exits:
            if end <= node.start_byte:
                wait = self._met(condition, wait)
        return wait

    def _exits_in(self, around: Node) -> Mapping[int, Sequence[tuple[int, str]]]:
        """Return the exits of a node and of all functions and loops in it, by their ids.

        An exit is a statement that leaves a function or skips the rest of a loop: its end, and the condition to go on.
        Exits that are taken only without the RTP tag do not count.
        """
        if around.id not in self._exits:
            found = self._exits[around.id] = defaultdict(list)
            found[around.id] = []
            for at in self._syntax.any_of(_EXITS, self._syntax.start(around), self._syntax.end(around)):
                path = self._syntax.path(at)
                left = len(path) - 2  # the keyword is the first part of the statement
                if path[left].type in _EXITS.values():
                    types = _LEFT if path[left].type in _SKIPS else FUNCTIONS
                    found[path[_innermost(path[:left], types)].id] += self._exit(path[:left], path[left])
        return self._exits[around.id]

    def _exit(self, path: Sequence[Node], left: Node) -> Iterator[tuple[int, str]]:
        """Yield the end of an exit below `path`, and the condition to go on; empty if unknown."""
        statement = next(node for node in reversed(path) if node.type != "statement_block")
        is_if = statement.type == "if_statement"
        if not (is_if and self._guards.ends_code(statement)):
            is_kept = is_if and left.type != "break_statement"
            condition = self._short(inner(child(statement, "condition"))) if is_kept else ""
            yield left.end_byte, condition.removeprefix("!") if condition.startswith("!") else ""

    def _of_function(self, path: Sequence[Node], wait: _Wait) -> Trigger:
        """Return when the function at the end of `path` runs."""
        if not wait.steps or path[-1].type == "generator_function":
            raise UnknownError
        wait = wait._replace(steps=wait.steps - 1)
        index = len(path) - 1
        while path[index - 1].type == "parenthesized_expression":
            index -= 1
        node, around = path[index], path[index - 1]
        if around.type == "arguments":
            return self._of_argument(path[:index], node, wait)
        if around.type == "assignment_expression" and is_child(around, "right", node):
            return self._of_property(path[:index], wait)
        if around.type == "variable_declarator":
            return self._of_name(self._syntax.path_to(child(around, "name")), wait)
        if node.type == "function_declaration":
            return self._of_name(self._syntax.path_to(child(node, "name")), wait)
        raise UnknownError

    def _of_name(self, path: Sequence[Node], wait: _Wait) -> Trigger:
        """Return when the function in the variable at the end of `path` runs, if it is the same for all its uses."""
        found = [self._of_read(self._syntax.path(at), wait) for at in self._reads(path)]
        if not found or len({trigger.on for trigger in found}) > 1:
            raise UnknownError
        return _joined(found)

    def _followed(self, path: Sequence[Node]) -> Sequence[Node]:
        """Return the path to a name; raise `UnknownError` if too many names were followed."""
        self._names.add(self._syntax.text(path[-1]))
        if len(self._names) > _MANY:
            raise UnknownError
        return path

    def _reads(self, path: Sequence[Node]) -> list[int]:
        """Return where a variable is read; raise `UnknownError` unless it is set exactly once."""
        variable = self._variables.variable(self._followed(path))
        if variable is None or len(variable.settings) + ("function" in variable.kinds) != 1:
            raise UnknownError
        return [use.at for use in variable.uses if not use.declares and use.setter is None]

    def _of_read(self, path: Sequence[Node], wait: _Wait) -> Trigger:
        around = path[-2]
        if around.type == "call_expression" and is_child(around, "function", path[-1]):
            return self._of(path[:-1], wait)
        if around.type == "arguments":
            return self._of_argument(path[:-1], path[-1], wait)
        if around.type == "assignment_expression" and is_child(around, "right", path[-1]):
            return self._of_property(path[:-1], wait)
        raise UnknownError

    def _of_property(self, path: Sequence[Node], wait: _Wait) -> Trigger:
        """Return when the function assigned at the end of `path` runs: `window.onload = ...`."""
        left = child(path[-1], "left")
        if left.type == "identifier":
            return self._of_name(self._syntax.path_to(left), wait)
        name = self._syntax.text(child(left, "property")) if left.type == "member_expression" else ""
        is_set_again = len(list(self._syntax.words(self._syntax.text(left)))) > 1
        if name not in _PROPERTIES or is_set_again or self._is_jquery(child(left, "object")):
            raise UnknownError
        return self._of_listener(name.removeprefix("on"), child(left, "object"), "", path, wait)

    def _of_argument(self, path: Sequence[Node], node: Node, wait: _Wait) -> Trigger:
        """Return when the function `node`, one of the arguments at the end of `path`, runs."""
        given, call = parts(path[-1]), path[:-1]
        at = [part.id for part in given].index(node.id)
        if call[-1].type == "new_expression":
            return self._of_observer(call, at, wait)
        called = child(call[-1], "function")
        is_method = called.type == "member_expression"
        target = child(called, "object") if is_method else None
        name = self._syntax.text(child(called, "property") if is_method else called)
        is_global = target is None or self._syntax.text(target) in _PAGE
        if name == "setTimeout" and is_global and at == 0:
            return self._delayed(call, given[1:], wait)
        is_ready = name == "ready" and target is not None and self._is_jquery(target)
        if at == 0 and (is_ready or self._names_jquery(called)):
            return self._at_load(call, wait)
        if name == "forEach" and at == 0 and (wait.is_listening or wait.is_seen):
            return self._of(call, wait)  # an empty list of elements sends nothing either way
        return self._of_listener(*self._listened(target, name, at, given), call, wait)

    def _listened(
        self, target: Node | None, method: str, at: int, given: Sequence[Node]
    ) -> tuple[str, Node | None, str]:
        """Return what a method listens to: the event, the target, and a selector for its descendants."""
        is_jquery = target is not None and self._is_jquery(target)
        if method == "addEventListener" and at == 1 and not is_jquery:
            return self._values.text(given[0]), target, ""
        if is_jquery:
            if method in _ACTS | {"load"} and at == 0:
                return method, target, ""
            if method in {"on", "one", "bind"} and at == len(given) - 1 and at in {1, 2}:
                return self._values.text(given[0]), target, self._values.text(given[1]) if at > 1 else ""
        raise UnknownError

    def _at_load(self, path: Sequence[Node], wait: _Wait, target: str = "") -> Trigger:
        """Return the load trigger if the call at the end of `path` runs at load."""
        if wait.is_seen or self._of(path, wait._replace(target=target, is_listening=True)) != _LOAD:
            raise UnknownError
        return _LOAD

    def _of_listener(self, name: str, target: Node | None, below: str, path: Sequence[Node], wait: _Wait) -> Trigger:
        """Return when a listener for the event `name` runs, on a target or on its descendants `below`."""
        self._at_load(path, wait, self._syntax.text(target) if target else "")
        page = self._page(target) if target else "window"
        if name in _LOADED and (page in _WINDOW or (page and name != "load")):
            return _LOAD
        if name not in _ACTS or (page and not below):
            raise UnknownError
        makers = _JQUERY if target and self._is_jquery(target) else _ELEMENT
        above = "" if page or target is None else self._selector(target, makers)
        if below and above and "," in above + below:
            raise UnknownError
        selector = f"{above} {below}".strip()
        if _JQUERY_ONLY.search(selector):
            raise UnknownError
        return Trigger(name, selector)

    def _page(self, target: Node) -> str:
        """Return the name of the window or the document, also in `$(...)`; empty if it is neither."""
        target = self._defined(target)
        if self._is_jquery(target):
            target = inner(parts(child(target, "arguments"))[0])
        name = self._syntax.text(target)
        return name if name in _PAGE else ""

    def _is_jquery(self, target: Node) -> bool:
        """Return whether it is `$(...)` with one argument, or a variable set to it."""
        target = self._defined(target)
        is_call = target.type == "call_expression" and self._names_jquery(child(target, "function"))
        return is_call and len(parts(child(target, "arguments"))) == 1

    def _names_jquery(self, node: Node) -> bool:
        """Return whether it is the function `$` or `jQuery`, and not one that the code itself declares."""
        node = self._defined(node)
        if self._syntax.text(node) not in _JQUERY or node.type != "identifier":
            return self._syntax.text(node) in _JQUERY
        variable = self._variables.variable(self._followed(self._syntax.path_to(node)))
        return variable is not None and not variable.settings and variable.kinds <= {"parameter", "import"}

    def _defined(self, node: Node) -> Node:
        """Return the value of a variable; the node itself if it is not a variable or the value is unknown."""
        node = inner(node)
        if node.type != "identifier":
            return node
        try:
            return inner(self._variables.definition(self._followed(self._syntax.path_to(node))))
        except UnknownError:
            return node

    def _delayed(self, path: Sequence[Node], given: Sequence[Node], wait: _Wait) -> Trigger:
        """Return when the function runs for which the call at the end of `path` sets a timer."""
        before = self._of(path, wait._replace(target=""))
        seconds = round((self._number(given[0]) if given else 0) / 1000)
        is_kept = path[-2].type != "expression_statement" and any(self._syntax.words("clearTimeout"))
        if before.selector or wait.is_seen or before.on in _ACTS or is_kept:
            raise UnknownError
        seconds += int(before.on.split()[1][:-1]) if before != _LOAD else 0
        return Trigger(f"after {seconds}s") if seconds else _LOAD

    def _number(self, node: Node, steps: int = _STEPS) -> float:
        """Return the number that an expression evaluates to."""
        node = inner(node)
        if node.type == "number" and _NUMBER.fullmatch(self._syntax.text(node)):
            return float(self._syntax.text(node))
        if node.type == "binary_expression" and child(node, "operator").type in {"*", "+"} and steps:
            left, right = (self._number(child(node, side), steps - 1) for side in ("left", "right"))
            return left * right if child(node, "operator").type == "*" else left + right
        if node.type == "identifier" and steps:
            path = self._syntax.path_to(node)
            try:
                return self._number(self._variables.definition(self._followed(path)), steps - 1)
            except UnknownError:
                return self._number(self._argument(path), steps - 1)
        raise UnknownError

    def _argument(self, path: Sequence[Node]) -> Node:
        """Return the argument for the parameter at the end of `path`, if its function is called once by its name."""
        index = _function(path)
        function = path[index]
        names = [self._syntax.text(name) for name in parameters(function)] if index >= 0 else []
        name = self._syntax.text(path[-1])
        variable = self._variables.variable(self._followed(path))
        if name not in names or variable is None or variable.settings:
            raise UnknownError
        named = function.child_by_field_name("name") or path[index - 1].child_by_field_name("name")
        reads = self._reads(self._syntax.path_to(named)) if named else []
        call = self._syntax.path(reads[0])[-2] if len(reads) == 1 else function
        given = parts(child(call, "arguments")) if call.type == "call_expression" else []
        if len(given) <= names.index(name):
            raise UnknownError
        return given[names.index(name)]

    def _selector(self, node: Node, makers: frozenset[str], steps: int = _STEPS) -> str:
        """Return the selector of the elements that an expression gets by calling one of the functions `makers`."""
        node = inner(node)
        if node.type == "identifier" and steps:
            path = self._syntax.path_to(node)
            if listed := self._looped(path):
                return self._selector(listed, _ELEMENTS, steps - 1)
            return self._selector(self._variables.definition(self._followed(path)), makers, steps - 1)
        if node.type != "call_expression" or len(given := parts(child(node, "arguments"))) != 1:
            raise UnknownError
        name = self._syntax.text(child(node, "function"))
        text = self._values.text(given[0])
        if name not in makers:
            raise UnknownError
        if name != "document.getElementById":
            return text
        return f"#{text}" if _NAME.fullmatch(text) else f'[id="{text}"]'

    def _looped(self, path: Sequence[Node]) -> Node | None:
        """Return the list over which the name at the end of `path` loops; None if it is not a loop variable."""
        variable = self._variables.variable(self._followed(path))
        declared = [use for use in variable.uses if use.declares] if variable else []
        if len(declared) != 1:
            return None
        name = self._syntax.path(declared[0].at)
        if name[-2].type == "for_in_statement" and child(name[-2], "operator").type == "of":
            return child(name[-2], "right")
        index = _function(name)
        names = parameters(name[index]) if index > 0 else []
        around = name[index - 1]
        if not names or names[0].id != name[-1].id or around.type != "arguments":
            return None
        called = name[index - 2].child_by_field_name("function")
        if called is None or called.type != "member_expression":
            return None
        return child(called, "object") if self._syntax.text(child(called, "property")) == "forEach" else None

    def _of_observer(self, path: Sequence[Node], at: int, wait: _Wait) -> Trigger:
        """Return when the observer at the end of `path` calls its function for elements in the viewport."""
        name = self._syntax.text(child(path[-1], "constructor"))
        options = parts(child(path[-1], "arguments"))[1:]
        is_plain = all(_THRESHOLD.fullmatch(self._short(option)) for option in options)
        if name not in _OBSERVER or at or not wait.is_seen or not is_plain:
            raise UnknownError
        wait = wait._replace(is_seen=False)
        around = path[-2]
        if around.type == "variable_declarator":
            places = [self._syntax.path(at) for at in self._reads(self._syntax.path_to(child(around, "name")))]
        else:
            places = [list(path)]
        observed = [place for place in places if self._method(place) == "observe"]
        selectors = []
        for place in observed:
            given = parts(child(place[-3], "arguments"))
            if not given:
                raise UnknownError
            self._at_load(place[:-2], wait, self._syntax.text(given[0]))
            selectors.append(Trigger("visible", self._selector(given[0], _ELEMENT)))
        if not selectors:
            raise UnknownError
        return _joined(selectors)

    def _method(self, path: Sequence[Node]) -> str:
        """Return the name of the method called on the end of `path`; empty if there is none."""
        is_called = path[-2].type == "member_expression" and path[-3].type == "call_expression"
        return self._syntax.text(child(path[-2], "property")) if is_called else ""


def _innermost(path: Sequence[Node], types: frozenset[str]) -> int:
    """Return the index in `path` of the last node of these types, or of the whole code."""
    return next((index for index in range(len(path) - 1, 0, -1) if path[index].type in types), 0)


def _function(path: Sequence[Node]) -> int:
    """Return the index in `path` of the innermost function that is not called immediately; -1 if there is none."""
    return next(
        (
            index
            for index in range(len(path) - 2, -1, -1)
            if path[index].type in FUNCTIONS and immediate_call(path, index) is None
        ),
        -1,
    )


def _joined(triggers: Sequence[Trigger]) -> Trigger:
    """Return the trigger of all elements together, which all have the same `on`."""
    selectors = dict.fromkeys(filter(None, (trigger.selector for trigger in triggers)))
    return replace(triggers[0], selector=", ".join(selectors))
