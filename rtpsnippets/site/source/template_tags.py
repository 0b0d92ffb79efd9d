r"""Find the tags and comments of template engines in a page, wherever they stand.

A tag becomes a name of the same length, and a comment becomes white space, so that the HTML and the JavaScript around
them can be read. All that is in a tag is code of the template, which isn't read. Sources: the manuals of the engines.

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
    """What a template engine makes of a part: a value, nothing itself, or nothing at all; or it takes it literally."""

    VALUE = auto()
    STATEMENT = auto()
    COMMENT = auto()
    LITERAL = auto()
    PHP = auto()


class Rule(NamedTuple):
    """How a tag begins and ends: two patterns, the second one empty if the first is of the whole tag."""

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
    # Thymeleaf: what it puts in the place of what follows, what it reads although it is a comment, and values.
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
"""What an engine has beside what all are looked for, by how the names of its files end."""

# In these, anything may be HTML of its own, or text that only looks like a tag.
_LOOSE = frozenset((".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown", ".mdx", _FLUID_SUFFIX))

# Where a tag may begin: to look for all of them takes ten times as long.
_IS_FLUID = re.compile(r"<html\s[^>]*\bxmlns:f\s*=")
_PERHAPS = re.compile(r"\{[{%#]|<(?:[%?]|ui:r)|<!--/|\[[%\[(]|/\*\[")
_BEGINNING = 2_000
_PERHAPS_OWN = re.compile(r"[<{\[/@#$]")

_CHECKED_AFTER = 1_000
"""How many tags are found before the time is looked at."""

_PHP_TOKEN = re.compile(
    r"(?P<end>\?>)"
    r"|(?P<comment>(?://|\#(?!\[))(?:(?!\?>)[^\n])*+|/\*(?s:.*?)(?:\*/|\Z))"
    r"""|"(?:\\(?s:.)|[^"\\])*+(?:"|\\?\Z)|'(?:\\(?s:.)|[^'\\])*+(?:'|\\?\Z)"""
    r"|<<<[ \t]*(?P<quote>[\"']?)(?P<name>[A-Za-z_]\w*)(?P=quote)\r?\n(?s:.*?)(?:(?<=\n)[ \t]*(?P=name)\b|\Z)"
)


def template_tags(text: str, suffix: str, deadline: Deadline) -> Iterator[tuple[Kind, int, int]]:
    """Yield the tags and comments in `text` by their kind, start and end, in order; comments in PHP after its tag.

    `suffix` is how the name of the file ends, which says what to look for. What never ends is no tag, but for PHP. Of
    a part that is to be taken literally, the tags around it are yielded as statements. Raises `TooSlowError`.
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
    """How the name of a file ends, in lower case: what says which template engine it is of."""
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
    """Where the code of PHP ends that begins at `at`, and where its comments are."""
    comments: list[tuple[int, int]] = []
    for token in _PHP_TOKEN.finditer(text, at):
        if token["end"]:
            return token.end(), comments
        if token["comment"]:
            comments.append(token.span())
    return len(text), comments
