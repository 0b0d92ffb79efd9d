"""Pages on which `rtp` is absent, comes late, or is hidden by an element behave as the README says."""

from __future__ import annotations

import re

import pytest

from rtpsnippets import Button, Event, Link, render
from tests.pages.visitor import BINDING, TAG, Visitor, sent

_SECONDS = 1000
_NO_FUNCTION = "rtp is not a function"
_NOT_DEFINED = re.compile(r"rtp is not defined|Can't find variable: rtp")
_TRIGGERS = ("click", "load", "submit", "visible", "after 2s")
_ELEMENTS = '<p>x</p><form onsubmit="return false"><button>x</button></form>'


def _bind_all_triggers(visitor: Visitor) -> None:
    visitor.bind(*(Event(on.replace(" ", "-"), on, selector="p, form", on=on) for on in _TRIGGERS))


def _do_all(visitor: Visitor) -> None:
    visitor.tab.clock.run_for(5 * _SECONDS)
    visitor.click("p")
    visitor.click("button")


def _go(*, guard: bool = False) -> Event:
    return Event("go", "Go!", Button("Go"), link=Link("Go", {"href": "#x"}), guard=guard)


def _snippet(format: str, *, guard: bool = False) -> str:
    return render(Event("go", "Go!", guard=guard) if format == "script" else _go(guard=guard), format)


# The binding.


def test_binding__reports_nothing_without_the_tag(patient_visitor: Visitor) -> None:
    _bind_all_triggers(patient_visitor)
    patient_visitor.open(_ELEMENTS, head=BINDING)
    _do_all(patient_visitor)
    assert patient_visitor.messages == []


def test_binding__sends_waiting_events_when_the_tag_comes_late_but_no_earlier_click(patient_visitor: Visitor) -> None:
    _bind_all_triggers(patient_visitor)
    patient_visitor.open(_ELEMENTS, head=BINDING)
    _do_all(patient_visitor)
    patient_visitor.page.add_script_tag(url="/tag.js")
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    patient_visitor.wait_for(sent("load", "visible", "after 2s"))
    _do_all(patient_visitor)
    assert patient_visitor.calls == sent("load", "visible", "after 2s", "click", "submit")
    assert patient_visitor.messages == []


def test_binding__calls_the_current_function(visitor: Visitor) -> None:
    visitor.bind(_go())
    visitor.open('<p data-rtp-event="go">x</p>')
    visitor.page.evaluate("window.rtp = (...call) => { window.loaded = call; }")
    visitor.click("p")
    assert visitor.calls == []
    assert visitor.page.evaluate("loaded") == sent("Go!")[0]


@pytest.mark.parametrize(
    ("kind", "name"), [("input", "id"), ("form", "name"), ("object", "id"), ("embed", "name"), ("iframe", "name")]
)
def test_binding__reports_nothing_if_an_element_has_the_name_of_the_function(
    visitor: Visitor, kind: str, name: str
) -> None:
    visitor.bind(_go())
    visitor.open(f'<{kind} {name}="rtp"></{kind}><p data-rtp-event="go">x</p>', head=BINDING)
    visitor.click("p")
    assert visitor.messages == []


def test_binding__sends_from_a_form_whose_control_hides_the_function(visitor: Visitor) -> None:
    visitor.bind(_go())
    visitor.open('<form><input name="rtp"><p data-rtp-event="go">x</p></form>')
    visitor.click("p")
    assert visitor.calls == sent("Go!")


# A handler.


@pytest.mark.parametrize("guard", [False, True], ids=["plain", "guard"])
def test_button__does_not_send_from_a_form_whose_control_hides_the_function(visitor: Visitor, *, guard: bool) -> None:
    visitor.open(f'<form><input name="rtp">{render(_go(guard=guard), "button")}</form>', head=TAG)
    visitor.click("#go")
    assert visitor.calls == []
    assert [_NO_FUNCTION in message for message in visitor.messages] == [True]


@pytest.mark.parametrize(
    "page", ['<form><input id="window">{}</form>', '<form><input name="window">{}</form>', '<img name="window">{}']
)
def test_guard__is_silent_if_an_element_hides_the_window(visitor: Visitor, page: str) -> None:
    visitor.open(page.format(render(_go(guard=True), "button")), head=TAG)
    visitor.click("#go")
    assert (visitor.calls, visitor.messages) == ([], [])
    visitor.open(page.format(render(_go(), "button")), head=TAG)
    visitor.click("#go")
    assert visitor.calls == sent("Go!")


@pytest.mark.parametrize("guard", [False, True], ids=["plain", "guard"])
def test_link__sends_from_a_form_whose_control_hides_the_function(visitor: Visitor, *, guard: bool) -> None:
    # A form hides names only from the handlers of its own controls, and a link is not one.
    visitor.open(f'<form><input name="rtp">{render(_go(guard=guard), "link")}</form>', head=TAG)
    visitor.click("#go")
    assert visitor.calls == sent("Go!")


@pytest.mark.parametrize("format", ["button", "link", "script"])
def test_guard__is_silent_without_the_tag(visitor: Visitor, format: str) -> None:
    visitor.open(_snippet(format, guard=True), head="")
    visitor.click_all("#go")
    assert visitor.messages == []


@pytest.mark.parametrize("format", ["button", "link", "script"])
def test_plain_call__is_an_error_without_the_tag(visitor: Visitor, format: str) -> None:
    visitor.open(_snippet(format), head="")
    visitor.click_all("#go")
    assert [bool(_NOT_DEFINED.search(message)) for message in visitor.messages] == [True]


def test_guard__does_not_help_if_an_element_has_the_name_of_the_function(visitor: Visitor) -> None:
    visitor.open(f'<input id="rtp">{render(_go(guard=True), "button")}', head="")
    visitor.click("#go")
    assert [_NO_FUNCTION in message for message in visitor.messages] == [True]
