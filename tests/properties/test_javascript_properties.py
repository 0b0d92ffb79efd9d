"""The literal and the call, for every text: what they are made of, and what a reader gets from them."""

from __future__ import annotations

import html
import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtpsnippets import ProblemsError, call, literal
from rtpsnippets.web.javascript import is_safe
from tests.properties.decoders import Seen, decode_call, decode_literal, tokens, units
from tests.properties.strategies import BROKEN_TEXT, MARKS, SCALARS, TEXT

LETTERS_AND_DIGITS = string.ascii_letters + string.digits
NEIGHBOURS_BEFORE, NEIGHBOURS_BEHIND = 3, 2  # the `www` before a dot; the blank behind ` - `, and that it is no end
CALL_VALUE = st.one_of(TEXT, st.lists(TEXT, min_size=1, max_size=4))


@given(TEXT)
def test_literal__is_made_of_the_plain_signs_and_of_escapes(text: str) -> None:
    assert re.fullmatch(r"'(?:[A-Za-z0-9 \-.,;!?()/]|\\u[0-9a-f]{4})*'", literal(text))


@given(TEXT)
def test_literal__a_reader_of_code_units_gets_the_text(text: str) -> None:
    assert decode_literal(literal(text)) == text


@given(st.text(SCALARS))
def test_literal__is_at_most_six_signs_for_a_code_unit_and_two_quotes(text: str) -> None:
    assert units(text) <= len(literal(text)) - 2 <= 6 * units(text)


@given(TEXT, st.sampled_from("'\"\\`<>&{}%#$[]@=|:*_~^+\x00\n\x7f\u2028é"), TEXT)
def test_literal__these_signs_are_escaped_whatever_stands_beside_them(before: str, sign: str, behind: str) -> None:
    assert tokens(literal(before + sign + behind))[len(before)] == f"\\u{ord(sign):04x}"


@given(st.text(MARKS + "aW", max_size=16))
def test_literal__shows_no_sign_twice_in_a_row_and_no_space_at_an_end(text: str) -> None:
    body = literal(text)[1:-1]
    assert not re.search(r"([^A-Za-z0-9\\])\1", body)
    assert body == body.strip(" ")


@given(st.text(" -a.é", max_size=8))
def test_literal__a_hyphen_that_is_shown_joins_two_letters_or_has_a_space_on_both_sides(text: str) -> None:
    for hyphen in re.finditer("-", literal(text)):
        beside = literal(text)[hyphen.start() - 1] + literal(text)[hyphen.end()]
        assert beside == "  " or all(sign in LETTERS_AND_DIGITS for sign in beside)


@given(TEXT, TEXT, st.tuples(*[st.sampled_from("abvxyzABVXYZ059")] * 2))
def test_literal__of_two_texts_joined_between_letters_is_both_literals_joined(
    before: str, behind: str, letters: tuple[str, str]
) -> None:
    before, behind = before + letters[0], letters[1] + behind
    assert literal(before + behind) == literal(before)[:-1] + literal(behind)[1:]


@given(TEXT, TEXT, st.text(MARKS + "awW1<", min_size=6, max_size=16), TEXT, TEXT)
def test_literal__a_sign_looks_the_same_between_the_same_neighbours(
    before: str, behind: str, middle: str, other_before: str, other_behind: str
) -> None:
    def inner(before: str, behind: str) -> list[str]:
        written = tokens(literal(before + middle + behind))[len(before) : len(before) + len(middle)]
        return written[NEIGHBOURS_BEFORE:-NEIGHBOURS_BEHIND]

    assert inner(before, behind) == inner(other_before, other_behind)


@given(st.lists(st.text(LETTERS_AND_DIGITS, min_size=1), min_size=1), st.sampled_from([" ", " - ", "-", ", ", "; "]))
def test_literal__of_plain_words_is_the_words(words: list[str], between: str) -> None:
    text = between.join(words)
    assert literal(text) == f"'{text}'"


@given(BROKEN_TEXT)
def test_literal__half_a_character_and_nothing_else_is_refused_with_its_place(text: str) -> None:
    halves = [at for at, sign in enumerate(text, 1) if "\ud800" <= sign <= "\udfff"]
    if not halves:
        assert decode_literal(literal(text)) == text
        return
    with pytest.raises(ProblemsError, match=rf"\(U\+{ord(text[halves[0] - 1]):04X}\) as character {halves[0]}\n"):
        literal(text)


@given(CALL_VALUE)
def test_call__has_no_sign_that_a_reader_of_the_page_acts_on(value: str | list[str]) -> None:
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


@given(CALL_VALUE)
def test_call__is_read_from_an_attribute_and_from_a_script_as_it_was_written(value: str | list[str]) -> None:
    made = call(value)
    assert html.unescape(made) == made
    assert Seen(f'<b onclick="{made}">').seen == [("<b>", [("onclick", made)])]
    assert Seen(f"<script>{made}</script>").seen == [("<script>", []), ("text", made), ("</script>", None)]
