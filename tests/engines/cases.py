"""A text in an event, and what a page must do that has the event's snippet.

Nothing of the package says what is expected, so that an error in it can't hide itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rtpsnippets import Button, Event, render
from tests.hostile import label_form, shown

Shape = Literal["alone", "in a list"]

SHAPES: tuple[Shape, ...] = ("alone", "in a list")
FORMATS = ("js", "script", "button")


@dataclass(frozen=True, slots=True)
class Case:
    """A text in an event, and the format in which a page has it."""

    text: str
    format: str
    value: str | list[str]

    @property
    def label(self) -> str:
        """The text of the button, and the value of its attributes."""
        return label_form(self.text)

    @property
    def id(self) -> str:
        """The button's own id: the label, but for blanks, which an id has none of."""
        return self.label.replace(" ", "") or "only-blanks"

    @property
    def snippet(self) -> str:
        """What the package makes of the event."""
        button = Button(self.label, {"id": self.id, "title": self.label, "data-x": self.label})
        return render(Event("the-id", self.value, button), self.format)

    def __str__(self) -> str:
        return f"{shown(self.text)} as {self.format}"


def case_of(text: str, format: str, shape: Shape = "alone") -> Case:
    """The case of `text` as value, label and attributes; as value alone, or first, inside and last in nine."""
    value = text if shape == "alone" else [text, "b", "c", "d", "e", text, "g", "h", text]
    return Case(text, format, value)


def expected_of(cases: Sequence[Case]) -> dict[str, object]:
    """What a page does and has that holds the snippets of the cases, whatever else is on it."""
    buttons = [case for case in cases if case.format == "button"]
    return {
        "calls": [["send", "event", {"value": value}] for case in cases for value in _sent(case.value)],
        "errors": [],
        "buttons": [_button_of(case) for case in buttons],
        "label texts": [case.label for case in buttons],
        "elements in labels": [0 for _ in buttons],
    }


def _button_of(case: Case) -> dict[str, object]:
    attributes = {"id": case.id, "type": "button", "title": case.label, "data-x": case.label}
    return {"type": "button", "attributes": attributes}


def _sent(value: str | list[str]) -> list[object]:
    """What the calls send: the string, or the strings four by four."""
    return [value] if isinstance(value, str) else [value[at : at + 4] for at in range(0, len(value), 4)]
