"""The table as a page: its text is the values, and nothing in it acts. What a browser shows is in tests/pages."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

import pytest

from rtpsnippets import Event, ProblemsError
from rtpsnippets.snippets.tables.html_table import make
from rtpsnippets.snippets.tables.row import row_of
from rtpsnippets.snippets.tables.table import listing
from tests.hostile import TEXTS
from tests.snippets.tables.rows import rows_of, wrong_values


def test_make__every_hostile_text_is_in_the_page() -> None:
    page = make(rows_of(TEXTS))
    assert page.isascii()
    assert wrong_values(page, TEXTS) == []


def test_make__says_what_the_user_needs_of_an_event() -> None:
    page = make([row_of(Event("interests", ["a", "b", "c", "d", "<e>"], description="R & D"))])
    assert '<th scope="row" role="rowheader">interests</th>' in page
    assert page.count('<code class="value" dir="auto">') == 5
    assert '<code class="value" dir="auto">&#x3c;e&#x3e;</code></li>' in page
    assert 'class="calls">2</td>' in page
    assert ">js, script</td>" in page
    assert ">R &#x26; D</td>" in page
    assert "<caption>1 event</caption>" in page


def test_make__json_says_what_a_page_cannot() -> None:
    page = make(rows_of(["\n", "a\u200bb"]))
    assert """<li><span class="json">cannot be shown; as JSON: <code dir="ltr">&#x22;&#x5c;n&#x22;</code>""" in page
    assert 'exact value as JSON: <code dir="ltr">&#x22;a&#x5c;u&#x32;0&#x30;bb&#x22;</code>' in page


def test_make__says_which_values_are_former_and_who_owns_the_event() -> None:
    page = make([row_of(Event("demo", "Demo request", was="Demo", owner="R & D", deprecated="Ends in May."))])
    assert 'dir="auto">Demo</code><span class="former">former value</span></li>' in page
    assert page.count("former value") == 1
    assert "<p>Deprecated: Ends in May.</p><p>Owner: R & D</p></td>" in unescape(page)


def test_make__has_a_column_for_the_pages() -> None:
    page = unescape(make([row_of(Event("a", "x"), {"<b>\udc80.html": ["button"]}), row_of(Event("b", "y"), {})]))
    assert page.count("<th ") == 6 + 2
    assert r'data-label="Pages: " class="description">1 page: <b>\udc80.html (button)</td>' in page
    assert 'class="description">no page</td>' in page
    assert "Pages" not in make(rows_of(["x"]))


def test_make__takes_a_custom_template(tmp_path: Path) -> None:
    own = "{% for event in events %}{{ event.id }}: {{ event.values[0].text }}{% endfor %}"
    (tmp_path / "list.html").write_text(own)
    assert make(rows_of(["<b>"]), tmp_path) == "e0: &#x3c;b&#x3e;\n"
    (tmp_path / "list.html").write_text("{{ event }}")
    with pytest.raises(
        ProblemsError, match="the template fails: 'event' is undefined\n    available variables: events"
    ):
        make(rows_of(["x"]), tmp_path)


def test_json__loses_nothing() -> None:
    events = [Event(f"e{at}", [text, "x"], description=text, was=f"{text}!") for at, text in enumerate(TEXTS)]
    read = json.loads(listing([Event("one", "x"), *events], "json"))
    assert read[0]["value"] == "x"
    found = [(row["value"], row["was"], row["description"]) for row in read[1:]]
    assert found == [([text, "x"], [f"{text}!"], text) for text in TEXTS]
