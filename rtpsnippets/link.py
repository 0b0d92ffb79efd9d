"""A link: its label, where it leads, and its attributes.

>>> Link("Download", {"href": "javascript:x()"})
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: href: leads to "javascript:"
    take an address that begins with http:, https:, mailto: or tel:, or is relative; one with a colon begins with ./
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rtpsnippets.address import address_problems
from rtpsnippets.element import SHARED_RULES, Element, Rule
from rtpsnippets.errors import Problem, quoted
from rtpsnippets.keys import did_you_mean, nearest_to
from rtpsnippets.text import filled_html_text, html_text

NEW_TAB = "_blank"

_KEYWORDS = (NEW_TAB, "_self", "_parent", "_top")


def _target(value: object) -> list[Problem]:
    problems = filled_html_text(value)
    if not problems and str(value).startswith("_") and str(value).lower() not in _KEYWORDS:
        nearest = nearest_to(str(value).lower(), _KEYWORDS)
        hint = did_you_mean(nearest) if nearest else f"take one of {', '.join(_KEYWORDS)}, or a name of your own"
        problems = [Problem(f"may not be {quoted(str(value))}", hint)]
    return problems


def _download(value: object) -> list[Problem]:
    return [] if isinstance(value, bool) else filled_html_text(value)


@dataclass(frozen=True, slots=True)
class Link(Element):
    """The link of an event, as it stands on a page.

    `label` is its text: not empty, without controls (tabs and line ends among them). `attributes` are
    by their HTML names: `href` (needed: an address with `http:`, `https:`, `mailto:` or `tel:`, or a
    relative one), `target`, `rel`, `download` (a file's name, or a boolean), `hreflang`, `type`, `id`
    (without it the event's id is used), `class`, `title`, `name`, and any `data-*` and `aria-*` in
    lower case. A link to a new tab gets `rel="noopener"`, unless a `rel` is given. Raises
    `ProblemsError` with every problem (HTML, "Links created by a and area elements").

    >>> Link("Terms", {"href": "/terms", "target": "_blank"}).written_attributes
    {'href': '/terms', 'target': '_blank', 'rel': 'noopener'}
    """

    RULES: ClassVar[Mapping[str, Rule]] = {
        "href": address_problems,
        "target": _target,
        "rel": html_text,
        "download": _download,
        "hreflang": filled_html_text,
        "type": filled_html_text,
        **SHARED_RULES,
    }
    REASONS: ClassVar[Mapping[str, str]] = {"disabled": "a link can't be disabled: leave the link out, or use a button"}
    NEEDED: ClassVar[Mapping[str, Problem]] = {
        "href": Problem("has no href", 'give it the key "href": the address that it leads to')
    }

    @property
    def written_attributes(self) -> Mapping[str, str | bool]:
        """The attributes as the tag has them: with the `rel` of a link to a new tab."""
        opens_tab = str(self.attributes.get("target", "")).lower() == NEW_TAB
        return {**self.attributes, **({"rel": "noopener"} if opens_tab and "rel" not in self.attributes else {})}
