"""A text in an event, and what a page with the event's snippet must do.

The expectation never comes from the package, so that a bug in it can't hide itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from typing import Literal

from rtpsnippets import Button, Event, Link, render, render_binding
from tests.hostile import address_form, data_form, label_form, shown

Shape = Literal["alone", "in a list"]

SHAPES: tuple[Shape, ...] = ("alone", "in a list")

PLAIN = ("js", "script", "button", "link")
GUARDED = tuple(f"guarded {format}" for format in PLAIN)
MARKED = ("marked button", "marked link")
OUTPUTS = (*PLAIN, *GUARDED, *MARKED)
"""The outputs for an event: plain calls; guarded calls with a refresh; and marked elements for the binding, which
refreshes too."""


@dataclass(frozen=True)
class Case:
    """A text in an event, and the output for it on a page."""

    text: str
    output: str
    value: str | tuple[str, ...]

    @property
    def format(self) -> str:
        """The format of the snippet."""
        return self.output.rpartition(" ")[2]

    @property
    def is_element(self) -> bool:
        """Whether it can be clicked."""
        return self.format in ("button", "link")

    @property
    def is_marked(self) -> bool:
        """Whether the binding has to send the event."""
        return self.output in MARKED

    @property
    def is_refreshed(self) -> bool:
        """Whether the event ends with a call that shows the campaign."""
        return self.output not in PLAIN

    @property
    def label(self) -> str:
        """The text of the element, and the value of its attributes."""
        return label_form(self.text)

    @property
    def id(self) -> str:
        """The element's own id: the label without spaces, which an id can't contain, and without what this doubles."""
        return re.sub(r" |\{(?= *\{)", "", self.label) or "only-spaces"

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of the element in the definition."""
        shared = {"id": self.id, "title": data_form(self.text), "aria-label": self.label, "data-x": "x"}
        own = {"href": f"../x.pdf#{address_form(self.text)}", "download": self.label}
        return {**shared, **own} if self.format == "link" else shared

    @cached_property
    def event(self) -> Event:
        """The event, with an id that is unique on a page."""
        return Event(
            f"e{sha256(self.text.encode()).hexdigest()[:16]}",
            self.value,
            Button(self.label, self.attributes) if self.format == "button" else None,
            link=Link(self.label, self.attributes) if self.format == "link" else None,
            carrier="data" if self.is_marked else "inline",
            guard=self.output in GUARDED,
            refresh=self.is_refreshed,
        )

    @property
    def snippet(self) -> str:
        """The package's output for the event."""
        return snippet_of(self)

    def __str__(self) -> str:
        return f"{shown(self.text)} as {self.output}"


@cache  # the same texts stand on many pages
def snippet_of(case: Case) -> str:
    """The package's output for the event of a case."""
    return render(case.event, case.format)


@cache
def case_of(text: str, output: str, shape: Shape = "alone") -> Case:
    """The case of `text` as value, label and attributes; as the only value, or first, inside and last of nine."""
    value = text if shape == "alone" else (text, "b", "c", "d", "e", text, "g", "h", text)
    return Case(text, output, value)


def binding_of(cases: Sequence[Case]) -> str:
    """The binding for a page with the snippets of the cases; empty if none of them needs it."""
    events = [case.event for case in cases if case.is_marked]
    return render_binding(events) if events else ""


def expected_of(cases: Sequence[Case]) -> dict[str, object]:
    """What a page with the snippets of the cases must do and contain, whatever else is on it."""
    senders = [case for case in cases if case.is_element]
    return {
        "calls": [call for case in cases for call in _calls_of(case)],
        "errors": [],
        "senders": [_sender_of(case) for case in senders],
        "label texts": [case.label for case in senders],
        "elements in labels": [0 for _ in senders],
    }


def _sender_of(case: Case) -> dict[str, object]:
    own = {"type": "button"} if case.format == "button" else {}
    mark = {"data-rtp-event": case.event.id} if case.is_marked else {}
    return {"element": {"button": "button", "link": "a"}[case.format], "attributes": {**case.attributes, **own, **mark}}


def _calls_of(case: Case) -> list[list[object]]:
    """The calls: the string, or the strings in groups of four."""
    value = case.value
    batches = [value] if isinstance(value, str) else [list(value[at : at + 4]) for at in range(0, len(value), 4)]
    calls: list[list[object]] = [["send", "event", {"value": batch}] for batch in batches]
    return [*calls, ["get", "campaign", True]] if case.is_refreshed else calls
