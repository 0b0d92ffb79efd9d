"""A target in the tests: an editor, a sanitizer or a CMS that keeps some of what is pasted into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from tests.cms.forms import FORMS

Result = Literal["exact", "another value", "sends nothing", "dropped", "shown as text"]
"""The result of a form on the page: it sends exactly the value; it sends another; there is a button or link that sends
nothing; there is no button or link, and no call; code is visible on the page."""

_WORDS: Mapping[str, Result] = {
    "exact": "exact",
    "other": "another value",
    "nothing": "sends nothing",
    "dropped": "dropped",
    "text": "shown as text",
}


@dataclass(frozen=True, slots=True)
class Workshop:
    """What targets need: a browser for editors, and a new empty folder for programs."""

    browser: Browser
    new_folder: Callable[[], Path]


Keep = Callable[[Sequence[str], Workshop], Sequence[str]]
"""Returns the HTML that the target keeps of each document. Skips the test (in CI: fails it) if it is missing."""


@dataclass(frozen=True, slots=True)
class Target:
    """One target and its settings: its name in the table, its version, and the result of each form."""

    name: str
    version: str
    keep: Keep
    results: Mapping[str, Result]


def target(name: str, version: str, keep: Keep, results: str) -> Target:
    """Return a row: `results` has a word for each form, in the order of `FORMS`."""
    words = [_WORDS[word] for word in results.split()]
    return Target(name, version, keep, dict(zip(FORMS, words, strict=True)))


ALL = "exact exact exact exact exact exact exact"
"""It leaves HTML unchanged."""

ONLY_MARKED = "nothing nothing dropped exact exact exact exact"
"""It removes scripts, and calls in attributes."""

ONLY_LINKS = "dropped nothing dropped dropped nothing nothing exact"
"""It only keeps the address of a link."""
