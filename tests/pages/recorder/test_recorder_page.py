"""The recorder leaves the page alone: what it adds is gone after it is closed, and nothing in it acts on the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession

from rtpsnippets import Button, Event, Link, render, render_recorder
from rtpsnippets.snippets.recorder import bookmarklet
from tests.pages.recorder.panel import LOADED, Panel
from tests.pages.visitor import BINDING, BLOCKED, TAG, Visitor, sent
from tests.patience import comes_true

GO = Event("go", "Go!", Button("Go"))
PAPER = Event("paper", 'It\'s a "paper" \u2013 50%', Button("Paper"), link=Link("Paper", {"href": "#paper"}))
MARKED = Event("marked", "Marked", carrier="data")
FORM = Event("form", "Form", selector="form", on="submit")
EVENTS = (GO, PAPER, MARKED, FORM)

_STATE = """() => JSON.stringify([
    Reflect.ownKeys(window).map(String).sort(),
    document.documentElement.outerHTML,
    document.activeElement.localName,
])"""
_KEEP = "window.kept = Object.getOwnPropertyDescriptor(window, 'rtp'); undefined"
_IS_AS_BEFORE = """() => {
    const now = Object.getOwnPropertyDescriptor(window, 'rtp');
    return JSON.stringify(Object.keys(kept || {})) === JSON.stringify(Object.keys(now || {})) &&
        Object.keys(now || {}).every((name) => kept[name] === now[name]);
}"""
_DECLARED = "<script>function rtp() { (rtp.q = rtp.q || []).push(arguments); }</script>"
_ACCESSOR = """<script>Object.defineProperty(window, 'rtp', { get: () => Math.max, configurable: true });</script>"""
_READ_ONLY = """<script>Object.defineProperty(window, 'rtp', { value() {}, configurable: true });</script>"""

pytestmark = pytest.mark.playwright


def _listeners(session: CDPSession) -> dict[str, int]:
    """The number of listeners on the objects that every page has."""
    counts = {}
    for name in ("window", "document", "document.documentElement", "document.body", "window.navigation || window"):
        found = session.send("Runtime.evaluate", {"expression": name})["result"]
        listeners = session.send("DOMDebugger.getEventListeners", {"objectId": found["objectId"]})
        counts[name] = len(listeners["listeners"])
    return counts


# Closing it.


@pytest.mark.parametrize(
    ("head", "body"),
    [(TAG, ""), ("", ""), (_DECLARED, ""), (_ACCESSOR, ""), (_READ_ONLY, ""), ("", '<p id="rtp">x</p>')],
    ids=["tag", "no tag", "declared", "accessor", "read-only", "element"],
)
def test_close__leaves_globals_and_document_as_they_were(panel: Panel, head: str, body: str) -> None:
    panel.visitor.open(body + render(GO, "button"), head=head)
    panel.tab.evaluate(_KEEP)
    before = panel.tab.evaluate(_STATE)
    panel.start(*EVENTS)
    panel.button("Outlines").click()
    assert panel.outlines == ["go"]
    panel.button("Close").click()
    assert panel.host.count() == 0
    assert panel.tab.evaluate(_STATE) == before
    assert panel.tab.evaluate(_IS_AS_BEFORE)


@pytest.mark.parametrize("head", [TAG, "", _DECLARED], ids=["tag", "no tag", "declared"])
def test_close__leaves_a_function_that_came_meanwhile(panel: Panel, head: str) -> None:
    panel.visitor.open("", head=head)
    panel.start(*EVENTS)
    panel.tab.evaluate(f"{LOADED} window.newest = rtp; undefined")
    panel.tab.wait_for_timeout(150)
    panel.button("Close").click()
    found = panel.tab.evaluate("""() => {
        const { value, writable, enumerable } = Object.getOwnPropertyDescriptor(window, 'rtp');
        return [String(value).includes('received'), writable, enumerable];
    }""")
    assert found == [True, True, True]
    panel.tab.evaluate("newest('send', 'event', { value: 'x' }); rtp('send', 'event', { value: 'y' }); undefined")
    assert panel.tab.evaluate("received") == sent("x", "y")
    assert panel.visitor.messages == []


@pytest.mark.chromium
def test_open__adds_no_listener_to_the_page_and_one_element(panel: Panel) -> None:
    panel.visitor.open(render(GO, "button"), head=TAG)
    panel.tab.locator("button").wait_for()  # for which Playwright adds listeners of its own
    session = panel.tab.context.new_cdp_session(panel.tab)
    listeners, elements = _listeners(session), panel.tab.locator("*").count()
    body = panel.tab.inner_html("body")
    panel.start(*EVENTS)
    panel.button("Outlines").click()
    assert _listeners(session) == listeners
    assert panel.tab.evaluate("document.querySelectorAll('*').length") == elements + 1
    assert panel.tab.inner_html("body") == body


def test_open__a_second_time_focuses_the_panel(panel: Panel) -> None:
    panel.visitor.open("", head=TAG)
    panel.start(*EVENTS)
    assert panel.tab.evaluate("document.activeElement.localName") == "body"
    panel.start(*EVENTS)
    assert panel.host.count() == 1
    assert panel.host.locator("section").evaluate("panel => panel.matches(':focus')")
    panel.tab.evaluate("rtp('send', 'view'); undefined")
    panel.wait_for(["No calls were made before the recorder started."], ['rtp("send", "view")'])


# What is done in the panel does not act on the page.


def test_keyboard__works_the_panel_and_sends_nothing(visitor: Visitor) -> None:
    event = Event("any", "Any", selector="button")
    visitor.bind(event)
    visitor.open("<p>x</p>", head=TAG + BINDING)
    visitor.tab.evaluate("document.addEventListener('keydown', () => { window.pressed = true; })")
    for _ in range(2):
        visitor.tab.evaluate(render_recorder([event]))  # its shadow root is closed, as on any page
    for _ in range(2):
        visitor.tab.keyboard.press("Tab")
    visitor.tab.keyboard.press("Enter")
    assert visitor.tab.locator("rtpsnippets-recorder").count() == 0
    assert visitor.tab.evaluate("window.pressed") is None
    assert visitor.calls == []
    assert visitor.messages == []


def test_collapse__leaves_only_the_title(panel: Panel) -> None:
    panel.visitor.open("", head=TAG)
    panel.start(*EVENTS)
    panel.button("Collapse").click()
    assert not panel.button("Do not send").is_visible()
    panel.button("Expand").click()
    assert panel.button("Do not send").is_visible()


def test_styles__of_the_page_do_not_reach_the_panel(panel: Panel) -> None:
    hostile = "html > :not(head, body) { display: none !important; color: red !important; font-size: 50px }"
    panel.visitor.open("", head=f"{TAG}<style>{hostile}</style>")
    panel.start(*EVENTS)
    look = "node => [getComputedStyle(node).fontSize, getComputedStyle(node).color]"
    assert panel.host.locator("section").evaluate(look) == ["13px", "rgb(23, 27, 34)"]


# Strict pages.


@pytest.mark.chromium
@pytest.mark.parametrize(
    "policy",
    [
        "default-src 'none'; script-src 'self'",
        "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self'",
    ],
    ids=["csp", "trusted types"],
)
def test_strict_page__refuses_the_bookmark_and_runs_the_command(panel: Panel, policy: str) -> None:
    panel.visitor.open("<p>x</p>", head=TAG, policy=policy)
    session = panel.tab.context.new_cdp_session(panel.tab)
    script = render_recorder(EVENTS)
    go = f"location.href = {bookmarklet(script)!r};"
    session.send("Runtime.evaluate", {"expression": go})
    assert comes_true(lambda: any(map(BLOCKED.search, panel.visitor.messages)))
    assert panel.host.count() == 0
    messages = panel.visitor.messages
    result = session.send("Runtime.evaluate", {"expression": script, "userGesture": True})
    assert result == {"result": {"type": "undefined"}}
    panel.tab.evaluate("rtp('send', 'event', { value: 'Go!' }); undefined")
    panel.wait_for(["Go! go"])
    panel.button("Outlines").click()
    assert panel.host.locator("section").evaluate("node => getComputedStyle(node).position") == "fixed"
    assert panel.visitor.messages == messages


# Routers.


def test_router__its_pages_are_named_and_the_panel_stays(panel: Panel) -> None:
    panel.visitor.open("", head=TAG)
    panel.start(*EVENTS)
    panel.tab.evaluate("rtp('send', 'event', { value: 'Go!' }); undefined")
    panel.tab.evaluate("""history.pushState(null, '', '/other?a=1#x');
        rtp('send', 'event', { value: 'Go!' });
        document.body.replaceWith(document.createElement('body')); undefined""")
    panel.wait_for(["Go! go"], ["Page: /other?a=1#x"], ["Go! go"])  # and not: "Sent before in this page view."
    panel.tab.evaluate("document.documentElement.replaceWith(document.createElement('html'))")
    panel.host.locator("section").wait_for()
    panel.tab.evaluate("history.back()")
    panel.wait_for(["Page: /page"])


# The outlines.


def test_outlines__name_the_events_of_each_element_that_sends(panel: Panel) -> None:
    panel.visitor.bind(*EVENTS)
    panel.visitor.open(
        f"""<h1>x</h1>{render(GO, "button")} {render(PAPER, "link")}
        <p data-rtp-event="marked">x</p><p class="a rtp-event--marked rtp-event--go">x</p>
        <form onsubmit="return false"><button>x</button></form>
        <p data-rtp-event="unknown">x</p>
        <p onclick='rtp("send", "event", {{value: ["Go!", "G\\x6f"]}})'>x</p>
        <a href="javascript:rtp('send', 'event', {{value: 'Marked'}})">x</a>
        <p onclick="other({{ value: 'Go!' }}, 'rtp')">x</p>
        <p hidden data-rtp-event="go">x</p>
        <div><template shadowrootmode="open"><p data-rtp-event="go">x</p></template></div>""",
        head=TAG + BINDING,
    )
    panel.start(*EVENTS)
    assert panel.outlines == []
    panel.button("Outlines: 10").click()
    expected = [
        *("form, submit", "go", "go", "go; \u201cGo\u201d: not defined", "marked", "marked", "marked; go", "paper"),
        "unknown: not defined",
    ]
    comes_true(lambda: sorted(panel.outlines) == expected)
    assert sorted(panel.outlines) == expected
    panel.button("Outlines").click()
    assert panel.outlines == []


def test_outlines__find_a_call_in_any_handler_and_in_an_escaped_address(panel: Panel) -> None:
    send = "rtp('send', 'event', {value: 'Go!'})"
    handlers = ("onblur", "ondblclick", "oninput", "onkeydown", "onmouseover", "ontoggle")
    addresses = ("%72tp('send','event',%7Bvalue:'Go!'%7D)", f"{send}; '5%'", f"{send}; 'g\u00fcltig'")
    panel.visitor.open(
        "".join(f'<p {name}="{send}">x</p>' for name in handlers)
        + "".join(f'<p><a href=" JavaScript:{address}">x</a></p>' for address in addresses)
        + f'<p title="{send}">x</p><a href="/?{send}">x</a>',
        head=TAG,
    )
    panel.start(*EVENTS)
    panel.button("Outlines: 9").click()
    assert comes_true(lambda: panel.outlines == ["go"] * 9)


def test_outlines__follow_their_elements(panel: Panel) -> None:
    panel.visitor.open(f"<h1>x</h1>{render(GO, 'button')}", head=TAG)
    panel.start(*EVENTS)
    panel.button("Outlines: 1").click()
    button, box = panel.tab.locator("#go"), panel.host.locator(".layer div")
    box.wait_for()
    assert box.bounding_box() == button.bounding_box()
    panel.tab.evaluate("document.querySelector('h1').style.height = '90px'; undefined")
    assert comes_true(lambda: box.bounding_box() == button.bounding_box())
    panel.tab.evaluate("document.querySelector('#go').remove()")
    assert comes_true(lambda: panel.outlines == [])


def test_outlines__say_where_the_binding_is_missing(panel: Panel) -> None:
    panel.visitor.open('<p data-rtp-event="marked">x</p><form><button>x</button></form>', head=TAG)
    panel.start(*EVENTS, Event("odd", "Odd", selector=":odd"))
    panel.button("Outlines: 2").click()
    expected = ["marked: needs rtp-events.js", "form, submit: needs rtp-events.js"]
    comes_true(lambda: panel.outlines == expected)
    assert panel.outlines == expected
