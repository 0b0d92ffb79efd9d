"""Tell which places of code are reached only if there is a function `rtp`.

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

    `needed` says which sides of `&&` and `||` must be such checks: any, or all, so that nothing else is checked.
    """

    def __init__(self, syntax: Syntax, needed: Callable[[Iterable[bool]], bool] = any) -> None:
        self._syntax = syntax
        self._needed = needed

    @cached_property
    def _spans(self) -> tuple[list[int], list[int]]:
        """From where to where nothing is reached without the function, since the code has returned before."""
        spans = sorted(self._returned())
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))

    def is_guarded(self, path: Sequence[Node]) -> bool:
        """Whether what is at the end of `path` is reached only if there is the function, or in a `try`."""
        starts, ends = self._spans
        before = bisect_right(starts, path[-1].start_byte)
        is_after = before > 0 and ends[before - 1] > path[-1].start_byte
        return is_after or any(map(self.guards, path, path[1:]))

    def guards(self, around: Node, node: Node) -> bool:
        """Whether `node` is reached only if there is the function, because of the node around it."""
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
        """Whether there is the function if the condition is met, or if it isn't."""
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
        """Whether there is the function if the comparison holds, None if it tells nothing."""
        left, right = child(condition, "left"), child(condition, "right")
        sign = child(condition, "operator").type
        if sign == "in":
            return True if self._syntax.text(left)[1:-1] == HIDDEN_NAME else None
        if sign not in _EQUAL:
            return None
        if self._syntax.text(left) in _NOTHING | _FUNCTION:
            left, right = right, left
        if left.type == "unary_expression" and child(left, "operator").type == "typeof":
            left = child(left, "argument")
        if not self._is_rtp(left):
            return None
        other = self._syntax.text(right)
        return _EQUAL[sign] if other in _FUNCTION else not _EQUAL[sign] if other in _NOTHING else None

    def _is_rtp(self, node: Node) -> bool:
        """Whether a node is the function by its name, or a call that is told of it: `isFunction(window.rtp)`."""
        if node.type == "call_expression":
            given = parts(child(node, "arguments"))
            return bool(given) and self._is_rtp_itself(given[0])
        return self._is_rtp_itself(node)

    def _is_rtp_itself(self, node: Node) -> bool:
        return _IS.fullmatch(self._syntax.text(node).strip("() ")) is not None

    def _returned(self) -> Iterator[tuple[int, int]]:
        """The places after each `if (!window.rtp) return;`, as far as the code that it ends."""
        for at in self._syntax.words(HIDDEN_NAME):
            path = self._syntax.path(at)
            for around, node in zip(path[-2::-1], path[:0:-1], strict=True):
                if around.type == "if_statement":
                    if is_child(around, "condition", node) and self.ends_code(around):
                        yield around.end_byte, path[path.index(around) - 1].end_byte
                    break

    def ends_code(self, statement: Node) -> bool:
        """Whether a statement leaves the code if there is no function."""
        then = child(statement, "consequence")
        if then.type == "statement_block" and parts(then):
            then = parts(then)[-1]
        return then.type in _ENDS and self._proves(child(statement, "condition"), is_met=False)
