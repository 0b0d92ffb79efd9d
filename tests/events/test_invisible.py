"""Invisible parts of a value are shown: extra spaces, controls, invisible characters, another form of the same text."""

from __future__ import annotations

import json

import pytest

from rtpsnippets.events.invisible import as_json, in_one_line, is_clear
from tests.hostile import TEXTS, shown


@pytest.mark.parametrize(
    "value",
    ["MyEvent", "download - example whitepaper", "日本語", "50% off; |now| <b>", '"X"', "\\n", "caf\u00e9", "😀"],
)
def test_is_clear__what_is_what_it_looks_like(value: str) -> None:
    assert is_clear(value)


@pytest.mark.parametrize(
    ("value", "in_json"),
    [
        # Spaces that are easy to miss; the quotes show them.
        (" x", '" x"'),
        ("x ", '"x "'),
        ("a  b", '"a  b"'),
        # Other spaces, controls, what a terminal acts on.
        ("a\u00a0b", r'"a\u00a0b"'),
        ("a\nb", r'"a\nb"'),
        ("\x1b[31m日", r'"\u001b[31m日"'),
        ("\x85", r'"\u0085"'),
        ("##[error]", r'"#\u0023[error]"'),
        # Invisible, though Python treats some of them as printable.
        ("a\u200bb", r'"a\u200bb"'),
        ("a\u3164b", r'"a\u3164b"'),
        ("\u2764\ufe0f", r'"❤\ufe0f"'),
        ("a\ufe01b", r'"a\ufe01b"'),
        ("a\u180cb", r'"a\u180cb"'),
        ("a\U000e0101", r'"a\udb40\udd01"'),
        ("a\u2800\u2d7f", r'"a\u2800\u2d7f"'),
        ("\U0001107f\U00016fe4\U0001d159", r'"\ud804\udc7f\ud81b\udfe4\ud834\udd59"'),
        ("abc\u202edef", r'"abc\u202edef"'),
        # Another spelling of the same text.
        ("cafe\u0301", r'"cafe\u0301"'),
        ("\u212a", r'"\u212a"'),
    ],
)
def test_as_json__shows_what_is_not_clear(value: str, in_json: str) -> None:
    assert not is_clear(value)
    assert as_json(value) == in_json


def test_as_json__is_read_back_as_the_value() -> None:
    assert [shown(text) for text in TEXTS if json.loads(as_json(text)) != text] == []


@pytest.mark.parametrize(
    ("description", "line"),
    [
        ("What a visitor\n  reads about.\n", "What a visitor reads about."),
        ("👨\u200d👩\u200d👧 日本", "👨\u200d👩\u200d👧 日本"),
        ("a\x00b", r"a\u0000b"),
        ("\n", ""),
    ],
)
def test_in_one_line__has_the_words_of_a_description(description: str, line: str) -> None:
    assert in_one_line(description) == line
