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

_TAG = "tag:yaml.org,2002:"
_TRUE = ("yes", "true", "on")
# Only the kind of a value that is no string matters: it is refused, with the text as it is written.
_STAND_INS = {f"{_TAG}null": None, f"{_TAG}int": 0, f"{_TAG}float": 0.0, f"{_TAG}timestamp": date.min}


def read(text: str, file: str) -> Document:
    """Return the document of YAML `text`; raise `ProblemsError` for a syntax error."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise ProblemsError([_syntax_problem(error, file)]) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        what = f"not valid YAML: U+{error.character:04X} may not stand in it as it is"
        raise ProblemsError([Problem(what, "write it as an escape in double quotes", file=file, line=line)]) from None
    nodes = _Nodes()
    data = {} if root is None else nodes.data(root, ())
    return Document(file, data, lambda: nodes.places, tuple(nodes.problems))


def _syntax_problem(error: yaml.MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    what = f"not valid YAML: {error.problem or error.context}"
    if mark is None:
        return Problem(what, file=file)
    return Problem(what, "", (), file, mark.line + 1, mark.column + 1)


class _Nodes:
    """The data of YAML's nodes, and what was seen on the way."""

    def __init__(self) -> None:
        self.places: dict[Key, Place] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def data(self, node: yaml.Node, key: Key) -> object:
        line = node.start_mark.line + 1
        if id(node) in self._seen:
            # The node is the anchor's and has the anchor's line: the alias is where its key is.
            self._refuse("is an alias", "write the value out: definitions have no anchors and aliases", key, None)
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode) and node.tag == f"{_TAG}map":
            return self._table(node, key)
        if isinstance(node, yaml.SequenceNode) and node.tag == f"{_TAG}seq":
            return [self.data(item, (*key, at)) for at, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, key)
        self._refuse(f"has the tag {node.tag}", "leave the tag out", key, line)
        return None

    def _table(self, node: yaml.Node, key: Key) -> dict[str, object]:
        table: dict[str, object] = {}
        for name_node, value_node in node.value:
            line = name_node.start_mark.line + 1
            if name_node.tag != f"{_TAG}str":
                self._refuse_key(name_node, key)
                continue
            below = (*key, _joined(name_node.value))
            if below in self.places:
                self.problems.append(twice(f"in line {self.places[below].line}", below, line))
                continue
            self.places[below] = Place(line)
            table[_joined(name_node.value)] = self.data(value_node, below)
        return table

    def _scalar(self, node: yaml.Node, key: Key) -> object:
        line = node.start_mark.line + 1
        if node.tag == f"{_TAG}str":
            return _joined(node.value)
        self.places[key] = Place(self.places.get(key, Place(line)).line, node.value)
        if node.tag == f"{_TAG}bool":
            return node.value.lower() in _TRUE
        if node.tag not in _STAND_INS:
            self._refuse(f"has the tag {node.tag}", "leave the tag out", key, line)
        return _STAND_INS.get(node.tag)

    def _refuse_key(self, node: yaml.Node, key: Key) -> None:
        name = node.value if isinstance(node, yaml.ScalarNode) else "..."
        what = f"the key {name} is no string to YAML"
        self._refuse(what, f'put it in quotes: "{name}"', (*key, name), node.start_mark.line + 1)

    def _refuse(self, what: str, hint: str, key: Key, line: int | None) -> None:
        self.problems.append(Problem(what, hint, key, line=line))


def _joined(text: str) -> str:
    """The text with both halves of a surrogate pair, which YAML may write as two escapes, made one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
