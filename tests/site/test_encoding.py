"""The text of a file of a site, from its bytes."""

from __future__ import annotations

import pytest

from rtpsnippets.site.encoding import page_text, script_text


@pytest.mark.parametrize(
    ("content", "end"),
    [
        # A byte order mark says more than all else.
        (b"\xef\xbb\xbf<meta charset=latin1>\xc3\xa9", "é"),
        ("\ufeff<p>é".encode("utf-16-le"), "é"),
        ("\ufeff<p>é".encode("utf-16-be"), "é"),
        # What the page says.
        (b"<meta charset=latin1>\xe9", "é"),
        (b"<META CHARSET=' Windows-1251 '>\xe9", "й"),
        (b"<meta http-equiv=Content-Type content='text/html; charset = \"koi8-r\"'>\xca", "й"),
        (b"<?xml version='1.0' encoding=\"iso-8859-2\"?><p>\xb1", "ą"),
        (b"<meta charset=nothing><meta charset=shift_jis>\x93\xfa", "日"),
        (b"<meta charset=utf-16>\xc3\xa9", "é"),
        (b"<meta charset=x-user-defined>\xe9", "é"),
        (b"<meta charset=utf-8>\xe9", "\ufffd"),
        # What says nothing.
        (b"<meta content='charset=koi8-r'>\xc3\xa9", "é"),
        (b"<!-- <meta charset=koi8-r> --></meta charset=koi8-r>\xc3\xa9", "é"),
        (b" " * 1024 + b"<meta charset=koi8-r>\xc3\xa9", "é"),
        (b"<p>\xc3\xa9", "é"),
        (b"<p>\xe9\x80", "é€"),
    ],
)
def test_page_text__is_that_of_a_browser(content: bytes, end: str) -> None:
    assert page_text(content).endswith(end)


def test_page_text__keeps_nul_and_line_ends_and_drops_the_mark() -> None:
    assert page_text(b"\xef\xbb\xbfa\r\nb\rc\0") == "a\r\nb\rc\0"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbf'\xc3\xa9'", "'é'"),
        (b"'\xc3\xa9'", "'é'"),
        (b"'\xe9'", "'é'"),
        (b"'<meta charset=koi8-r>'", "'<meta charset=koi8-r>'"),
        (b"", ""),
    ],
)
def test_script_text__ignores_declarations(content: bytes, text: str) -> None:
    assert script_text(content) == text
