"""`rtpsnippets show`: snippets on standard output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.events import Run


def test_show__prints_the_button_of_an_event_or_else_its_script(events: Run) -> None:
    done = events("show")
    assert done.returncode == 0
    script, button, end = done.stdout.split("\n")
    assert script == "<script>rtp('send', 'event', { value: 'MyEvent' });</script>"
    assert button.startswith('<button id="nine" type="button" onclick="')
    assert end == ""


def test_show__takes_files_and_ids_in_any_order(events: Run) -> None:
    Path("more.json").write_text('{"events": {"more": {"value": "More"}}}')
    done = events("show", "more", "./events.toml", "my-event", "more.json", "--format", "js")
    assert done.stdout == "rtp('send', 'event', { value: 'More' });\nrtp('send', 'event', { value: 'MyEvent' });\n"


@pytest.mark.parametrize("name", ["./no", "folder/no", "no.toml", ".toml"])
def test_show__an_argument_with_a_dot_or_a_slash_is_a_file(name: str, events: Run) -> None:
    assert f"{name}: no such file" in events("show", name).stderr


def test_show__a_format_is_for_the_events_that_have_it(events: Run) -> None:
    assert events("show", "--format", "button").stdout.count("<button") == 1
    done = events("show", "my-event", "--format", "button")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith('the event "my-event" has no button\n    give it the key "button"')


def test_show__json_holds_every_format_of_every_event(events: Run) -> None:
    shown = json.loads(events("show", "--format", "json").stdout)
    assert {event_id: list(snippets) for event_id, snippets in shown.items()} == {
        "my-event": ["js", "script"],
        "nine": ["js", "script", "button"],
    }
    assert shown["my-event"]["js"] == "rtp('send', 'event', { value: 'MyEvent' });"


def test_show__an_unknown_id_is_a_problem_that_offers_the_nearest(events: Run) -> None:
    done = events("show", "my-evnt", "zzz")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        'no event has the id "my-evnt"\n    did you mean "my-event"?\n'
        'no event has the id "zzz"\n'
        "    rtpsnippets list shows the ids; the name of a file has a dot or a slash\n"
        "2 problems; nothing was written\n"
    )


def test_show__the_input_format_is_for_what_has_no_suffix(events: Run) -> None:
    more = '{"events": {"more": {"value": "More"}}}'
    done = events(
        "show", "events.toml", "-", "--input-format", "json", "--format", "js", "more", "my-event", stdin=more
    )
    assert done.stdout.splitlines() == [
        f"rtp('send', 'event', {{ value: '{value}' }});" for value in ("More", "MyEvent")
    ]


def test_show__the_problems_of_all_events_are_said_at_once(events: Run) -> None:
    Path("events.toml").write_text('events.a.value = "x"\nevents.b.value = "y"')
    done = events("show", "a", "b", "a", "--format", "button")
    assert done.stderr.count("has no button") == 2
