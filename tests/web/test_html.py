"""HTML text and attribute values: exact bytes, and the rule in its plain form against the form that runs."""

from __future__ import annotations

import random
import string
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from rtpsnippets.web.html import escape, escape_text

LETTERS_AND_DIGITS = string.ascii_letters + string.digits


def stays(text: str, at: int) -> bool:
    """The rule of a character reference, as the module says it: the oracle."""
    sign, before, after = text[at], text[:at][-1:], text[at + 1 : at + 2]
    if sign in " ,":
        return before not in ("", sign) and after != ""
    if sign == "-":
        return all(beside != "" and beside in LETTERS_AND_DIGITS for beside in (before, after))
    is_rewritten = text[:at].endswith("Word") and text[at:].startswith("press")
    return sign in LETTERS_AND_DIGITS and not is_rewritten


def stays_in_text(text: str, at: int) -> bool:
    sign, before, after = text[at], text[:at][-1:], text[at + 1 : at + 2]
    if sign in string.digits:
        return not any(beside != "" and beside in string.ascii_letters for beside in (before, after))
    if sign in "xX" and (before == after == " " or {before, after} & set(string.digits)):
        return False
    if before + sign + after == "8-O":
        return text[at + 2 :] != "" and text[at + 2] in LETTERS_AND_DIGITS
    return stays(text, at)


def escape_by_the_rule(text: str, stays: Callable[[str, int], bool]) -> str:
    return "".join(sign if stays(text, at) else f"&#x{ord(sign):x};" for at, sign in enumerate(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Download", "Download"),
        ("btn btn-primary", "btn btn-primary"),
        ("PDF, 2 MB", "PDF, 2 MB"),
        # HTML itself.
        ("<b>&\"'", "&#x3c;b&#x3e;&#x26;&#x22;&#x27;"),
        # Typographers, short codes, emoji, links, Markdown.
        ("a--b -c...", "a&#x2d;&#x2d;b &#x2d;c&#x2e;&#x2e;&#x2e;"),
        (":x: [x] *x* x_y", "&#x3a;x&#x3a; &#x5b;x&#x5d; &#x2a;x&#x2a; x&#x5f;y"),
        # White space that collapses or is trimmed, and commas that a typographer joins.
        (" a  b ", "&#x20;a &#x20;b&#x20;"),
        ("a,,b,", "a,&#x2c;b&#x2c;"),
        # The word that WordPress rewrites.
        ("Wordpress", "Word&#x70;ress"),
        ("For Wordpresses, MyWordpress", "For Word&#x70;resses, MyWord&#x70;ress"),
        ("WordPress, wordpress, Word press, Wordpres", "WordPress, wordpress, Word press, Wordpres"),
        # All beyond ASCII, whatever the page's charset.
        ("é\u2028\U0001f600", "&#xe9;&#x2028;&#x1f600;"),
    ],
)
def test_escape__has_exactly_these_bytes(text: str, expected: str) -> None:
    assert escape(text) == expected


@given(st.text(alphabet=st.one_of(st.sampled_from(" ,-a1<&\"'é"), st.characters(exclude_categories=["Cs"]))))
def test_escape__follows_the_rule_in_plain_words(text: str) -> None:
    assert escape(text) == escape_by_the_rule(text, stays)


@pytest.mark.no_cover
@pytest.mark.parametrize(("escaped", "stays"), [(escape, stays), (escape_text, stays_in_text)])
def test_escape__of_a_hundred_thousand_texts_follows_the_rule_in_plain_words(
    escaped: Callable[[str], str], stays: Callable[[str, int], bool]
) -> None:
    chance = random.Random(1)  # noqa: S311 (nothing is kept secret by it)
    words = ("8-O", "Wordpress", "Word", "press", *" -aO1")
    alphabets = (" ,-aax1", words, LETTERS_AND_DIGITS + " -", string.printable + "\u00e9\u65e5")
    for at in range(100_000):
        text = "".join(chance.choices(alphabets[at % len(alphabets)], k=chance.randrange(12)))
        assert escaped(text) == escape_by_the_rule(text, stays)


def test_escape__markup_is_taken_as_plain_text() -> None:
    assert escape(Markup("<b>")) == "&#x3c;b&#x3e;"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PDF, 2 MB", "PDF, 2 MB"),
        ("1st 2nd", "&#x31;st &#x32;nd"),
        ("2x4, 2 x 4, 10X", "&#x32;&#x78;&#x34;, 2 &#x78; 4, 1&#x30;&#x58;"),
        ("MP3", "MP&#x33;"),
        ("X-ray x", "X-ray x"),
        ("Wordpress", "Word&#x70;ress"),
        # A smiley, and what only begins as it does.
        ("8-O, 8-O 18-O", "8&#x2d;O, 8&#x2d;O 18&#x2d;O"),
        ("8-OK 8-o", "8-OK 8-o"),
        ("9-O", "9-O"),
    ],
)
def test_escape_text__has_exactly_these_bytes(text: str, expected: str) -> None:
    assert escape_text(text) == expected


@given(st.text(alphabet=" ,-a1xX28Oé"))
def test_escape_text__follows_the_rule_in_plain_words(text: str) -> None:
    assert escape_text(text) == escape_by_the_rule(text, stays_in_text)
