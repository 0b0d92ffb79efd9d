"""A button: its label and its attributes.

>>> Button("Download", {"class": "cta", "onclick": "x()"})
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: unknown key "onclick"
    the handler is written for you: it holds the event's calls
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
    """The button of an event, as it stands on a page.

    `label` is its text: not empty, without controls (tabs and line ends among them). `attributes`
    are by their HTML names: `id` (without it the event's id is used), `class`, `title`, `name`,
    `disabled` (a boolean), and any `data-*` and `aria-*` in lower case. `type`, the handler and the
    quoting are ours. Raises `ProblemsError` with every problem (HTML, "The button element").

    >>> Button("Download", {"class": "cta"}).label
    'Download'
    """

    DESCRIPTION: ClassVar[str] = (
        "A button that sends the event when it is clicked: its label, or a table of its label and attributes."
    )
    EXAMPLES: ClassVar[Sequence[object]] = ("Download", {"label": "Download", "class": "cta"})
    FIELDS: ClassVar[Mapping[str, Field]] = {
        **SHARED_FIELDS,
        "disabled": Field(boolean, BOOLEAN, "true: it is there, but can't be clicked."),
    }
    REASONS: ClassVar[Mapping[str, str]] = {
        "type": 'it is always "button", so that a click never submits the form around it',
        **dict.fromkeys(("href", "url"), 'a button leads nowhere; for a link, write a table at the key "link"'),
    }
