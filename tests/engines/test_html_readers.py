"""HTML parsers on broken HTML, compared with Chromium: why `rtpsnippets.web.tokenizer` reads the pages."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence

import pytest
from playwright.sync_api import Browser

from tests.engines.broken_html import PIECES, mutated
from tests.engines.html_readers import READERS, Found, judged, ours

# A browser drops these outside a table, form or the like; their attributes are harmless then.
_PERHAPS_DROPPED = frozenset(
    (
        *("body", "caption", "col", "colgroup", "form", "frame", "frameset", "head", "html", "image", "input"),
        *("option", "select", "svg", "tbody", "td", "tfoot", "th", "thead", "tr"),
    )
)
_SHARE = 2_000
"""One in so many random pages may be read differently: a tag that a browser drops may end something else."""

Judge = Callable[[Sequence[str]], list[Found]]


@pytest.fixture
def judge(chromium: Browser) -> Iterator[Judge]:
    """Chromium, the reference for what is in pages."""
    with contextlib.closing(chromium.new_page()) as page:
        yield lambda htmls: judged(page, htmls)


def differs(found: Found, right: Found) -> bool:
    """Whether a parser has missed an element or a script, or found one that doesn't exist."""
    more = {name for name, _ in found[0] - right[0]}
    return bool(right[0] - found[0] or found[1] != right[1] or more - _PERHAPS_DROPPED)


def test_tags__are_those_of_chromium_in_every_piece(judge: Judge) -> None:
    assert [html for html, right in zip(PIECES, judge(PIECES), strict=True) if differs(ours(html), right)] == []


def test_tags__are_those_of_chromium_in_random_pages(judge: Judge) -> None:
    pages = list(mutated(6_000, seed=8))
    wrong = [html for html, right in zip(pages, judge(pages), strict=True) if differs(ours(html), right)]
    assert len(wrong) <= len(pages) / _SHARE, wrong


def test_other_readers__are_not_better(judge: Judge) -> None:
    pages = [*PIECES, *mutated(500, seed=8)]
    wrong = dict.fromkeys(READERS, 0)
    for html, right in zip(pages, judge(pages), strict=True):
        for name, read in READERS.items():
            wrong[name] += differs(read(html), right)
    print(f"pages of {len(pages)} that are read differently: {wrong}")
    ours_wrong = wrong.pop("rtpsnippets.web.tokenizer")
    assert ours_wrong < min(wrong.values())
