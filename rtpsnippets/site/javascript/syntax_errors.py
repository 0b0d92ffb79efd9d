"""Find where code is no JavaScript: only what is certain, so that nobody is told to mend what works.

The parser takes more than a browser does, and in rare places less; both are made up for here.

>>> from rtpsnippets.limits import Deadline
>>> first_mistake(Syntax("rtp('send', , 1)", Deadline(60)))
Span(start=3, end=16)
>>> [call.reason for call in broken_calls(Syntax("rtp('send', 'event', { value: 'it's' })", Deadline(60)), BROKEN)]
['stands in code with a syntax error']
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
"""How long code is that no person wrote: there, only what the parser finds is looked for."""

_DEEPEST = 1_000
"""How deep nodes are looked at: in deeper trees the query takes the square of their depth, or goes on without end."""

_TAKEN = Query(
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
"""What the parser takes and no browser does."""

_ONE_LINE = re.compile(r"(?:[^\\\n\r]++|\\(?:\r\n|(?s:.)))*+")
"""What a string may be; the parser takes one with the end of a line beside a quote."""

_REFUSED = re.compile(r"(?<![\w$])(?:yield|using)(?![\w$])")
"""The names that are words of the language in some places only; the parser stumbles over them in others."""
_NEAR = 10

_RAW = re.compile(r"[\w$)\]]`[^`\\]*+(?:\\[^ux0-9][^`\\]*+)*+\\[ux0-9]")
"""The beginning of a template with a tag, which may have any escape; the parser refuses some."""

_MODULE = re.compile(r"^[^\S\n]*(?:import|export)(?![\w$])|(?<![\w$.])require\s*\(", re.MULTILINE)
"""What the source of a program has that is built before a browser gets it: markup is no mistake there."""

_SIGNS = re.compile(r"[^\x00-\x7f]{1,1000}")
_NAMES = frozenset(("identifier", "property_identifier", "shorthand_property_identifier", "statement_identifier"))


def first_mistake(syntax: Syntax, *, has_markup: bool = False) -> Span | None:
    """The place of the first part of the code that is certainly no JavaScript; None if there is none.

    `has_markup` says that markup is no mistake, as in a file `.jsx`. Raises `TooSlowError` at the deadline.
    """
    found = [
        *_broken(syntax),
        *_odd_signs(syntax),
        *(() if syntax.root.has_error or len(syntax.code) > _LARGE else _taken(syntax, has_markup=has_markup)),
    ]
    return min(found, key=lambda span: span.start, default=None)


def _broken(syntax: Syntax) -> Iterator[Span]:
    error = syntax.error()
    if error and not _RAW.search(syntax.code):
        around = syntax.code[max(error.start - _NEAR, 0) : error.start + _NEAR]
        yield from () if _REFUSED.search(around) else (error,)


def _taken(syntax: Syntax, *, has_markup: bool) -> Iterator[Span]:
    cursor = QueryCursor(_TAKEN)
    cursor.set_max_start_depth(_DEEPEST)
    found = cursor.captures(syntax.root)
    markup = [] if has_markup or _MODULE.search(syntax.code) else found.get("markup", [])
    # By the query, since to ask a node for the one around it is a walk through the tree.
    may_be_cut = {node.id for node in found.get("attribute", [])}
    strings = (node for node in found.get("string", []) if node.id not in may_be_cut and _is_cut(syntax, node))
    return map(syntax.span, [*found.get("mistake", []), *markup, *strings])


def _is_cut(syntax: Syntax, string: Node) -> bool:
    """Whether a string goes over the end of a line, which only one of markup may."""
    return _ONE_LINE.fullmatch(syntax.text(string)) is None


def _odd_signs(syntax: Syntax) -> Iterator[Span]:
    """The first sign in the code that no name may have, such as a quote of a word processor."""
    at = 0
    while found := _SIGNS.search(syntax.code, at):
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


def _odd_in(signs: str) -> int | None:
    """The index of the first of `signs` that is neither of a name nor a blank."""
    return next(
        (
            index
            for index, sign in enumerate(signs)
            if not (f"a{sign}".isidentifier() or sign.isspace() or sign in "\u200c\u200d\ufeff")
        ),
        None,
    )


BROKEN = "stands in code with a syntax error"
DARK = "stands in code that isn't understood"

_NO_CODE = frozenset(("comment", "html_comment", "string_fragment"))


def broken_calls(syntax: Syntax, reason: str) -> Iterator[Call]:
    """Yield a call for everything that is meant to send an event, but for what stands in comments and whole strings."""
    for number, span in enumerate(mentions_in(syntax.code)):
        path = syntax.path(span.start)
        if path[-1].type not in _NO_CODE or any(map(_is_error, path)):
            yield Call(span, None, reason, run=number, is_later=is_later(path))


def _is_error(node: Node) -> bool:
    return node.is_error
