"""Events created from what a site sends: which calls are one event, its id, its flags, and the notes on it."""

from __future__ import annotations

import pytest

from rtpsnippets import Button, Event, Link, render_binding
from rtpsnippets.site.importing.adopt import adopt
from rtpsnippets.site.site_file import SiteFile
from tests.site.importing.pages import adopted_from, button, call, events_of, notes_on, script

_A, _B, _FOUR, _FIFTH = call("'a'"), call("'b'"), call("['1', '2', '3', '4']"), call("['5']")
_UPPER, _X = call("'B'"), call("'x'")
_BUTTON = button("'a'")


def _values(code: str) -> list[object]:
    return [one.event.value for one in adopt([script(code)]).events]


# Which calls are one event.


@pytest.mark.parametrize(
    ("code", "values"),
    [
        (_A, ["a"]),
        (_A + _B, ["a", "b"]),
        (_A + _A, ["a"]),
        # A string is not a list of one.
        (call("'a'") + call("['a']"), ["a", ("a",)]),
        (call("['a', 'b']") + call("['c']"), [("a", "b"), ("c",)]),
        # Calls with four values and the next one are one list.
        (_FOUR + call("['5']"), [("1", "2", "3", "4", "5")]),
        (_FOUR, [("1", "2", "3", "4")]),
        (_FOUR + _FOUR, [("1", "2", "3", "4") * 2]),
        (_FOUR + _FOUR + call("['9']"), [("1", "2", "3", "4", "1", "2", "3", "4", "9")]),
        (_FOUR + call("['5']") + call("['6']"), [("1", "2", "3", "4", "5"), ("6",)]),
        (call("['0']") + _FOUR, [("0",), ("1", "2", "3", "4")]),
        # The next call has no list, or one that an event cannot have.
        (_FOUR + _A, [("1", "2", "3", "4"), "a"]),
        (_FOUR + call("x"), [("1", "2", "3", "4")]),
        (_FOUR + call("['']"), [("1", "2", "3", "4")]),
        (_FOUR + call("['{{ x }}']"), [("1", "2", "3", "4")]),
        (_FOUR + call("['5', '6', '7', '8', '9']"), [("1", "2", "3", "4"), ("5", "6", "7", "8", "9")]),
        # Something else is between them.
        (_FOUR + "x();" + call("['5']"), [("1", "2", "3", "4"), ("5",)]),
    ],
)
def test_adopt__calls_that_send_one_list_are_one_event(code: str, values: list[object]) -> None:
    assert _values(code) == values


def test_adopt__a_value_is_one_event_however_often_and_wherever_it_is_sent() -> None:
    adopted = adopted_from(f"<script>{_A}{_B}{_A}{_B}</script>", f"<p>x</p>\n{_BUTTON}")
    assert [(one.event.id, str(one.location), one.others) for one in adopted.events] == [
        ("a", "a.html:1:9", 2),
        ("b", f"a.html:1:{9 + len(_A)}", 1),
    ]
    assert adopted.events[0].event.button == Button("Go")
    assert (adopted.files, adopted.calls) == (2, 5)


def test_adopt__the_same_files_give_the_same_events() -> None:
    pages = [button("'a'"), button("'A'"), button("'a!'"), f"<script>{_FOUR}{_A}</script>"]
    assert adopted_from(*pages).events == adopted_from(*pages).events


# What is left out.


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("x", 'the value depends on the variable "x", which is set elsewhere'),
        ("''", "the value is empty"),
        ("['a', '']", "the value[1] is empty"),
        (r"'\ud800'", "the value contains a lone surrogate"),
        ("'a {{ b }}'", 'the value contains "{{", which a template engine may replace'),
        ("'{% if x %}'", 'the value contains "{%", which a template engine may replace'),
        ("'{!! x !!}'", 'the value contains "{!", which a template engine may replace'),
        ("'{$x}'", 'the value contains "{$", which a template engine may replace'),
        ("'<%= x %>'", 'the value contains "<%", which a template engine may replace'),
        ("'<?= $x ?>'", 'the value contains "<?", which a template engine may replace'),
        ("'${x}'", 'the value contains "${", which a template engine may replace'),
        ("'#{x}'", 'the value contains "#{", which a template engine may replace'),
        ("'[[x]]'", 'the value contains "[[", which a template engine may replace'),
        ("'@{x}'", 'the value contains "@{", which a template engine may replace'),
        ("'{a.b}'", 'the value contains "{a.b", which a template engine may replace'),
        ("'{l s=\\'x\\'}'", 'the value contains "{l s=", which a template engine may replace'),
        ("'{x|escape}'", 'the value contains "{x|", which a template engine may replace'),
        ("'{x -> f:format.raw()}'", 'the value contains "{x ->", which a template engine may replace'),
        ("'<s:property value=x />'", 'the value contains "<s:p", which a template engine may replace'),
        ("'<!--#echo var=X -->'", 'the value contains "<!--#", which a template engine may replace'),
        ("'[=x]'", 'the value contains "[=x", which a template engine may replace'),
        ("['a', '{{ b }}']", 'the value contains "{{", which a template engine may replace'),
    ],
)
def test_adopt__a_call_that_no_definition_can_send_is_left_out(value: str, reason: str) -> None:
    adopted = adopted_from(f"<p>\n<script>{call(value)}</script>")
    [unknown] = adopted.unknown
    assert (str(unknown.location), adopted.events, adopted.calls) == ("a.html:2:9", [], 1)
    assert unknown.what.startswith(reason)


@pytest.mark.parametrize("value", ["50% {off}", "[x]", "a < b", "$5", "@home", "#1", "{ x }", "C#", "<a: b>", "{a}"])
def test_adopt__text_that_is_not_a_template_is_a_value(value: str) -> None:
    assert [event.value for event in events_of(f"<script>{call(repr(value))}</script>")] == [value]


def test_adopt__a_skipped_file_is_reported() -> None:
    adopted = adopt([SiteFile("a.html", refusal="is larger than the limit of 10 MB"), script(_A)])
    assert ([str(one) for one in adopted.skipped], adopted.files) == (["a.html: is larger than the limit of 10 MB"], 2)
    assert [one.event.id for one in adopted.events] == ["a"]


# Ids.


@pytest.mark.parametrize(
    ("html", "ids"),
    [
        # The id of the element, if it is valid for an event.
        (button("'a'", more='id="my-id"'), ["my-id"]),
        (button("'a'", more='id="My Id"'), ["a"]),
        (button("'a'", more='id="rtp"'), ["a"]),
        (button("'a'", more='id="window"'), ["a"]),
        (f'<p id="x" onclick="{_A}">x</p>', ["x"]),
        # From the first value.
        (button("'Télécharger: livre'"), ["telecharger-livre"]),
        (button("['B c', 'a']"), ["b-c"]),
        # From the label, or a number.
        (button("'日本'", "Japan"), ["japan"]),
        (button("'日本'", "日本"), ["event-1"]),
        (button("'日本'", "日本") + button("'中文'", "中文"), ["event-1", "event-2"]),
        # Each only once.
        (button("'a'") + button("'A'") + button("'a!'"), ["a", "a-2", "a-3"]),
        (button("'a'") + button("'a-2'") + button("'A'"), ["a", "a-2", "a-3"]),
        (button("'event'"), ["event-1"]),
        # Reserved ids.
        (button("'rtp'") + button("'con'"), ["rtp-event", "con-event"]),
        (button("'Window'"), ["window-event"]),
        (button(f"'{'x' * 70}'") + button(f"'{'x' * 71}'"), ["x" * 64, "x" * 62 + "-2"]),
    ],
)
def test_ids__are_of_the_element_the_value_the_label_or_a_number(html: str, ids: list[str]) -> None:
    assert [event.id for event in events_of(html)] == ids


# Flags.


def test_waiting__is_reported_for_the_first_script_that_a_tool_delays() -> None:
    held, plain = f"<script type=litespeed/javascript>{_A}</script>", f"<script>{_A}</script>"
    said = "is sent by a script that a tool delays, for example until the visitor consents"
    hint = "delay its snippet or rtp-events.js in the same way"
    assert notes_on(plain, held, held) == [f"b.html:1:35: events.a: {said} | {hint}"]
    assert notes_on(plain) == []


def test_guard__is_set_if_a_call_has_one_and_reported_if_not_all_have() -> None:
    guarded, plain = f"<script>if (window.rtp) {_A}</script>", f"<script>{_A}</script>"
    assert [event.guard for event in events_of(plain)] == [False]
    assert [event.guard for event in events_of(guarded, guarded)] == [True]
    assert notes_on(guarded, guarded) == []
    assert [event.guard for event in events_of(plain, guarded)] == [True]
    assert notes_on(plain, guarded) == [
        "b.html:1:25: events.a.guard: is true, but the site has it at only 1 of 2 locations"
    ]


def test_refresh__is_that_of_the_last_event_of_a_run() -> None:
    code = f"<script>{_A}{_B} rtp('get', 'campaign', true);</script>"
    assert [(event.id, event.refresh) for event in events_of(code)] == [("a", False), ("b", True)]
    assert notes_on(code, f"<script>{_B}</script>") == [
        f"a.html:1:{9 + len(_A)}: events.b.refresh: is true, but the site has it at only 1 of 2 locations"
    ]


# Buttons and links.


def test_elements__are_those_of_the_first_place_that_has_one() -> None:
    link = f'<a href="/x" onclick="{_A}">X</a>'
    pages = (f"<script>{_A}</script>", link, button("'a'") + link)
    assert events_of(*pages) == [Event("a", "a", Button("Go"), link=Link("X", {"href": "/x"}))]
    [note] = notes_on(*pages)
    assert "events.a: is sent with different triggers: load at a.html:1:9; click at b.html:1:" in note


def test_elements__others_that_send_the_event_are_named() -> None:
    others = "\n".join(["", *(button("'a'", label) for label in ("Go", "No", "So", "Up", "In"))])
    assert [str(event.button and event.button.label) for event in events_of(others)] == ["Go"]
    [note] = notes_on(others)
    assert note == (
        "a.html:3:33: events.a: uses the first button; other elements also send it, at a.html:3:33, a.html:4:33, "
        "a.html:5:33 and 1 more | paste its snippet there, or define other events for them"
    )


@pytest.mark.parametrize(
    ("html", "why"),
    [
        (f'<form onsubmit="{_A}"></form>', "the call is in onsubmit, not in onclick"),
        (f'<a href="javascript:{_A}">x</a>', "the call is in href, not in onclick"),
        (f'<button type="button" onclick="{_A} close()">x</button>', "the onclick does more than send the event"),
        (f'<p onclick="{_A}">x</p>', "the element is <p>, not a button or a link"),
    ],
)
def test_elements__an_event_of_a_handler_without_one_says_why(html: str, why: str) -> None:
    [event] = events_of(html)
    assert (event.button, event.link) == (None, None)
    [note] = notes_on(html)
    assert note.endswith(f": events.a: has no button or link: {why}")


def test_elements__two_events_of_one_handler_have_none() -> None:
    html = f'<button type="button" onclick="{_A}{_B}">x</button>'
    assert [event.button for event in events_of(html)] == [None, None]
    assert [note.partition(": ")[2] for note in notes_on(html)] == [
        f"events.{name}: has no button or link: the onclick does more than send the event" for name in "ab"
    ]


def test_elements__a_list_in_several_calls_has_its_button() -> None:
    html = f'<button type="button" onclick="{_FOUR}{_FIFTH}">x</button>'
    assert events_of(html) == [Event("1", ["1", "2", "3", "4", "5"], Button("x"))]


def test_elements__an_id_that_is_not_the_event_s_is_kept() -> None:
    html = button("'a'", more='id="Upper"') + button("'b'", more='id="lower"')
    assert [event.button for event in events_of(html)] == [Button("Go", {"id": "Upper"}), Button("Go")]


def test_elements__what_is_lost_is_reported() -> None:
    html = button("'a'", more='style="x" onfocus="y()" tabindex="0" role="z"')
    [note] = notes_on(html)
    assert note == (
        f"a.html:1:{html.index('rtp(') + 1}: events.a.button: loses attributes of the element: "
        "style, onfocus, tabindex and 1 more | a button in a definition cannot have them"
    )


def test_elements__a_script_has_none_and_no_note() -> None:
    assert notes_on(f"<script>{_A}</script>") == []


def test_adopt__more_values_in_a_call_than_the_api_accepts_are_reported() -> None:
    html = "<script>" + call("['a', 'b', 'c', 'd', 'e']") + "</script>"
    assert events_of(html) == [Event("a", list("abcde"))]
    [note] = notes_on(html)
    assert note == (
        "a.html:1:9: events.a.value: the page sends 5 values in one call, but the API accepts at most 4 | "
        "the snippets send them in 2 calls"
    )


# When they are sent.


_SUBMITS = {"on": "submit", "selector": ".x, .y, .x"}
_SUBMITS_BY_ID = {"on": "submit", "selector": ".x, #y"}
_IN_FUNCTION = f"function () {{ {_A} }}"


@pytest.mark.parametrize(
    ("page", "trigger"),
    [
        (f"<script>setTimeout({_IN_FUNCTION}, 60000)</script>", {"on": "after 60s"}),
        (f"<script>$({_IN_FUNCTION})</script>", {}),
        (f"<script>$('.x').on('click', {_IN_FUNCTION})</script>", {"selector": ".x"}),
        (f"<script>$('.x').on('submit', {_IN_FUNCTION}); $('.y, .x').submit({_IN_FUNCTION})</script>", _SUBMITS),
        (f"<script>$('.x').on('submit', {_IN_FUNCTION})</script><form id=y onsubmit=\"{_A}\"></form>", _SUBMITS_BY_ID),
        (f'<form id="x" onsubmit="{_A}"></form>', {"on": "submit", "selector": "#x"}),
        (f'<form onsubmit="{_A}"></form>', {"on": "submit"}),
        (f'<form id="x" onsubmit="if (valid) {_A}"></form>', {"on": "submit"}),
        (f'<p id="x" onclick="{_A}">x</p>', {"selector": "#x"}),
        (f'<p id="x y" onclick="{_A}">x</p>', {"on": "click"}),
        (f'<p onclick="{_A}">x</p>', {"on": "click"}),
        (f'<p id="x" onclick="if (valid) {_A}">x</p>', {"on": "click"}),
        (f'<a href="javascript:{_A}">x</a>', {"on": "click"}),
    ],
)
def test_trigger__is_kept(page: str, trigger: dict[str, str]) -> None:
    [event] = events_of(page)
    assert {"on": event.on, "selector": event.selector} == {"on": "", "selector": "", **trigger}


@pytest.mark.parametrize(
    "page",
    [
        f"<script>function track() {{ {_A} }}</script>",
        f"<script>form.onSuccess({_IN_FUNCTION})</script>",
        f"<script>$('#{{{{ id }}}}').on('click', {_IN_FUNCTION})</script>",
        f"<script>$('p[').on('click', {_IN_FUNCTION})</script>",
        f"<script>setTimeout({_IN_FUNCTION}, 1e9)</script>",
        f"<script>if (location.hash) {_A}</script>",
        f'<p onclick="setTimeout({_IN_FUNCTION}, 1000)">x</p>',
        f'<p onmouseover="{_A}">x</p>',
    ],
)
def test_trigger__that_is_uncertain_is_left_out_and_reported(page: str) -> None:
    [event] = events_of(page)
    assert (event.on, event.selector) == ("", "")
    assert [note for note in notes_on(page) if 'set "on" and "selector"' in note] != []
    assert adopted_from(page).uncertain == 1


def test_trigger__different_ones_are_left_out_and_reported() -> None:
    page = f"<script>setTimeout({_IN_FUNCTION}, 60000); $('.x').on('click', {_IN_FUNCTION})</script>"
    assert events_of(page) == [Event("a", "a")]
    [note] = notes_on(page)
    assert "events.a: is sent with different triggers: after 60s at a.html:1:34; click at a.html:1:" in note
    assert adopted_from(page).uncertain == 1


def test_trigger__of_all_pages_is_reported() -> None:
    [note] = notes_on(f"<script>setTimeout({_IN_FUNCTION}, 60000)</script>")
    assert (
        "events.a.on: is sent on every page that loads rtp-events.js | set a selector that matches only on its pages"
        in note
    )


def test_trigger__a_handler_and_a_listener_for_clicks_are_a_button_and_a_selector() -> None:
    page = f"{_BUTTON}<script>$('.x').on('click', {_IN_FUNCTION})</script>"
    assert events_of(page) == [Event("a", "a", Button("Go"), selector=".x")]
    assert notes_on(page) == []


# A generated binding.


def _bound(*events: Event) -> str:
    return f"<script>{render_binding(events)}</script>"


def test_rows__are_events_with_their_ids_which_come_first() -> None:
    rows = _bound(Event("b", "x"), Event("five", list("12345")), Event("other", "x"))
    page = f"<script>{_UPPER}</script>{rows}<script>{_X}</script>"
    assert [(event.id, event.value) for event in events_of(page)] == [
        ("b-2", "B"),
        ("b", "x"),
        ("five", tuple("12345")),
        ("other", "x"),
    ]
    assert events_of(rows, rows) == events_of(rows)
    assert notes_on(rows) == notes_on(page) == []


def test_rows__give_their_id_to_an_earlier_call() -> None:
    page = f"<script>{_X}</script>{_bound(Event('mine', 'x'))}"
    assert events_of(page) == [Event("mine", "x")]


def test_rows__an_id_of_two_events_is_reported() -> None:
    first, second = _bound(Event("a", "x")), _bound(Event("a", "y"))
    assert [event.id for event in events_of(first, second)] == ["a", "a-2"]
    [note] = notes_on(first, second)
    assert (
        ': events.a-2: has the id "a" in a binding, but that id is invalid or already used | '
        "use the id of this event in the marked elements" in note
    )


def test_rows__keep_their_trigger() -> None:
    events = [
        Event("a", "1", selector="p"),
        Event("b", "2", on="submit", selector="#a, .b"),
        Event("c", "3", on="visible"),
        Event("d", "4", on="load"),
        Event("e", "5", on="after 60s", selector="body.pricing", refresh=False),
        Event("f", "6"),
    ]
    assert events_of(_bound(*events)) == events
    assert notes_on(_bound(*events)) == []


def test_rows__keep_a_delay_that_a_minifier_has_written() -> None:
    event = Event("a", "1", on="after 3000s")
    assert events_of(_bound(event).replace("3000", "3e3")) == [event]


def test_rows__that_no_definition_can_send_are_left_out() -> None:
    bindings = _bound(Event("a", "x"))
    adopted = adopted_from(bindings.replace("'x'", "''"), bindings.replace("[ 'x' ]", "[ ]"))
    assert adopted.events == []
    assert [one.what for one in adopted.unknown] == ["the value is empty", "this event of the binding sends nothing"]
