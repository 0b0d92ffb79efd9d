"""The corpus contains what can fool a reader."""

from __future__ import annotations

import unicodedata

from tests.hostile import LONG, TEXTS, address_form, class_form, data_form, html_form, label_form

_REQUIRED = [
    *("'", '"', "`", "\\", "</script>", "<!--", "-->", "]]>", "&quot;", "&#39;", "{{ x }}", "{% x %}", "${x}", "#{x}"),
    *("<%= x %>", "<?php", "[[x]]", "[x]", "*x*", "|", "@", "\u2028", "\u2029", "\0", "\ufeff", "\u200f", "\u202e"),
    *("javascript:", "%s", " x", "x ", "\n", "\r\n", "a\\"),
]


def test_texts__none_is_a_stray_character_of_a_text_taken_apart() -> None:
    # `*("abc")` in a group would give "a", "b" and "c": single letters are a mistake, except this one.
    assert [text for text in TEXTS if len(text) == 1 and text.isascii() and text.isalnum()] == ["x"]


def test_texts__contain_what_every_engine_must_be_given() -> None:
    assert set(_REQUIRED) <= set(TEXTS)


def test_texts__contain_every_control_character() -> None:
    controls = {chr(point) for point in (*range(0x20), *range(0x7F, 0xA0))}
    assert controls <= set("".join(TEXTS))
    assert all(unicodedata.category(control) == "Cc" for control in controls)


def test_texts__contain_long_texts() -> None:
    assert max(map(len, TEXTS)) == LONG == 10_000


def test_forms__remove_only_what_html_cannot_carry_or_a_library_acts_on() -> None:
    assert [form("{{{ <b> \\u0041 a < b") for form in (html_form, label_form, data_form)] == [
        "{{{ <b> \\u0041 a < b",
        "{ { { <b> \\u0041 a < b",
        "{ { { < b> \\ u0041 a < b",
    ]
    assert label_form("\x00 a\tb\u0085\ufffe\uffff\ufdd0\u2028\U0001ffff ") == " ab\u2028 "
    assert label_form("\n") == "nothing is left"
    assert class_form("ng-{{ ngo") == "ng -{ { ngo"
    assert address_form('{{ "a" }}') == "{ { %22a%22 }}"
