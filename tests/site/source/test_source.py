"""What replaces tags and comments, so that the text around them can be read."""

from __future__ import annotations

import pytest

from rtpsnippets.limits import Deadline
from rtpsnippets.site.source.source import FILLER, REMOVED, Spans, source_of


def text_of(written: str, suffix: str = ".html") -> str:
    """The text, with `_` for a character of a tag and `~` for one of a comment."""
    text = source_of(written, suffix, Deadline(60)).text
    assert len(text) == len(written)
    return text.replace(FILLER, "_").replace(REMOVED, "~")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<a {% if b > 3 %}c{% endif %}>", "<a _ ___________ c_ _________>"),
        ("a; {% b %}c {% d %}", "a; ______;c _ _____"),
        ("a; {{ b }}{% c %}", "a; ________ _____"),
        ("{{ a }}b {{ c }}", "______ b _______"),
        ("a; {# b #}{% c %}", "a; ~~~~~~~______;"),
        ("<SCRIPT a>{% b %}c", "<SCRIPT a>______;c"),
        ("<b>{% b %}c", "<b>_ ____ c"),
        ("if (a) { {% b %} } {% c %}", "if (a) { ______; } ______;"),
        ("<{{ a }} b></{{ a }}>", "<x______ b></x______>"),
        ("<?php // a ?>b", "_ __________ b"),
        ("{# a #}", "~~~~~~~"),
    ],
)
def test_text__has_fillers(written: str, text: str) -> None:
    assert text_of(written) == text


def test_text__of_markdown_has_no_tags_in_code() -> None:
    assert text_of("`<b>{{ a }}` {{ c }} [d]", ".md") == "` b>   a }}` _______ [d]"
    assert text_of("`<b>` {{ c }}", ".txt") == "`<b>` _______"


def test_spans__that_overlap_are_one() -> None:
    spans = Spans([(4, 6), (1, 9), (9, 10), (12, 13)])
    assert [at for at in range(15) if spans.has(at)] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 12]
    assert (spans.first_in(0, 2), spans.first_in(2, 10), spans.first_in(2, 9), spans.first_in(13, 99)) == (
        1,
        9,
        None,
        None,
    )
