"""A button: its label and its attributes, and which attributes may stand on it.

The names come from this allowlist and never from data, so no definition can add a handler.

>>> Button("Download", {"class": "cta", "onclick": "x()"})
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: unknown key "onclick"
    the handler is written for you: it holds the event's calls
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rtpsnippets.errors import Problem, ProblemsError, first, under
from rtpsnippets.keys import unknown_key
from rtpsnippets.text import filled_html_text, html_text, plain, wrong_type

HIDDEN_NAME = "rtp"
"""No element may have this id or name: in a handler, a form's control of that name hides the function."""

_DATA_OR_ARIA = re.compile(r"(?:data|aria)-[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Button:
    """The button of an event, as it stands on a page.

    `label` is its text: not empty, without controls (tabs and line ends among them). `attributes`
    are by their HTML names: `id` (without it the event's id is used), `class`, `title`, `name`,
    `disabled` (a boolean), and any `data-*` and `aria-*` in lower case. `type`, `onclick` and the
    quoting are ours. Raises `ProblemsError` with every problem (HTML, "The button element").

    >>> Button("Download", {"class": "cta"}).label
    'Download'
    """

    label: str
    attributes: Mapping[str, str | bool] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        label = plain(self.label)
        problems = under(("label",), filled_html_text(label))
        problems += first(_attribute_problems(self.attributes))
        if problems:
            raise ProblemsError(problems)
        object.__setattr__(self, "label", label)
        # A copy, so that the attributes stay as they were judged.
        object.__setattr__(self, "attributes", {plain(name): plain(value) for name, value in self.attributes.items()})


def is_data_or_aria(name: str) -> bool:
    """Tell whether `name` is that of a `data-*` or `aria-*` attribute, well formed or not."""
    return name.startswith(("data-", "aria-"))


def _attribute_problems(attributes: object) -> Iterator[Problem]:
    if not isinstance(attributes, Mapping):
        yield wrong_type("a table of attributes", attributes)
        return
    for name, value in attributes.items():
        if not isinstance(name, str):
            yield wrong_type("a string", name)
        elif rule := _rule(name):
            yield from under((name,), rule(plain(value)))
        else:
            reason = _DATA_OR_ARIA_RULE if is_data_or_aria(name) else _REASONS.get(name, "")
            yield unknown_key(name, BUTTON_KEYS, reason)


def _rule(name: str) -> Callable[[object], list[Problem]] | None:
    return ATTRIBUTES.get(name) or (html_text if _DATA_OR_ARIA.fullmatch(name) else None)


def _element_id(value: object) -> list[Problem]:
    problems = _element_name(value)
    if not problems and " " in str(value):
        problems = [Problem("has a space in it", "an HTML id has none; write a hyphen")]
    return problems


def _element_name(value: object) -> list[Problem]:
    if value == HIDDEN_NAME:
        return [Problem(f'may not be "{HIDDEN_NAME}"', "inside a form it would hide the function rtp; take another")]
    return html_text(value) or ([] if value else [Problem("is empty", "write a name, or leave the key out")])


def _boolean(value: object) -> list[Problem]:
    return (
        [] if isinstance(value, bool) else [replace(wrong_type("true or false", value), hint="write it without quotes")]
    )


ATTRIBUTES: Mapping[str, Callable[[object], list[Problem]]] = {
    "id": _element_id,
    "class": html_text,
    "title": html_text,
    "name": _element_name,
    "disabled": _boolean,
}
"""The attributes that a button may have, with their rules; `data-*` and `aria-*` come on top."""

BUTTON_KEYS = ("label", *ATTRIBUTES, "data-*", "aria-*")
"""Every key of a button, as a person may write it."""

_DATA_OR_ARIA_RULE = "after data- or aria- stand lower-case letters a-z and digits, with single hyphens between them"
_REASONS = {
    "type": 'it is always "button", so that a click never submits the form around it',
    "onclick": "the handler is written for you: it holds the event's calls",
    "style": "give it a class, and the class its style",
    "href": "a button leads nowhere",
}
