"""The recorder shows each call with the events that have its value, in any browser."""

from __future__ import annotations

import json
import re

import pytest

from rtpsnippets import Button, Event, render
from tests.hostile import TEXTS
from tests.pages.recorder.panel import LOADED, Panel, Way
from tests.pages.visitor import TAG, sent

DEMO = Event("demo", ["Demo request", "Demo"])
PAPER = Event("download-whitepaper", "download - example whitepaper", Button("Download"))
TALK = Event("talk", "Talk")
AGAIN = Event("talk-again", "Talk")
EVENTS = (DEMO, PAPER, TALK, AGAIN)

_NONE_BEFORE = ["No calls were made before the recorder started."]
_NOT_KNOWN = ["Calls made before the recorder started are not known."]
_CREATED = ["The function rtp was created."]
_REPLACED = ["rtp is now another function: Marketo\u2019s script or another script replaced it."]
_UNWATCHED = " The page does not let the recorder watch rtp. It checks rtp every 100 ms, so calls may be missed."
_EMPTY = "Waiting The tag still has its queue, which is empty."
_TAKEN_OVER = "Loaded rtp is no longer the tag\u2019s placeholder: Marketo\u2019s script has probably loaded."

by_each_way = pytest.mark.parametrize("way", ["console", "bookmark"])
pytestmark = pytest.mark.playwright


@by_each_way
def test_call__is_shown_with_time_value_and_events_and_passed_on(panel: Panel, way: Way) -> None:
    panel.visitor.open(render(PAPER, "button"), head=TAG)
    panel.start(*EVENTS, way=way)
    panel.visitor.click("button")
    panel.tab.evaluate("rtp('send', 'event', { value: ['Talk', 'Demo'] }); rtp('send', 'view'); undefined")
    panel.wait_for(
        _NONE_BEFORE,
        ["download - example whitepaper download-whitepaper"],
        ["Talk talk, talk-again", "Demo demo"],
        ['rtp("send", "view")'],
    )
    assert [time for time in panel.times if not re.fullmatch(r"\d\d:\d\d:\d\d", time)] == []
    assert panel.visitor.calls == [*sent("download - example whitepaper", ["Talk", "Demo"]), ["send", "view"]]
    assert panel.visitor.messages == []


@by_each_way
def test_values__hostile_ones_arrive_in_the_table_unchanged(panel: Panel, way: Way) -> None:
    texts = [text for text in TEXTS if len(text) < 1000]
    events = [Event(f"e{at}", text) for at, text in enumerate(texts)]
    for start in range(0, len(events), 100):
        panel.visitor.open("", head=TAG)
        panel.start(*events[start : start + 100], way=way)
        panel.tab.evaluate(
            "values => values.forEach(value => rtp('send', 'event', { value: JSON.parse(value) }))",
            list(map(json.dumps, texts[start : start + 100])),
        )
        comes = [event.id for event in events[start : start + 100]]
        panel.tab.wait_for_timeout(150)
        assert panel.host.locator("li b").all_text_contents() == comes


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        ("'demo REQUEST'", "demo REQUEST not defined; did you mean Demo request (demo)?"),
        ("'Demorequest '", "Demorequest  not defined; did you mean Demo request (demo)?"),
        ("'Demo\\u00a0request'", "Demo\\u00a0request not defined; did you mean Demo request (demo)?"),
        (
            "'download example whitpaper'",
            f"download example whitpaper not defined; did you mean {PAPER.value} ({PAPER.id})?",
        ),
        ("'Takl'", "Takl not defined"),  # half of it is different
        ("'Tolk'", "Tolk not defined; did you mean Talk (talk, talk-again)?"),
        ("'Pricing'", "Pricing not defined"),
        ("''", " not defined"),
        ("7", "7 The value is not a string."),
        ("null", "null The value is not a string."),
        ("undefined", "undefined The call has no value."),
    ],
)
def test_value__that_is_not_defined_gets_the_nearest_one(panel: Panel, value: str, verdict: str) -> None:
    panel.visitor.open("", head=TAG)
    panel.start(*EVENTS)
    panel.tab.evaluate(f"rtp('send', 'event', {{ value: {value} }}); undefined")
    panel.wait_for([verdict])


def test_call__with_more_than_four_values_or_with_values_sent_before_has_a_note(panel: Panel) -> None:
    panel.visitor.open("", head=TAG)
    panel.start(*EVENTS)
    panel.tab.evaluate("rtp('send', 'event', { value: ['1', '2', '3', '4', 'Talk'] }); undefined")
    panel.tab.evaluate("rtp('send', 'event', { value: 'Talk' }); rtp('send', 'event'); undefined")
    panel.wait_for(
        [
            *(f"{at} not defined" for at in range(1, 5)),
            "Talk talk, talk-again",
            "Marketo accepts at most 4 values in one call.",
        ],
        ["Talk talk, talk-again", "Sent before in this page view."],
        ["undefined The call has no value."],
    )


def test_other_calls__are_shown_as_they_are_written(panel: Panel) -> None:
    panel.visitor.open("<p>x</p>", head=TAG)
    panel.start(*EVENTS)
    panel.tab.evaluate("""const loop = {}; loop.loop = loop;
        rtp('get', 'visitor', () => {}); rtp('set', document.body, loop); rtp(); undefined""")
    panel.wait_for(['rtp("get", "visitor", function)'], ['rtp("set", element, object)'], ["rtp()"])


# The calls before the recorder, and the tag.


def test_queue__has_the_calls_before_the_recorder(panel: Panel) -> None:
    panel.visitor.open(render(TALK, "script"), head=TAG)
    panel.tab.evaluate("rtp('get', 'campaign', true); undefined")
    panel.start(*EVENTS)
    assert panel.lines == [["Talk talk, talk-again"], ['rtp("get", "campaign", true)']]
    assert panel.times == ["before", "before"]
    panel.wait_for_status("Waiting 2 calls are in the queue of the tag.")
    panel.tab.evaluate("rtp('send', 'event', { value: 'Demo' }); undefined")
    panel.wait_for(["Demo demo"])
    panel.wait_for_status("Waiting 3 calls are in the queue of the tag.")


def test_queue__whatever_is_in_it_is_no_error(panel: Panel) -> None:
    panel.visitor.open("", head=f"{TAG}<script>rtp.q = [null, 1, {{ length: 1, 0: 'x' }}];</script>")
    panel.start(*EVENTS)
    panel.wait_for(["rtp()"], ["rtp()"], ['rtp("x")'])
    panel.tab.evaluate("rtp.q = 'x'; undefined")
    panel.wait_for_status(_EMPTY)
    assert panel.visitor.messages == []


def test_tag__that_loads_late_and_replaces_the_function_is_recorded_at_once(panel: Panel) -> None:
    panel.visitor.open("", head=TAG)
    panel.start(*EVENTS)
    panel.wait_for_status(_EMPTY)
    panel.tab.evaluate("rtp('send', 'event', { value: 'Talk' }); undefined")
    panel.wait_for_status("Waiting 1 call is in the queue of the tag.")
    panel.tab.evaluate(f"{LOADED} rtp('send', 'event', {{ value: 'Demo' }}); undefined")
    panel.wait_for(["Talk talk, talk-again"], _REPLACED, ["Demo demo"])
    panel.wait_for_status(_TAKEN_OVER)
    assert panel.tab.evaluate("received") == sent("Demo")


def test_tag__that_has_loaded_before_has_calls_that_are_not_known(panel: Panel) -> None:
    panel.visitor.open("", head=f"<script>{LOADED}</script>")
    panel.start(*EVENTS)
    assert panel.lines == [_NOT_KNOWN]
    panel.wait_for_status(_TAKEN_OVER)


def test_tag__that_comes_after_the_recorder_is_recorded_at_once(panel: Panel) -> None:
    panel.visitor.open("", head="<script></script>")
    panel.start(*EVENTS)
    panel.wait_for_status("No tag This page has no function rtp.")
    script = panel.visitor.site.pages["/tag.js"].text
    panel.tab.evaluate(f"{script} rtp('send', 'event', {{ value: 'Talk' }}); undefined")
    panel.wait_for(_CREATED, ["Talk talk, talk-again"])
    assert panel.visitor.calls == sent("Talk")
    assert panel.tab.evaluate("rtp.a") == "account"


@pytest.mark.parametrize("body", ['<p id="rtp">x</p>', '<form name="rtp"></form><form name="rtp"></form>'])
def test_tag__an_element_in_its_place_is_named(panel: Panel, body: str) -> None:
    panel.visitor.open(body, head="")
    panel.start(*EVENTS)
    panel.wait_for_status("No tag An element of this page has the id or name rtp. Rename it.")
    assert panel.lines == []


def test_function__keeps_its_type_and_properties(panel: Panel) -> None:
    panel.visitor.open(render(TALK, "script"), head=TAG)
    panel.start(*EVENTS)
    found = panel.tab.evaluate("[typeof rtp, rtp.a, rtp.q.length, rtp === rtp, rtp === window.rtp, rtp.length]")
    assert found == ["function", "account", 1, True, True, 0]
    panel.tab.evaluate("rtp.mine = 1; rtp.apply(null, ['send', 'event', { value: 'Demo' }]); undefined")
    panel.wait_for(["Demo demo"])
    assert panel.tab.evaluate("rtp.mine") == 1


def test_function__its_results_and_errors_reach_the_page(panel: Panel) -> None:
    panel.visitor.open("", head="<script>function fail() { throw new Error('no'); }</script>")
    panel.start(*EVENTS)
    panel.tab.evaluate(f"{LOADED} undefined")
    assert panel.tab.evaluate("rtp('send', 'event', { value: 'Talk' })") == "done"
    assert panel.tab.evaluate("rtp('send', 'event', { get value() { throw new Error('odd'); } })") == "done"
    panel.tab.evaluate("window.rtp = fail; undefined")
    assert panel.tab.evaluate("{ try { rtp('send', 'event', { value: 'Demo' }); } catch (e) { e.message } }") == "no"
    panel.wait_for(["Talk talk, talk-again"], ["A call could not be read."], _REPLACED, ["Demo demo"])


def test_do_not_send__keeps_calls_from_the_tag(panel: Panel) -> None:
    panel.visitor.open(render(PAPER, "button"), head=TAG)
    panel.start(*EVENTS)
    warning = panel.host.get_by_text("Calls are not sent: \u201cDo not send\u201d is on.")
    assert not warning.is_visible()
    panel.button("Do not send").click()
    assert warning.is_visible()
    assert panel.button("Do not send").get_attribute("aria-pressed") == "true"
    panel.visitor.click("button")
    panel.wait_for([f"{PAPER.value} {PAPER.id}", "Not sent."])
    panel.button("Do not send").click()
    panel.tab.evaluate("rtp('send', 'event', { value: 'Talk' }); undefined")
    panel.wait_for(["Talk talk, talk-again"])
    assert panel.visitor.calls == sent("Talk")


def test_clear__empties_the_log(panel: Panel) -> None:
    panel.visitor.open("", head=TAG)
    panel.start(*EVENTS)
    panel.tab.evaluate("rtp('send', 'view'); undefined")
    panel.wait_for(['rtp("send", "view")'])
    assert panel.host.get_by_text("1 call", exact=True).is_visible()
    panel.button("Clear").click()
    assert panel.host.get_by_text("0 calls", exact=True).is_visible()
    assert panel.host.get_by_text("Calls appear here.").is_visible()


def test_log__has_the_last_500_lines_of_1000_calls(panel: Panel) -> None:
    panel.visitor.open("", head=TAG)
    panel.start(*EVENTS)
    panel.tab.evaluate("for (let at = 0; at < 1000; at += 1) { rtp('send', 'event', { value: 'v' + at }); }")
    panel.wait_for(["v999 not defined"])
    assert panel.host.get_by_text("1000 calls; the last 500 lines are shown").is_visible()
    assert len(panel.lines) == 500
    assert panel.visitor.calls == sent(*(f"v{at}" for at in range(1000)))


# Functions that the recorder cannot watch, and wrappers of the page.


def test_declared_function__is_recorded_with_a_note_also_after_it_was_replaced(panel: Panel) -> None:
    panel.visitor.open("", head="<script>function rtp() { (rtp.q = rtp.q || []).push(arguments); }</script>")
    panel.start(*EVENTS)
    panel.wait_for_status(_EMPTY + _UNWATCHED)
    panel.tab.evaluate("rtp('send', 'event', { value: 'Demo' }); undefined")
    panel.wait_for(_NONE_BEFORE, ["Demo demo"])
    panel.tab.evaluate(f"{_WRAP} undefined")  # with the same queue, whose call is shown already
    panel.wait_for(_NONE_BEFORE, ["Demo demo"], _REPLACED)
    panel.tab.evaluate(f"{LOADED} undefined")
    panel.wait_for(_REPLACED, _REPLACED)
    panel.wait_for_status(_TAKEN_OVER + _UNWATCHED)
    panel.tab.evaluate("rtp('send', 'event', { value: 'Talk' }); undefined")
    panel.wait_for(["Talk talk, talk-again"])
    assert panel.tab.evaluate("received") == sent("Talk")


def test_locked_function__is_reported(panel: Panel) -> None:
    panel.visitor.open("", head="<script>Object.defineProperty(window, 'rtp', { value() {} });</script>")
    panel.start(*EVENTS)
    panel.wait_for_status("Cannot record The page has locked the function rtp.")


def test_declared_later__a_global_function_is_recorded(panel: Panel) -> None:
    panel.visitor.open("", head="")
    panel.start(*EVENTS)
    panel.tab.add_script_tag(content="function rtp() { (rtp.q = rtp.q || []).push(arguments); } rtp('send', 'view');")
    panel.wait_for(_CREATED, ['rtp("send", "view")'])
    panel.tab.evaluate("rtp('send', 'event', { value: 'Talk' }); undefined")
    panel.wait_for(["Talk talk, talk-again"])


def test_accessor__of_the_page_stays_in_use(panel: Panel) -> None:
    accessor = (
        "let own; Object.defineProperty(window, 'rtp', { get: () => own, set(f) { own = f; }, configurable: true });"
    )
    panel.visitor.open("", head=f"<script>{accessor} window.getOwn = () => own;</script>{TAG}")
    panel.start(*EVENTS)
    panel.tab.evaluate(
        f"rtp('send', 'event', {{ value: 'Talk' }}); {LOADED} rtp('send', 'event', {{ value: 'Demo' }});"
    )
    panel.wait_for(["Talk talk, talk-again"], _REPLACED, ["Demo demo"])
    assert panel.tab.evaluate("[getOwn() === rtp, received.length]") == [False, 1]


_WRAP = """window.rtp = (function (send) {
    return Object.assign(function () {
        window.wrapped = (window.wrapped || 0) + 1;
        return send.apply(this, JSON.parse(JSON.stringify([...arguments])));
    }, send);
}(window.rtp));"""


def test_wrapper__of_the_page_before_or_after_is_one_call(panel: Panel) -> None:
    panel.visitor.open("", head=f"{TAG}<script>{_WRAP}</script>")
    panel.start(*EVENTS)
    panel.tab.evaluate("rtp('send', 'event', { value: 'Talk' }); undefined")
    panel.tab.evaluate(f"{_WRAP} rtp('send', 'event', {{ value: 'Demo' }}); undefined")
    panel.wait_for(["Talk talk, talk-again"], _REPLACED, ["Demo demo"])
    assert panel.tab.evaluate("wrapped") == 3
    assert panel.visitor.calls == sent("Talk", "Demo")
    panel.button("Do not send").click()
    panel.button("Close").click()
    panel.tab.evaluate("rtp('send', 'event', { value: 'Demo' }); undefined")
    assert panel.visitor.calls == sent("Talk", "Demo", "Demo")
    assert panel.visitor.messages == []


def test_wrapper__that_waits_is_one_call_and_a_copy_of_the_function_is_another(panel: Panel) -> None:
    panel.visitor.open("", head=TAG)
    panel.start(*EVENTS)
    panel.tab.evaluate("""window.kept = window.rtp;
        window.rtp = function () { setTimeout(() => { kept.apply(null, arguments); }, 5); };
        rtp('send', 'event', { value: 'Talk' }); rtp('send', 'view'); undefined""")
    panel.tab.wait_for_function("rtp.q && rtp.q.length === 2")
    panel.wait_for(_NONE_BEFORE, _REPLACED, ["Talk talk, talk-again"], ['rtp("send", "view")'])
    panel.tab.evaluate("kept('send', 'event', { value: 'Demo' }); kept('send', 'view'); undefined")
    panel.wait_for(['rtp("send", "view")'], ["Demo demo"], ['rtp("send", "view")'])


def test_queue__that_is_sent_through_the_new_function_is_not_shown_again_and_not_muted(panel: Panel) -> None:
    panel.visitor.open(render(TALK, "script"), head=TAG)
    panel.start(*EVENTS)
    panel.tab.evaluate("rtp('send', 'event', { value: 'Demo' }); undefined")
    panel.button("Do not send").click()
    panel.tab.evaluate(f"""const {{ q }} = rtp; {LOADED}
        q.forEach((values) => {{ window.rtp.apply(null, values); }});
        const data = {{ value: 'Talk' }};
        rtp('send', 'event', data); rtp('send', 'event', data); undefined""")
    new = ["Talk talk, talk-again", "Sent before in this page view.", "Not sent."]
    panel.wait_for(["Talk talk, talk-again"], ["Demo demo"], _REPLACED, new, new)
    assert panel.tab.evaluate("received") == sent("Talk", "Demo")


def test_callback__its_own_call_is_another_one(panel: Panel) -> None:
    answer = "window.rtp = function (a, b, c) { if (typeof c === 'function') { c(); } };"
    panel.visitor.open("", head=f"<script>{answer}</script>")
    panel.start(*EVENTS)
    panel.tab.evaluate("rtp('get', 'visitor', () => rtp('send', 'event', { value: 'Talk' })); undefined")
    panel.wait_for(['rtp("get", "visitor", function)'], ["Talk talk, talk-again"])
