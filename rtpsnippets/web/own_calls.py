"""Find the calls of ours that JavaScript code makes: not those in its comments, strings and broken parts.

A guard against slips, no parser. It knows strings, patterns, comments, brackets and what must stand
between a value and a call, but no statements: so it takes calls that are never reached or are made
twice, and a `do` without its `while`. A `/` after `}` begins a pattern to it, never a quotient, and a
template literal is a string as a whole.

>>> made_calls("if (window.rtp) rtp('send', 'event', { value: 'a' }); // rtp('send', 'event', { value: 'b' });")
["rtp('send', 'event', { value: 'a' });"]
>>> made_calls("foo() rtp('send', 'event', { value: 'a' });")
[]
"""

from __future__ import annotations

import re

_LINE_END = r"\n\r\u2028\u2029"
_SKIPPED = (
    rf"//[^{_LINE_END}]*|<!--[^{_LINE_END}]*"
    r"|/\*(?s:.*?)\*/"
    r"|\+\+|--|\s+"  # before and after `++` the code is of one kind
)
_CALL = (
    r"(?:(?:window|self|globalThis|top|parent)\s*(?:\?\.|\.)\s*)*"
    r"(?P<call>rtp\((?:'send', 'event', \{ value: (?:'[^']*'|\[[^\]]*\]) \}|'get', 'campaign', true)\);)"
    r"(?!\s*[,.)\]?:=&|*%^])"  # its `;` has ended the statement
)
_TEXT = (
    rf"'(?:\\(?s:.)|[^'\\{_LINE_END}])*+'"
    rf'|"(?:\\(?s:.)|[^"\\{_LINE_END}])*+"'
    r"|`(?:\\(?s:.)|[^`\\])*+`"
)
# A regular expression; after a value a `/` divides.
_PATTERN = rf"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\{_LINE_END}])*+\]|[^/\\\[{_LINE_END}])++/"
_WORDS_AND_MARKS = r"(?P<word>[\w$]+)|(?P<unfinished>['\"`]|/\*)|(?P<mark>.)"
_TOKEN_AFTER_VALUE = re.compile(rf"(?P<skipped>{_SKIPPED})|{_CALL}|(?P<value>{_TEXT})|{_WORDS_AND_MARKS}")
_TOKEN = re.compile(rf"(?P<skipped>{_SKIPPED})|{_CALL}|(?P<value>{_TEXT}|{_PATTERN})|{_WORDS_AND_MARKS}")

_LEADING_WORDS = frozenset(
    ("await", "case", "delete", "do", "else", "in", "instanceof", "of", "return", "throw", "typeof", "void")
)
"""The words that a value or a call may follow without a separator."""
_CONDITIONS = ("if", "while", "for", "with")
_CLOSING = {"(": ")", "[": "]", "{": "}"}


def made_calls(code: str) -> list[str]:
    """The calls that `code` makes, in order; none if it is broken, since then nothing of it runs."""
    reader = _Reader()
    try:
        reader.read(code)
    except ValueError:
        return []
    return reader.calls


class _Reader:
    """Reads code once, and raises `ValueError` where it is broken."""

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
            raise ValueError("an open bracket")

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
                self._take_mark(found[0])

    def _take_call(self, call: str) -> None:
        is_within = self._open[-1:] in (["("], ["["])
        if is_within or self._last == "." or (self._is_after_value and not self._is_line_ended):
            raise ValueError("a call where no statement can begin")
        self.calls.append(call)
        self._is_after_value = False

    def _take_mark(self, mark: str) -> None:
        self._is_after_value = mark in (")", "]")
        if mark in _CLOSING:
            self._open.append(mark)
            self._conditions.append(self._last in _CONDITIONS)
        elif mark in _CLOSING.values():
            if not self._open or _CLOSING[self._open.pop()] != mark:
                raise ValueError("a closing bracket alone")
            # What follows `if (...)` is a statement.
            self._is_after_value = self._is_after_value and not self._conditions.pop()
