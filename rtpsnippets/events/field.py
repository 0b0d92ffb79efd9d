r"""A key of a definition: the rule that checks its value, next to its JSON Schema, so that neither is forgotten.

>>> size = Field(lambda value: [], {"type": "string"}, "How large it is.", ("2 MB",))
>>> table_schema({"size": size})["properties"]
{'size': {'description': 'How large it is.', 'type': 'string', 'examples': ['2 MB']}}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rtpsnippets.errors import Problem, first, under
from rtpsnippets.suggestions import unknown_key

Rule = Callable[[object], list[Problem]]
Schema = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a table.

    `problems` is its rule: it takes any value and returns its problems. `schema` expresses the same rule, as far as
    JSON Schema can; editors show `description` and `examples`.
    """

    problems: Rule
    schema: Schema
    description: str
    examples: Sequence[object] = ()

    def as_schema(self) -> Schema:
        """Return the complete schema of the key."""
        examples = {"examples": list(self.examples)} if self.examples else {}
        return {"description": self.description, **self.schema, **examples}


def table_problems(
    table: Mapping[str, object], fields: Mapping[str, Field], reason: Callable[[str], str] = lambda _: ""
) -> list[Problem]:
    """Return the problems of a table that may only have these keys; unknown keys come first.

    `reason` returns why a key is not allowed, or an empty string to list the known keys.
    """
    problems = first(unknown_key(name, fields, reason(name)) for name in table if name not in fields)
    known = ((name, field) for name, field in fields.items() if name in table)
    return problems + [problem for name, field in known for problem in under((name,), field.problems(table[name]))]


def table_schema(fields: Mapping[str, Field], required: Sequence[str] = ()) -> dict[str, object]:
    """Return the schema of a table that may only have these keys."""
    return {
        "type": "object",
        "properties": {name: field.as_schema() for name, field in fields.items()},
        "required": list(required),
        "additionalProperties": False,
    }


def whole(pattern: str) -> str:
    r"""Return a pattern that matches a whole text in the regular expressions of JavaScript, Python and Rust.

    Python's `$` alone would also match before a final line feed.

    >>> whole("a|b")
    '^(?:a|b)(?!\\n)$'
    """
    return rf"^(?:{pattern})(?!\n)$"


def any_case(word: str) -> str:
    """Return a pattern of an ASCII word in any case, without a flag, which not every schema validator supports.

    >>> any_case("tel_1")
    '[Tt][Ee][Ll]_1'
    """
    return "".join(f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in word)
