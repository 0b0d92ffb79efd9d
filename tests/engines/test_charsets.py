"""Pages in legacy charsets with CRLF line ends: the snippets arrive, and so does the text around them."""

from __future__ import annotations

import pytest

from tests.engines.cases import GUARDED, MARKED, PLAIN, case_of
from tests.engines.driver import Driver
from tests.engines.mismatches import report
from tests.engines.snippet_pages import Kind, mismatches
from tests.engines.web_site import Page
from tests.hostile import TEXTS

_CONTENT_TYPES = ("text/html", "application/xhtml+xml")

_TEXTS = {
    "iso-8859-1": "Größe ¿qué? Ñandú £",
    "windows-1252": "„Œuvre“ – 5 € … ™ Žižek",  # noqa: RUF001 (a dash of this charset)
    # The second byte of these is a backslash, a bar, a brace or a tilde in ASCII.
    "shift_jis": "ソ表能十予 ポボマミ 資料ダウンロード ｶﾅ",
}
"""The text before each snippet, by the charset of the page; its bytes differ between charsets."""

_every_page = pytest.mark.parametrize("content_type", _CONTENT_TYPES)
_every_charset = pytest.mark.parametrize("charset", _TEXTS)


def _kind_of(content_type: str, charset: str) -> Kind:
    return Kind(content_type, charset, f"\n{_TEXTS[charset]}\n", "\r\n")


@_every_page
@_every_charset
@pytest.mark.parametrize("output", PLAIN)
def test_render__every_hostile_text_arrives_in_legacy_charsets(
    driver: Driver, output: str, charset: str, content_type: str
) -> None:
    cases = [case_of(text, output, "in a list") for text in TEXTS if len(text) < 1000]
    found = mismatches(driver, cases, _kind_of(content_type, charset))
    assert not found, report(found)
    assert driver.console() == []


@_every_page
@_every_charset
@pytest.mark.parametrize("output", [*GUARDED, *MARKED])
def test_render__every_third_text_arrives_there_with_a_guard_and_by_the_binding(
    driver: Driver, output: str, charset: str, content_type: str
) -> None:
    cases = [case_of(text, output, "in a list") for text in TEXTS[::3] if len(text) < 1000]
    found = mismatches(driver, cases, _kind_of(content_type, charset))
    assert not found, report(found)
    assert driver.console() == []


@_every_page
@_every_charset
def test_render__a_page_in_another_charset_than_it_declares_is_noticed(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, charset: str, content_type: str
) -> None:
    monkeypatch.setattr(Page, "body", property(lambda page: page.text.encode()))
    found = mismatches(driver, [case_of("x", "button")], _kind_of(content_type, charset))
    driver.console()
    assert "text and comments between elements" in {mismatch.what for mismatch in found}, report(found)
