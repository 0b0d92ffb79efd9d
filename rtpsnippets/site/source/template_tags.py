r"""Find the tags and comments of template engines anywhere in a page.

A tag is replaced by a name of the same length and a comment by white space, so that the HTML and JavaScript around them
can be read. The template code inside a tag is not read. Sources: the manuals of the engines.

>>> found = template_tags("<a {% if b > 3 %}c{% endif %}>{# d #}", ".html", Deadline(60))
>>> [(kind.name, start, end) for kind, start, end in found]
[('STATEMENT', 3, 17), ('STATEMENT', 18, 29), ('COMMENT', 30, 37)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from pathlib import PurePath
from typing import NamedTuple

from rtpsnippets.limits import Deadline


class Kind(Enum):
    """What a template engine does with a part: output a value, run a statement, drop a comment or copy it literally."""

    VALUE = auto()
    STATEMENT = auto()
    COMMENT = auto()
    LITERAL = auto()
    PHP = auto()


class Rule(NamedTuple):
    """How a tag begins and ends: two patterns; the second is empty if the first matches the whole tag."""

    kind: Kind
    begin: str
    end: str = ""


_STRINGS = r""""[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)"""
_NESTED = r"\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*+\))*+\))*+\))*+\)"
_BLOCK = r"(?:[#/^>*]|(?:if|else|end|range|with|block|define|template|partial|unless|each)\b)"

_COMMENTS_AND_LITERALS = (
    Rule(Kind.COMMENT, "<%--", "--%>"),
    Rule(Kind.COMMENT, r"\{\{~?!--", r"--~?\}\}"),
    Rule(Kind.COMMENT, r"\{\{--", r"--\}\}"),
    Rule(Kind.COMMENT, r"\{\{-?\s*/\*", r"\*/\s*-?\}\}"),
    Rule(Kind.COMMENT, r"\{%[-~]?\s*(?:comment|highlight)\b", r"\{%[-~]?\s*end(?:comment|highlight)\s*[-~]?%\}"),
    Rule(Kind.COMMENT, r"\{%[-~]?\s*#", r"%\}"),
    Rule(Kind.LITERAL, r"\{%[-~]?\s*(?:raw|verbatim)\b[^%{}]*%\}", r"\{%[-~]?\s*end(?:raw|verbatim)\b[^%{}]*%\}"),
    Rule(Kind.COMMENT, r"\[%#", r"%\]"),
    Rule(Kind.COMMENT, r"/\*\[-", r"-\]\*/"),  # Thymeleaf: parser-level comment
    Rule(Kind.COMMENT, r"<ui:remove\s*>", r"</ui:remove\s*>"),  # Facelets
)
_TAGS = (
    Rule(Kind.VALUE, r"\{\{\{", r"\}\}\}"),
    Rule(Kind.STATEMENT, rf"\{{\{{[-~]?\s*{_BLOCK}", r"\}\}"),
    Rule(Kind.VALUE, r"\{\{", r"\}\}"),
    Rule(Kind.STATEMENT, r"\{%", r"%\}"),
    Rule(Kind.VALUE, r"<%[-=:$]", "%>"),
    Rule(Kind.STATEMENT, "<%", "%>"),
    Rule(Kind.VALUE, r"\[%", r"%\]"),
    # Thymeleaf: replaced text, code in comments, and values.
    Rule(Kind.VALUE, r"/\*\[\[", r"\]\]\*/"),
    Rule(Kind.VALUE, r"/\*\[\+", r"\+\]\*/"),
    Rule(Kind.VALUE, r"<!--/\*/", r"/\*/-->"),
    Rule(Kind.VALUE, r"\[\[(?=[$*#@~]\{|\|)", r"\]\]"),
    Rule(Kind.VALUE, r"\[\((?=[$*#@~]\{|\|)", r"\)\]"),
)
_PHP = Rule(Kind.PHP, r"<\?(?!xml\b)")
_ECHO = re.compile(r"<\?(?:=|(?:php)?\s+(?:echo|print)\b)")
_PHP_IN_HTML = Rule(Kind.PHP, r"<\?(?:php\b|=)")
_TIGHT_COMMENT = Rule(Kind.COMMENT, r"\{#(?=[\s-])", r"#\}")  # not `{#id` of CSS and Markdown
_COMMENT = Rule(Kind.COMMENT, r"\{#", r"#\}")
_MUSTACHE_COMMENT = Rule(Kind.COMMENT, r"\{\{~?!", r"\}\}")
_ERB_COMMENT = Rule(Kind.COMMENT, "<%#", "%>")
_ELEMENT = Rule(Kind.STATEMENT, rf"</?[a-z]\w*+:[A-Za-z](?:{_STRINGS}|[^\"'>])*+(?:>|\Z)")
_DOLLAR = Rule(Kind.VALUE, r"\$!?\{[^{}]*+\}")
_HASH = Rule(Kind.VALUE, r"#\{[^{}]*+\}")

_ASP = (Rule(Kind.VALUE, "<%#", "%>"),)
_RAZOR = (
    Rule(Kind.COMMENT, r"@\*", r"\*@"),
    Rule(Kind.VALUE, "@@"),
    Rule(Kind.STATEMENT, rf"(?<![\w@])@(?:if|for|foreach|while|switch|using|lock|model|section)\b(?:\s*{_NESTED})?"),
    Rule(Kind.VALUE, rf"(?<![\w@])@{_NESTED}"),
    Rule(Kind.VALUE, rf"(?<![\w@])@[A-Za-z_]\w*+(?:\??\.[A-Za-z_]\w*+|{_NESTED}|\[[^\]]*+\])*+"),
)
_JSP = (
    _ELEMENT,
    _DOLLAR,
    _HASH,
)
_FREEMARKER = (
    Rule(Kind.COMMENT, "<#--", "-->"),
    Rule(Kind.STATEMENT, rf"</?[#@][A-Za-z](?:{_STRINGS}|{_NESTED}|[^\"'>])*+(?:>|\Z)"),
    _DOLLAR,
    _HASH,
)
_VELOCITY = (
    Rule(Kind.COMMENT, r"##[^\n]*+"),
    Rule(Kind.COMMENT, r"#\*", r"\*#"),
    Rule(Kind.LITERAL, r"#\[\[", r"\]\]#"),
    Rule(
        Kind.STATEMENT,
        r"#\{?(?:if|elseif|else|end|set|foreach|parse|include|macro|define|evaluate|stop|break)\b\}?"
        rf"(?:\s*{_NESTED})?",
    ),
    _DOLLAR,
    Rule(Kind.VALUE, r"\$!?[A-Za-z][\w-]*+(?:\.[A-Za-z]\w*+(?:\([^(){};]*+\))?)*+"),
)
_BLADE = (
    Rule(Kind.VALUE, r"\{!!", r"!!\}"),
    Rule(Kind.VALUE, "@@"),
    Rule(Kind.VALUE, rf"(?<![\w@])@(?:json|js|lang)[ \t]*{_NESTED}"),
    Rule(Kind.STATEMENT, r"@php\b(?!\s*\()", r"@endphp\b"),
    Rule(Kind.STATEMENT, rf"(?<![\w@])@[A-Za-z]++[ \t]*{_NESTED}|(?<![\w@])@(?:else|end[a-z]+|csrf|parent|once)\b"),
)
_SMARTY = (
    Rule(Kind.COMMENT, r"\{\*", r"\*\}"),
    Rule(Kind.LITERAL, r"\{literal\}", r"\{/literal\}"),
    Rule(Kind.VALUE, r"\{\$[^{}]*+\}"),
    Rule(
        Kind.STATEMENT,
        r"\{/?(?:if|else|elseif|foreach|foreachelse|for|while|section|include|block|extends|assign|capture|strip|nocache"
        r"|function|call|url|link|config_load|ldelim|rdelim)\b[^{}]*+\}",
    ),
)
_COLDFUSION = (
    Rule(Kind.COMMENT, "<!---", "--->"),
    Rule(Kind.STATEMENT, rf"</?cf\w++(?:{_STRINGS}|[^\"'>])*+(?:>|\Z)"),
    Rule(Kind.VALUE, r"##|#[A-Za-z][\w.]*+(?:\([^()#]*+\))?#"),
)
_FLUID = (
    Rule(Kind.COMMENT, r"<f:comment\s*>", r"</f:comment\s*>"),
    _ELEMENT,
    Rule(Kind.VALUE, r"\{[A-Za-z_][\w.]*+(?:\}|\s*->[^{}]*+\})"),
)
_MDX = (Rule(Kind.COMMENT, r"\{/\*", r"\*/\}"),)

_OWN: dict[str, tuple[Rule, ...]] = {
    ".blade.php": _BLADE,
    **dict.fromkeys((".asp", ".aspx", ".ascx", ".master"), _ASP),
    **dict.fromkeys((".cshtml", ".vbhtml", ".razor"), _RAZOR),
    **dict.fromkeys((".jsp", ".jspx", ".jspf", ".tag", ".tagx"), _JSP),
    **dict.fromkeys((".ftl", ".ftlh", ".ftlx"), _FREEMARKER),
    **dict.fromkeys((".vm", ".vtl"), _VELOCITY),
    **dict.fromkeys((".tpl", ".smarty", ".latte"), _SMARTY),
    **dict.fromkeys((".cfm", ".cfc"), _COLDFUSION),
    ".mdx": _MDX,
    (_FLUID_SUFFIX := ".fluid.html"): _FLUID,
}
"""The additional rules of each engine, by file name suffix."""

# Files of any engine or none, with text that may only look like a tag.
_LOOSE = frozenset((".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown", ".mdx", _FLUID_SUFFIX))

_IS_FLUID = re.compile(r"<html\s[^>]*\bxmlns:f\s*=")
# Where a tag may begin: searching for all rules everywhere takes ten times as long.
_PERHAPS = re.compile(r"\{[{%#]|<(?:[%?]|ui:r)|<!--/|\[[%\[(]|/\*\[")
_BEGINNING = 2_000
_PERHAPS_OWN = re.compile(r"[<{\[/@#$]")

_CHECKED_AFTER = 1_000
"""The number of possible tags between two checks of the deadline."""

_PHP_TOKEN = re.compile(
    r"(?P<end>\?>)"
    r"|(?P<comment>(?://|\#(?!\[))(?:(?!\?>)[^\n])*+|/\*(?s:.*?)(?:\*/|\Z))"
    r"""|"(?:\\(?s:.)|[^"\\])*+(?:"|\\?\Z)|'(?:\\(?s:.)|[^'\\])*+(?:'|\\?\Z)"""
    r"|<<<[ \t]*(?P<quote>[\"']?)(?P<name>[A-Za-z_]\w*)(?P=quote)\r?\n(?s:.*?)(?:(?<=\n)[ \t]*(?P=name)\b|\Z)"
)


def template_tags(text: str, suffix: str, deadline: Deadline) -> Iterator[tuple[Kind, int, int]]:
    """Yield the kind, start and end of the tags and comments in `text`, in order; PHP comments follow their tag.

    The `suffix` of the file name selects the rules. A tag that never ends is ignored, except in PHP. For a literal
    part, the tags around it are yielded as statements. Raises `TooSlowError` at the deadline.
    """
    suffix = _FLUID_SUFFIX if suffix in _LOOSE and _IS_FLUID.search(text, 0, _BEGINNING) else suffix
    rules, begin = _rules(suffix)
    perhaps = _PERHAPS_OWN if suffix in _OWN else _PERHAPS
    endless: set[str] = set()
    at = number = 0
    while maybe := perhaps.search(text, at):
        number += 1
        if not number % _CHECKED_AFTER:
            deadline.check()
        found = begin.match(text, maybe.start())
        if not found:
            at = maybe.start() + 1
            continue
        rule = rules[int((found.lastgroup or "r0")[1:])]
        start, at = found.span()
        if rule.kind is Kind.PHP:
            at, comments = _php(text, at)
            yield Kind.VALUE if _ECHO.match(text, start) else Kind.STATEMENT, start, at
            yield from ((Kind.COMMENT, *span) for span in comments)
        elif not rule.end:
            yield rule.kind, start, at
        elif rule.end not in endless:
            end = _compiled(rule.end).search(text, at)
            if end is None:
                endless.add(rule.end)
            elif rule.kind is Kind.LITERAL:
                yield Kind.STATEMENT, start, at
                yield Kind.STATEMENT, end.start(), end.end()
                at = end.end()
            else:
                yield rule.kind, start, end.end()
                at = end.end()


def suffix_of(name: str) -> str:
    """Return the suffix of a file name, in lower case, which identifies the template engine."""
    return ".blade.php" if name.lower().endswith(".blade.php") else PurePath(name).suffix.lower()


@cache
def _rules(suffix: str) -> tuple[tuple[Rule, ...], re.Pattern[str]]:
    own = _OWN.get(suffix, ())
    if suffix in _LOOSE:
        more: tuple[Rule, ...] = (_PHP_IN_HTML, _TIGHT_COMMENT, _ERB_COMMENT)
    else:
        more = (_PHP, _COMMENT, _MUSTACHE_COMMENT, *(() if own is _ASP else (_ERB_COMMENT,)))
    rules = (*own, *_COMMENTS_AND_LITERALS, *more, *_TAGS)
    begin = re.compile("|".join(f"(?P<r{number}>{rule.begin})" for number, rule in enumerate(rules)))
    return rules, begin


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _php(text: str, at: int) -> tuple[int, list[tuple[int, int]]]:
    """Return the end of the PHP code that begins at `at`, and the spans of its comments."""
    comments: list[tuple[int, int]] = []
    for token in _PHP_TOKEN.finditer(text, at):
        if token["end"]:
            return token.end(), comments
        if token["comment"]:
            comments.append(token.span())
    return len(text), comments
