r"""A key of a definition: the rule that judges its value, and what JSON Schema says of it, in one row.

So a key can't be judged and be missing in the schema, nor the other way round.

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

    `problems` is its rule, from any value to its problems. `schema` says the same in the words of JSON
    Schema, as far as they go; `description` and `examples` are what an editor shows of the key.
    """

    problems: Rule
    schema: Schema
    description: str
    examples: Sequence[object] = ()

    def as_schema(self) -> Schema:
        """All that the schema says of the key."""
        examples = {"examples": list(self.examples)} if self.examples else {}
        return {"description": self.description, **self.schema, **examples}


def table_problems(
    table: Mapping[str, object], fields: Mapping[str, Field], reason: Callable[[str], str] = lambda _: ""
) -> list[Problem]:
    """The problems of a table that has these keys and no others: the unknown ones first.

    `reason` says why a key may not be there, where there is more to say than which ones may.
    """
    problems = first(unknown_key(name, fields, reason(name)) for name in table if name not in fields)
    known = ((name, field) for name, field in fields.items() if name in table)
    return problems + [problem for name, field in known for problem in under((name,), field.problems(table[name]))]


def table_schema(fields: Mapping[str, Field], required: Sequence[str] = ()) -> dict[str, object]:
    """The schema of a table that has these keys and no others."""
    return {
        "type": "object",
        "properties": {name: field.as_schema() for name, field in fields.items()},
        "required": list(required),
        "additionalProperties": False,
    }


def whole(pattern: str) -> str:
    r"""The pattern of a text that is this from its first character to its last, to every reader of a schema.

    Those of JavaScript, Python and Rust agree on what is written so: Python's `$` alone also stands
    before a line end that is last.

    >>> whole("a|b")
    '^(?:a|b)(?!\\n)$'
    """
    return rf"^(?:{pattern})(?!\n)$"


def any_case(word: str) -> str:
    """The pattern of an ASCII word in small letters and capitals: no flag for that is known to every reader.

    >>> any_case("tel_1")
    '[Tt][Ee][Ll]_1'
    """
    return "".join(f"[{sign.upper()}{sign}]" if sign.isalpha() else sign for sign in word)
