"""The literal and the call, for every text: the plain rule, and what a reader gets from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtpsnippets import ProblemsError, call, literal
from rtpsnippets.web.javascript import is_safe
from tests.properties.decoders import decode_call, decode_literal
from tests.properties.strategies import BROKEN_TEXT, TEXT
from tests.web.test_javascript import literal_by_the_rule

CALL_VALUE = st.one_of(TEXT, st.lists(TEXT, min_size=1, max_size=4))


@given(TEXT)
def test_literal__follows_the_plain_rule(text: str) -> None:
    assert literal(text) == literal_by_the_rule(text)


@given(TEXT)
def test_literal__a_reader_of_code_units_gets_the_text(text: str) -> None:
    assert decode_literal(literal(text)) == text


@given(BROKEN_TEXT)
def test_literal__only_lone_surrogates_are_refused_with_their_index(text: str) -> None:
    halves = [at for at, character in enumerate(text, 1) if "\ud800" <= character <= "\udfff"]
    if not halves:
        assert decode_literal(literal(text)) == text
        return
    with pytest.raises(ProblemsError, match=rf"\(U\+{ord(text[halves[0] - 1]):04X}\) at position {halves[0]}\n"):
        literal(text)


@given(CALL_VALUE)
def test_call__has_no_character_that_a_reader_of_the_page_acts_on(value: str | list[str]) -> None:
    made = call(value)
    assert not set(made) & set('"<>&`#$%@=|*_~^+\n')
    assert made.isascii()
    assert made.isprintable()
    assert "{{" not in made
    assert "}}" not in made
    assert is_safe(made)


@given(CALL_VALUE)
def test_call__sends_the_value_and_a_list_as_a_list(value: str | list[str]) -> None:
    assert decode_call(call(value)) == value
