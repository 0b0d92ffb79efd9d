"""An event: what may be in it, and what it sends."""

from __future__ import annotations

import copy
import pickle
from collections import deque
from collections.abc import Sequence
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from rtpsnippets import Button, Event, ProblemsError, call
from rtpsnippets.events.event import slug
from rtpsnippets.events.warning_names import WARNINGS
from tests.definitions.problems_said import said


def test_event__more_than_four_values_are_sent_in_several_calls_in_order() -> None:
    event = Event("nine", list("123456789"))
    assert event.calls == (call(["1", "2", "3", "4"]), call(["5", "6", "7", "8"]), call(["9"]))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=30))
def test_event__the_calls_hold_all_values_four_at_a_time(values: list[str]) -> None:
    batches = [values[start : start + 4] for start in range(0, len(values), 4)]
    assert Event("any", values).calls == tuple(map(call, batches))


def test_event__a_string_stays_a_string_and_a_list_a_list() -> None:
    assert Event("one", "a").calls == (call("a"),)
    assert Event("one", ["a"]).calls == (call(["a"]),)
    assert Event("one", "a").values == Event("one", ["a"]).values == ("a",)


def test_event__former_values_follow_each_once() -> None:
    event = Event("demo", "Demo request", was=["Demo", "Demo request", "Free demo", "Demo"])
    assert (event.own_values, event.former_values) == (("Demo request",), ("Demo", "Free demo"))
    assert event.calls == (call(["Demo request", "Demo", "Free demo"]),)


def test_event__a_former_value_that_is_also_the_value_changes_nothing() -> None:
    assert Event("demo", "Demo", was="Demo").calls == (call("Demo"),)
    assert Event("demo", ["a", "a"], was=["a"]).calls == (call(["a", "a"]),)
    assert Event("demo", ["a", "a"], was=["b"]).calls == (call(["a", "b"]),)


def test_event__all_its_problems_are_raised_at_once() -> None:
    with pytest.raises(ProblemsError) as error:
        Event("Bad Id", ["", "x", 3], description=4, was=[""], owner=5, deprecated=True)  # type: ignore[arg-type,list-item]
    assert said(error) == [
        ': invalid id "Bad Id"',
        "value.0: is empty",
        "value.2: must be a string, not a number",
        "description: must be a string, not a number",
        "was.0: is empty",
        "owner: must be a string, not a number",
        "deprecated: must be a string, not a boolean",
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", "value: is empty"),
        ([], "value: is an empty list"),
        (["a", ""], "value.1: is empty"),
        ("\ud800", "value: contains a lone surrogate (U+D800) at position 1"),
        (None, "value: must be a string or a list of strings, not null"),
        ({"a"}, "value: must be a string or a list of strings, not a set"),
        ([["a"]], "value.0: must be a string, not a list"),
        (b"a", "value: must be a string or a list of strings, not a bytes"),
    ],
)
def test_event__a_value_that_cannot_be_sent_is_refused(value: Sequence[str], expected: str) -> None:
    with pytest.raises(ProblemsError) as error:
        Event("id", value)
    assert said(error) == [expected]


@pytest.mark.parametrize("event_id", ["a", "a-b", "a_b", "0", "com10", "a" * 64, "rtp-event", "a--b"])
def test_event__these_ids_are_good(event_id: str) -> None:
    assert Event(event_id, "x").id == event_id


@pytest.mark.parametrize(
    ("event_id", "better"),
    [
        ("", None),
        ("Sign Up", "sign-up"),
        ("-a-", "a"),
        ("../../etc/passwd", "etc-passwd"),
        ("a.js", "a-js"),
        ("a\n", "a"),
        ("Téléchargement", "telechargement"),
        ("日本", None),
        ("a" * 65, "a" * 64),
        ("rtp", "rtp-event"),
        ("RTP", "rtp-event"),
        ("con", "con-event"),
        ("lpt1", "lpt1-event"),
        ("com0", "com0-event"),
        ("a" * 63 + "-b", "a" * 63),
        ("aBc", "abc"),
        ("a:b", "a-b"),
        ("_A_5 1_", "a_5-1"),
    ],
)
def test_event__a_bad_id_is_refused_and_a_good_one_is_offered(event_id: str, better: str | None) -> None:
    with pytest.raises(ProblemsError) as error:
        Event(event_id, "x")
    hint = error.value.problems[0].hint
    assert f'use "{better}"' in hint if better else 'use "' not in hint


RULE = "lower-case letters a-z and digits, with - and _ between them, at most 64 characters"


@pytest.mark.parametrize(
    ("event_id", "expected"),
    [
        ("Sign Up", f'invalid id "Sign Up"\n    use "sign-up": {RULE}'),
        ("日本", f'invalid id "日本"\n    use {RULE}'),
        # Not the same object as the name in the source.
        ("RTP".lower(), 'the id must not be "rtp"\n    inside a form it would hide the function rtp; use "rtp-event"'),
        (
            "window",
            (
                'the id must not be "window"\n'
                '    inside a form it would hide the object window, which a guard uses to find rtp; use "window-event"'
            ),
        ),
        (
            "rtp-events",
            'the id must not be "rtp-events"\n    the binding file has this name; use "rtp-events-event"',
        ),
        (
            "rtp-recorder",
            'the id must not be "rtp-recorder"\n    the recorder file has this name; use "rtp-recorder-event"',
        ),
        *(
            (name, f'the id must not be "{name}"\n    Windows reserves this name; use "{name}-event"')
            for name in (
                "con",
                "prn",
                "aux",
                "nul",
                *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
            )
        ),
    ],
)
def test_event__a_bad_id_is_said_in_these_words(event_id: str, expected: str) -> None:
    with pytest.raises(ProblemsError) as error:
        Event(event_id, "x")
    assert str(error.value) == expected


def test_event__an_empty_list_is_said_with_its_fix() -> None:
    with pytest.raises(ProblemsError) as error:
        Event("a", [])
    assert str(error.value) == "value: is an empty list\n    write at least one value"


def test_event__has_what_it_is_given_and_nothing_else() -> None:
    event = Event("a", "b")
    assert (event.id, event.value, event.button, event.description) == ("a", "b", None, "")
    assert (event.link, event.carrier, event.guard, event.refresh) == (None, "inline", False, False)
    assert (event.selector, event.on, event.trigger) == ("", "", "click")
    with pytest.raises(AttributeError):
        object.__setattr__(event, "other", "x")


def test_event__the_newer_fields_are_given_by_name() -> None:
    with pytest.raises(TypeError):
        Event("a", "b", None, "", None)  # type: ignore[call-arg]


def test_event__its_statements_are_its_calls_behind_their_guards_and_its_handler_is_all_of_them() -> None:
    calls = (call(["1", "2", "3", "4"]), call(["5"]), "rtp('get', 'campaign', true);")
    plain = Event("a", list("12345"), refresh=True)
    assert plain.calls == plain.statements == calls
    assert plain.number_of_calls == len(calls)
    guarded = Event("a", list("12345"), refresh=True, guard=True)
    assert guarded.calls == calls
    assert guarded.statements == tuple(f"if (window.rtp) {made}" for made in calls)
    assert guarded.handler == " ".join(guarded.statements)


@pytest.mark.parametrize(
    ("carrier", "on", "name"),
    [
        ("inline", "click", "onclick"),
        ("inline", "submit", "onsubmit"),
        ("inline", "load", None),
        ("inline", "after 5s", None),
        ("data", "click", None),
    ],
)
def test_event__its_handler_stands_in_an_attribute_if_there_is_one_for_its_trigger(
    carrier: str, on: str, name: str | None
) -> None:
    # Not the same objects as the names in the source.
    fields: dict[str, Any] = {"carrier": "".join(carrier), "on": "".join(on)}
    assert Event("a", "b", **fields).handler_name == name


def test_event__another_carrier_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ProblemsError) as error:
        Event("a", "b", carrier="attribute")  # type: ignore[arg-type]
    assert str(error.value) == (
        'carrier: must be "inline" or "data"\n    use "data" with rtp-events.js, otherwise "inline"'
    )


def test_event__an_id_is_a_string() -> None:
    with pytest.raises(ProblemsError) as error:
        Event(1, "x")  # type: ignore[arg-type]
    assert said(error) == ["id: must be a string, not a number"]


@given(st.text())
def test_slug__what_is_offered_is_a_good_id(text: str) -> None:
    offered = slug(text)
    assert offered == "" or Event(offered, "x").id == offered


IN_BRACKETS = 'write a list of names in quotes: ["wildcard"]'


@pytest.mark.parametrize(
    ("ignore", "problem"),
    [
        (["wildcrad"], 'ignore[0]: unknown warning "wildcrad"\n    did you mean "wildcard"?'),
        (["blanks", "x"], f'ignore[1]: unknown warning "x"\n    known warnings: {", ".join(WARNINGS)}'),
        (["blanks", 1], "ignore[1]: must be a string, not a number\n    put it in quotes"),
        ("blanks", f"ignore: must be a list of warning names, not a string\n    {IN_BRACKETS}"),
        (True, f"ignore: must be a list of warning names, not a boolean\n    {IN_BRACKETS}"),
    ],
)
def test_event__ignores_warnings_that_there_are(ignore: Any, problem: str) -> None:
    with pytest.raises(ProblemsError) as error:
        Event("a", "x", ignore=ignore)
    assert str(error.value) == problem


def test_event__has_a_call_for_each_four_values_and_one_that_refreshes() -> None:
    counts = {(size, refresh): Event("a", ["x"] * size, refresh=refresh).number_of_calls for size, refresh in _SIZES}
    assert counts == _SIZES


_SIZES = {(1, False): 1, (1, True): 2, (4, True): 2, (5, False): 2, (5, True): 3}


@pytest.mark.parametrize(
    ("event", "is_bound"),
    [
        (Event("a", "x"), False),
        (Event("a", "x", Button("Go")), False),
        (Event("a", "x", carrier="data"), True),
        (Event("a", "x", selector="p"), True),
        *((Event("a", "x", on=on), True) for on in ("submit", "visible", "load", "after 1s")),
        (Event("a", "x", carrier="data", selector="p", on="load"), True),
    ],
    ids=str,
)
def test_event__is_for_the_binding_if_it_is_more_than_a_click_on_its_own_handler(event: Event, is_bound: bool) -> None:  # noqa: FBT001
    assert event.is_bound is is_bound


def test_event__ignores_any_number_of_warnings() -> None:
    assert Event("a", "x").ignore == ()
    assert Event("a", "x", ignore=list(WARNINGS)).ignore == tuple(WARNINGS)


def test_event__markup_is_stored_as_plain_text() -> None:
    event = Event(Markup("id"), [Markup("<b>")], Button(Markup("<b>")), Markup("<b>"))
    assert event.button is not None
    assert {*map(type, (event.id, event.values[0], event.button.label, event.description))} == {str}


def test_event__is_frozen_also_in_its_lists() -> None:
    values, attributes = ["a"], {"class": "x"}
    event = Event("id", values, Button("Go", attributes))
    values.append("b")
    attributes["class"] = "y"
    assert event == Event("id", ["a"], Button("Go", {"class": "x"}))
    with pytest.raises(FrozenInstanceError):
        event.id = "other"  # type: ignore[misc]
    assert hash(event) == hash(Event("id", ["a"], Button("Go", {"class": "x"})))


def test_event__a_button_is_a_button() -> None:
    with pytest.raises(ProblemsError) as error:
        Event("id", "x", button="Go")  # type: ignore[arg-type]
    assert said(error) == ["button: must be a Button, not a string"]


def test_event__can_be_copied_and_pickled() -> None:
    event = Event("id", ["a"], Button("Go", {"class": "x"}))
    assert copy.deepcopy(event) == event
    assert pickle.loads(pickle.dumps(event)) == event  # noqa: S301 (our own bytes)


def test_event__any_sequence_of_strings_is_a_list() -> None:
    assert Event("id", deque(["a", "b"])).values == ("a", "b")
