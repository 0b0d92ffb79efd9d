"""HTML text and attribute values, for every text that HTML can contain."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from rtpsnippets.web.html import readable_attribute, readable_label
from tests.properties.decoders import decode_references
from tests.properties.strategies import LABEL
from tests.web.test_html import (
    BY_THE_RULE,
)


@pytest.mark.parametrize(("escaped", "by_the_rule"), BY_THE_RULE)
@given(text=LABEL)
def test_escape__follows_the_plain_rule_and_is_read_as_the_text(
    escaped: Callable[[str], str], by_the_rule: Callable[[str], str], text: str
) -> None:
    assert escaped(text) == by_the_rule(text)
    assert decode_references(escaped(text)) == html.unescape(escaped(text)) == text


@given(text=LABEL)
def test_readable_forms__are_read_as_the_text_by_an_html_parser(text: str) -> None:
    page = f'<button title="{readable_attribute(text)}">{readable_label(text)}</button>'
    button = LexborHTMLParser(page).css_first("button")
    assert button is not None
    assert (button.attributes["title"] or "", button.text()) == (text, text)
