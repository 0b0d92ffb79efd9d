"""A button: its label and its attributes.

>>> Button("Download", {"class": "cta", "onclick": "x()"})
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: unknown key "onclick"
    the handler is written for you: it holds the event's calls
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rtpsnippets.element import SHARED_RULES, Element, Rule
from rtpsnippets.text import boolean


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

    RULES: ClassVar[Mapping[str, Rule]] = {**SHARED_RULES, "disabled": boolean}
    REASONS: ClassVar[Mapping[str, str]] = {
        "type": 'it is always "button", so that a click never submits the form around it',
        "href": 'a button leads nowhere; for a link, write a table at the key "link"',
    }
