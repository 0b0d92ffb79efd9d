"""The binding, byte for byte: the table of the events, and a user's own template of it."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from rtpsnippets import Event, Link, ProblemsError, render_binding
from rtpsnippets.snippets.binding import row_of
from rtpsnippets.web.javascript import is_safe

GO = Event("go", "Go!")
ROW = "'go': { on: 'click', seconds: 0, selector: '', refresh: false, calls: [ 'Go!' ] }"


@pytest.mark.parametrize(
    ("value", "fields", "expected"),
    [
        ("x", {}, {}),
        (["x"], {}, {"calls": "[ ['x'] ]"}),
        (list("12345"), {}, {"calls": "[ ['1', '2', '3', '4'], ['5'] ]"}),
        ("x", {"refresh": True}, {"refresh": "true"}),
        ("x", {"on": "submit"}, {"on": "'submit'"}),
        ("x", {"on": "visible"}, {"on": "'visible'"}),
        ("x", {"on": "load"}, {"on": "'load'"}),
        ("x", {"on": "after 60s"}, {"on": "'load'", "seconds": "60"}),
        (
            "x",
            {"selector": '.a [href$="}}"]'},
            {"selector": r"'.a \u005bhref\u0024\u003d\u0022\u007d\u007d\u0022\u005d'"},
        ),
        # The function is looked for in any case, and every element of the event is served.
        ("x", {"guard": True}, {}),
        ("x", {"link": Link("Go", {"href": "/x"}), "carrier": "data"}, {}),
    ],
)
def test_row_of__is_what_the_binding_needs_to_know(
    value: str | list[str], fields: dict[str, Any], expected: dict[str, str]
) -> None:
    usual = {"on": "'click'", "seconds": "0", "selector": "''", "refresh": "false", "calls": "[ 'x' ]"}
    row = row_of(Event("a", value, **fields))
    assert row == f"'a': {{ {', '.join(f'{name}: {text}' for name, text in {**usual, **expected}.items())} }}"
    assert is_safe(row)


def test_render_binding__has_a_row_for_each_event_in_order() -> None:
    script = render_binding([GO, Event("b", "x"), Event("a", "x")])
    table = script.partition("var events = {\n")[2].partition("\n};\n")[0]
    assert table == f"{ROW},\n{row_of(Event('b', 'x'))},\n{row_of(Event('a', 'x'))}"


def test_render_binding__looks_for_the_mark() -> None:
    assert "getAttribute.call(node, 'data-rtp-event')" in render_binding([GO])


def test_render_binding__of_no_events_is_an_empty_table() -> None:
    assert "var events = {\n};" in render_binding([])


@pytest.mark.parametrize("events", [[GO], []], ids=["event", "no event"])
def test_render_binding__has_no_comment_no_indentation_and_no_empty_line(events: list[Event]) -> None:
    # WordPress begins a paragraph at an empty line, inside a script too; spaces don't make it less empty.
    lines = render_binding(events).split("\n")
    assert [line for line in lines if not line or line != line.strip() or line.startswith(("/*", "*", "//"))] == []


def test_render_binding__of_ten_events_takes_three_kilobytes_at_most() -> None:
    triggers = ["click", "submit", "visible", "load", "after 60s"] * 2
    events = [
        Event(f"event-{at}", f"download - example {at}", selector=f".nav .item-{at}", on=on)
        for at, on in enumerate(triggers)
    ]
    assert len(gzip.compress(render_binding(events).encode())) <= 3_000


def test_templates__an_own_binding_is_taken(tmp_path: Path) -> None:
    (tmp_path / "binding.js").write_text("var mine = {\n  {{ events }}\n}; // {{ mark }}")
    assert render_binding([GO], tmp_path) == f"var mine = {{\n  {ROW}\n}}; // data-rtp-event"


def test_templates__ours_is_taken_where_there_is_no_own_binding(tmp_path: Path) -> None:
    (tmp_path / "js.js").write_text("{{ calls }}")
    assert render_binding([GO], tmp_path) == render_binding([GO])


@pytest.mark.parametrize("template", ["", "var x = {};", "{{ events | upper }}", "{{ events | forceescape }}"])
def test_templates__a_binding_without_the_table_is_refused(template: str, tmp_path: Path) -> None:
    (tmp_path / "binding.js").write_text(template)
    with pytest.raises(ProblemsError) as error:
        render_binding([GO], tmp_path)
    assert str(error.value) == (
        f"{tmp_path / 'binding.js'}: the binding does not contain all events\n"
        "    write {{ events }} between the braces of an object, without filters"
    )


def test_templates__a_binding_that_fails_says_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "binding.js").write_text("\n{{ calls }}")
    with pytest.raises(ProblemsError) as error:
        render_binding([GO], tmp_path)
    assert str(error.value) == (
        f"{tmp_path / 'binding.js'}:2: the template fails: 'calls' is undefined\n"
        "    available variables: events, mark, mark_class"
    )
