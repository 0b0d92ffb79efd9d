r"""Read YAML, with the line of each key, and refuse what YAML does behind a person's back.

The nodes are read, not the values that YAML makes of them: so `no` and `1.10` are still known as
they were written, a key that is there twice is seen, and no tag builds anything.

>>> read("events:\n  a: {value: no}", "events.yaml").place(("events", "a", "value"))
Place(line=2, source='no')
"""

from __future__ import annotations

from datetime import date

import yaml
from yaml.reader import ReaderError

from rtpsnippets.document import Document, Place, twice
from rtpsnippets.errors import Key, Problem, ProblemsError
from rtpsnippets.lines import Lines

_TAG = "tag:yaml.org,2002:"
_SYNTAX = "in YAML spaces indent, never tabs, and a text with one of : # [ ] { } in it stands in quotes"
_NO_ALIAS = "write the value out: definitions have no anchors and aliases"
_TRUE = ("yes", "true", "on")
# Only the kind of a value that is no string matters: it is refused, with the text as it is written.
_STAND_INS = {f"{_TAG}null": None, f"{_TAG}int": 0, f"{_TAG}float": 0.0, f"{_TAG}timestamp": date.min}


def read(text: str, file: str) -> Document:
    """Return the document of YAML `text`; raise `ProblemsError` for a syntax error."""
    lines = Lines(text)
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise ProblemsError([_syntax_problem(error, lines, file)]) from None
    except ReaderError as error:
        what = f"not valid YAML: U+{error.character:04X} may not stand in it as it is"
        hint = "write it as an escape in double quotes"
        raise ProblemsError([Problem(what, hint, file=file, line=lines.number(error.position))]) from None
    nodes = _Nodes(lines)
    data = {} if root is None or root.tag == f"{_TAG}null" else nodes.data(root, ())
    return Document(file, data, lambda: nodes.places, tuple(nodes.problems), frozenset(nodes.lost))


def _syntax_problem(error: yaml.MarkedYAMLError, lines: Lines, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    what = f"not valid YAML: {error.problem or error.context}"
    if mark is None:
        return Problem(what, _SYNTAX, file=file)
    # YAML's own line and column take U+2028 and U+0085 for line ends.
    return Problem(what, _SYNTAX, (), file, lines.number(mark.index), lines.column(mark.index))


class _Nodes:
    """The data of YAML's nodes, and what was seen on the way."""

    def __init__(self, lines: Lines) -> None:
        self.places: dict[Key, Place] = {}
        self.problems: list[Problem] = []
        self.lost: set[Key] = set()
        self._lines = lines
        self._seen: set[int] = set()

    def data(self, node: yaml.Node, key: Key) -> object:
        if self._is_alias(node):
            # The node is the anchor's and has the anchor's line: the alias is where its key is.
            self._lose("is an alias", _NO_ALIAS, key)
            return None
        if key:
            self.places.setdefault(key, self._place(node))
        if isinstance(node, yaml.MappingNode) and node.tag == f"{_TAG}map":
            return self._table(node, key)
        if isinstance(node, yaml.SequenceNode) and node.tag == f"{_TAG}seq":
            return [self.data(item, (*key, at)) for at, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, key)
        self._lose(f"has the tag {node.tag}", "leave the tag out", key)
        return None

    def _table(self, node: yaml.MappingNode, key: Key) -> dict[str, object]:
        table: dict[str, object] = {}
        for name_node, value_node in node.value:
            place = self._place(name_node)
            refusal = self._key_refusal(name_node)
            if refusal:
                what, hint = refusal
                self._lose(what, hint, (*key, _name(name_node)), place.line)
                continue
            below = (*key, _name(name_node))
            if below in self.places:
                self.problems.append(twice(f"in line {self.places[below].line}", below, place.line))
                continue
            self.places[below] = place
            table[_name(name_node)] = self.data(value_node, below)
        return table

    def _key_refusal(self, node: yaml.Node) -> tuple[str, str] | None:
        """What is wrong with a key, and how to mend it."""
        if self._is_alias(node):
            return "the key is an alias", _NO_ALIAS
        if node.tag == f"{_TAG}merge":
            return "is a merge", "write the keys out: definitions have no merges"
        if not isinstance(node, yaml.ScalarNode):
            return "the key is a list or a table", "a key is a text"
        if node.tag != f"{_TAG}str":
            return f"YAML reads the key {node.value} as no text", f'put it in quotes: "{node.value}"'
        return None

    def _scalar(self, node: yaml.ScalarNode, key: Key) -> object:
        if node.tag == f"{_TAG}str":
            return _joined(node.value)
        self.places[key] = self.places.get(key, Place())._replace(source=node.value)
        if node.tag == f"{_TAG}bool":
            return node.value.lower() in _TRUE
        if node.tag in (f"{_TAG}value", f"{_TAG}merge"):
            self._lose(f"YAML reads {node.value} as a sign of its own", f'put it in quotes: "{node.value}"', key)
            return None
        if node.tag not in _STAND_INS:
            self._lose(f"has the tag {node.tag}", "leave the tag out", key)
            return None
        return _STAND_INS[node.tag]

    def _is_alias(self, node: yaml.Node) -> bool:
        is_alias = id(node) in self._seen
        self._seen.add(id(node))
        return is_alias

    def _lose(self, what: str, hint: str, key: Key, line: int | None = None) -> None:
        """Note the problem of a value that can't be taken; nothing stands in its place."""
        self.problems.append(Problem(what, hint, key, line=line))
        self.lost.add(key)

    def _place(self, node: yaml.Node) -> Place:
        return Place(self._lines.number(node.start_mark.index))


def _name(node: yaml.Node) -> str:
    return _joined(node.value) if isinstance(node, yaml.ScalarNode) else "?"


def _joined(text: str) -> str:
    """The text with both halves of a surrogate pair, which YAML may write as two escapes, made one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
