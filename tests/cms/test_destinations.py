"""What is recommended for each destination sends every value exactly on a real click, after the real target."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle

import pytest

from rtpsnippets.snippets.destinations import DESTINATIONS
from tests.cms.forms import FORMS, Make, button_block, event_of, link_without_button
from tests.cms.pages import open_content
from tests.cms.rows import BY_NAME, PLACES
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

_MAKES: Mapping[str, tuple[Make, ...]] = {
    "inline": (FORMS["inline button"], FORMS["inline link"]),
    "data": (FORMS["data button"], FORMS["data link"]),
    "link": (link_without_button,),
    "class": (button_block,),
    "address": (FORMS["plain link"],),
}


# The first target of a destination runs every time.
_CASES = [
    pytest.param(destination, name, marks=[pytest.mark.sampled] if at else [])
    for destination, names in PLACES.items()
    for at, name in enumerate(names)
]


def test_values__are_thirty() -> None:
    assert len(set(VALUES)) == 30


def test_destinations__each_has_a_target() -> None:
    assert set(PLACES) == set(DESTINATIONS)


@pytest.mark.parametrize(("destination", "name"), _CASES)
def test_destination__recommends_what_sends_every_value(
    visitor: Visitor, workshop: Workshop, destination: str, name: str
) -> None:
    makes = cycle(_MAKES[DESTINATIONS[destination].form])
    labels = [f"Get file {at}" for at, _ in enumerate(VALUES)]
    events = [event_of(f"file-{at}", value, labels[at]) for at, value in enumerate(VALUES)]
    pasted = [make(event) for make, event in zip(makes, events, strict=False)]
    (kept,) = BY_NAME[name].keep(["\n".join(each.html for each in pasted)], workshop)
    open_content(visitor, kept, [each.event for each in pasted])
    for label in labels:
        visitor.tab.get_by_text(label, exact=True).click()
    assert visitor.calls == sent(*VALUES)
