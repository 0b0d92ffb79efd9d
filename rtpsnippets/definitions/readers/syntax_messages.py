r"""Say in the user's words what a parser says of a text, with the fix.

A parser speaks of tokens and delimiters to those who know its grammar. The tables have the mistakes that are made by
hand; anything else is said in the parser's own words, with the rules of the format for a fix.

>>> print(syntax_problem("JSON", "Expecting ':' delimiter", '{"a" = 1}', Location("events.json", 1, 6)))
events.json:1:6: not valid JSON: the key has no colon after it
    write "key": "value"
"""

from __future__ import annotations

import re

from rtpsnippets.errors import Location, Problem

_CONFLICT = re.compile(r"(?m)^(?:<{7}|>{7})(?: |$)")
_CURLY_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a"

_Sayings = dict[str, tuple[str, str]]
"""What is wrong and its fix, by a pattern for the words of a parser, with the two characters at the place behind."""

_NO_CLOSING_QUOTE = "the text has no closing quote"
_NO_COMMA = "a comma or the closing bracket is missing here"
_NO_ESCAPE = ("a backslash in the text begins no escape", r"write \\ for a backslash")

_TOML: _Sayings = {
    r"(?:Illegal|Found invalid) character '\\n'|Unterminated string|Expected \"'": (
        _NO_CLOSING_QUOTE,
        'write the quote where the text ends; a text of several lines stands between """ and """',
    ),
    "Unescaped|Invalid hex": _NO_ESCAPE,
    "Invalid value": ("no value begins here", "put a text in double quotes; true and false have small letters"),
    "Unclosed": (_NO_COMMA, "write a comma between two items, and the bracket after the last"),
    "Expected '='": ('the key has no "=" after it', 'write key = "value"; a key with a space stands in quotes'),
    r"Expected '\]": ("the header has no ] here", "write [events.my-event], with no space in the id"),
    "Expected newline": (
        "the line goes on after its end",
        r'write one key in each line, with no comma after it; in a text write \" for "',
    ),
    "Cannot |Duplicate": (
        "a key is defined twice, or a table in two ways",
        "write it once: as [header], with dots, or in braces",
    ),
}
_JSON: _Sayings = {
    r".*: (?://|/\*|#)": ("has a comment", 'take it out, or write it at the key "description"'),
    ".*: '": ("has a single quote", "write keys and texts in double quotes"),
    r"Illegal trailing|Expecting property name.*: \}|Expecting value: \]": (
        "a comma stands after the last member",
        "take it out",
    ),
    r"Expecting (?:value|',' delimiter): \Z": ("it ends too early", "close each { with }, and each [ with ]"),
    "Expecting ','": (_NO_COMMA, r'write a comma between two members; in a text write \" for "'),
    "Expecting ':'": ("the key has no colon after it", 'write "key": "value"'),
    "Unterminated|Invalid control": (
        f"{_NO_CLOSING_QUOTE} in its line, or has a tab",
        r'write " where it ends; in it \n is a line end, and \t a tab',
    ),
    r"Invalid \\": _NO_ESCAPE,
    "Extra data": ("goes on after its end", "one { } holds all of it: take out the bracket too many"),
}
_YAML: _Sayings = {
    r".*character '\\t'": ("a tab indents", "write spaces"),
    ".*(?:cannot start any|mapping keys are not|found undef)|while (?:scanning an? (?:a|tag|block)|parsing a tag)": (
        "a text begins with a character that means something else in YAML",
        "put the whole text in quotes",
    ),
    ".*mapping values are not": (
        "a colon may not stand here",
        'write a space after the colon of a key, indent keys of a table alike, and quote a text with ": " in it',
    ),
    ".*expected <block end>, but found '<scalar>'": (
        "a text or list has ended, and the line goes on",
        "put the whole text in quotes; a single quote in single quotes is written twice",
    ),
    ".*expected <block end>": (
        "the line does not begin where those above do",
        "indent the keys of one table alike, with spaces",
    ),
    ".*unexpected end of stream": (_NO_CLOSING_QUOTE, "write the quote at its end"),
    ".*expected ',' or": (_NO_COMMA, "write a comma between two items, and the bracket after the last"),
    ".*(?:unknown escape|expected escape)": _NO_ESCAPE,
}

_SAYINGS = {"TOML": _TOML, "JSON": _JSON, "YAML": _YAML}
_RULES = {
    "TOML": 'in TOML a text stands in double quotes, a list in [ ], "=" after a key, and # before a comment',
    "JSON": "in JSON keys and texts stand in double quotes, and a comma between two members, not after the last",
    "YAML": "in YAML spaces indent, never tabs, and a text with one of : # [ ] { } in it stands in quotes",
}


def syntax_problem(format: str, words: str, text: str, location: Location) -> Problem:
    """The problem of a text that is not valid in its format: what its parser says of `location`, in the user's words.

    What a tool has written or changed is said as that, whatever the parser makes of it: the marks of a merge conflict,
    and quotes that curl.
    """
    if conflict := _CONFLICT.search(text):
        hint = "decide for one of the two sides, and take out the lines with <<<<<<<, ======= and >>>>>>>"
        line = text.count("\n", 0, conflict.start()) + 1
        return Problem("has a merge conflict", hint, location=Location(location.file, line))
    line, column = location.line or 1, location.column or 1
    sign = text.split("\n", line)[line - 1][column - 1 :][:2]
    if sign[:1] and sign[0] in _CURLY_QUOTES:
        what, fix = "has a curly quote", 'write straight ones: "'
    else:
        rows = (saying for words_of_it, saying in _SAYINGS[format].items() if re.match(words_of_it, f"{words}: {sign}"))
        what, fix = next(rows, (words, _RULES[format]))
    return Problem(f"not valid {format}: {what}", fix, location=location)
