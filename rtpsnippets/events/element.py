"""What an element on a page may have: a label, and attributes from an allowlist.

The names come from the allowlist and never from data, so no definition can add a handler.

>>> [problem.what for problem in filled_name("rtp")]
['may not be "rtp"']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import ClassVar

from rtpsnippets.display import quoted
from rtpsnippets.errors import Problem, ProblemsError, first, under
from rtpsnippets.events.field import Field, Schema, table_schema, whole
from rtpsnippets.events.library_attributes import is_named, refused_names, schemas_of_names, without_libraries
from rtpsnippets.events.text_rules import (
    CONTROLS,
    FILLED_HTML_TEXT,
    HTML_TEXT,
    filled_html_text,
    html_schema,
    html_text,
    plain,
    wrong_type,
)
from rtpsnippets.suggestions import unknown_key
from rtpsnippets.web.reserved_names import HIDDEN_NAMES, MARK, MARK_CLASS

LABEL = "label"

_LABEL_FIELD = without_libraries(
    LABEL, Field(filled_html_text, FILLED_HTML_TEXT, "The text that people read on it.", ("Download",))
)
_DATA_OR_ARIA_FIELD = Field(html_text, HTML_TEXT, "For your own scripts (data-*), or for screen readers (aria-*).")
_AFTER_PREFIX = "[a-z0-9]+(?:-[a-z0-9]+)*"
_DATA_OR_ARIA = re.compile(f"(?:data|aria)-{_AFTER_PREFIX}")
_DATA_OR_ARIA_RULE = "after data- or aria-, use lower-case letters a-z and digits, with single hyphens between them"


@dataclass(frozen=True, slots=True)
class Element:
    """An element that sends an event: its text, and its attributes by their HTML names.

    Each kind of element says which attributes it may have (`FIELDS`), why not others (`REASONS`), and
    what is said where one is missing that it must have (`NEEDED`); and, for an editor, what it is
    (`DESCRIPTION`), with `EXAMPLES`.
    """

    DESCRIPTION: ClassVar[str] = ""
    EXAMPLES: ClassVar[Sequence[object]] = ()
    FIELDS: ClassVar[Mapping[str, Field]] = {}
    REASONS: ClassVar[Mapping[str, str]] = {}
    NEEDED: ClassVar[Mapping[str, Problem]] = {}

    label: str
    attributes: Mapping[str, str | bool] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        label = plain(self.label)
        problems = under((LABEL,), _LABEL_FIELD.problems(label))
        if self.attributes != {} or self.NEEDED:
            problems += first(_attribute_problems(self))
        if problems:
            raise ProblemsError(problems)
        object.__setattr__(self, "label", label)
        # A copy, so that the attributes stay as they were judged.
        object.__setattr__(self, "attributes", {plain(name): plain(value) for name, value in self.attributes.items()})

    @property
    def written_attributes(self) -> Mapping[str, str | bool]:
        """The attributes as the tag has them: with those that follow from others."""
        return self.attributes

    @classmethod
    def all_keys(cls) -> tuple[str, ...]:
        """Every key of such an element, as a person may write it."""
        return (LABEL, *cls.FIELDS, "data-*", "aria-*")

    @classmethod
    def schema(cls) -> Schema:
        """What JSON Schema says of it: a table; or just the label, if it needs nothing else."""
        fields = {name: without_libraries(name, field) for name, field in cls.FIELDS.items()}
        data = f"data-{_AFTER_PREFIX}"
        table = {
            **table_schema({LABEL: _LABEL_FIELD, **fields}, required=(LABEL, *cls.NEEDED)),
            "patternProperties": {
                whole(f"(?!(?:{MARK}|{refused_names()})$){data}"): _data_or_aria_field("data-*").as_schema(),
                whole(f"aria-{_AFTER_PREFIX}"): _data_or_aria_field("aria-*").as_schema(),
                **{whole(f"(?=(?:{names})$){data}"): schema for names, schema in schemas_of_names()},
            },
        }
        return table if cls.NEEDED else {**_LABEL_FIELD.schema, **table, "type": ["string", "object"]}


def is_data_or_aria(name: str) -> bool:
    """Tell whether `name` is that of a `data-*` or `aria-*` attribute, well formed or not."""
    return name.startswith(("data-", "aria-"))


def _attribute_problems(element: Element) -> Iterator[Problem]:
    attributes: object = element.attributes
    if not isinstance(attributes, Mapping):
        yield wrong_type("a table of attributes", attributes)
        return
    given = {*attributes}
    for name, value in attributes.items():
        for problem in attribute_problems(type(element), name, value):
            given.add(problem.meant)
            yield problem
    yield from (problem for name, problem in element.NEEDED.items() if name not in given)


def attribute_problems(kind: type[Element], name: object, value: object) -> list[Problem]:
    """The problems of one attribute of an element of this kind, each with the name as its key or its member."""
    if not isinstance(name, str):
        return [wrong_type("a string", name)]
    if field := _field(kind, name):
        return under((name,), field.problems(plain(value)))
    reasons = {**_REASONS, **SHARED_REASONS, **kind.REASONS}
    reason = _DATA_OR_ARIA_RULE if is_data_or_aria(name) and name != MARK else reasons.get(name, "")
    return [unknown_key(name, kind.all_keys(), reason)]


def _field(kind: type[Element], name: str) -> Field | None:
    if name == MARK:
        return None
    if _DATA_OR_ARIA.fullmatch(name):
        # An imported element may have a million names, and most of them have the same field.
        return _data_or_aria_field(name if is_named(name) else f"{name[:5]}*")
    # mypy takes the class for one of its instances.
    return _own_field(kind, name) if name in kind.FIELDS else None  # type: ignore[arg-type]


@lru_cache
def _data_or_aria_field(name: str) -> Field:
    return without_libraries(name, _DATA_OR_ARIA_FIELD)


@lru_cache
def _own_field(kind: type[Element], name: str) -> Field:
    return without_libraries(name, kind.FIELDS[name])


def filled_name(value: object) -> list[Problem]:
    """The problems of the name of an element."""
    if isinstance(value, str) and value in HIDDEN_NAMES:
        return [Problem(f'may not be "{value}"', f"inside a form it would hide {HIDDEN_NAMES[value]}; take another")]
    return html_text(value) or ([] if value else [Problem("is empty", "write a name, or leave the key out")])


_NOT_HIDDEN = f"(?!(?:{'|'.join(HIDDEN_NAMES)})$)"
_NAME = html_schema(f"{_NOT_HIDDEN}[^{CONTROLS}]+")


def element_id(value: object) -> list[Problem]:
    """The problems of the id of an element: those of a name, and a blank."""
    problems = filled_name(value)
    if not problems and " " in str(value):
        problems = [Problem("has a space in it", "an HTML id has none; write a hyphen")]
    return problems


def _classes(value: object) -> list[Problem]:
    problems = html_text(value)
    if isinstance(value, (list, tuple)):
        problems = [
            replace(problem, hint="write all of them in one string, with spaces between") for problem in problems
        ]
    elif not problems and (marks := [name for name in str(value).split(" ") if name.startswith(MARK_CLASS)]):
        hint = 'leave it out; with carrier = "data" the element is marked for you'
        problems = [Problem(f"may not have the class {quoted(marks[0])}", hint)]
    return problems


_CLASSES = html_schema(f"(?!(?:[^{CONTROLS}]* )?{MARK_CLASS})[^{CONTROLS}]*")
_ID = html_schema(f"{_NOT_HIDDEN}[^ {CONTROLS}]+")

SHARED_FIELDS: Mapping[str, Field] = {
    "id": Field(element_id, _ID, "Its HTML id; without this key it is the event's id.", ("download-top",)),
    "class": Field(_classes, _CLASSES, "Its classes, for your style sheets.", ("cta", "cta large")),
    "title": Field(html_text, HTML_TEXT, "What browsers show when the pointer rests on it.", ("PDF, 2 MB",)),
    "name": Field(filled_name, _NAME, "Its HTML name.", ("download",)),
}
"""The attributes that every element may have; `data-*` and `aria-*` come on top."""

_REASONS = {
    "value": 'the key "label" holds the text on it; what is sent belongs beside the table of this element',
    **dict.fromkeys(
        ("carrier", "on", "trigger", "selector", "guard", "refresh", "description", "ignore"),
        "it belongs to the event: write it beside the table of this element",
    ),
}
SHARED_REASONS = {
    "onclick": "the handler is written for you: it holds the event's calls",
    "onsubmit": 'for a form, the event has on = "submit" and a selector that names the form',
    "style": "give it a class, and the class its style",
    MARK: 'it is written for you where the event has carrier = "data"',
}
"""Why neither an element nor an event may have some keys that people write."""
