"""HTML text and attribute values, for every text that HTML can carry."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from hypothesis import given

from rtpsnippets.web.html import escape, escape_text
from tests.properties.decoders import decode_references
from tests.properties.strategies import LABEL
from tests.web.test_html import escape_by_the_rule, stays, stays_in_text


@pytest.mark.parametrize(("escaped", "stays"), [(escape, stays), (escape_text, stays_in_text)])
@given(text=LABEL)
def test_escape__follows_the_rule_in_plain_words_and_is_read_as_the_text(
    escaped: Callable[[str], str], stays: Callable[[str, int], bool], text: str
) -> None:
    assert escaped(text) == escape_by_the_rule(text, stays)
    assert decode_references(escaped(text)) == html.unescape(escaped(text)) == text
