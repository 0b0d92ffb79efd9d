r"""Explain the syntax errors of parsers in plain words, each with a fix.

Parsers speak of tokens and delimiters. The tables cover the mistakes that people make by hand. All other errors keep
the parser's own words, with the rules of the format as a hint.

>>> print(syntax_problem("JSON", "Expecting ':' delimiter", '{"a" = 1}', Location("events.json", 1, 6)))
events.json:1:6: not valid JSON: a key is not followed by a colon
    write "key": "value"
"""

from __future__ import annotations

import re

from rtpsnippets.errors import Location, Problem

_CONFLICT = re.compile(r"(?m)^(?:<{7}|>{7})(?: |$)")
_CURLY_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a"

_Explanations = dict[str, tuple[str, str]]
"""What is wrong and its fix, by a pattern for the parser's words, followed by the two characters at the location."""

_NO_CLOSING_QUOTE = "a string has no closing quote"
_NO_COMMA = "a comma or a closing bracket is missing here"
_NO_ESCAPE = ("a string contains an invalid escape sequence", r"write \\ for a backslash")

_TOML: _Explanations = {
    r"(?:Illegal|Found invalid) character '\\n'|Unterminated string|Expected \"'": (
        _NO_CLOSING_QUOTE,
        'add the quote at the end of the string; put a string of several lines between """ and """',
    ),
    "Unescaped|Invalid hex": _NO_ESCAPE,
    "Invalid value": ("invalid value", "put strings in double quotes; write true and false in lower case"),
    "Unclosed": (_NO_COMMA, "put a comma between items, and a bracket after the last one"),
    "Expected '='": ('a key is not followed by "="', 'write key = "value"; put a key with a space in quotes'),
    r"Expected '\]": ("the closing ] of the header is missing", "write [events.my-event], without spaces in the id"),
    "Invalid initial": (
        "a key is missing or begins with an invalid character",
        "remove the dot or comma before it; write a table in braces on one line",
    ),
    "Invalid statement": (
        "the line does not begin with a key, a header or a comment",
        'write key = "value" or [events.my-event], and # before a comment',
    ),
    "Expected newline": (
        "there is extra text at the end of the line",
        r'write one key per line, without a comma after it; in strings, write \" for "',
    ),
    "Cannot |Duplicate": (
        "a key or a table is defined twice",
        "define it once: as a [header], with dots, or in braces",
    ),
}
_JSON: _Explanations = {
    r".*: (?://|/\*|#)": ("comments are not allowed", 'remove it, or use the key "description"'),
    ".*: '": ("single quotes are not allowed", "put keys and strings in double quotes"),
    r"Illegal trailing|Expecting property name.*: \}|Expecting value: \]": (
        "there is a comma after the last item",
        "remove it",
    ),
    r"Expecting (?:value|',' delimiter): \Z": ("the file ends too early", "close each { with }, and each [ with ]"),
    "Expecting ','": (_NO_COMMA, r'put a comma between items; in strings, write \" for "'),
    "Expecting ':'": ("a key is not followed by a colon", 'write "key": "value"'),
    "Unterminated|Invalid control": (
        f"{_NO_CLOSING_QUOTE} on its line, or contains a tab",
        r"add the quote at its end; in strings, write \n for a line break and \t for a tab",
    ),
    r"Invalid \\": _NO_ESCAPE,
    "Extra data": ("there is extra text at the end", "put everything in one { }, and remove the extra bracket"),
}
_YAML: _Explanations = {
    r".*character '\\t'": ("the line is indented with a tab", "use spaces"),
    ".*(?:cannot start any|mapping keys are not|found undef)|while (?:scanning an? (?:a|tag|block)|parsing a tag)": (
        "a string begins with a character that has a special meaning in YAML",
        "put the whole string in quotes",
    ),
    ".*mapping values are not": (
        "a colon is not allowed here",
        'put a space after the colon of a key, indent the keys of a table equally, and quote strings with ": " in them',
    ),
    ".*expected <block end>, but found '<scalar>'": (
        "there is extra text after a string or a list",
        "put the whole string in quotes; write '' for a single quote in single quotes",
    ),
    ".*expected <block end>": (
        "the indentation does not match the lines above",
        "indent the keys of a table equally, with spaces",
    ),
    ".*unexpected end of stream": (_NO_CLOSING_QUOTE, "add the quote at its end"),
    ".*expected ',' or": (_NO_COMMA, "put a comma between items, and a bracket after the last one"),
    ".*(?:unknown escape|expected escape)": _NO_ESCAPE,
}

_EXPLANATIONS = {"TOML": _TOML, "JSON": _JSON, "YAML": _YAML}
_RULES = {
    "TOML": 'in TOML, put strings in double quotes and lists in [ ]; write "=" after a key, and # before a comment',
    "JSON": "in JSON, put keys and strings in double quotes, and a comma between items, but not after the last one",
    "YAML": "in YAML, indent with spaces, not tabs, and quote strings with : # [ ] { or } in them",
}


def syntax_problem(format: str, words: str, text: str, location: Location) -> Problem:
    """Return the problem of an invalid `text`: `words` are what the parser says about `location`.

    Merge conflicts and curly quotes come from tools. They are named as such, whatever the parser says.
    """
    if conflict := _CONFLICT.search(text):
        hint = "keep one of the two sides, and remove the lines with <<<<<<<, ======= and >>>>>>>"
        line = text.count("\n", 0, conflict.start()) + 1
        return Problem("contains a merge conflict", hint, location=Location(location.file, line))
    line, column = location.line or 1, location.column or 1
    rest = text.split("\n", line)[line - 1][column - 1 :][:2]
    if rest[:1] and rest[0] in _CURLY_QUOTES:
        what, fix = "curly quotes are not allowed", 'use straight quotes: "'
    else:
        rows = (row for pattern, row in _EXPLANATIONS[format].items() if re.match(pattern, f"{words}: {rest}"))
        what, fix = next(rows, (words, _RULES[format]))
    return Problem(f"not valid {format}: {what}", fix, location=location)
