"""`rtpsnippets show --for`: what to paste on standard output, and the steps as a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets import load, render_binding
from rtpsnippets.snippets.destinations import DESTINATIONS
from tests.cli.events import Run

DEFINITIONS = """\
[events.talk]
value = "Talk"
button = "Talk to us"
[events.guide]
value = "Guide"
link = { label = "Guide", href = "/files/guide.pdf" }
[events.plain]
value = "Plain"
[events.signup]
value = "SignUp"
selector = "form.sign-up"
on = "submit"
"""

SIGNUP = 'signup: sent by rtp-events.js when "form.sign-up" is submitted; nothing to paste\n'
PLAIN = "plain: has no button or link, so there is nothing to paste; add one, or a selector, to its definition\n"


@pytest.fixture
def show(run: Run) -> Run:
    """The command `show`, beside events of each kind."""
    Path("events.toml").write_text(DEFINITIONS)
    return lambda *arguments: run("show", *arguments)


def test_show_for__prints_the_snippets_and_says_the_steps_once(show: Run) -> None:
    done = show("talk", "guide", "--for", "wordpress")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        '<button id="talk" type="button" data-rtp-event="talk">Talk to us</button>',
        '<a id="guide" href="/files/guide.pdf" data-rtp-event="guide">Guide</a>',
    ]
    wordpress = DESTINATIONS["wordpress"]
    numbered = [f"  {number}. {step}" for number, step in enumerate(wordpress.steps, 1)]
    assert done.stderr.splitlines() == [f"{wordpress.title}:", *numbered, f"  Check: {wordpress.check}"]


@pytest.mark.parametrize("name", DESTINATIONS)
def test_show_for__knows_every_destination(name: str, show: Run) -> None:
    done = show("guide", "--for", name)
    assert done.returncode == 0
    assert "guide" in done.stdout
    assert done.stderr.startswith(f"{DESTINATIONS[name].title}:\n  1. ")


def test_show_for__an_unknown_name_is_wrong_usage_and_lists_the_known_ones(show: Run) -> None:
    done = show("--for", "wordpres")
    assert (done.returncode, done.stdout) == (2, "")
    assert all(f"'{name}'" in done.stderr for name in DESTINATIONS)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--format", "js"], "--format"),
        (["--carrier", "inline"], "--carrier"),
        (["--format", "js", "--carrier", "data"], "--format and --carrier"),
    ],
)
def test_show_for__is_not_combined_with_what_it_chooses(options: list[str], named: str, show: Run) -> None:
    done = show("talk", "--for", "ghost", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"Error: --for chooses the snippet itself: remove {named}\n" in done.stderr


def test_show_for__of_all_events_says_which_have_nothing_to_paste(show: Run) -> None:
    done = show("--for", "wordpress")
    assert (done.returncode, done.stdout.count("data-rtp-event")) == (0, 2)
    assert done.stderr.endswith(PLAIN + SIGNUP)


@pytest.mark.parametrize(("event_id", "message"), [("plain", PLAIN), ("signup", SIGNUP)])
def test_show_for__exits_with_1_and_says_no_steps_if_there_is_nothing_to_paste(
    event_id: str, message: str, show: Run
) -> None:
    done = show(event_id, "--for", "wordpress")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", message)


def test_show_for__a_class_is_printed_alone(show: Run) -> None:
    assert show("talk", "plain", "--for", "wordpress-button").stdout == "rtp-event--talk\nrtp-event--plain\n"


def test_show_for__plain_links_prints_definitions_that_load(run: Run) -> None:
    Path("events.toml").write_text(DEFINITIONS + '[events.home]\nvalue = "x"\nlink = { label = "x", href = "/" }\n')
    done = run("show", "--for", "plain-links")
    assert done.stdout == (
        '[events.guide]\nvalue = "Guide"\nselector = "a[href$=\'/guide.pdf\']"\n\n'
        '[events.home]\nvalue = "x"\nselector = "a[href=\'/\']"\n'
    )
    Path("links.toml").write_text(done.stdout)
    assert run("check", "links.toml").stdout == "Found no problems in 2 events.\n"
    assert run("show", "links.toml", "--format", "binding").stdout == render_binding(load("links.toml").values()) + "\n"


def test_show_for__takes_templates_and_the_attribute_of_a_nonce(show: Run) -> None:
    Path("mine").mkdir()
    Path("mine/button.html").write_text("<i {{ carrier_attribute }}>mine</i>")
    assert show("talk", "--for", "tinymce", "--templates", "mine").stdout == '<i data-rtp-event="talk">mine</i>\n'
    assert show("plain", "--for", "ghost", "--nonce-attribute", "nonce=x").stdout.startswith("<script nonce=x>")


def test_show_for__help_has_an_example(show: Run) -> None:
    assert "rtpsnippets show download-whitepaper --for wordpress\n" in show("--help").stdout
