"""The link of an event: its label, its address and its other attributes.

>>> Link("Download", {"href": "javascript:x()"})
Traceback (most recent call last):
rtpsnippets.errors.ProblemsError: href: must not begin with "javascript:"
    use an http:, https:, mailto:, tel: or relative address; begin a relative one that contains a colon with ./
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
        hint = did_you_mean(nearest) if nearest else f"use {', '.join(_KEYWORDS)}, or a name that does not begin with _"
        problems = [Problem(f"must not be {quoted(str(value))}", hint)]
    return problems


def _download(value: object) -> list[Problem]:
    return [] if isinstance(value, bool) else filled_html_text(value)


_TARGET = html_schema(f"{_KEYWORD}|[^_{CONTROLS}][^{CONTROLS}]*")
_DOWNLOAD = {**FILLED_HTML_TEXT, "type": ["string", "boolean"]}


@dataclass(frozen=True, slots=True)
class Link(Element):
    """The link of an event.

    Args:
        label: The text of the link: not empty, without control characters (which include tabs and line breaks).
        attributes: HTML names and values: `href` (required: an `http:`, `https:`, `mailto:`, `tel:` or relative
            address), `target`, `rel`, `download` (a file name or a boolean), `hreflang`, `type`, `id` (by default the
            event's id), `class`, `title`, `name`, and any `data-*` and `aria-*` in lower case. A link to a new tab gets
            `rel="noopener"` unless `rel` is given. Source: HTML, "Links created by a and area elements".

    Raises:
        ProblemsError: With all problems.

    Examples:
        >>> Link("Terms", {"href": "/terms", "target": "_blank"}).written_attributes
        {'href': '/terms', 'target': '_blank', 'rel': 'noopener'}
    """

    DESCRIPTION: ClassVar[str] = "A link that sends the event when it is clicked, before the browser follows it."
    EXAMPLES: ClassVar[Sequence[object]] = ({"label": "Download", "href": "/whitepaper.pdf"},)
    FIELDS: ClassVar[Mapping[str, Field]] = {
        "href": Field(
            address_problems,
            ADDRESS,
            "Its address: http:, https:, mailto:, tel: or relative.",
            ("/whitepaper.pdf", "https://example.com/"),
        ),
        "target": Field(_target, _TARGET, "Where the address opens. _blank: in a new tab.", (NEW_TAB,)),
        "rel": Field(
            html_text,
            HTML_TEXT,
            "How the address relates to the page. Default for a link to a new tab: noopener.",
            ("nofollow",),
        ),
        "download": Field(
            _download,
            _DOWNLOAD,
            "true: the browser saves the file instead of showing it. A string: it also suggests this file name.",
            (True, "whitepaper.pdf"),
        ),
        "hreflang": Field(filled_html_text, FILLED_HTML_TEXT, "The language of the linked page.", ("en",)),
        "type": Field(filled_html_text, FILLED_HTML_TEXT, "The media type of the linked file.", ("application/pdf",)),
        **SHARED_FIELDS,
    }
    REASONS: ClassVar[Mapping[str, str]] = {
        "disabled": "remove it, or use a button; links cannot be disabled",
    }
    NEEDED: ClassVar[Mapping[str, Problem]] = {
        "href": Problem("has no href", 'add the key "href" with the address of the link')
    }

    @property
    def written_attributes(self) -> Mapping[str, str | bool]:
        """The attributes of the tag, including the `rel` of a link to a new tab."""
        opens_tab = str(self.attributes.get("target", "")).lower() == NEW_TAB
        return {**self.attributes, **({"rel": "noopener"} if opens_tab and "rel" not in self.attributes else {})}
