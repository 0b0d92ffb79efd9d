"""The table as a page: its text is the values, and nothing in it acts. What a browser shows is in tests/pages."""

from __future__ import annotations

import json
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
    events = [Event(f"e{at}", [text, "x"], description=text) for at, text in enumerate(TEXTS)]
    read = json.loads(listing([Event("one", "x"), *events], "json"))
    assert read[0]["value"] == "x"
    assert [(row["value"], row["description"]) for row in read[1:]] == [([text, "x"], text) for text in TEXTS]
