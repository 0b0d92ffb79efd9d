"""A link: its label, where it leads, and its attributes.

>>> Link("Download", {"href": "javascript:x()"})
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: href: leads to "javascript:"
    take an address that begins with http:, https:, mailto: or tel:, or is relative; one with a colon begins with ./
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rtpsnippets.display import quoted
from rtpsnippets.errors import Problem
from rtpsnippets.events.element import SHARED_FIELDS, Element
from rtpsnippets.events.field import Field, any_case
from rtpsnippets.events.text_rules import (
    CONTROLS,
    FILLED_HTML_TEXT,
    HTML_TEXT,
    filled_html_text,
    html_schema,
    html_text,
)
from rtpsnippets.events.url import ADDRESS, address_problems
from rtpsnippets.suggestions import did_you_mean, nearest_to

NEW_TAB = "_blank"

_KEYWORDS = (NEW_TAB, "_self", "_parent", "_top")
_KEYWORD = "|".join(map(any_case, _KEYWORDS))


def _target(value: object) -> list[Problem]:
    problems = filled_html_text(value)
    if not problems and str(value).startswith("_") and not re.fullmatch(_KEYWORD, str(value)):
        nearest = nearest_to(str(value).lower(), _KEYWORDS)
        hint = did_you_mean(nearest) if nearest else f"take one of {', '.join(_KEYWORDS)}, or a name of your own"
        problems = [Problem(f"may not be {quoted(str(value))}", hint)]
    return problems


def _download(value: object) -> list[Problem]:
    return [] if isinstance(value, bool) else filled_html_text(value)


_TARGET = html_schema(f"{_KEYWORD}|[^_{CONTROLS}][^{CONTROLS}]*")
_DOWNLOAD = {**FILLED_HTML_TEXT, "type": ["string", "boolean"]}


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

    DESCRIPTION: ClassVar[str] = "A link that sends the event when it is clicked, and then leads to its address."
    EXAMPLES: ClassVar[Sequence[object]] = ({"label": "Download", "href": "/whitepaper.pdf"},)
    FIELDS: ClassVar[Mapping[str, Field]] = {
        "href": Field(
            address_problems,
            ADDRESS,
            "The address that it leads to: one with http:, https:, mailto: or tel:, or a relative one.",
            ("/whitepaper.pdf", "https://example.com/"),
        ),
        "target": Field(_target, _TARGET, "Where the address opens; _blank is a new tab.", (NEW_TAB,)),
        "rel": Field(
            html_text,
            HTML_TEXT,
            "What the address is to the page; a link to a new tab is noopener without this key.",
            ("nofollow",),
        ),
        "download": Field(
            _download,
            _DOWNLOAD,
            "true: the browser saves the file and doesn't show it; a text: it saves it by this name.",
            (True, "whitepaper.pdf"),
        ),
        "hreflang": Field(filled_html_text, FILLED_HTML_TEXT, "The language of what it leads to.", ("en",)),
        "type": Field(filled_html_text, FILLED_HTML_TEXT, "The media type of what it leads to.", ("application/pdf",)),
        **SHARED_FIELDS,
    }
    REASONS: ClassVar[Mapping[str, str]] = {
        "disabled": "a link can't be disabled: leave the link out, or use a button",
    }
    NEEDED: ClassVar[Mapping[str, Problem]] = {
        "href": Problem("has no href", 'give it the key "href": the address that it leads to')
    }

    @property
    def written_attributes(self) -> Mapping[str, str | bool]:
        """The attributes as the tag has them: with the `rel` of a link to a new tab."""
        opens_tab = str(self.attributes.get("target", "")).lower() == NEW_TAB
        return {**self.attributes, **({"rel": "noopener"} if opens_tab and "rel" not in self.attributes else {})}
