"""HTML text and attribute values, for every text that HTML can carry."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtpsnippets.web.html import escape, escape_text
from tests.hostile import label_form
from tests.properties.decoders import Seen, decode_references
from tests.properties.strategies import LABEL, SCALARS

LONGEST_REFERENCE = len("&#x10ffff;")
both_escapes = pytest.mark.parametrize("escaped", [escape, escape_text])
Escape = Callable[[str], str]


@both_escapes
@given(text=LABEL)
def test_escape__is_made_of_plain_signs_and_of_references(escaped: Escape, text: str) -> None:
    assert re.fullmatch(r"(?:[A-Za-z0-9 ,-]|&#x[0-9a-f]{2,6};)*", escaped(text))


@both_escapes
@given(text=LABEL)
def test_escape__is_read_as_the_text(escaped: Escape, text: str) -> None:
    assert decode_references(escaped(text)) == html.unescape(escaped(text)) == text


@both_escapes
@given(text=st.text(SCALARS))
def test_escape__is_at_most_a_reference_for_each_character(escaped: Escape, text: str) -> None:
    assert len(text) <= len(escaped(text)) <= LONGEST_REFERENCE * len(text)


@both_escapes
@given(text=st.text(" ,-aB1é", max_size=16))
def test_escape__shows_no_sign_twice_none_at_an_end_and_hyphens_in_words_only(escaped: Escape, text: str) -> None:
    shown = re.sub("&#x31;", "1", escaped(text))
    assert not re.search(r"([ ,-])\1|^[ ,-]|[ ,-]\Z|-(?![A-Za-z0-9])|(?<![A-Za-z0-9])-", shown)


@both_escapes
@given(before=LABEL, behind=LABEL, letters=st.tuples(*[st.sampled_from("abcyzABCYZ")] * 2))
def test_escape__of_two_texts_joined_between_letters_is_both_joined(
    escaped: Escape, before: str, behind: str, letters: tuple[str, str]
) -> None:
    before, behind = before + letters[0], letters[1] + behind
    assert escaped(before + behind) == escaped(before) + escaped(behind)


@given(st.text("xX 0129aé,-", max_size=16))
def test_escape_text__leaves_typographers_no_digit_beside_a_letter_and_no_sign_of_multiplication(text: str) -> None:
    shown = re.sub(r"&#x[0-9a-f]+;", "&", escape_text(text))
    assert not re.search(r"[0-9][A-Za-z]|[A-Za-z][0-9]| [xX] ", shown)


@both_escapes
@given(text=LABEL)
def test_escape__what_is_escaped_is_never_taken_for_escaped_already(escaped: Escape, text: str) -> None:
    assert html.unescape(escaped(escaped(text))) == escaped(text)


@given(LABEL, LABEL)
def test_escape__an_html_parser_reads_the_attribute_and_the_text(title: str, label: str) -> None:
    snippet = f'<b title="{escape(title)}">{escape_text(label)}</b>'
    assert Seen(snippet).seen == [("<b>", [("title", title)]), ("text", label), ("</b>", None)]


@given(st.text(SCALARS).map(label_form), st.text(SCALARS).map(label_form))
def test_escape__an_xml_parser_reads_the_attribute_and_the_text(title: str, label: str) -> None:
    element = ET.fromstring(f'<b title="{escape(title)}">{escape_text(label)}</b>')  # noqa: S314 (it is ours)
    assert (element.get("title"), element.text, len(element)) == (title, label, 0)
