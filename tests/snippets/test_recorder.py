"""The recorder as text: the table of the events, its size, and the URL of its bookmark."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from rtpsnippets import Event, ProblemsError, render_recorder
from rtpsnippets.snippets.recorder import bookmarklet, row_of
from tests.hostile import CUT_TEXTS

GO = Event("go", "Go!")


@pytest.mark.parametrize(
    ("event", "row"),
    [
        (GO, "[ 'go', ['Go!'], '', 'click' ]"),
        (Event("go", ["a", "b"], was="c"), "[ 'go', ['a', 'b', 'c'], '', 'click' ]"),
        (Event("go", "it's", selector="a > b", on="after 5s"), r"[ 'go', ['it\u0027s'], 'a \u003e b', 'after 5s' ]"),
    ],
)
def test_row_of__is_what_the_recorder_needs_to_know(event: Event, row: str) -> None:
    assert row_of(event) == row


def test_render_recorder__has_a_row_for_each_event_in_order() -> None:
    other = Event("b", "x")
    table = render_recorder([GO, other]).partition("const events = [\n")[2].partition("\n];\n")[0]
    assert table == f"{row_of(GO)},\n{row_of(other)}"


def test_render_recorder__is_ascii_with_no_comment_no_indentation_and_no_empty_line() -> None:
    script = render_recorder([GO])
    assert script.isascii()
    lines = script.split("\n")
    assert [line for line in lines if not line or line != line.strip() or line.startswith(("/*", "*", "//"))] == []


def test_render_recorder__takes_a_custom_template(tmp_path: Path) -> None:
    (tmp_path / "recorder.js").write_text("{{ events }}; {{ mark }} {{ mark_class }} {{ values_per_call }}")
    assert render_recorder([GO], tmp_path) == f"{row_of(GO)}; data-rtp-event rtp-event-- 4"
    (tmp_path / "recorder.js").write_text("{{ calls }}")
    with pytest.raises(ProblemsError, match="'calls' is undefined"):
        render_recorder([GO], tmp_path)


def test_bookmarklet__decodes_to_the_script() -> None:
    for start in range(0, len(CUT_TEXTS), 20):
        events = [Event(f"go-{at}", text) for at, text in enumerate(CUT_TEXTS[start : start + 20])]
        script = render_recorder(events)
        address = bookmarklet(script)
        assert address is not None
        assert unquote(address.removeprefix("javascript:")) == script
        assert not set('"<>#\n`') & set(address)


def test_bookmarklet__has_room_for_500_events_and_none_for_too_many() -> None:
    events = [Event(f"event-{at}", f"download - example {at}") for at in range(1000)]
    assert bookmarklet(render_recorder(events[:500])) is not None
    assert bookmarklet(render_recorder(events)) is None
