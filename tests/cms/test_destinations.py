"""What each destination recommends sends every value exactly, after the real target has had it, at a real click."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import cycle

import pytest
from _pytest.mark import ParameterSet

from rtpsnippets.snippets.destinations import DESTINATIONS
from tests.cms.forms import FORMS, Make, button_block, event_of
from tests.cms.pages import open_content
from tests.cms.rows import BY_NAME
from tests.cms.target import Workshop
from tests.pages.visitor import Visitor, sent

VALUES = (
    "MyEvent",
    "download - example whitepaper",
    "What's new?",
    'Q&A: "Pricing"',
    "50% off",
    "Price: $1,299.00",
    "Caf\u00e9 \u2013 d\u00e9mo",
    "資料ダウンロード",
    "Tips for Wordpress users",
    "😀",
    "👨\u200d👩\u200d👧\u200d👦",
    '"',
    "'",
    "\\",
    "\\n",
    "\\u0027",
    "&",
    "&quot;",
    "&amp;amp;",
    "<b>x</b>",
    "</script>",
    "<!--",
    "]]>",
    "{{ x }}",
    "[gallery]",
    "%s",
    " x ",
    "a  b",
    "a\nb",
    "\u2028rtp()",
)

_ADDRESSES = tuple(
    name
    for name, target in BY_NAME.items()
    if not name.startswith("WordPress") and target.results["data link"] != "exact"
)
"""The targets of which the table recommends nothing but an ordinary link."""

_PLACES: Mapping[str, tuple[str, ...]] = {
    "wordpress": (
        "WordPress, Custom HTML block, author",
        "WordPress, Custom HTML block, administrator",
        "WordPress, Classic editor, author",
        "WordPress, Classic editor, administrator",
        "WordPress, Classic editor after the Visual tab, author",
        "WordPress, Classic editor after the Visual tab, administrator",
    ),
    # The block is a part of the post.
    "wordpress-button": (
        "WordPress, Classic editor, author",
        "WordPress, Classic editor, administrator",
    ),
    "tinymce": ("TinyMCE 8", "TinyMCE 7", "TinyMCE 5"),
    "ckeditor": ("CKEditor 5 with HTML embed", "CKEditor 5 with General HTML Support (`data-*`, classes)"),
    "wagtail": ("Wagtail, `RawHTMLBlock`",),
    "ghost": ("Ghost, HTML card",),
    "django-cms": ("django CMS text, its sanitizer",),
    "plain-links": _ADDRESSES,
}
"""The targets of each destination; the first is the one that every run looks at."""

_MAKES: Mapping[str, tuple[Make, ...]] = {
    "inline": (FORMS["inline button"], FORMS["inline link"]),
    "data": (FORMS["data button"], FORMS["data link"]),
    "link": (FORMS["data link"],),
    "class": (button_block,),
    "address": (FORMS["plain link"],),
}


def _places() -> Iterator[ParameterSet]:
    for destination, names in _PLACES.items():
        for at, name in enumerate(names):
            yield pytest.param(destination, name, marks=[pytest.mark.sampled] if at else [])


def test_values__are_thirty_texts_of_our_tests() -> None:
    assert len(set(VALUES)) == 30


def test_destinations__each_has_a_target() -> None:
    assert set(_PLACES) == set(DESTINATIONS)


@pytest.mark.parametrize(("destination", "name"), [*_places()])
def test_destination__recommends_what_sends_every_value(
    visitor: Visitor, workshop: Workshop, destination: str, name: str
) -> None:
    makes = cycle(_MAKES[DESTINATIONS[destination].form])
    labels = [f"Get file {number}" for number in range(len(VALUES))]
    events = [
        event_of(f"file-{at}", value, label) for at, (value, label) in enumerate(zip(VALUES, labels, strict=True))
    ]
    pasted = [make(event) for make, event in zip(makes, events, strict=False)]
    source = "\n".join(each.html if make_is_block(each.html) else f"<p>{each.html}</p>" for each in pasted)
    (kept,) = BY_NAME[name].keep([source], workshop)
    open_content(visitor, kept, [each.event for each in pasted])
    for label in labels:
        visitor.tab.get_by_text(label, exact=True).click()
    assert visitor.calls == sent(*VALUES)


def make_is_block(html: str) -> bool:
    return html.startswith("<!--")
