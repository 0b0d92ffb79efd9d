"""The button of an event: its label and its attributes.

>>> Button("Download", {"class": "cta", "onclick": "x()"})
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: unknown key "onclick"
    remove it; the handler is generated for you, with the event's calls
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rtpsnippets.events.element import SHARED_FIELDS, Element
from rtpsnippets.events.field import Field
from rtpsnippets.events.text_rules import BOOLEAN, boolean


@dataclass(frozen=True, slots=True)
class Button(Element):
    """The button of an event.

    Args:
        label: The text of the button: not empty, without control characters (which include tabs and line breaks).
        attributes: HTML names and values: `id` (by default the event's id), `class`, `title`, `name`, `disabled` (a
            boolean), and any `data-*` and `aria-*` in lower case. `type`, the handler and the quotes are added when the
            button is rendered. Source: HTML, "The button element".

    Raises:
        ProblemsError: With all problems.

    Examples:
        >>> Button("Download", {"class": "cta"}).label
        'Download'
    """

    DESCRIPTION: ClassVar[str] = (
        "A button that sends the event when it is clicked: its label, or a table with its label and attributes."
    )
    EXAMPLES: ClassVar[Sequence[object]] = ("Download", {"label": "Download", "class": "cta"})
    FIELDS: ClassVar[Mapping[str, Field]] = {
        **SHARED_FIELDS,
        "disabled": Field(boolean, BOOLEAN, "true: the button is visible but cannot be clicked."),
    }
    REASONS: ClassVar[Mapping[str, str]] = {
        "type": 'remove it; the type is always "button", so a click never submits a form',
        **dict.fromkeys(("href", "url"), 'a button has no address; for a link, write a table under "link"'),
    }
