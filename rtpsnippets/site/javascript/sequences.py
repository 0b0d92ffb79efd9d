"""Find consecutive calls, and code that does nothing but make calls.

>>> from rtpsnippets.limits import Deadline
>>> syntax = Syntax("rtp(1); rtp(2); a(); rtp(3);", Deadline(60))
>>> [run for run, _ in runs(syntax, [(syntax.path_to(syntax.path(at)[2]), False) for at in (0, 8, 21)])]
[0, 0, 1]
>>> code = "if (window.rtp) rtp('send', 'event', { value: 'x' });"
>>> does_nothing_else(code, [Span(16, 52)], is_guarded=True)
True
>>> does_nothing_else(f"{code} close()", [Span(16, 52)], is_guarded=True)
False
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from rtpsnippets.site.javascript.model import Span
from rtpsnippets.site.javascript.syntax import Syntax, child, is_child, parts

_BETWEEN = re.compile(r"(?:[\s;,()]|//[^\n\r\u2028\u2029]*+|/\*(?s:.*?)\*/)*+")
_LISTS = frozenset(("program", "statement_block", "switch_case", "switch_default", "class_static_block"))
_WRAPPERS = frozenset(
    (
        *("expression_statement", "parenthesized_expression", "unary_expression", "return_statement"),
        *("sequence_expression", "statement_block"),
    )
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """The statement of a call: its start and end, the block around it, and the conditions that it depends on."""

    start: int
    end: int
    around: int
    checks: tuple[str, ...]


def runs(syntax: Syntax, calls: Sequence[tuple[Sequence[Node], bool]]) -> Iterator[tuple[int, bool]]:
    """Yield for each call the number of its run, and whether the run ends with a call that gets the campaign.

    `calls` are the paths of all calls in the order of the code, each with whether it gets the campaign.
    """
    texts: dict[int, str] = {}
    units = [_unit(syntax, path, texts) for path, _ in calls]
    numbers, number, is_begun = [], -1, False
    for index, (_, is_refresh) in enumerate(calls):
        if not is_begun or not _follows(syntax, units[index - 1], units[index]):
            number, is_begun = number + (not is_refresh), not is_refresh
        numbers.append(number if is_begun else -1)
    ends = {number: is_refresh for number, (_, is_refresh) in zip(numbers, calls, strict=True)}
    return ((number, ends[number]) for number, (_, is_refresh) in zip(numbers, calls, strict=True) if not is_refresh)


def _follows(syntax: Syntax, first: _Unit, second: _Unit) -> bool:
    if (first.around, first.checks) != (second.around, second.checks) or second.start < first.end:
        return False
    return _BETWEEN.fullmatch(syntax.code, first.end, second.start) is not None


def _unit(syntax: Syntax, path: Sequence[Node], texts: dict[int, str]) -> _Unit:
    """Return the statement of the call at the end of `path`, or its part of a comma expression.

    `texts` caches the code of the conditions by their nodes: many calls may depend on a long one.
    """
    index, part, checks = len(path) - 1, None, []
    while index and not _is_list(path, index - 1):
        syntax.deadline.check()
        around, node = path[index - 1], path[index]
        check = _check(around, node)
        if check is not None:
            if check.id not in texts:
                texts[check.id] = syntax.text(check)
            checks.append(texts[check.id])
        elif around.type not in _WRAPPERS:
            break
        if around.type == "sequence_expression" and part is None:
            part = node
        index -= 1
    statement = part or path[index]
    return _Unit(syntax.start(statement), syntax.end(statement), path[max(index - 1, 0)].id, tuple(checks))


def _is_list(path: Sequence[Node], index: int) -> bool:
    """Return whether a node of `path` contains statements, and is not an `if` block with only one."""
    if path[index].type not in _LISTS:
        return False
    return not index or path[index - 1].type != "if_statement" or len(parts(path[index])) > 1


def _check(around: Node, node: Node) -> Node | None:
    """Return the condition that a statement depends on."""
    if around.type == "if_statement" and is_child(around, "consequence", node):
        return None if around.child_by_field_name("alternative") else child(around, "condition")
    if around.type == "binary_expression" and is_child(around, "right", node):
        return child(around, "left") if child(around, "operator").type == "&&" else None
    return None


_CALL = "\ufffc"  # replaces each known call
_TEXT = r"'[^'\\\n]*+'|\"[^\"\\\n]*+\""
_TEXTS = rf"(?:{_TEXT}|\[(?:\s*+(?:{_TEXT})\s*+,?)*+\s*+\])"
_CHECK = re.compile(
    r"\b(?:if|rtp|window|self|top|parent|globalThis|this|typeof|undefined|null|in)\b"
    r"|(['\"`])(?:function|undefined|rtp)\1|&&|[!=]==?|!!|[.\[\]]"
)
_NOTHING = re.compile(
    rf"{_CALL}|[\s;,(){{}}]|\bvoid\b|//[^\n\r\u2028\u2029]*+|/\*(?s:.*?)\*/"
    rf"|\breturn\s+{_CALL}[\s;]*\Z"  # nothing after it runs
    # The data of a call in a variable, as in the documentation of the API.
    rf"|\b(?:var|let|const)\s+[\w$]++\s*+=\s*+\{{\s*+(?:value|'value'|\"value\")\s*+:\s*+{_TEXTS}\s*+,?\s*+\}}"
)


def does_nothing_else(code: str, calls: Sequence[Span], *, is_guarded: bool) -> bool:
    """Return whether `code` contains only `calls`, their data and, if `is_guarded`, checks for the function.

    The code must have no syntax errors. In case of doubt the answer is False.
    """
    rest = _without(code, calls)
    at = 0
    while found := _NOTHING.match(rest, at) or (_CHECK.match(rest, at) if is_guarded else None):
        at = found.end()
    return bool(calls) and at == len(rest)


def _without(code: str, calls: Sequence[Span]) -> str:
    parts: list[str] = []
    at = 0
    for call in calls:
        parts += (code[at : call.start], _CALL)
        at = call.end
    return "".join([*parts, code[at:]])
