"""Every hostile text in real browsers: as value, label and attribute, in every output, in HTML and in XHTML."""

from __future__ import annotations

import contextlib
import json
import re
from itertools import cycle, islice

import pytest
from playwright.sync_api import Browser

from tests.engines.cases import GUARDED, MARKED, OUTPUTS, PLAIN, SHAPES, Shape, case_of
from tests.engines.driver import Driver, snippet_site
from tests.engines.lost_escapes import lose_escape
from tests.engines.mismatches import report
from tests.engines.snippet_pages import KINDS, mismatches, publish
from tests.hostile import GROUPS, TEXTS, label_form


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("output", PLAIN)
@pytest.mark.parametrize("shape", SHAPES)
def test_render__every_hostile_text_arrives(any_driver: Driver, shape: Shape, output: str, kind: str) -> None:
    found = mismatches(any_driver, [case_of(text, output, shape) for text in TEXTS], KINDS[kind])
    assert not found, report(found)
    assert any_driver.console() == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("output", [*GUARDED, *MARKED])
def test_render__every_hostile_text_arrives_with_a_guard_and_by_the_binding(
    any_driver: Driver, output: str, kind: str
) -> None:
    cases = [case_of(text, output, shape) for text, shape in zip(TEXTS, cycle(SHAPES), strict=False)]
    found = mismatches(any_driver, cases, KINDS[kind])
    assert not found, report(found)
    assert any_driver.console() == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("output", OUTPUTS)
def test_render__one_snippet_has_a_page_to_itself(any_driver: Driver, output: str, kind: str) -> None:
    cases = [case_of(texts[0], output) for texts in islice(GROUPS.values(), 0, None, 8)]
    found = mismatches(any_driver, cases, KINDS[kind], a_page=1)
    assert not found, report(found)
    assert any_driver.console() == []


_ELEMENTS = ("button", "link", *MARKED)

# What each character does if it isn't escaped: the place of the text, the character, the output, the kind of page, and
# the part of the page that shows it. They prove that the check above can fail: an escape whose loss no test notices
# might as well not exist.
_LOST_ESCAPES: list[tuple[str, str, str, str, str]] = [
    # ends the literal
    *(("value", "'", output, kind, "errors") for output in (*PLAIN, *GUARDED, *MARKED) for kind in KINDS),
    # swallows the quote, or is an escape itself
    *(("value", "\\", output, kind, "errors") for output in (*PLAIN, MARKED[0]) for kind in KINDS),
    # a literal has one line; the binding is rejected
    *(("value", "\n", output, kind, "errors") for output in ("js", "script") for kind in KINDS),
    *(("value", "\r", output, kind, "errors") for output in ("js", "script") for kind in KINDS),
    # XML turns a line end in an attribute into a space; HTML keeps it
    ("value", "\n", "button", "html", "errors"),
    ("value", "\n", "button", "xhtml", "calls"),
    # ends the attribute
    *(("value", '"', output, kind, "calls") for output in ("button", "link", "guarded link") for kind in KINDS),
    # a reference: `&quot;` is decoded in an attribute, and in XML also in a script
    *(("value", "&", output, kind, "calls") for output in ("button", "link", "guarded link") for kind in KINDS),
    ("value", "&", "script", "xhtml", "calls"),
    # `</script>` ends the script; in XML a `<` is allowed neither in text nor in an attribute
    ("value", "<", "script", "html", "errors"),
    ("value", "<", "script", "xhtml", "elements"),
    ("value", "<", "button", "xhtml", "elements"),
    # HTML turns NUL into U+FFFD; XML does not allow it
    ("value", "\0", "script", "html", "calls"),
    ("value", "\0", "button", "xhtml", "elements"),
    # begins an element, a reference; ends the attribute
    *(("label", "<", output, kind, "elements") for output in _ELEMENTS for kind in KINDS),
    *(("label", char, output, kind, "senders") for char in '"&' for output in _ELEMENTS for kind in KINDS),
    *(("id", char, output, kind, "senders") for char in '"&' for output in ("button", "link") for kind in KINDS),
]


@pytest.mark.parametrize("lost", _LOST_ESCAPES, ids="-".join)
def test_render__a_lost_escape_is_noticed(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, lost: tuple[str, str, str, str, str]
) -> None:
    place, character, output, kind, what = lost
    lose_escape(monkeypatch, place, character)
    without = [text for text in TEXTS if character not in text][:12]
    with_it = [text for text in TEXTS if character in text and len(text) < 100][:12]
    found = mismatches(driver, [case_of(text, output) for text in without + with_it], KINDS[kind], a_page=12)
    driver.console()
    assert what in {mismatch.what for mismatch in found}, report(found)
    blamed = [case.text for mismatch in found for case in mismatch.cases]
    assert all(character in text for text in blamed), report(found)


@pytest.mark.parametrize("kind", KINDS)
def test_render__a_real_click_sends_the_event(chromium: Browser, kind: str) -> None:
    texts = ['it\'s "x" & <b>', "</script>&quot;\\", "\u2028{{ x }}", "資料ダウンロード 😀", "\u202e%s`$&|@"]
    with snippet_site() as site, contextlib.closing(chromium.new_page()) as page:
        page.goto(site.url(publish(site, [case_of(text, "button") for text in texts], KINDS[kind])))
        for text in texts:
            page.locator("button", has_text=re.compile(f"^{re.escape(label_form(text))}$")).click()
        calls = json.loads(page.evaluate("JSON.stringify(calls)"))
    assert calls == [["send", "event", {"value": text}] for text in texts]


def test_render__a_button_in_a_form_sends_the_event_and_not_the_form(chromium: Browser) -> None:
    with snippet_site() as site, contextlib.closing(chromium.new_page()) as page:
        address = site.url(publish(site, [case_of("x", "button")], KINDS["html"]))
        page.goto(address)
        page.evaluate("""() => {
            const form = document.createElement('form');
            form.action = '/sent';
            form.append(document.querySelector('button'));
            document.body.append(form);
        }""")
        page.locator("button").click()
        assert page.url == address
        assert page.evaluate("calls") == [["send", "event", {"value": "x"}]]
