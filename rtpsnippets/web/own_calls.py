"""Find the generated calls in JavaScript code, but not those in comments, strings and invalid code.

This protects against mistakes in templates and is not a parser. It knows strings, regular expressions, comments,
brackets and what must separate a value from a call, but no statements: it also finds calls that are never reached
or run twice, and accepts a `do` without its `while`. It reads a `/` after `}` as the start of a regular
expression, never as a division, and a template literal as one string.

>>> calls_in("if (window.rtp) rtp('send', 'event', { value: 'a' }); // rtp('send', 'event', { value: 'b' });")
["rtp('send', 'event', { value: 'a' });"]
>>> calls_in("foo() rtp('send', 'event', { value: 'a' });")
[]
"""

from __future__ import annotations

import re

_LINE_END = r"\n\r\u2028\u2029"
_SKIPPED = (
    rf"//[^{_LINE_END}]*|<!--[^{_LINE_END}]*"
    r"|/\*(?s:.*?)\*/"
    r"|\+\+|--|\s+"  # `++` does not change what may follow
)
_CALL = (
    r"(?:(?:window|self|globalThis|top|parent)\s*(?:\?\.|\.)\s*)*"
    r"(?P<call>rtp\((?:'send', 'event', \{ value: (?:'[^']*'|\[[^\]]*\]) \}|'get', 'campaign', true)\);)"
    r"(?!\s*[,.)\]?:=&|*%^])"  # its `;` ends the statement
)
_TEXT = (
    rf"'(?:\\(?s:.)|[^'\\{_LINE_END}])*+'"
    rf'|"(?:\\(?s:.)|[^"\\{_LINE_END}])*+"'
    r"|`(?:\\(?s:.)|[^`\\])*+`"
)
# A regular expression; after a value, `/` is a division.
_PATTERN = rf"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\{_LINE_END}])*+\]|[^/\\\[{_LINE_END}])++/"
_WORDS_AND_PUNCTUATION = r"(?P<word>[\w$]+)|(?P<unfinished>['\"`]|/\*)|(?P<punctuation>.)"
_TOKEN_AFTER_VALUE = re.compile(rf"(?P<skipped>{_SKIPPED})|{_CALL}|(?P<value>{_TEXT})|{_WORDS_AND_PUNCTUATION}")
_TOKEN = re.compile(rf"(?P<skipped>{_SKIPPED})|{_CALL}|(?P<value>{_TEXT}|{_PATTERN})|{_WORDS_AND_PUNCTUATION}")

_LEADING_WORDS = frozenset(
    ("await", "case", "delete", "do", "else", "in", "instanceof", "of", "return", "throw", "typeof", "void")
)
"""The keywords that a value or a call may follow without a separator."""
_CONDITIONS = ("if", "while", "for", "with")
_CLOSING = {"(": ")", "[": "]", "{": "}"}


def calls_in(code: str) -> list[str]:
    """Return the calls in `code`, in order; none if the code is invalid, because browsers do not run invalid code."""
    reader = _Reader()
    try:
        reader.read(code)
    except ValueError:
        return []
    return reader.calls


class _Reader:
    """Reads code once; raises `ValueError` if it is invalid."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self._open: list[str] = []
        self._conditions: list[bool] = []
        self._last = ";"
        self._is_after_value = False
        self._is_line_ended = False

    def read(self, code: str) -> None:
        at = 0
        while found := (_TOKEN_AFTER_VALUE if self._is_after_value else _TOKEN).match(code, at):
            at = found.end()
            if found["skipped"]:
                self._is_line_ended = self._is_line_ended or bool(re.search(f"[{_LINE_END}]", found[0]))
                continue
            self._take(found)
            self._last, self._is_line_ended = found[0], False
        if self._open:
            raise ValueError("an unclosed bracket")

    def _take(self, found: re.Match[str]) -> None:
        match found.lastgroup:
            case "call":
                self._take_call(found["call"])
            case "unfinished":
                raise ValueError("an unfinished string or comment")
            case "value":
                self._is_after_value = True
            case "word":
                self._is_after_value = self._last == "." or found[0] not in _LEADING_WORDS
            case _:
                self._take_punctuation(found[0])

    def _take_call(self, call: str) -> None:
        is_within = self._open[-1:] in (["("], ["["])
        if is_within or self._last == "." or (self._is_after_value and not self._is_line_ended):
            raise ValueError("a call where no statement can begin")
        self.calls.append(call)
        self._is_after_value = False

    def _take_punctuation(self, character: str) -> None:
        self._is_after_value = character in (")", "]")
        if character in _CLOSING:
            self._open.append(character)
            self._conditions.append(self._last in _CONDITIONS)
        elif character in _CLOSING.values():
            if not self._open or _CLOSING[self._open.pop()] != character:
                raise ValueError("an unmatched closing bracket")
            # What follows `if (...)` is a statement.
            self._is_after_value = self._is_after_value and not self._conditions.pop()
