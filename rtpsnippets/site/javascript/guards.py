"""Find the code that runs only if the function `rtp` exists.

>>> from rtpsnippets.limits import Deadline
>>> syntax = Syntax("if (window.rtp) rtp();", Deadline(60))
>>> Guards(syntax).is_guarded(syntax.path(16))
True
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from tree_sitter import Node

from rtpsnippets.site.javascript.syntax import Syntax, child, is_child, parts
from rtpsnippets.web.reserved_names import HIDDEN_NAME

_STEPS = 20
_IS = re.compile(rf"(?:\w++\s*+\.\s*+)*+{HIDDEN_NAME}|\w++\s*+\[\s*(['\"`]){HIDDEN_NAME}\1\s*\]")
_NOTHING = frozenset(("'undefined'", '"undefined"', "`undefined`", "undefined", "null", "void 0"))
_FUNCTION = frozenset(("'function'", '"function"', "`function`"))
_EQUAL = {"==": True, "===": True, "!=": False, "!==": False}
_ENDS = frozenset(("return_statement", "throw_statement"))


class Guards:
    """The checks for the function in a piece of code.

    `needed` is `any` if one side of `&&` or `||` must be such a check, or `all` to rule out other conditions.
    """

    def __init__(self, syntax: Syntax, needed: Callable[[Iterable[bool]], bool] = any) -> None:
        self._syntax = syntax
        self._needed = needed

    @cached_property
    def _spans(self) -> tuple[list[int], list[int]]:
        """The starts and ends of the code after an early return, which does not run without the function."""
        spans = sorted(self._returned())
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))

    def is_guarded(self, path: Sequence[Node]) -> bool:
        """Return whether the end of `path` runs only if the function exists, or in a `try`."""
        starts, ends = self._spans
        before = bisect_right(starts, path[-1].start_byte)
        is_after = before > 0 and ends[before - 1] > path[-1].start_byte
        return is_after or any(map(self.guards, path, path[1:]))

    def guards(self, around: Node, node: Node) -> bool:
        """Return whether the node around `node` makes it run only if the function exists."""
        match around.type:
            case "if_statement" | "ternary_expression" if is_child(around, "consequence", node):
                return self._proves(child(around, "condition"), is_met=True)
            case "if_statement" | "ternary_expression" if is_child(around, "alternative", node):
                return self._proves(child(around, "condition"), is_met=False)
            case "binary_expression" if is_child(around, "right", node) and child(around, "operator").type == "&&":
                return self._proves(child(around, "left"), is_met=True)
            case "binary_expression" if is_child(around, "right", node) and child(around, "operator").type == "||":
                return self._proves(child(around, "left"), is_met=False)
            case "try_statement":
                return is_child(around, "body", node) and around.child_by_field_name("handler") is not None
        return False

    def _proves(self, condition: Node, *, is_met: bool, steps: int = _STEPS) -> bool:
        """Return whether the function exists if the condition is true, or, unless `is_met`, if it is false."""
        match condition.type:
            case _ if not steps:
                return False
            case "parenthesized_expression":
                return self._proves(parts(condition)[-1], is_met=is_met, steps=steps - 1)
            case "unary_expression" if child(condition, "operator").type == "!":
                return self._proves(child(condition, "argument"), is_met=not is_met, steps=steps - 1)
            case "binary_expression":
                return self._compares(condition) is is_met or self._proves_either(condition, is_met=is_met, steps=steps)
        return is_met and self._is_rtp(condition)

    def _proves_either(self, condition: Node, *, is_met: bool, steps: int) -> bool:
        sides = (child(condition, "left"), child(condition, "right"))
        is_both = child(condition, "operator").type == ("&&" if is_met else "||")
        return is_both and self._needed(self._proves(side, is_met=is_met, steps=steps - 1) for side in sides)

    def _compares(self, condition: Node) -> bool | None:
        """Return whether the function exists if the comparison is true; None if it says nothing about that."""
        left, right = child(condition, "left"), child(condition, "right")
        operator = child(condition, "operator").type
        if operator == "in":
            return True if self._syntax.text(left)[1:-1] == HIDDEN_NAME else None
        if operator not in _EQUAL:
            return None
        if self._syntax.text(left) in _NOTHING | _FUNCTION:
            left, right = right, left
        if left.type == "unary_expression" and child(left, "operator").type == "typeof":
            left = child(left, "argument")
        if not self._is_rtp(left):
            return None
        other = self._syntax.text(right)
        return _EQUAL[operator] if other in _FUNCTION else not _EQUAL[operator] if other in _NOTHING else None

    def _is_rtp(self, node: Node) -> bool:
        """Return whether a node is the function itself, or a call with it, such as `isFunction(window.rtp)`."""
        if node.type == "call_expression":
            given = parts(child(node, "arguments"))
            return bool(given) and self._is_rtp_itself(given[0])
        return self._is_rtp_itself(node)

    def _is_rtp_itself(self, node: Node) -> bool:
        return _IS.fullmatch(self._syntax.text(node).strip("() ")) is not None

    def _returned(self) -> Iterator[tuple[int, int]]:
        """Yield the code from each `if (!window.rtp) return;` to the end of the block that it leaves."""
        for at in self._syntax.words(HIDDEN_NAME):
            path = self._syntax.path(at)
            for around, node in zip(path[-2::-1], path[:0:-1], strict=True):
                if around.type == "if_statement":
                    if is_child(around, "condition", node) and self.ends_code(around):
                        yield around.end_byte, path[path.index(around) - 1].end_byte
                    break

    def ends_code(self, statement: Node) -> bool:
        """Return whether an `if` statement returns or throws when the function does not exist."""
        then = child(statement, "consequence")
        if then.type == "statement_block" and parts(then):
            then = parts(then)[-1]
        return then.type in _ENDS and self._proves(child(statement, "condition"), is_met=False)
