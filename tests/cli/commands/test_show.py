"""`rtpsnippets show`: snippets on standard output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rtpsnippets import load, render_binding
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


LINKS = """\
[events.both]
value = "Both"
button = "Go"
link = { label = "Get it", href = "/x" }
[events.one]
value = "One"
carrier = "data"
link = { label = "Read it", href = "/y" }
[events.none]
value = "None"
"""


def test_show__prints_the_link_of_an_event_without_a_button(run: Run) -> None:
    Path("events.toml").write_text(LINKS)
    button, link, script = run("show").stdout.splitlines()
    assert button.startswith('<button id="both" ')
    assert link == '<a id="one" href="&#x2f;y" data-rtp-event="one">Read it</a>'
    assert script.startswith("<script>")
    assert run("show", "--format", "link").stdout.count("<a ") == 2


def test_show__warns_of_what_the_options_make_of_an_event(run: Run) -> None:
    text = '[events.a]\nvalue = "x"\nbutton = "Go"\non = "visible"\ncarrier = "inline"\n'
    Path("events.toml").write_text(text)
    assert (run("show").stderr, run("show", "--carrier", "inline").stderr) == ("", "")
    assert run("show", "--carrier", "data").stderr.startswith('events.toml:4: events.a.on: warning: is "visible", so')
    Path("events.toml").write_text(text.replace("inline", "data"))
    assert run("show", "--carrier", "inline").stderr == ""


@pytest.mark.parametrize(("carrier", "codes"), [("data", 0), ("inline", 2)])
def test_show__the_carrier_is_what_the_option_says_and_not_the_definitions(run: Run, carrier: str, codes: int) -> None:
    Path("events.toml").write_text(LINKS)
    shown = run("show", "--format", "link", "--carrier", carrier).stdout
    assert (shown.count("onclick"), shown.count("data-rtp-event")) == (codes, 2 - codes)


def test_show__the_guard_stands_before_every_call(events: Run) -> None:
    shown = events("show", "--guard", "--format", "js").stdout.splitlines()
    assert len(shown) == 4
    assert all(line.startswith("if (window.rtp) rtp('send', ") for line in shown)


def test_show__the_guard_of_the_definitions_stays_without_the_option(run: Run) -> None:
    Path("events.toml").write_text('events.a = { value = "x", guard = true }')
    assert run("show", "--format", "js").stdout == "if (window.rtp) rtp('send', 'event', { value: 'x' });\n"


def test_show__the_attribute_of_a_nonce_is_put_into_scripts_as_it_is(events: Run) -> None:
    script = events("show", "my-event", "--nonce-attribute", 'nonce="{{ csp_nonce }}"').stdout
    assert script.startswith("""<script nonce="{{ csp_nonce }}">rtp(""")
    assert json.loads(events("show", "--format", "json", "--nonce-attribute", "x").stdout)["nine"]["script"].startswith(
        "<script x>"
    )


def test_show__binding_is_one_script_for_all_events(events: Run) -> None:
    shown = events("show", "--format", "binding").stdout
    assert shown == render_binding(load("events.toml").values()) + "\n"
    assert events("show", "--format", "binding", "--nonce-attribute", "x", "--carrier", "data").stdout == shown


def test_show__binding_has_the_events_with_the_ids_given_in_that_order(events: Run) -> None:
    Path("events.toml").write_text(LINKS)
    shown = events("show", "one", "both", "--format", "binding").stdout
    both, one, _ = load("events.toml").values()
    assert shown == render_binding([one, both]) + "\n"


def test_show__binding_takes_a_persons_own_template(events: Run) -> None:
    Path("mine").mkdir()
    Path("mine/binding.js").write_text("var x = { {{ events }} };")
    assert events("show", "my-event", "--format", "binding", "--templates", "mine").stdout == (
        "var x = {     'my-event': { on: 'click', seconds: 0, selector: '', refresh: false, calls: [ 'MyEvent' ] } };\n"
    )
