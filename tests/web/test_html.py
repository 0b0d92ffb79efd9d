"""HTML text and attribute values: exact bytes, and the rule in its plain form against the form that runs."""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from functools import partial
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from rtpsnippets.web.html import escape, escape_text, readable_attribute, readable_label

LETTERS_AND_DIGITS = string.ascii_letters + string.digits


def stays(text: str, at: int) -> bool:
    """The rule of a character reference, as the module says it: the oracle."""
    character, before, after = text[at], text[:at][-1:], text[at + 1 : at + 2]
    if character in " ,":
        return before not in ("", character) and after != ""
    if character == "-":
        return all(beside != "" and beside in LETTERS_AND_DIGITS for beside in (before, after))
    is_rewritten = text[:at].endswith("Word") and text[at:].startswith("press")
    return character in LETTERS_AND_DIGITS and not is_rewritten


def stays_in_text(text: str, at: int) -> bool:
    character, before, after = text[at], text[:at][-1:], text[at + 1 : at + 2]
    if character in string.digits:
        return not any(beside != "" and beside in string.ascii_letters for beside in (before, after))
    if character in "xX" and (before == after == " " or {before, after} & set(string.digits)):
        return False
    if before + character + after == "8-O":
        return text[at + 2 :] != "" and text[at + 2] in LETTERS_AND_DIGITS
    return stays(text, at)


def is_word(character: str) -> bool:
    return character != "" and character in LETTERS_AND_DIGITS


def stays_in_readable_attribute(text: str, at: int) -> bool:
    character, before, after = text[at], text[:at][-1:], text[at + 1 : at + 2]
    if character in "./()":
        return True
    if character in "?=#":
        return before != character
    if character == ":":
        return is_word(before)
    if character == "!":
        return is_word(before) and after in ("", " ")
    if character in "_+%":
        return is_word(before) and is_word(after)
    return stays(text, at)


def stays_in_readable_label(text: str, at: int) -> bool:
    character, before, after = text[at], text[:at][-1:], text[at + 1 : at + 2]
    if character in "?!:":
        return is_word(before) and after in ("", " ")
    if character == ".":
        return is_word(before) and (after == "" or (before in string.digits and after in string.digits))
    if character == "(":
        return before == " " and is_word(after) and len(text[at + 2 : at + 4]) == 2 and ")" not in text[at + 2 : at + 4]
    if character == ")":
        return after == "" and at >= 2 and is_word(before) and is_word(text[at - 2])
    return stays_in_text(text, at)


def escape_by_the_rule(text: str, stays: Callable[[str, int], bool], ampersand: str = "&#x26;") -> str:
    written = {"&": ampersand}
    return "".join(
        character if stays(text, at) else written.get(character, f"&#x{ord(character):x};")
        for at, character in enumerate(text)
    )


def readable_attribute_by_the_rule(text: str) -> str:
    return escape_by_the_rule(text, stays_in_readable_attribute, "&amp;")


def readable_label_by_the_rule(text: str) -> str:
    return escape_by_the_rule(text, stays_in_readable_label)


BY_THE_RULE = [
    (escape, partial(escape_by_the_rule, stays=stays)),
    (escape_text, partial(escape_by_the_rule, stays=stays_in_text)),
    (readable_attribute, readable_attribute_by_the_rule),
    (readable_label, readable_label_by_the_rule),
]
"""Each function that escapes, and the same by its rule in plain words."""


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
@pytest.mark.parametrize(("escaped", "by_the_rule"), BY_THE_RULE)
def test_escape__of_a_hundred_thousand_texts_follows_the_rule_in_plain_words(
    escaped: Callable[[str], str], by_the_rule: Callable[[str], str]
) -> None:
    chance = random.Random(1)  # noqa: S311 (nothing is kept secret by it)
    words = ("8-O", "Wordpress", "Word", "press", *" -aO1")
    alphabets = (
        *(" ,-aax1", words, LETTERS_AND_DIGITS + " -", string.printable + "\u00e9\u65e5"),
        *(" .?!:%()a1X", " ,-./:?=#!()_+%@&;a1"),
    )
    for at in range(100_000):
        text = "".join(chance.choices(alphabets[at % len(alphabets)], k=chance.randrange(12)))
        assert escaped(text) == by_the_rule(text)


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "https://example.com/files/white_paper-2.pdf?from=site#top",
            "https://example.com/files/white_paper-2.pdf?from=site#top",
        ),
        ("../x/?a=1&b=2", "../x/?a=1&amp;b=2"),
        ("White%20Paper(1).pdf", "White%20Paper(1).pdf"),
        ("mailto:info@example.com", "mailto:info&#x40;example.com"),
        ("New: 100% free!", "New: 100&#x25; free!"),
        # HTML itself.
        ("<b>\"'`", "&#x3c;b&#x3e;&#x22;&#x27;&#x60;"),
        # WordPress decodes this reference twice for authors.
        ("?a=1&copy;", "?a=1&amp;copy&#x3b;"),
        # Textile.
        ("_blank a_ -b +c d% %e @f", "&#x5f;blank a&#x5f; &#x2d;b &#x2b;c d&#x25; &#x25;e &#x40;f"),
        ("a::b !c!d a!!", "a:&#x3a;b &#x21;c&#x21;d a&#x21;&#x21;"),
        ("a==b ??", "a=&#x3d;b ?&#x3f;"),
        ("*a* ~b~ ^c", "&#x2a;a&#x2a; &#x7e;b&#x7e; &#x5e;c"),
        # Jinja2, Python-Markdown, short codes.
        ("##", "#&#x23;"),
        ("[x](y) $x$", "&#x5b;x&#x5d;(y) &#x24;x&#x24;"),
        ("{x}|\\", "&#x7b;x&#x7d;&#x7c;&#x5c;"),
        # As in every form.
        (" a  b ", "&#x20;a &#x20;b&#x20;"),
        ("Wordpress", "Word&#x70;ress"),
        ("é", "&#xe9;"),
    ],
)
def test_readable_attribute__has_exactly_these_bytes(text: str, expected: str) -> None:
    assert readable_attribute(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Download (PDF, 2 MB)", "Download (PDF, 2 MB)"),
        ("Book a demo!", "Book a demo!"),
        ("What's new?", "What&#x27;s new?"),
        ("Save today: plan 2.5, now.", "Save today: plan 2.5, now."),
        # Textile, where a span of its author begins before the snippet.
        ("Save 20% or 50%", "Save 20&#x25; or 50&#x25;"),
        # HTML itself; and typogrify, which puts an element around `&amp;`.
        ("<b> & x", "&#x3c;b&#x3e; &#x26; x"),
        # Textile, to which the end of a reference is no letter.
        # Typographers.
        ("(c) (tm) x(c)", "&#x28;c&#x29; &#x28;tm&#x29; x&#x28;c&#x29;"),
        ("x (tm)", "x &#x28;tm)"),
        ("a... 1/2", "a&#x2e;&#x2e;&#x2e; 1&#x2f;2"),
        ("a!! ?!", "a&#x21;&#x21; &#x3f;&#x21;"),
        # Link finders, emoji.
        ("example.com www.1", "example&#x2e;com www&#x2e;1"),
        ("https://x #1", "https&#x3a;&#x2f;&#x2f;x &#x23;1"),
        (":x: a :) 8)", "&#x3a;x: a &#x3a;&#x29; 8&#x29;"),
        # Lists and abbreviations of pandoc.
        ("1. x", "1&#x2e; x"),
        ("a) Dr. X", "a&#x29; Dr&#x2e; X"),
        ("(a) x", "&#x28;a&#x29; x"),
        # As in every form.
        ("1st", "&#x31;st"),
        ("2 x 4, 2x4", "2 &#x78; 4, &#x32;&#x78;&#x34;"),
        ("8-O", "8&#x2d;O"),
        ("Wordpress", "Word&#x70;ress"),
    ],
)
def test_readable_label__has_exactly_these_bytes(text: str, expected: str) -> None:
    assert readable_label(text) == expected


def test_readable_forms__markup_is_taken_as_plain_text() -> None:
    assert readable_attribute(Markup("&lt;")) == "&amp;lt&#x3b;"
    assert readable_label(Markup("&lt;")) == "&#x26;lt&#x3b;"


@given(st.text(alphabet=" ,-./:?=#!()_+%@&;a1é"))
def test_readable_attribute__follows_the_rule_in_plain_words(text: str) -> None:
    assert readable_attribute(text) == readable_attribute_by_the_rule(text)


@given(st.text(alphabet=" ,-.:?!()%a1xé"))
def test_readable_label__follows_the_rule_in_plain_words(text: str) -> None:
    assert readable_label(text) == readable_label_by_the_rule(text)


@pytest.mark.parametrize(
    ("name", "readable", "least"), [("labels", readable_label, 0.95), ("addresses", readable_attribute, 0.95)]
)
def test_readable_forms__leave_nearly_all_characters_of_everyday_texts(
    name: str, readable: Callable[[str], str], least: float
) -> None:
    texts = (Path(__file__).parent / f"everyday_{name}.txt").read_text("utf-8").splitlines()
    written = [readable(text) for text in texts]
    assert [unescape(text) for text in written] == texts
    assert len(texts) == 100
    assert 1 - sum(text.count("&") for text in written) / sum(map(len, texts)) >= least
