r"""Parse JavaScript, and find what stands at a place of it: all in characters, and without recursion.

>>> unescaped(r"\x41\u{1f600}")
'A😀'
>>> syntax = Syntax("send('\u00e9', now)", Deadline(60))
>>> [node.type for node in syntax.path(11)]
['program', 'expression_statement', 'call_expression', 'arguments', 'identifier']
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Tree

from rtpsnippets.limits import Allowance, Deadline, TooSlowError
from rtpsnippets.site.javascript.model import Span, UnknownError

LANGUAGE = Language(tree_sitter_javascript.language())
"""The grammar of JavaScript."""

_SHORT = 1 << 14
"""How many bytes are parsed in no time, whatever they are."""
_CHUNK = 1 << 16
_STEP = 1024
_SURROGATE = re.compile("[\ud800-\udfff]")


class Syntax:
    """The syntax tree of a piece of code. Its nodes count bytes; what is asked and answered here counts characters.

    Raises `TooSlowError` if the parser is not ready by the deadline, `MemoryError` if it takes more than it may.
    """

    def __init__(self, code: str, deadline: Deadline, language: Language = LANGUAGE) -> None:
        self.code = code
        self.deadline = deadline
        # A lone surrogate has no bytes; what takes its place has three, and is no syntax either.
        self._bytes = _SURROGATE.sub("\ufffd", code).encode()
        self._starts = _starts(code) if len(self._bytes) > len(code) else None
        self._tree = _parse(self._bytes, deadline, language)

    @property
    def root(self) -> Node:
        """The node of the whole program."""
        return self._tree.root_node

    def error(self) -> Span | None:
        """The place of the first part that is no JavaScript; None if all is."""
        node = self.root
        while node.has_error:
            if node.is_error or node.is_missing:
                return self.span(node)
            self.deadline.check()
            node = next(part for part in node.children if part.has_error)
        return None

    def path(self, at: int) -> list[Node]:
        """The nodes that the character at `at` is in, the outermost first."""
        self.deadline.check()
        byte = self._byte(at)
        cursor = self._tree.walk()
        nodes = [self.root]
        while cursor.goto_first_child_for_byte(byte) is not None and cursor.node and cursor.node.start_byte <= byte:
            nodes.append(cursor.node)
        return nodes

    def path_to(self, node: Node) -> list[Node]:
        """The nodes around `node`, the outermost first, and itself as the last."""
        nodes = self.path(self.start(node))
        while nodes[-1].id != node.id and len(nodes) > 1:
            nodes.pop()
        return nodes

    def text(self, node: Node) -> str:
        """The code of a node."""
        return self.code[self.start(node) : self.end(node)]

    def start(self, node: Node) -> int:
        """The place of the first character of a node."""
        return self._character(node.start_byte)

    def end(self, node: Node) -> int:
        """The place after the last character of a node."""
        return self._character(node.end_byte)

    def span(self, node: Node) -> Span:
        """The place of a node."""
        return Span(self.start(node), self.end(node))

    def words(self, word: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where `word` stands in the code, between `start` and `end`, as a whole word: in strings and comments, too."""
        return self.any_of([word], start, end)

    def any_of(self, words: Iterable[str], start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where one of `words` does."""
        pattern = re.compile(rf"(?<![\w$])(?:{'|'.join(map(re.escape, words))})(?![\w$])")
        for found in pattern.finditer(self.code, start, len(self.code) if end is None else end):
            self.deadline.check()
            yield found.start()

    def _byte(self, at: int) -> int:
        if self._starts is None:
            return at
        step = at // _STEP
        return self._starts[step] + len(_SURROGATE.sub("\ufffd", self.code[step * _STEP : at]).encode())

    def _character(self, byte: int) -> int:
        if self._starts is None:
            return byte
        step = bisect_right(self._starts, byte) - 1
        return step * _STEP + len(self._bytes[self._starts[step] : byte].decode())


def _starts(code: str) -> list[int]:
    """The byte at which every thousandth character or so begins."""
    starts = [0]
    for at in range(0, len(code) - _STEP, _STEP):
        starts.append(starts[-1] + len(_SURROGATE.sub("\ufffd", code[at : at + _STEP]).encode()))
    return starts


class _Pieces:
    """Hands code to the parser, a piece at a time, in one buffer.

    The parser never lets go of what it is handed: https://github.com/tree-sitter/py-tree-sitter, `parser_read_wrapper`.
    When it has parsed, it asks for the text of a node, and takes plain bytes only.
    """

    def __init__(self, code: bytes) -> None:
        self._code = code
        self._buffer = bytearray()
        self._is_parsed = False

    def __call__(self, at: int, _: object) -> bytes | bytearray:
        piece = self._code[at : at + _CHUNK]
        if self._is_parsed:
            return piece
        self._buffer[:] = piece
        return self._buffer

    def end(self) -> None:
        """Take back what the parser holds."""
        self._buffer.clear()
        self._is_parsed = True


def _parse(code: bytes, deadline: Deadline, language: Language) -> Tree:
    # Of bytes that are given at once, the parser doesn't ask whether to go on.
    if len(code) <= _SHORT:
        return Parser(language).parse(code)
    allowance = Allowance()
    pieces = _Pieces(code)
    try:
        return Parser(language).parse(
            pieces, encoding="utf8", progress_callback=lambda *_: deadline.is_over or allowance.is_used_up
        )
    except ValueError:
        raise TooSlowError if deadline.is_over else MemoryError from None
    finally:
        pieces.end()


ACCESSES = frozenset(("member_expression", "subscript_expression"))
"""What reads or sets a property: `a.b`, `a['b']`."""


def index_of_access(path: Sequence[Node]) -> int | None:
    """The index in `path` of the access to the property that is named at its end; None if a property isn't."""
    index = len(path) - (3 if path[-1].type == "string_fragment" else 2)
    return index if path[max(index, 0)].type in ACCESSES else None


def index_of_deepest(path: Sequence[Node], index: int) -> int:
    """The index in `path` of the access to a property of a property, and so on, of what is at `index`."""
    while path[index - 1].type in ACCESSES and is_child(path[index - 1], "object", path[index]):
        index -= 1
    return index


def parts(node: Node) -> list[Node]:
    """The nodes in a node, but for its signs and comments."""
    return [part for part in node.named_children if part.type not in {"comment", "html_comment"}]


def inner(node: Node) -> Node:
    """The expression that a node in brackets, or with commas, is the value of."""
    while node.type in {"parenthesized_expression", "sequence_expression"}:
        node = parts(node)[-1]
    return node


def child(node: Node, field: str) -> Node:
    """The child of a node that always has it, if the code is sound."""
    return cast("Node", node.child_by_field_name(field))


def is_child(node: Node, field: str, of: Node) -> bool:
    """Whether `of` is the child of a node in this field."""
    found = node.child_by_field_name(field)
    return found is not None and found.id == of.id


_ESCAPE = re.compile(
    r"\\(?:u\{(?P<braced>[0-9a-fA-F]+)\}|u(?P<four>[0-9a-fA-F]{4})|x(?P<two>[0-9a-fA-F]{2})"
    r"|(?P<octal>[0-3][0-7]{0,2}|[4-7][0-7]?)|(?P<end>\r\n|[\n\r\u2028\u2029])|(?P<sign>(?s:.)))"
)
_SIGNS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


def unescaped(text: str) -> str:
    r"""The text that a string of JavaScript has, from what stands between its quotes.

    https://tc39.es/ecma262/#sec-static-semantics-sv and, for `\101`, its annex B. Raises `UnknownError` for an escape
    beyond all characters.
    """
    return joined(_ESCAPE.sub(_character, text) if "\\" in text else text)


def joined(text: str) -> str:
    """The text with the two halves of each character beyond U+FFFF made one."""
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def has_lone_surrogate(text: str) -> bool:
    """Whether the text has half a character, which JavaScript can hold but no page and no file can."""
    return _LONE.search(text) is not None


def _character(escape: re.Match[str]) -> str:
    digits = escape["braced"] or escape["four"] or escape["two"]
    if digits:
        point = int(digits, 16)
        if point > sys.maxunicode:
            raise UnknownError("has an escape of no character")
        return chr(point)
    if escape["octal"]:
        return chr(int(escape["octal"], 8))
    return "" if escape["end"] else _SIGNS.get(escape["sign"], escape["sign"])
