"""What stands in an attribute as a browser has it, and where each character of it stands in the source."""

from __future__ import annotations

import pytest

from rtpsnippets.web.charrefs import attribute_value, markup_text, script_text


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("&amp;&lt&quot;&#39;&#x27;&#X27 &#39 &frac12;", "&<\"''' ' ½"),
        # What is none, or none in an attribute.
        ("&notit; &copy=1 &copyx &copy; &x; &;", "&notit; &copy=1 &copyx © &x; &;"),
        # What no number stands for, and the characters of windows-1252.
        ("&#0;&#xD800;&#x110000;&#99999999999999999999999;&#128;&#x81;", "\ufffd\ufffd\ufffd\ufffd€\x81"),
        (f"&#{'0' * 5000}65;&#{'9' * 5000};", "A\ufffd"),
        ("&#1;&#xfffe;", "\x01\ufffe"),
        ("a\r\nb\rc\nd\0\r\r\r\n\0\0", "a\nb\nc\nd\ufffd\n\n\n\ufffd\ufffd"),
        ("&NotEqualTilde;", "\u2242\u0338"),
    ],
)
def test_attribute_value__is_that_of_a_browser(written: str, value: str) -> None:
    assert attribute_value(written).text == value


def test_script_text__has_no_references() -> None:
    assert script_text("&amp;\r\n\r\0").text == "&amp;\n\n\ufffd"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a &lt; b &amp;&amp; c", "a < b && c"),
        # In text, a reference needs no end, and may go on.
        ("'&ampb', '&copy=1', '&notit;', '&x;'", "'&b', '©=1', '¬it;', '&x;'"),
        ("&#60;&#x3c;&#X3C;&#0;", "<<<\ufffd"),
        ("a<!-- b -->c<!-- &lt; <![CDATA[ -->d<!-- e", "acd"),
        ("<![CDATA[a &lt; b <!-- c -->]]> &lt; <![CDATA[d", "a &lt; b <!-- c --> < d"),
        ("//<![CDATA[\r\n&gt;\r//]]>", "//\n&gt;\n//"),
        ("a]]>b\r\nc\0", "a]]>b\nc\ufffd"),
    ],
)
@pytest.mark.parametrize("is_xml", [False, True])
def test_markup_text__is_that_of_a_script_of_svg(written: str, text: str, *, is_xml: bool) -> None:
    assert markup_text(written, is_xml=is_xml).text == text


def test_markup_text__a_number_means_itself_in_xml() -> None:
    assert [markup_text("&#150;", is_xml=is_xml).text for is_xml in (False, True)] == ["\u2013", "\x96"]


def test_markup_text__each_character_stands_where_it_came_from() -> None:
    written = "<!-- x -->a<![CDATA[]]><![CDATA[b\r\n&amp;]]>c&amp;d]]>"
    text = markup_text(written, is_xml=False)
    assert text.text == "ab\n&amp;c&d]]>"
    places = [written[text.place(at)] for at in range(len(text.text))]
    assert "".join(places) == "ab\r&amp;c&d]]>"
    assert text.place(len(text.text)) == len(written)


@pytest.mark.parametrize(
    "written", ["", "abc", "&amp;", "a&amp;b&#39;", "&quot;&quot;x", "\r\n\r\n&NotEqualTilde;&x;\0", "&lt;&lt;\r&lt"]
)
def test_place__each_character_stands_where_it_came_from(written: str) -> None:
    value = attribute_value(written)
    places = [value.place(at) for at in range(len(value.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(written)
    for at, character in enumerate(value.text):
        stood = written[places[at] :]
        assert stood[0] == character or stood[0] in "&\r\0"


def test_place__is_before_and_after_a_reference() -> None:
    value = attribute_value("a&quot;b")
    assert [value.place(at) for at in range(4)] == [0, 1, 7, 8]
