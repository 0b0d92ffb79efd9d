"""The triggers of the binding: load, after some seconds, submit, and visible."""

from __future__ import annotations

import pytest

from rtpsnippets import Event
from tests.pages.visitor import BINDING, LEAVING, TAG, Visitor, by_either_mark, sent

_WITHOUT_OBSERVER = "<script>delete window.IntersectionObserver;</script>"
_FAR_BELOW = '<div style="height: 9000px">x</div>'
_SECONDS = 1000
_MARKS = [("", 'data-rtp-event="go"'), ("", 'class="cta rtp-event--go"')]


def _go(on: str, selector: str = "") -> Event:
    return Event("go", "Go!", on=on, selector=selector)


# Load.


@pytest.mark.parametrize(("selector", "calls"), [("", sent("Go!")), ("p", sent("Go!")), ("b", [])])
def test_load__is_sent_if_the_page_has_a_match_for_the_selector(
    visitor: Visitor, selector: str, calls: list[object]
) -> None:
    visitor.bind(_go("load", selector), Event("last", "Last", on="load"))
    visitor.open("<p>x</p>")
    visitor.wait_for([*calls, *sent("Last")])


@by_either_mark
def test_load__is_sent_once_and_by_no_click(patient_visitor: Visitor, mark: str) -> None:
    patient_visitor.bind(_go("load"))
    patient_visitor.open(f"<p {mark}>x</p>")
    patient_visitor.tab.clock.run_for(5 * _SECONDS)
    patient_visitor.click("p")
    assert patient_visitor.calls == sent("Go!")


def test_load__an_element_that_comes_later_counts(patient_visitor: Visitor) -> None:
    patient_visitor.bind(_go("load", "p"))
    patient_visitor.open("")
    patient_visitor.tab.clock.run_for(5 * _SECONDS)
    assert patient_visitor.calls == []
    patient_visitor.page.evaluate("document.body.innerHTML = '<p>x</p>'")
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    assert patient_visitor.calls == sent("Go!")


@pytest.mark.parametrize("attribute", ["defer", "async", 'type="module"'])
def test_load__is_sent_however_the_file_is_loaded(visitor: Visitor, attribute: str) -> None:
    visitor.bind(_go("load"))
    visitor.open("", head=f'{TAG}<script {attribute} src="/rtp-events.js"></script>')
    visitor.wait_for(sent("Go!"))


def test_load__is_sent_if_the_file_comes_after_the_page_has_loaded(visitor: Visitor) -> None:
    visitor.bind(_go("load"))
    visitor.open("", head=TAG)
    visitor.page.add_script_tag(url="/rtp-events.js")
    visitor.wait_for(sent("Go!"))


# After some seconds.


@pytest.mark.parametrize(("selector", "calls"), [("", sent("Go!")), ("p", sent("Go!")), ("b", [])])
def test_after__is_sent_when_the_time_is_over(patient_visitor: Visitor, selector: str, calls: list[object]) -> None:
    patient_visitor.bind(_go("after 60s", selector))
    patient_visitor.open("<p>x</p>")
    patient_visitor.tab.clock.run_for(30 * _SECONDS)
    assert patient_visitor.calls == []
    patient_visitor.tab.clock.run_for(31 * _SECONDS)
    assert patient_visitor.calls == calls


def test_after__uses_the_browsers_own_clock(visitor: Visitor) -> None:
    visitor.bind(_go("after 2s"))
    visitor.open("")
    visitor.wait_for(sent("Go!"))
    assert visitor.page.evaluate("performance.now()") >= 2 * _SECONDS


# Submit.


@pytest.mark.parametrize(("selector", "mark"), [*_MARKS, ("form[action]", "")])
def test_submit__is_sent_before_the_form(visitor: Visitor, selector: str, mark: str) -> None:
    visitor.bind(_go("submit", selector))
    visitor.open(f'<form action="/page" {mark}><button name="b">x</button></form>', head=TAG + LEAVING + BINDING)
    visitor.click("button")
    visitor.page.wait_for_url("**/page?b=")
    assert visitor.calls_before_leaving == sent("Go!")


def test_submit__the_enter_key_counts_and_a_form_that_is_not_filled_in_does_not(visitor: Visitor) -> None:
    visitor.bind(_go("submit", "form"))
    visitor.open('<form><input name="x" required><button>x</button></form>')
    visitor.page.evaluate("document.querySelector('form').onsubmit = () => false")
    visitor.click("button")
    assert visitor.calls == []
    visitor.page.fill("input", "x")
    visitor.page.press("input", "Enter")
    assert visitor.calls == sent("Go!")


def test_submit__a_click_alone_sends_nothing(visitor: Visitor) -> None:
    visitor.bind(_go("submit", "form"))
    visitor.open('<form><button type="button">x</button></form>')
    visitor.click("button")
    assert visitor.calls == []


def test_click__a_submit_alone_sends_nothing(visitor: Visitor) -> None:
    visitor.bind(_go("click", "form"))
    visitor.open("<form></form>")
    visitor.page.evaluate("""() => {
        const form = document.querySelector('form');
        form.onsubmit = () => false;
        form.requestSubmit();
    }""")
    assert visitor.calls == []


# Visible.


@pytest.mark.parametrize(("selector", "mark"), [*_MARKS, ("p", "")])
def test_visible__is_sent_once_when_the_element_is_scrolled_to(
    patient_visitor: Visitor, selector: str, mark: str
) -> None:
    patient_visitor.bind(_go("visible", selector), Event("here", "Here", on="visible", selector="b"))
    patient_visitor.open(f"<b>x</b>{_FAR_BELOW}<p {mark}>x</p>")
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    patient_visitor.wait_for(sent("Here"))
    for _ in range(2):
        patient_visitor.page.evaluate("document.querySelector('p').scrollIntoView()")
        patient_visitor.tab.clock.run_for(2 * _SECONDS)
        patient_visitor.wait_for(sent("Here", "Go!"))
        patient_visitor.page.evaluate("scroll(0, 0)")
        patient_visitor.tab.clock.run_for(2 * _SECONDS)
    assert patient_visitor.calls == sent("Here", "Go!")


def test_visible__an_element_that_is_added_later_is_seen(patient_visitor: Visitor) -> None:
    patient_visitor.bind(_go("visible", "p"))
    patient_visitor.open("<b>x</b>")
    patient_visitor.tab.clock.run_for(5 * _SECONDS)
    assert patient_visitor.calls == []
    patient_visitor.page.evaluate("document.body.innerHTML += '<p>x</p>'")
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    patient_visitor.wait_for(sent("Go!"))


@pytest.mark.parametrize(
    "style",
    ["display: none", "position: absolute; left: -900px", "position: absolute; top: -900px", "margin-left: 9000px"],
)
def test_visible__an_invisible_element_sends_nothing(patient_visitor: Visitor, style: str) -> None:
    patient_visitor.bind(_go("visible", "p"), Event("here", "Here", on="visible", selector="b"))
    patient_visitor.open(f'<p style="width: 9px; {style}">x</p><b>x</b>')
    patient_visitor.tab.clock.run_for(5 * _SECONDS)
    patient_visitor.wait_for(sent("Here"))
    patient_visitor.page.evaluate("document.querySelector('p').removeAttribute('style')")
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    patient_visitor.wait_for(sent("Here", "Go!"))


@pytest.mark.parametrize("style", ["visibility: hidden", "visibility: collapse"])
@pytest.mark.parametrize("display", ["block", "contents"])
def test_visible__a_hidden_element_sends_when_it_is_shown(patient_visitor: Visitor, style: str, display: str) -> None:
    patient_visitor.bind(_go("visible", "p"), Event("here", "Here", on="visible", selector="b"))
    patient_visitor.open(f'<p style="{style}; display: {display}"><i>x</i></p><b>x</b>')
    patient_visitor.tab.clock.run_for(5 * _SECONDS)
    patient_visitor.wait_for(sent("Here"))
    patient_visitor.page.evaluate("document.querySelector('p').style.visibility = 'visible'")
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    patient_visitor.wait_for(sent("Here", "Go!"))


def test_visible__an_element_hidden_until_it_is_scrolled_to_sends(patient_visitor: Visitor) -> None:
    patient_visitor.bind(_go("visible", "p"))
    patient_visitor.open(f'{_FAR_BELOW}<p style="visibility: hidden">x</p>')
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    patient_visitor.page.evaluate("document.querySelector('p').scrollIntoView()")
    patient_visitor.page.wait_for_timeout(200)
    patient_visitor.page.evaluate("document.querySelector('p').style.visibility = 'visible'")
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    patient_visitor.wait_for(sent("Go!"))


def test_visible__a_transparent_element_counts(visitor: Visitor) -> None:
    visitor.bind(_go("visible", "p"))
    visitor.open('<p style="opacity: 0">x</p>')
    visitor.wait_for(sent("Go!"))


@pytest.mark.parametrize(
    ("html", "shadow"),
    [
        ("<i>x</i>", ""),
        ('<i style="display: contents"><u style="display: contents"><b>x</b></u></i>', ""),
        ("", "<i>x</i>"),
        ("<i>x</i>", "<slot></slot>"),
    ],
    ids=["child", "nested", "shadow", "slot"],
)
def test_visible__an_element_without_a_box_is_seen_with_what_is_in_it(
    patient_visitor: Visitor, html: str, shadow: str
) -> None:
    patient_visitor.bind(_go("visible"))
    element = f'<p data-rtp-event="go" style="display: contents">{html}</p>'
    patient_visitor.open(f'<form><input name="createRange"></form>{_FAR_BELOW}{element}<br id="end">')
    if shadow:
        patient_visitor.page.evaluate(
            "shadow => { document.querySelector('p').attachShadow({ mode: 'open' }).innerHTML = shadow; }", shadow
        )
    patient_visitor.tab.clock.run_for(3 * _SECONDS)
    assert patient_visitor.calls == []
    patient_visitor.page.evaluate("document.querySelector('#end').scrollIntoView()")
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    patient_visitor.wait_for(sent("Go!"))


@pytest.mark.parametrize("on", ["visible", "load"])
@pytest.mark.parametrize(("selector", "mark"), [*_MARKS, ("b", "")], ids=["mark", "class", "selector"])
def test_visible__an_element_in_an_open_shadow_root_is_found(
    patient_visitor: Visitor, on: str, selector: str, mark: str
) -> None:
    patient_visitor.bind(_go(on, selector))
    patient_visitor.open("")
    patient_visitor.tab.clock.run_for(3 * _SECONDS)
    assert patient_visitor.calls == sent(*(["Go!"] if on == "load" and not selector else []))
    patient_visitor.page.evaluate(
        """html => {
            let root = document.body;
            for (const name of ['outer', 'inner']) {
                root = root.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
            }
            root.innerHTML = html;
        }""",
        f"<b {mark}>x</b>",
    )
    patient_visitor.tab.clock.run_for(2 * _SECONDS)
    patient_visitor.wait_for(sent("Go!"))


def test_visible__a_browser_without_observers_sends_everything_else(visitor: Visitor) -> None:
    visitor.bind(_go("visible"), Event("loaded", "Loaded", on="load"))
    body = f'<p id="IntersectionObserver" data-rtp-event="go">x</p>{_WITHOUT_OBSERVER}{BINDING}'
    visitor.open(body, head=TAG)
    visitor.wait_for(sent("Loaded"))
    assert visitor.messages == []


def test_visible__a_control_that_hides_a_property_of_its_form_causes_no_conflict(visitor: Visitor) -> None:
    visitor.bind(_go("visible", "form"))
    visitor.open('<form><input name="getClientRects"><input name="shadowRoot"><input name="host"></form>')
    visitor.wait_for(sent("Go!"))
    assert visitor.messages == []


def test_visible__a_click_sends_nothing_where_nothing_was_seen(visitor: Visitor) -> None:
    visitor.bind(_go("visible"))
    visitor.open(f'{_FAR_BELOW}<p data-rtp-event="go">x</p>')
    visitor.click_all("p")
    assert visitor.calls == []


# Waiting.


def test_binding__looks_again_until_nothing_is_waited_for(patient_visitor: Visitor) -> None:
    patient_visitor.bind(_go("load", "p"), Event("clicked", "Clicked"))
    patient_visitor.add_script("/count.js", _COUNT_TIMERS)
    patient_visitor.open("", head=f'{TAG}<script src="/count.js"></script>{BINDING}')
    patient_visitor.tab.clock.run_for(30 * _SECONDS)
    assert patient_visitor.page.evaluate("tasks.length") > 20
    patient_visitor.page.evaluate("document.body.innerHTML = '<p>x</p>'")
    patient_visitor.tab.clock.run_for(4 * _SECONDS)
    assert patient_visitor.calls == sent("Go!")
    assert patient_visitor.page.evaluate("waiting") == 0


@pytest.mark.parametrize("on", ["visible", "load"])
def test_binding__yields_to_the_page_after_each_slow_selector(patient_visitor: Visitor, on: str) -> None:
    slow = [Event(f"slow{at}", "x", on=on, selector=f".slow{at}") for at in range(4)]
    patient_visitor.bind(*slow, *(Event(f"fast{at}", "x", on=on, selector=f".fast{at}") for at in range(4)))
    patient_visitor.add_script("/count.js", _COUNT_TIMERS)
    patient_visitor.open("", head=f'{TAG}<script src="/count.js"></script>{BINDING}')
    patient_visitor.tab.clock.run_for(9 * _SECONDS)
    looks = [task for task in patient_visitor.page.evaluate("tasks") if task["delays"]]
    # Each slow one takes 50 simulated milliseconds. So work of 200 is done in pieces, followed by a pause.
    expected: list[object] = [{"found": [f".slow{at}"], "delays": [0]} for at in range(4)]
    expected.append({"found": [f".fast{at}" for at in range(4)], "delays": [2000]})
    assert [look for look in looks if look not in expected] == []
    assert [look for look in expected if look not in looks] == []


def test_binding__a_slow_selector_is_validated_without_a_search(visitor: Visitor) -> None:
    visitor.bind(_go("click", ".slow"))
    visitor.add_script("/count.js", _COUNT_TIMERS)
    visitor.open("<p>x</p>", head=f'{TAG}<script src="/count.js"></script>{BINDING}')
    assert visitor.page.evaluate("performance.now()") == 0


# A clock that only advances while a slow selector is queried; and what each timer queries, with its delay.
_COUNT_TIMERS = """
var tasks = [];
var waiting = 0;
(function (set, time) {
  const { querySelector, querySelectorAll } = Document.prototype;
  let task = { found: [], delays: [] };
  const slowly = (find) => function (selector) {
    const [name] = /[.](slow|fast)[0-9]*$/.exec(selector) ?? [];
    if (name) { task.found.push(name); }
    if (name?.startsWith('.slow')) { time += 50; }
    return find.call(this, selector);
  };
  performance.now = () => time;
  Document.prototype.querySelector = slowly(querySelector);
  Document.prototype.querySelectorAll = slowly(querySelectorAll);
  window.setTimeout = function (act, delay) {
    if (delay !== undefined) { task.delays.push(delay); }  // else it is the visitor who waits
    waiting += 1;
    return set(() => {
      waiting -= 1;
      task = { found: [], delays: [] };
      tasks.push(task);
      act();
    }, delay);
  };
})(setTimeout, 0);
"""
