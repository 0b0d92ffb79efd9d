"""Texts in which nothing is hidden: exact markup, and any text can be told from an escape."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable

import pytest
from markupsafe import Markup

from rtpsnippets.snippets.preview import visible, visible_value
from tests.hostile import TEXTS


def read(markup: str) -> str:
    """The markup as displayed, with the highlighted parts in brackets."""
    return html.unescape(markup.replace("<mark>", "[").replace("</mark>", "]"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("download - example whitepaper", "download - example whitepaper"),
        ("<b> & 'x'", "<b> & 'x'"),
        ("Café 日本語 😀", "Café 日本語 😀"),
        # A backslash of the text isn't marked, so that it is no escape.
        (r"\u200b", r"\u200b"),
        ("a\u200bb", r"a[\u200b]b"),
        ("\x00\x1b\x7f\x85", r"[\u0000][\u001b][\u007f][\u0085]"),
        ("a\r\nb\tc", "a[\\r]\nb\tc"),
        ("\u00a0\u3000\u2028\ufeff", r"[\u00a0][\u3000][\u2028][\ufeff]"),
        # Letters and marks to Python, which no font shows.
        ("\u034f\u115f\u3164\ufe0f\u2800\uffa0", r"[\u034f][\u115f][\u3164][\ufe0f][\u2800][\uffa0]"),
        ("\U000e0041\U000e0100", r"[\udb40\udc41][\udb40\udd00]"),
        ("\ufffe\U0010ffff\ue000", r"[\ufffe][\udbff\udfff][\ue000]"),
        ("  indented  twice ", "  indented  twice "),
    ],
)
def test_visible__shows_what_is_hidden_and_keeps_the_rest(text: str, expected: str) -> None:
    assert read(visible(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b", "a b"),
        (" a", "[ ]a"),
        ("a ", "a[ ]"),
        ("a  b   c", "a[  ]b[   ]c"),
        ("   ", "[   ]"),
        ("a\tb\nc\r", r"a[\t]b[\n]c[\r]"),
        ("a \n", r"a [\n]"),
        ("é \u200b", r"é [\u200b]"),
    ],
)
def test_visible_value__shows_blanks_and_line_ends_too(text: str, expected: str) -> None:
    assert read(visible_value(text)) == expected


@pytest.mark.parametrize("show", [visible, visible_value])
def test_visible__no_text_gets_out_and_each_is_there_in_full(show: Callable[[str], Markup]) -> None:
    for text in TEXTS:
        shown = show(text)
        assert re.sub("</?mark>|&#x[0-9a-f]+;|[A-Za-z0-9 ,\\-\t\n]", "", shown) == ""
        parts = map(html.unescape, re.split("<mark>(.*?)</mark>", shown))
        assert "".join(meant(part) if at % 2 else part for at, part in enumerate(parts)) == text


def meant(marked: str) -> str:
    """The text that a highlighted part stands for; a space stands for itself."""
    text: str = json.loads(f'"{marked}"')
    return text


def test_visible__takes_markup_as_plain_text() -> None:
    assert visible(Markup("<b>")) == "&#x3c;b&#x3e;"
