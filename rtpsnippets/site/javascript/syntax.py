r"""Parse JavaScript and look up nodes by character position, without recursion.

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
"""Up to this number of bytes, parsing is always fast."""
_CHUNK = 1 << 16
_STEP = 1024
_SURROGATE = re.compile("[\ud800-\udfff]")


class Syntax:
    """The syntax tree of a piece of code. Its nodes count bytes, but all methods here count characters.

    Raises `TooSlowError` at the deadline, and `MemoryError` if parsing takes too much memory.
    """

    def __init__(self, code: str, deadline: Deadline, language: Language = LANGUAGE) -> None:
        self.code = code
        self.deadline = deadline
        # A lone surrogate cannot be encoded; its replacement takes three bytes, and is not syntax either.
        self._bytes = _SURROGATE.sub("\ufffd", code).encode()
        self._starts = _starts(code) if len(self._bytes) > len(code) else None
        self._tree = _parse(self._bytes, deadline, language)

    @property
    def root(self) -> Node:
        """The root node of the tree."""
        return self._tree.root_node

    def error(self) -> Span | None:
        """Return the span of the first syntax error; None if there is none."""
        node = self.root
        while node.has_error:
            if node.is_error or node.is_missing:
                return self.span(node)
            self.deadline.check()
            node = next(part for part in node.children if part.has_error)
        return None

    def path(self, at: int) -> list[Node]:
        """Return the nodes around the character at `at`, outermost first."""
        self.deadline.check()
        byte = self._byte(at)
        cursor = self._tree.walk()
        nodes = [self.root]
        while cursor.goto_first_child_for_byte(byte) is not None and cursor.node and cursor.node.start_byte <= byte:
            nodes.append(cursor.node)
        return nodes

    def path_to(self, node: Node) -> list[Node]:
        """Return the nodes around `node`, outermost first, and then the node itself."""
        nodes = self.path(self.start(node))
        while nodes[-1].id != node.id and len(nodes) > 1:
            nodes.pop()
        return nodes

    def text(self, node: Node) -> str:
        """Return the code of a node."""
        return self.code[self.start(node) : self.end(node)]

    def start(self, node: Node) -> int:
        """Return the index of the first character of a node."""
        return self._character(node.start_byte)

    def end(self, node: Node) -> int:
        """Return the index after the last character of a node."""
        return self._character(node.end_byte)

    def span(self, node: Node) -> Span:
        """Return the span of a node."""
        return Span(self.start(node), self.end(node))

    def words(self, word: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield where `word` occurs as a whole word between `start` and `end`, even in strings and comments."""
        return self.any_of([word], start, end)

    def any_of(self, words: Iterable[str], start: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield where one of `words` occurs."""
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
    """Return the byte positions of every `_STEP`th character."""
    starts = [0]
    for at in range(0, len(code) - _STEP, _STEP):
        starts.append(starts[-1] + len(_SURROGATE.sub("\ufffd", code[at : at + _STEP]).encode()))
    return starts


class _Pieces:
    """Passes code to the parser in pieces, in one buffer.

    The parser never frees what it gets: https://github.com/tree-sitter/py-tree-sitter, `parser_read_wrapper`.
    After parsing, it asks for the text of nodes and accepts only plain bytes.
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
        """Free the memory that the parser keeps."""
        self._buffer.clear()
        self._is_parsed = True


def _parse(code: bytes, deadline: Deadline, language: Language) -> Tree:
    # The parser calls back only if it gets the code in pieces.
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
"""The nodes that read or set a property: `a.b`, `a['b']`."""


def index_of_access(path: Sequence[Node]) -> int | None:
    """Return the index in `path` of the access to the property named at its end; None if it is not a property."""
    index = len(path) - (3 if path[-1].type == "string_fragment" else 2)
    return index if path[max(index, 0)].type in ACCESSES else None


def index_of_deepest(path: Sequence[Node], index: int) -> int:
    """Return the index in `path` of the last access in a chain such as `a.b.c` that begins at `index`."""
    while path[index - 1].type in ACCESSES and is_child(path[index - 1], "object", path[index]):
        index -= 1
    return index


def parts(node: Node) -> list[Node]:
    """Return the children of a node without punctuation and comments."""
    return [part for part in node.named_children if part.type not in {"comment", "html_comment"}]


def inner(node: Node) -> Node:
    """Return the expression inside parentheses, and the last one of a comma expression."""
    while node.type in {"parenthesized_expression", "sequence_expression"}:
        node = parts(node)[-1]
    return node


def child(node: Node, field: str) -> Node:
    """Return the child in a field that always has one in code without syntax errors."""
    return cast("Node", node.child_by_field_name(field))


def is_child(node: Node, field: str, of: Node) -> bool:
    """Return whether `of` is the child of a node in this field."""
    found = node.child_by_field_name(field)
    return found is not None and found.id == of.id


_ESCAPE = re.compile(
    r"\\(?:u\{(?P<braced>[0-9a-fA-F]+)\}|u(?P<four>[0-9a-fA-F]{4})|x(?P<two>[0-9a-fA-F]{2})"
    r"|(?P<octal>[0-3][0-7]{0,2}|[4-7][0-7]?)|(?P<end>\r\n|[\n\r\u2028\u2029])|(?P<other>(?s:.)))"
)
_CONTROLS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


def unescaped(text: str) -> str:
    r"""Return the value of a JavaScript string from the code between its quotes.

    https://tc39.es/ecma262/#sec-static-semantics-sv and, for `\101`, its annex B. Raises `UnknownError` for an escape
    beyond U+10FFFF.
    """
    return joined(_ESCAPE.sub(_character, text) if "\\" in text else text)


def joined(text: str) -> str:
    """Return the text with surrogate pairs joined into single characters."""
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def has_lone_surrogate(text: str) -> bool:
    """Return whether the text contains half of a surrogate pair, which neither a page nor a file can contain."""
    return _LONE.search(text) is not None


def _character(escape: re.Match[str]) -> str:
    digits = escape["braced"] or escape["four"] or escape["two"]
    if digits:
        point = int(digits, 16)
        if point > sys.maxunicode:
            raise UnknownError("contains an escape beyond U+10FFFF")
        return chr(point)
    if escape["octal"]:
        return chr(int(escape["octal"], 8))
    return "" if escape["end"] else _CONTROLS.get(escape["other"], escape["other"])
