"""Find syntax errors in JavaScript, but only if they are certain: nobody should have to fix code that works.

The parser accepts more than a browser does, and in rare cases less; both are corrected here.

>>> from rtpsnippets.limits import Deadline
>>> first_mistake(Syntax("rtp('send', , 1)", Deadline(60)))
Span(start=3, end=16)
>>> [call.reason for call in broken_calls(Syntax("rtp('send', 'event', { value: 'it's' })", Deadline(60)), BROKEN)]
['is in code with a syntax error']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node, Query, QueryCursor

from rtpsnippets.site.javascript.functions import is_later
from rtpsnippets.site.javascript.mentions import mentions_in
from rtpsnippets.site.javascript.model import Call, Span
from rtpsnippets.site.javascript.syntax import LANGUAGE, Syntax

_LARGE = 200_000
"""Longer code is probably generated: only the parser looks for errors in it."""

_DEEPEST = 1_000
"""The maximum depth of nodes to query: on deeper trees a query takes quadratic time, or never ends."""

_REJECTED = Query(
    LANGUAGE,
    """
    (arguments "," . ",") @mistake
    (arguments "(" . ",") @mistake
    (try_statement !handler !finalizer) @mistake
    (expression_statement . (function_expression)) @mistake
    (expression_statement . (call_expression function: (function_expression))) @mistake
    (expression_statement . (class)) @mistake
    (expression_statement . (object (pair) . "," . (pair))) @mistake
    (expression_statement . (object (pair key: (string)))) @mistake
    (string) @string
    (jsx_attribute (string) @attribute)
    [(jsx_element) (jsx_self_closing_element)] @markup
    """,
)
"""The code that the parser accepts but browsers reject."""

_ONE_LINE = re.compile(r"(?:[^\\\n\r]++|\\(?:\r\n|(?s:.)))*+")
"""The text of a valid string; the parser also accepts one with a line break next to a quote."""

_REFUSED = re.compile(r"(?<![\w$])(?:yield|using)(?![\w$])")
"""Names that are keywords only in some places; the parser also rejects them in other places."""
_NEAR = 10

_RAW = re.compile(r"[\w$)\]]`[^`\\]*+(?:\\[^ux0-9][^`\\]*+)*+\\[ux0-9]")
"""The beginning of a tagged template, which may contain any escape; the parser rejects some."""

_MODULE = re.compile(r"^[^\S\n]*(?:import|export)(?![\w$])|(?<![\w$.])require\s*\(", re.MULTILINE)
"""Source code that is built before it reaches a browser: there, markup is not an error."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]{1,1000}")
_NAMES = frozenset(("identifier", "property_identifier", "shorthand_property_identifier", "statement_identifier"))


def first_mistake(syntax: Syntax, *, has_markup: bool = False) -> Span | None:
    """Return the span of the first certain syntax error; None if there is none.

    `has_markup` means that markup is not an error, as in a `.jsx` file. Raises `TooSlowError` at the deadline.
    """
    found = [
        *_broken(syntax),
        *_odd_characters(syntax),
        *(() if syntax.root.has_error or len(syntax.code) > _LARGE else _rejected(syntax, has_markup=has_markup)),
    ]
    return min(found, key=lambda span: span.start, default=None)


def _broken(syntax: Syntax) -> Iterator[Span]:
    error = syntax.error()
    if error and not _RAW.search(syntax.code):
        around = syntax.code[max(error.start - _NEAR, 0) : error.start + _NEAR]
        yield from () if _REFUSED.search(around) else (error,)


def _rejected(syntax: Syntax, *, has_markup: bool) -> Iterator[Span]:
    cursor = QueryCursor(_REJECTED)
    cursor.set_max_start_depth(_DEEPEST)
    found = cursor.captures(syntax.root)
    markup = [] if has_markup or _MODULE.search(syntax.code) else found.get("markup", [])
    # From the query, because asking a node for its parent walks through the tree.
    may_be_cut = {node.id for node in found.get("attribute", [])}
    strings = (node for node in found.get("string", []) if node.id not in may_be_cut and _is_cut(syntax, node))
    return map(syntax.span, [*found.get("mistake", []), *markup, *strings])


def _is_cut(syntax: Syntax, string: Node) -> bool:
    """Return whether a string contains a line break, which is allowed only in markup."""
    return _ONE_LINE.fullmatch(syntax.text(string)) is None


def _odd_characters(syntax: Syntax) -> Iterator[Span]:
    """Yield the first character in a name that a name must not contain, such as a typographic quote."""
    at = 0
    while found := _NOT_ASCII.search(syntax.code, at):
        syntax.deadline.check()
        at = found.end()
        odd = None if f"a{found[0]}".isidentifier() else _odd_in(found[0])
        if odd is None:
            continue
        odd += found.start()
        leaf = syntax.path(odd)[-1]
        if leaf.type in _NAMES:
            yield Span(odd, odd + 1)
            return
        at = odd + 1 if leaf.child_count else max(odd + 1, syntax.end(leaf))


def _odd_in(text: str) -> int | None:
    """Return the index of the first character that is neither allowed in a name nor white space."""
    return next(
        (
            index
            for index, character in enumerate(text)
            if not (f"a{character}".isidentifier() or character.isspace() or character in "\u200c\u200d\ufeff")
        ),
        None,
    )


BROKEN = "is in code with a syntax error"
UNPARSABLE = "is in code that cannot be parsed"

_NO_CODE = frozenset(("comment", "html_comment", "string_fragment"))


def broken_calls(syntax: Syntax, reason: str) -> Iterator[Call]:
    """Yield a call for each mention of one outside of comments and complete strings."""
    for number, span in enumerate(mentions_in(syntax.code)):
        path = syntax.path(span.start)
        if path[-1].type not in _NO_CODE or any(map(_is_error, path)):
            yield Call(span, None, reason, run=number, is_later=is_later(path))


def _is_error(node: Node) -> bool:
    return node.is_error
