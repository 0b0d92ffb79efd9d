"""Messages and locations: a message is one line, a key path is exact, and lines are counted as in editors."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from rtpsnippets.display import cut, printable, quoted
from rtpsnippets.errors import Key, Location, Problem, key_path
from rtpsnippets.lines import Lines
from rtpsnippets.suggestions import nearest_to, unknown_key
from tests.properties.strategies import BROKEN_TEXT, TEXT

SHORT_KEYS = st.lists(st.one_of(BROKEN_TEXT, st.integers(0, 99)), max_size=5).map(tuple)
ANY_TEXT = st.one_of(BROKEN_TEXT, TEXT)


@given(ANY_TEXT)
def test_printable__escapes_exactly_what_a_terminal_obeys_or_hides(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    assert printable(shown) == shown
    assert shown == text or not text.isprintable()


@given(ANY_TEXT, ANY_TEXT)
def test_printable__of_two_texts_joined_is_both_joined(before: str, behind: str) -> None:
    assert printable(before + behind) == printable(before) + printable(behind)


@given(ANY_TEXT, ANY_TEXT, SHORT_KEYS, ANY_TEXT, st.none() | st.integers(1))
def test_problem__is_one_line_and_its_hint_another_whatever_they_contain(
    what: str, hint: str, key: Key, file: str, line: int | None
) -> None:
    said = str(Problem(what, hint, key, Location(file, line))).split("\n")
    assert len(said) == (2 if hint else 1)
    assert all(line.isprintable() for line in said)


@given(SHORT_KEYS)
def test_key_path__reads_back_as_the_key(key: Key) -> None:
    assert read_key_path(key_path(key)) == key


def read_key_path(path: str) -> Key:
    """The key of a path: a number in brackets, a plain name, or a name in JSON quotes."""
    key: Key = ()
    while path:
        found = re.match(r'\[([0-9]+)\]|\.?(?:([A-Za-z0-9_-]+)|("(?:[^"\\]|\\.)*"))', path)
        assert found, path
        key = (*key, int(found[1]) if found[1] else found[2] or json.loads(found[3]))
        path = path[found.end() :]
    return key


@given(st.text(max_size=20) | st.text(min_size=50, max_size=80))
def test_quoted__is_short_and_begins_like_the_text(text: str) -> None:
    assert len(quoted(text)) <= 65
    assert text.startswith(cut(text).removesuffix("...")) or text == cut(text)


@given(
    st.text("abel", max_size=6), st.lists(st.sampled_from(["value", "label", "class", "a"]), min_size=1, unique=True)
)
def test_unknown_key__suggests_a_known_one_or_lists_all(key: str, known: list[str]) -> None:
    hint = unknown_key(key, known).hint
    nearest = nearest_to(key, known)
    if nearest is None or nearest == key:
        assert hint == f"known keys: {', '.join(known)}"
    else:
        assert nearest in known
        assert nearest in hint


@given(st.text("a\n\r\u2028\x85\v", max_size=30), st.data())
def test_lines__number_and_column_are_those_that_an_editor_shows(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    lines = Lines(text)
    number, column = lines.number(index), lines.column(index)
    line = text.split("\n")[number - 1]
    assert 1 <= column <= len(line) + 1
    assert sum(len(before) + 1 for before in text.split("\n")[: number - 1]) + column - 1 == index
