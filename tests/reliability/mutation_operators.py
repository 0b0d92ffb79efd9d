"""Additional operators for Cosmic Ray: strings, patterns and statements, which it doesn't change itself.

`javascript.py` and `html.py` are mostly patterns, and `define.py` is mostly strings.
Each class has the methods of a Cosmic Ray operator: where a node can be changed, and how.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

from parso.python.tree import Keyword

Position = tuple[tuple[int, int], tuple[int, int]]

_SENTENCE = re.compile(r"\.(?: |$)")
_QUOTED = re.compile(r"""(?s)([A-Za-z]*)("{3}|'{3}|"|')(.*)\2""")


class _Operator:
    """Replaces a node by one of several others."""

    def changes(self, node: Any) -> list[str]:
        """The possible replacements for the node."""
        raise NotImplementedError

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        for _ in self.changes(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        node.value = self.changes(node)[index]
        return node

    @classmethod
    def arguments(cls) -> tuple[()]:
        return ()


class OtherText(_Operator):
    """A string with another beginning. Sentences, as in the descriptions of the schema, stay unchanged."""

    def changes(self, node: Any) -> list[str]:
        prefix, text, end = _parts(node)
        return [] if text is None or "r" in prefix.lower() or _SENTENCE.search(text) else [f"{prefix}XX{text}{end}"]


class ShorterPattern(_Operator):
    """A raw string, which is a pattern here, with one character less."""

    def changes(self, node: Any) -> list[str]:
        prefix, text, end = _parts(node)
        if text is None or "r" not in prefix.lower():
            return []
        start = "" if node.type == "fstring_string" else prefix
        shorter = (text[:at] + text[at + 1 :] for at in range(len(text)))
        return [f"{start}{less}{end}" for less in dict.fromkeys(shorter) if _is_pattern(less) or not _is_pattern(text)]


class NoStatement(_Operator):
    """A statement without effect in place of a lone call, a raise or `+=`; a return without a value."""

    def changes(self, node: Any) -> list[str]:
        if node.type != "simple_stmt":
            return []
        statement = node.children[0]
        if statement.type == "return_stmt":
            return ["return None"]
        is_added = statement.type == "expr_stmt" and statement.children[1].type in ("operator", "augassign")
        is_added = is_added and statement.children[1].get_code().strip() not in ("=", "")
        return ["pass"] if is_added or statement.type in ("atom_expr", "raise_stmt", "yield_expr") else []

    def mutate(self, node: Any, index: int) -> Any:
        statement = node.children[0]
        prefix = statement.get_first_leaf().prefix
        node.children[0] = Keyword(self.changes(node)[index], statement.start_pos, prefix)
        return node


OPERATORS = {operator.__name__: operator for operator in (OtherText, ShorterPattern, NoStatement)}


def _parts(node: Any) -> tuple[str, str | None, str]:
    """The prefix and opening quote of a string, its text, and the closing quote; no text if it is not a string."""
    if node.type == "fstring_string":
        whole = node.search_ancestor("fstring")  # the parent may be a format specification
        if whole is None:  # which Cosmic Ray's parser can't read
            return ("", None, "")
        return ("r" if "r" in whole.children[0].value.lower() else "", node.value, "")
    if node.type != "string" or node.parent.type == "simple_stmt":  # a docstring
        return ("", None, "")
    found = _QUOTED.fullmatch(node.value)
    assert found is not None
    return (found[1] + found[2], found[3], found[2])


def _is_pattern(text: str) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            re.compile(text)
    except re.error:
        return False
    return True
