"""`rtpsnippets show`: snippets on standard output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rtpsnippets import load, render_binding, render_recorder
from tests.cli.events import SCRIPTED, SCRIPTS, Run


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
    assert done.stderr.startswith('the event "my-event" has no button\n    add the key "button"')


def test_show__json_holds_every_format_of_every_event(events: Run) -> None:
    shown = json.loads(events("show", "--format", "json").stdout)
    assert {event_id: list(snippets) for event_id, snippets in shown.items()} == {
        "my-event": ["js", "script"],
        "nine": ["js", "button"],
    }
    assert shown["my-event"]["js"] == "rtp('send', 'event', { value: 'MyEvent' });"


def test_show__an_unknown_id_is_a_problem_that_offers_the_nearest(events: Run) -> None:
    done = events("show", "my-evnt", "zzz")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        'no event has the id "my-evnt"\n    did you mean "my-event"?\n'
        'no event has the id "zzz"\n'
        "    run rtpsnippets list to see the ids; a file name must contain a dot or a slash\n"
        "Found 2 problems.\n"
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
    assert link == '<a id="one" href="/y" data-rtp-event="one">Read it</a>'
    assert script.startswith("<script>")
    assert run("show", "--format", "link").stdout.count("<a ") == 2


@pytest.mark.parametrize("written", ["inline", "data"])
def test_show__checks_an_event_as_the_options_make_it(written: str, run: Run) -> None:
    Path("events.toml").write_text(f'[events.a]\nvalue = "x"\nbutton = "Go"\non = "visible"\ncarrier = "{written}"\n')
    problem = (
        'events.toml:4: events.a.on: is "visible", but a click on the button would also send it\n'
        '    remove "on" or the button, or use carrier = "data"\nFound 1 problem.\n'
    )
    warning = (
        'events.toml:4: events.a.on: warning: is "visible", so a click on the button sends nothing '
        '[silent-element]\n    remove "on" to send the event on a click\n'
    )
    as_data = (0, '<button id="a" type="button" data-rtp-event="a">Go</button>\n', warning)
    for options, expected in {
        (): (1, "", problem) if written == "inline" else as_data,
        ("--carrier", "inline"): (1, "", problem),
        ("--carrier", "data"): as_data,
    }.items():
        done = run("show", "-v", *options)
        assert (done.returncode, done.stdout, done.stderr) == expected


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
    in_json = json.loads(events("show", "--format", "json", "--nonce-attribute", "nonce=x").stdout)
    assert in_json["my-event"]["script"].startswith("<script nonce=x>")
    refused = events("show", "--nonce-attribute", "x")
    assert refused.returncode == 1
    assert refused.stderr.startswith('--nonce-attribute: must be an attribute with a value, not "x"\n')


def test_show__binding_is_one_script_for_all_events(events: Run) -> None:
    shown = events("show", "--format", "binding").stdout
    assert shown == render_binding(load("events.toml").values()) + "\n"
    assert events("show", "--format", "binding", "--nonce-attribute", "x", "--carrier", "data").stdout == shown


def test_show__binding_has_the_events_with_the_ids_given_in_that_order(events: Run) -> None:
    Path("events.toml").write_text(LINKS)
    shown = events("show", "one", "both", "--format", "binding").stdout
    both, one, _ = load("events.toml").values()
    assert shown == render_binding([one, both]) + "\n"


def test_show__binding_takes_a_custom_template(events: Run) -> None:
    Path("mine").mkdir()
    Path("mine/binding.js").write_text("var x = { {{ events }} };")
    assert events("show", "my-event", "--format", "binding", "--templates", "mine").stdout == (
        "var x = { 'my-event': { on: 'click', seconds: 0, selector: '', refresh: false, calls: [ 'MyEvent' ] } };\n"
    )


def test_show__recorder_is_one_script_for_all_events_or_those_given(events: Run) -> None:
    mine, nine = load("events.toml").values()
    assert events("show", "--format", "recorder").stdout == render_recorder([mine, nine]) + "\n"
    assert events("show", "nine", "--format", "recorder").stdout == render_recorder([nine]) + "\n"


# What can be pasted, and what can't: an event that the binding sends.

SIGNUP = 'signup: sent by rtp-events.js when "form.sign-up" is submitted; nothing to paste\n'
LATER = "later: sent by rtp-events.js 60 seconds after a page that loads it is opened; nothing to paste\n"
MARKED = 'marked: sent by rtp-events.js on a click on an element with data-rtp-event="marked"; nothing to paste\n'


@pytest.fixture
def scripts(run: Run) -> Run:
    """The command, beside events that a script may send at the wrong time."""
    Path("events.toml").write_text(SCRIPTS)
    return run


def test_show__says_of_an_event_that_the_binding_sends_that_there_is_nothing_to_paste(scripts: Run) -> None:
    done = scripts("show")
    assert (done.returncode, done.stderr) == (0, SIGNUP + LATER + MARKED)
    assert [line.partition(" ")[0].partition(">")[0] for line in done.stdout.splitlines()] == [
        *("<script", "<script", "<button", "<a")
    ]


@pytest.mark.parametrize(
    ("ids", "code", "snippets", "messages"),
    [
        (["plain"], 0, 1, ""),
        (["signup"], 1, 0, SIGNUP),
        (["later", "plain", "pressed", "signup", "later"], 1, 2, LATER + SIGNUP),
    ],
)
def test_show__exits_with_1_if_there_is_nothing_to_paste_for_an_id(
    ids: list[str], code: int, snippets: int, messages: str, scripts: Run
) -> None:
    done = scripts("show", *ids)
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (code, snippets, messages)


def test_show__nothing_to_paste_is_no_warning(scripts: Run) -> None:
    assert scripts("show", "--strict").returncode == 0


def test_show__a_selector_is_no_command_to_a_terminal_or_to_github(run: Run) -> None:
    selector = "a,\n::error::b[title='\x1b[31m']"
    document = json.dumps({"events": {"a": {"value": "x", "selector": selector}}})
    done = run("show", "-", "--input-format", "json", stdin=document)
    assert done.stderr == (
        "a: sent by rtp-events.js on a click on \"a,\\n::error::b[title='\\u001b[31m']\"; nothing to paste\n"
    )


def test_show__a_script_that_sends_an_event_at_another_time_is_printed_with_a_warning(scripts: Run) -> None:
    done = scripts("show", "--format", "script")
    assert (done.returncode, done.stdout.count("<script>")) == (0, len(SCRIPTED))
    warned = [event_id for event_id, is_offered in SCRIPTED.items() if not is_offered]
    heads = done.stderr.splitlines()[::2]
    assert [head.partition(": ")[0] for head in heads] == [f"events.{event_id}" for event_id in warned]
    assert scripts("show", "signup", "--format", "script").stderr == (
        "events.signup: warning: the script sends it as soon as the page loads, but its definition says it is sent by "
        'rtp-events.js when "form.sign-up" is submitted\n'
        "    do not paste the script; to send the event from your own code, use the format js\n"
    )


def test_show__strict_takes_a_script_that_sends_an_event_at_another_time_for_a_problem(scripts: Run) -> None:
    done = scripts("show", "--format", "script", "--strict", "plain", "pressed")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "events.pressed: the script sends it as soon as the page loads, but its definition says it is sent by a click "
        "on its button\n    do not paste the script; to send the event from your own code, use the format js\n"
        "Found 1 problem.\n"
    )
    assert scripts("show", "--format", "script", "--strict", "plain", "loaded").returncode == 0


@pytest.mark.parametrize("format", ["js", "binding", "json"])
def test_show__other_formats_have_events_that_the_binding_sends_with_no_message(format: str, scripts: Run) -> None:
    done = scripts("show", "signup", "--format", format)
    assert (done.returncode, done.stderr) == (0, "")
    assert "'5'" in done.stdout
    if format == "json":
        assert list(json.loads(done.stdout)["signup"]) == ["js"]
