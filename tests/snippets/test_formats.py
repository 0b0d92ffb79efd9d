"""In which formats a snippet is offered, which of them is to be pasted, and what sends the event if none is."""

from __future__ import annotations

from typing import Any

import pytest

from rtpsnippets import Button, Event, Link, RtpSnippetsWarning, render
from rtpsnippets.snippets.formats import (
    format_to_paste,
    is_sent_on,
    nothing_to_paste,
    offered_formats,
    script_problem,
    sender,
)

BUTTON = {"button": Button("Go")}
LINK = {"link": Link("Go", {"href": "/x"})}
DATA = {"carrier": "data"}
SELECTOR = {"selector": ".x"}
LATER = ("click", "submit", "visible", "after 60s")
"""What `on` may say but that a page is opened."""

OFFERED: list[tuple[dict[str, Any], str]] = [
    ({}, "js script"),
    ({"on": "load"}, "js script"),
    *(({"on": on}, "js") for on in LATER),
    *((SELECTOR | {"on": on}, "js") for on in ("", "load", *LATER)),
    *((DATA | {"on": on}, "js") for on in ("", "load", *LATER)),
    (BUTTON, "js button"),
    (BUTTON | {"on": "click"}, "js button"),
    (BUTTON | SELECTOR, "js button"),
    (LINK, "js link"),
    (BUTTON | LINK, "js button link"),
    *((BUTTON | LINK | DATA | {"on": on}, "js button link") for on in ("", "load", *LATER)),
]


@pytest.mark.parametrize(("fields", "names"), OFFERED, ids=str)
def test_offered_formats__have_the_script_only_where_that_sends_the_event_as_it_should(
    fields: dict[str, Any], names: str
) -> None:
    assert [row.name for row in offered_formats(Event("go", "Go!", **fields))] == names.split()


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "script"),
        (BUTTON, "button"),
        (LINK, "link"),
        (BUTTON | LINK, "button"),
        (LINK | DATA, "link"),
        ({"on": "load"}, "script"),
        (SELECTOR, None),
        (DATA, None),
        ({"on": "visible"}, None),
    ],
    ids=str,
)
def test_format_to_paste__is_the_button_or_else_the_link_or_else_the_script(
    fields: dict[str, Any], name: str | None
) -> None:
    row = format_to_paste(Event("go", "Go!", **fields))
    assert (row and row.name) == name


MARKED = 'an element with data-rtp-event="go"'


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (BUTTON, "sent by a click on its button"),
        (BUTTON | LINK, "sent by a click on its button or link"),
        (LINK | SELECTOR, 'sent by a click on its link and by rtp-events.js on a click on ".x"'),
        # A plugin gives the handler to an element of the page.
        ({}, f"sent on a click on {MARKED}"),
        ({"on": "submit"}, f"sent when {MARKED} is submitted"),
        ({"on": "visible"}, f"sent by rtp-events.js when {MARKED} enters the viewport"),
        ({"on": "load"}, "sent by rtp-events.js when a page that loads it is opened"),
        ({"on": "after 1s"}, "sent by rtp-events.js 1 second after a page that loads it is opened"),
        ({"on": "after 60s"}, "sent by rtp-events.js 60 seconds after a page that loads it is opened"),
        (SELECTOR, 'sent by rtp-events.js on a click on ".x"'),
        (SELECTOR | {"on": "submit"}, 'sent by rtp-events.js when ".x" is submitted'),
        (SELECTOR | {"on": "visible"}, 'sent by rtp-events.js when ".x" enters the viewport'),
        (SELECTOR | {"on": "load"}, 'sent by rtp-events.js when a page with ".x" is opened'),
        (SELECTOR | {"on": "after 60s"}, 'sent by rtp-events.js 60 seconds after ".x" is on the page'),
        (DATA, f"sent by rtp-events.js on a click on {MARKED}"),
        (DATA | {"on": "submit"}, f"sent by rtp-events.js when {MARKED} is submitted"),
        (DATA | SELECTOR, 'sent by rtp-events.js on a click on ".x"'),
        (BUTTON | DATA, f"sent by rtp-events.js on a click on {MARKED}"),
        (BUTTON | DATA | {"on": "load"}, "sent by rtp-events.js when a page that loads it is opened"),
        (BUTTON | DATA | SELECTOR, f'sent by rtp-events.js on a click on ".x" or {MARKED}'),
        (BUTTON | DATA | SELECTOR | {"on": "submit"}, f'sent by rtp-events.js when ".x" or {MARKED} is submitted'),
        (BUTTON | DATA | SELECTOR | {"on": "load"}, 'sent by rtp-events.js when a page with ".x" is opened'),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_sender__says_what_sends_the_event_and_when(fields: dict[str, Any], sentence: str) -> None:
    assert sender(Event("go", "Go!", **fields)) == sentence


@pytest.mark.parametrize(
    ("fields", "triggers"),
    [
        ({}, ["click", "load"]),
        ({"on": "click"}, ["click"]),
        ({"on": "load"}, ["load"]),
        ({"on": "after 60s"}, []),
        (BUTTON, ["click"]),
        (SELECTOR, ["click"]),
        (DATA, ["click"]),
        (DATA | {"on": "load"}, ["load"]),
        (SELECTOR | {"on": "submit"}, []),
    ],
    ids=str,
)
def test_is_sent_on__is_the_trigger_or_for_what_is_sent_where_it_is_pasted_also_the_load_of_the_page(
    fields: dict[str, Any], triggers: list[str]
) -> None:
    assert [trigger for trigger in ("click", "load") if is_sent_on(trigger, Event("go", "Go!", **fields))] == triggers


def test_sender__a_long_selector_is_cut() -> None:
    assert sender(Event("go", "Go!", selector="x" * 70)) == f'sent by rtp-events.js on a click on "{"x" * 60}..."'


def test_nothing_to_paste__says_so_behind_the_id() -> None:
    said = nothing_to_paste(Event("signup", "x", selector="form.sign-up", on="submit"))
    assert said == 'signup: sent by rtp-events.js when "form.sign-up" is submitted; nothing to paste'


@pytest.mark.parametrize(("fields", "names"), OFFERED, ids=str)
def test_render__gives_a_script_that_is_not_offered_with_a_warning(fields: dict[str, Any], names: str) -> None:
    event = Event("go", "Go!", **fields)
    problem = script_problem("script", event)
    assert (problem is None) == ("script" in names)
    if problem:
        with pytest.warns(RtpSnippetsWarning) as warned:
            assert render(event, "script") == "<script>rtp('send', 'event', { value: 'Go!' });</script>"
        assert [str(warning.message) for warning in warned] == [str(problem)]
        assert warned[0].filename == __file__
    for name in names.split():  # with no warning, which would be an error
        assert "Go" in render(event, name)


def test_render__the_warning_says_when_the_script_sends_the_event_and_when_it_should() -> None:
    with pytest.warns(RtpSnippetsWarning) as warned:
        render(Event("go", "Go!", Button("Go")), "script")
    assert str(warned[0].message) == (
        "events.go: the script sends it as soon as the page loads, but its definition says it is sent by a click on "
        "its button\n    do not paste the script; to send the event from your own code, use the format js"
    )
