"""The literal and the call: exact bytes, and the rule in its plain form against the form that runs."""

from __future__ import annotations

import json
import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from rtpsnippets import ProblemsError, call, literal
from rtpsnippets.web.javascript import is_safe
from tests.hostile import TEXTS

LETTERS_AND_DIGITS = string.ascii_letters + string.digits
PLAIN = LETTERS_AND_DIGITS + " -.,;!?()/"


def literal_by_the_rule(text: str) -> str:
    """The rule of the literal, word for word as the module says it: the oracle."""
    return "'" + "".join(character if stays(text, at) else escape(character) for at, character in enumerate(text)) + "'"


def escape(character: str) -> str:
    return f"\\u{ord(character):04x}" if character.isascii() else json.dumps(character)[1:-1]


def space_stays(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1] != " "


def hyphen_stays(text: str, at: int) -> bool:
    before, after = beside(text, at)
    is_between_spaces = before == after == " " and space_stays(text, at - 1) and space_stays(text, at + 1)
    return is_between_spaces or (is_in_word(before) and is_in_word(after))


def exclamation_stays(text: str, at: int) -> bool:
    before, after = beside(text, at)
    return is_in_word(before) and after in ("", " ")


def dot_stays(text: str, at: int) -> bool:
    return not text[:at].lower().endswith("www")


def letter_stays(text: str, at: int) -> bool:
    return not (text[:at].endswith("Word") and text[at:].startswith("press"))


def is_in_word(character: str) -> bool:
    return character != "" and character in LETTERS_AND_DIGITS


def beside(text: str, at: int) -> tuple[str, str]:
    return text[:at][-1:], text[at + 1 : at + 2]


def stays(text: str, at: int) -> bool:
    character = text[at]
    if is_in_word(character):
        return letter_stays(text, at)
    if character not in PLAIN:
        return False
    special = {" ": space_stays, "-": hyphen_stays, "!": exclamation_stays, ".": dot_stays}.get(character)
    return beside(text, at)[0] != character and (special is None or special(text, at))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stays as it is.
        ("", "''"),
        ("MyEvent", "'MyEvent'"),
        ("download - example whitepaper", "'download - example whitepaper'"),
        ("a-b, (c); d! e? f/g.", "'a-b, (c); d! e? f/g.'"),
        # The literal itself and the attribute around it.
        ("it's", r"'it\u0027s'"),
        ('"x"', r"'\u0022x\u0022'"),
        ("\\", r"'\u005c'"),
        ("`x`", r"'\u0060x\u0060'"),
        # HTML and XML.
        ("</script>", r"'\u003c/script\u003e'"),
        ("&quot;", r"'\u0026quot;'"),
        # Template engines, short codes, tokens, e-mail obfuscators.
        ("{{ x }}", r"'\u007b\u007b x \u007d\u007d'"),
        ("{% x %}", r"'\u007b\u0025 x \u0025\u007d'"),
        ("${x} #{x}", r"'\u0024\u007bx\u007d \u0023\u007bx\u007d'"),
        ("[[x]]", r"'\u005b\u005bx\u005d\u005d'"),
        ("a@b=c", r"'a\u0040b\u003dc'"),
        # Markdown, emoji, Textile, wikis, UTF-7.
        ("a|b", r"'a\u007cb'"),
        (":x:", r"'\u003ax\u003a'"),
        ("*_~^+", r"'\u002a\u005f\u007e\u005e\u002b'"),
        # Controls, line ends, all beyond ASCII; a surrogate pair beyond U+FFFF.
        ("\x00\n\x7f", r"'\u0000\u000a\u007f'"),
        ("\u2028\ufeffé", r"'\u2028\ufeff\u00e9'"),
        ("\U0001f600", r"'\ud83d\ude00'"),
        # A space or mark that repeats the one before it.
        ("a..b...", r"'a.\u002eb.\u002e\u002e'"),
        ("a//b", r"'a/\u002fb'"),
        ("a   b", r"'a \u0020\u0020b'"),
        # A space at either end.
        (" a ", r"'\u0020a\u0020'"),
        (" ", r"'\u0020'"),
        # A hyphen, unless it is between two letters or digits or between two spaces that stay.
        ("-x-", r"'\u002dx\u002d'"),
        ("a -b- c", r"'a \u002db\u002d c'"),
        ("a--b", r"'a\u002d\u002db'"),
        ("(-x-)", r"'(\u002dx\u002d)'"),
        ("- a", r"'\u002d a'"),
        ("a - ", r"'a \u002d\u0020'"),
        (" - a", r"'\u0020\u002d a'"),
        ("a  - b", r"'a \u0020\u002d b'"),
        ("a - - b", "'a - - b'"),
        # An exclamation mark, but at the end of a word.
        ("Wow! Really!", "'Wow! Really!'"),
        ("!a! b", r"'\u0021a! b'"),
        ("a !b!, c", r"'a \u0021b\u0021, c'"),
        ("(a!)", r"'(a\u0021)'"),
        ("Top 5! 7-8", "'Top 5! 7-8'"),
        # The first and the last of each range, and one between.
        ("A-A Z-Z M-M a-a z-z m-m 0-0 9-9 5-5", "'A-A Z-Z M-M a-a z-z m-m 0-0 9-9 5-5'"),
        ("A! Z! M! a! z! m! 0! 9! 5!", "'A! Z! M! a! z! m! 0! 9! 5!'"),
        # The dot by which a link finder knows a web address; other dots stay.
        ("see www.x.y now", r"'see www\u002ex.y now'"),
        ("WwW.x", r"'WwW\u002ex'"),
        ("ww.w.x.", "'ww.w.x.'"),
        # The word that WordPress rewrites, plain and beside escapes.
        ("Wordpress", r"'Word\u0070ress'"),
        ("Tips for Wordpress users", r"'Tips for Word\u0070ress users'"),
        ("(Wordpresses) MyWordpress!", r"'(Word\u0070resses) MyWord\u0070ress!'"),
        ("'Wordpress\u00e9", r"'\u0027Word\u0070ress\u00e9'"),
        ("WordPress wordpress Word press Wordpres", "'WordPress wordpress Word press Wordpres'"),
    ],
)
def test_literal__has_exactly_these_bytes(text: str, expected: str) -> None:
    assert literal(text) == expected


@given(st.text(alphabet=st.one_of(st.sampled_from(PLAIN + "'\"\\<&{|\n é"), st.characters(exclude_categories=["Cs"]))))
def test_literal__follows_the_rule_in_plain_words(text: str) -> None:
    assert literal(text) == literal_by_the_rule(text)


@pytest.mark.no_cover
def test_literal__of_two_hundred_thousand_texts_follows_the_rule_in_plain_words() -> None:
    chance = random.Random(1)  # noqa: S311 (nothing is kept secret by it)
    words = ("Wordpress", "Word", "press", *" -!.aW1'\u00e9")
    alphabets = (" -!.awW1'\u00e9", words, PLAIN, string.printable + "\x00\x7f\u00e9\u2028\u65e5\U0001f600")
    for at in range(200_000):
        text = "".join(chance.choices(alphabets[at % len(alphabets)], k=chance.randrange(16)))
        assert literal(text) == literal_by_the_rule(text)


@pytest.mark.parametrize("before", ["", "a", "ab"])
def test_literal__a_lone_surrogate_is_refused_with_its_place(before: str) -> None:
    with pytest.raises(ProblemsError) as error:
        literal(f"{before}\ud83d")
    assert str(error.value) == (
        f"contains a lone surrogate (U+D83D) at position {len(before) + 1}\n"
        "    write the whole character, or both surrogates of its pair"
    )


def test_literal__markup_is_taken_as_plain_text() -> None:
    assert literal(Markup("<b>&amp;</b>")) == literal("<b>&amp;</b>")
    assert type(literal(Markup("plain"))) is str


def test_literal__an_overridden_str_method_is_not_asked() -> None:
    class Evil(str):
        __slots__ = ()

        def __str__(self) -> str:
            return "'); alert(1)//"

    assert literal(Evil("good")) == "'good'"


def test_literal__anything_but_a_string_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r"^expected a string, not int$"):
        literal(1)  # type: ignore[arg-type]


def test_call__a_string_is_sent_as_a_string() -> None:
    assert call("MyEvent") == "rtp('send', 'event', { value: 'MyEvent' });"


def test_call__a_list_stays_a_list_also_with_one_value() -> None:
    assert call(["MyEvent"]) == "rtp('send', 'event', { value: ['MyEvent'] });"
    assert call(("a", "b", "c", "d")) == "rtp('send', 'event', { value: ['a', 'b', 'c', 'd'] });"


@pytest.mark.parametrize("values", [[], ["a", "b", "c", "d", "e"]])
def test_call__no_value_and_more_than_four_are_refused(values: list[str]) -> None:
    with pytest.raises(ProblemsError) as error:
        call(values)
    assert str(error.value) == (
        f"a call takes 1 to 4 values, not {len(values)}\n"
        "    use an Event, which sends any number of values in several calls"
    )


def test_call__anything_but_a_string_or_a_sequence_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r"^expected a string or a sequence of strings, not int$"):
        call(1)  # type: ignore[arg-type]


def test_call__keeps_the_invariant_for_every_hostile_text() -> None:
    calls = [call(value) for text in TEXTS for value in (text, [text] * 4)]
    assert [made for made in calls if not is_safe(made)] == []


def test_is_safe__all_other_printable_ascii_is_let_through() -> None:
    printable = {chr(code) for code in range(0x20, 0x7F)}
    assert {character for character in map(chr, range(0x200)) if is_safe(character)} == printable - set('"<>&`')
    assert is_safe("{ } }{")


@pytest.mark.parametrize("character", ['"', "<", ">", "&", "`", "{{", "}}", "\n", "é", "\x7f"])
def test_is_safe__no_character_that_a_reader_acts_on_is_let_through(character: str) -> None:
    assert not is_safe(f"rtp('{character}');")
