"""Buttons and links that send an event: a label, and attributes from an allowlist.

The allowlist keeps definitions from adding handlers.

>>> [problem.what for problem in filled_name("rtp")]
['must not be "rtp"']
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
from rtpsnippets.web.reserved_names import EVENT_ATTRIBUTE, EVENT_CLASS_PREFIX, HIDDEN_NAMES

LABEL = "label"

_LABEL_FIELD = without_libraries(LABEL, Field(filled_html_text, FILLED_HTML_TEXT, "Its visible text.", ("Download",)))
_DATA_OR_ARIA_FIELD = Field(html_text, HTML_TEXT, "For your own scripts (data-*) or for screen readers (aria-*).")
_AFTER_PREFIX = "[a-z0-9]+(?:-[a-z0-9]+)*"
_DATA_OR_ARIA = re.compile(f"(?:data|aria)-{_AFTER_PREFIX}")
_DATA_OR_ARIA_RULE = "after data- or aria-, use lower-case letters a-z and digits, with single hyphens between them"


@dataclass(frozen=True, slots=True)
class Element:
    """An element that sends an event: its text, and its attributes by their HTML names.

    Each kind of element defines the attributes it may have (`FIELDS`), why it may not have some others (`REASONS`),
    the problems of missing ones (`NEEDED`), and what editors show (`DESCRIPTION`, `EXAMPLES`).
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
        # A copy, so that the attributes stay as they were checked.
        object.__setattr__(self, "attributes", {plain(name): plain(value) for name, value in self.attributes.items()})

    @property
    def written_attributes(self) -> Mapping[str, str | bool]:
        """The attributes to write in the tag, including those that others imply."""
        return self.attributes

    @classmethod
    def all_keys(cls) -> tuple[str, ...]:
        """Return every key that such an element may have, for messages."""
        return (LABEL, *cls.FIELDS, "data-*", "aria-*")

    @classmethod
    def schema(cls) -> Schema:
        """Return its JSON Schema: a table, or only a label if nothing else is required."""
        fields = {name: without_libraries(name, field) for name, field in cls.FIELDS.items()}
        data = f"data-{_AFTER_PREFIX}"
        table = {
            **table_schema({LABEL: _LABEL_FIELD, **fields}, required=(LABEL, *cls.NEEDED)),
            "patternProperties": {
                whole(f"(?!(?:{EVENT_ATTRIBUTE}|{refused_names()})$){data}"): _data_or_aria_field("data-*").as_schema(),
                whole(f"aria-{_AFTER_PREFIX}"): _data_or_aria_field("aria-*").as_schema(),
                **{whole(f"(?=(?:{names})$){data}"): schema for names, schema in schemas_of_names()},
            },
        }
        return table if cls.NEEDED else {**_LABEL_FIELD.schema, **table, "type": ["string", "object"]}


def is_data_or_aria(name: str) -> bool:
    """Return whether `name` begins with `data-` or `aria-`, even if the rest is invalid."""
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
    """Return the problems of one attribute of this kind of element, with its name as their key or member."""
    if not isinstance(name, str):
        return [wrong_type("a string", name)]
    if field := _field(kind, name):
        return under((name,), field.problems(plain(value)))
    reasons = {**_REASONS, **SHARED_REASONS, **kind.REASONS}
    reason = _DATA_OR_ARIA_RULE if is_data_or_aria(name) and name != EVENT_ATTRIBUTE else reasons.get(name, "")
    return [unknown_key(name, kind.all_keys(), reason)]


def _field(kind: type[Element], name: str) -> Field | None:
    if name == EVENT_ATTRIBUTE:
        return None
    if _DATA_OR_ARIA.fullmatch(name):
        # An imported element may have a million attributes: names without a rule of their own share a cached field.
        return _data_or_aria_field(name if is_named(name) else f"{name[:5]}*")
    # mypy treats the class as one of its instances.
    return _own_field(kind, name) if name in kind.FIELDS else None  # type: ignore[arg-type]


@lru_cache
def _data_or_aria_field(name: str) -> Field:
    return without_libraries(name, _DATA_OR_ARIA_FIELD)


@lru_cache
def _own_field(kind: type[Element], name: str) -> Field:
    return without_libraries(name, kind.FIELDS[name])


def filled_name(value: object) -> list[Problem]:
    """Return the problems of a `name` attribute: it must not be empty, and must not hide what handlers use."""
    if isinstance(value, str) and value in HIDDEN_NAMES:
        return [Problem(f'must not be "{value}"', f"inside a form it would hide {HIDDEN_NAMES[value]}; use another")]
    return html_text(value) or ([] if value else [Problem("is empty", "write a name, or remove the key")])


_NOT_HIDDEN = f"(?!(?:{'|'.join(HIDDEN_NAMES)})$)"
_NAME = html_schema(f"{_NOT_HIDDEN}[^{CONTROLS}]+")


def element_id(value: object) -> list[Problem]:
    """Return the problems of an element's HTML id: those of a name, and spaces."""
    problems = filled_name(value)
    if not problems and " " in str(value):
        problems = [Problem("contains a space", "HTML ids have no spaces; use a hyphen")]
    return problems


def _classes(value: object) -> list[Problem]:
    problems = html_text(value)
    if isinstance(value, (list, tuple)):
        problems = [
            replace(problem, hint="write all classes in one string, separated by spaces") for problem in problems
        ]
    elif not problems and (reserved := [name for name in str(value).split(" ") if name.startswith(EVENT_CLASS_PREFIX)]):
        hint = 'remove it; with carrier = "data" it is added for you'
        problems = [Problem(f"must not contain the class {quoted(reserved[0])}", hint)]
    return problems


_CLASSES = html_schema(f"(?!(?:[^{CONTROLS}]* )?{EVENT_CLASS_PREFIX})[^{CONTROLS}]*")
_ID = html_schema(f"{_NOT_HIDDEN}[^ {CONTROLS}]+")

SHARED_FIELDS: Mapping[str, Field] = {
    "id": Field(element_id, _ID, "Its HTML id. Default: the event's id.", ("download-top",)),
    "class": Field(_classes, _CLASSES, "Its classes, separated by spaces.", ("cta", "cta large")),
    "title": Field(html_text, HTML_TEXT, "The tooltip that browsers show.", ("PDF, 2 MB",)),
    "name": Field(filled_name, _NAME, "Its HTML name.", ("download",)),
}
"""The attributes that every element may have, in addition to `data-*` and `aria-*`."""

_REASONS = {
    "value": 'for the visible text use "label"; the value that is sent belongs to the event',
    **dict.fromkeys(
        (
            "carrier",
            "on",
            "trigger",
            "selector",
            "guard",
            "refresh",
            "description",
            "owner",
            "was",
            "deprecated",
            "ignore",
        ),
        "it belongs to the event: move it out of the table of this element",
    ),
}
SHARED_REASONS = {
    "onclick": "remove it; the handler is generated for you, with the event's calls",
    "onsubmit": 'for a form, use on = "submit" and a selector for the form',
    "style": "use a class, and define the style in your style sheet",
    EVENT_ATTRIBUTE: 'use carrier = "data", which adds it for you',
}
"""Hints for keys that users try, but that neither elements nor events may have."""
