r"""Say in a person's words what a parser says of a text, with the fix.

A parser speaks of tokens and delimiters to who knows its grammar. What isn't in these tables is said in its own words,
with the rules of the format for a fix.

>>> from dataclasses import replace
>>> print(replace(syntax_problem("JSON", "Expecting ':' delimiter", '{"a" = 1}', 1, 6), file="events.json"))
events.json:1:6: not valid JSON: the key has no colon after it
    write "key": "value"
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rtpsnippets.errors import Problem

_CONFLICT = re.compile(r"(?m)^(?:<{7}|>{7})(?: |$)")
_CURLY_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a"


class _Saying(NamedTuple):
    """What the words of a parser mean; `words` is a pattern for them, with the two characters at the place behind."""

    words: str
    what: str
    fix: str


_NO_ESCAPE = "a backslash in the text begins no escape"
_NO_END = "the text that begins here has no closing quote"
_CONTROL = "a control character may not stand in it as it is"
_NO_BACKSLASH = r"leave the backslash out; where one belongs to the text, write \\"
_NO_ITEM_END = "a comma or the ] of the list is missing here"
_NO_TABLE_END = "a comma or the } of the table is missing here"
_END_ITEMS = "write a comma between two items, and ] after the last"
_END_TABLE = "write a comma between two keys, and } after the last"
_NO_VALUE = "no value begins here"
_VALUES = "a text stands in double quotes, a list in [ ]; true and false have small letters"
_IN_QUOTES = "put the whole text in quotes"
_ONE_WAY = "write it once: as [header], with dots, or in braces"
_LINE_ENDS = 'write the quote where the text ends; a text of several lines stands between """ and """'

_TOML = (
    _Saying(r"Illegal character '\\n'|Found invalid character '\\n'", "the text has no closing quote", _LINE_ENDS),
    _Saying(r"Unterminated string|Expected \"'", "the text has no closing quote", _LINE_ENDS),
    _Saying("Illegal character|Found invalid", _CONTROL, "leave it out, or write it as an escape in double quotes"),
    _Saying("Unescaped|Invalid hex", _NO_ESCAPE, _NO_BACKSLASH),
    _Saying("Escaped character", "has an escape of no character", "write the character itself"),
    _Saying("Invalid value", _NO_VALUE, _VALUES),
    _Saying("Invalid date", "no date and no number is like this", "put it in quotes"),
    _Saying("Unclosed array", _NO_ITEM_END, _END_ITEMS),
    _Saying("Unclosed inline", _NO_TABLE_END, _END_TABLE),
    _Saying("Expected '='", 'the key has no "=" after it', 'write key = "value"; a key with a blank stands in quotes'),
    _Saying(r"Expected '\]", "the header has no ] here", "write [events.my-event], with no blank in the id"),
    _Saying(
        "Invalid initial",
        "no key begins here",
        "a key is a-z, A-Z, 0-9, - and _, or in quotes; a table in braces has one line, and no comma at its end",
    ),
    _Saying(
        "Invalid statement",
        "neither a key nor a header begins here",
        'write [events.my-event], or key = "value", and # before a comment',
    ),
    _Saying(
        "Expected newline",
        "the line goes on after its end",
        r'one key a line, no comma after it; a text with a quote in it stands in double quotes, with \" for "',
    ),
    _Saying("Duplicate inline", "a key is there twice in its braces", "keep one of them"),
    _Saying("Cannot ", "a key is there twice, or a table in two ways", _ONE_WAY),
)

_JSON = (
    _Saying(r".*: (?://|/\*|#)", "has a comment", 'take it out, or write it at the key "description"'),
    _Saying(r".*: '", "has a single quote", "write keys and texts in double quotes"),
    _Saying("Illegal trailing comma", "a comma stands after the last member", "take it out"),
    _Saying(r"Expecting property name.*: \}", "a comma stands after the last member", "take it out"),
    _Saying(r"Expecting value: \]", "a comma stands after the last member", "take it out"),
    _Saying("Expecting property name", "no key begins here", 'write "key": "value", the key in double quotes'),
    _Saying(r"Expecting (?:value|',' delimiter): \Z", "it ends too early", "close each { with }, and each [ with ]"),
    _Saying("Expecting value", _NO_VALUE, _VALUES),
    _Saying(
        "Expecting ','",
        "a comma is missing here, or the bracket that closes",
        r"write a comma between two members, and \" for a quote in a text",
    ),
    _Saying("Expecting ':'", "the key has no colon after it", 'write "key": "value"'),
    _Saying("Unterminated", _NO_END, r'write " at its end, and \" for a quote in it'),
    _Saying(
        "Invalid control",
        "the text goes on over the end of its line, or has a tab",
        r'write " where it ends; in it \n is a line end, and \t a tab',
    ),
    _Saying(r"Invalid \\", _NO_ESCAPE, _NO_BACKSLASH),
    _Saying("Extra data", "goes on after its end", "one { } holds all of it: take out the bracket too many"),
)

_YAML = (
    _Saying(r".*character '\\t'", "a tab indents", "write spaces"),
    _Saying(".*cannot start any token: %", "a text begins with %", _IN_QUOTES),
    _Saying(".*cannot start any token", "a text may not begin with this character", _IN_QUOTES),
    _Saying("while scanning an (?:alias|anchor)", "a text begins with * or &", _IN_QUOTES),
    _Saying("while (?:scanning|parsing) a (?:tag|node: found undefined tag)", "a text begins with !", _IN_QUOTES),
    _Saying(
        ".*mapping values are not allowed",
        "a colon may not stand here",
        'write a blank after the colon of a key, indent keys of a table alike, and quote a text with ": " in it',
    ),
    _Saying(".*mapping keys are not allowed", "a text begins with a question mark and a blank", _IN_QUOTES),
    _Saying(
        ".*sequence entries are not allowed",
        "an item may not stand here",
        "write each item in a line of its own, below the key of the list; or put the whole text in quotes",
    ),
    _Saying(
        ".*expected <block end>, but found '<scalar>'",
        "a text or list has ended, and the line goes on",
        "put the whole text in quotes, and close those above; a single quote in single quotes is written twice",
    ),
    _Saying(
        ".*expected <block end>",
        "the line does not begin where those above do",
        "indent the keys of one table alike, with spaces",
    ),
    _Saying(".*could not find expected ':'", "the key has no colon after it", "write key: value"),
    _Saying(".*unexpected end of stream", _NO_END, "write the quote at its end"),
    _Saying(r".*expected ',' or '\]'", _NO_ITEM_END, _END_ITEMS),
    _Saying(r".*expected ',' or '\}'", _NO_TABLE_END, _END_TABLE),
    _Saying(".*expected the node content", _NO_VALUE, "write one, and a text in quotes"),
    _Saying(
        ".*expected '<document start>'",
        "goes on after its end",
        "write each key as key: value, and all of them below the first",
    ),
    _Saying(".*(?:unknown escape|expected escape)", _NO_ESCAPE, _NO_BACKSLASH),
    _Saying("while scanning a block", "a text begins with | or >", _IN_QUOTES),
)

_SAYINGS: Mapping[str, Sequence[_Saying]] = {"TOML": _TOML, "JSON": _JSON, "YAML": _YAML}
_RULES = {
    "TOML": 'in TOML a text stands in double quotes, a list in [ ], and "=" between a key and its value',
    "JSON": "in JSON keys and texts stand in double quotes, and a comma between two members, not after the last",
    "YAML": "in YAML spaces indent, never tabs, and a text with one of : # [ ] { } in it stands in quotes",
}


def syntax_problem(format: str, words: str, text: str, line: int, column: int) -> Problem:
    """The problem of a text that is none in its format: what its parser says of the place, in a person's words.

    What a tool has written or changed is said as that, whatever the parser makes of it: the marks of a merge conflict,
    and quotes that curl.
    """
    if conflict := _CONFLICT.search(text):
        hint = "decide for one of the two sides, and take out the lines with <<<<<<<, ======= and >>>>>>>"
        return Problem("has a merge conflict", hint, line=text.count("\n", 0, conflict.start()) + 1)
    sign = text.split("\n", line)[line - 1][column - 1 :][:2]
    if sign[:1] and sign[0] in _CURLY_QUOTES:
        saying = _Saying("", "has a curly quote", 'write straight ones: "')
    else:
        rows = (row for row in _SAYINGS[format] if re.match(row.words, f"{words}: {sign}"))
        saying = next(rows, _Saying("", words, _RULES[format]))
    return Problem(f"not valid {format}: {saying.what}", saying.fix, line=line, column=column)
