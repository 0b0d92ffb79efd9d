"""The binding finds its elements anywhere on a page, and sends each event once."""

from __future__ import annotations

from html import escape

import pytest

from rtpsnippets import Button, Carrier, Event, Link, render, render_binding
from tests.pages.visitor import BINDING, STRICT, TAG, Visitor, by_either_mark, sent

_MARKED = '<p data-rtp-event="go">x</p>'
_CLASSED = '<p class="rtp-event--go">x</p>'


def _go(selector: str = "") -> Event:
    return Event("go", "Go!", selector=selector)


def _click_by_script(visitor: Visitor, selector: str) -> None:
    script = "selector => document.querySelector(selector).dispatchEvent(new MouseEvent('click', { bubbles: true }))"
    visitor.page.evaluate(script, selector)


@pytest.mark.parametrize(
    ("selector", "html"),
    [("", _MARKED), ("", _CLASSED), ("p", "<p>x</p>")],
    ids=["attribute", "class", "selector"],
)
def test_binding__an_element_that_is_added_later_sends(visitor: Visitor, selector: str, html: str) -> None:
    visitor.bind(_go(selector))
    visitor.open("")
    visitor.page.evaluate("html => { document.body.innerHTML = html; }", html)
    visitor.click("p")
    assert visitor.calls == sent("Go!")


@pytest.mark.parametrize("change", ["dataset.rtpEvent = 'go'", "classList.add('rtp-event--go')"])
def test_binding__an_element_that_is_marked_later_sends(visitor: Visitor, change: str) -> None:
    visitor.bind(_go())
    visitor.open('<p class="x">x</p>')
    visitor.page.evaluate(f"document.querySelector('p').{change}")
    visitor.click("p")
    assert visitor.calls == sent("Go!")


@pytest.mark.parametrize(
    ("html", "change"),
    [(_MARKED, "removeAttribute('data-rtp-event')"), (_CLASSED, "classList.remove('rtp-event--go')")],
    ids=["attribute", "class"],
)
def test_binding__an_element_that_is_unmarked_sends_nothing(visitor: Visitor, html: str, change: str) -> None:
    visitor.bind(_go())
    visitor.open(html)
    visitor.page.evaluate(f"document.querySelector('p').{change}")
    visitor.click("p")
    assert visitor.calls == []


@pytest.mark.parametrize(
    ("format", "child"),
    [
        ("button", '<i style="padding: 9px">x</i>'),
        ("button", '<span><b><i style="padding: 9px">x</i></b></span>'),
        ("link", '<svg width="9" height="9"><g><path d="M0 0h9v9z"></path></g></svg>'),
        ("link", '<img alt="x" width="9" height="9">'),
    ],
    ids=["icon", "nested icon", "svg", "img"],
)
def test_binding__a_click_on_a_child_sends(visitor: Visitor, format: str, child: str) -> None:
    event = Event("go", "Go!", Button("Go"), link=Link("Go", {"href": "#x"}), carrier="data")
    visitor.bind(event)
    visitor.open(render(event, format))
    visitor.page.evaluate("html => { document.querySelector('#go').innerHTML = html; }", child)
    visitor.click("#go :not(:has(*))")
    assert visitor.calls == sent("Go!")


def test_binding__a_selector_of_element_features_is_queried_once_at_a_click(visitor: Visitor) -> None:
    visitor.bind(_go("div:has(> p)"), Event("no", "No!", selector="div:has(> b)"))
    count = "asked = []; Element.prototype.matches = function (selector) { asked.push(selector); };"
    visitor.open(f"{'<div>' * 30}<p>x</p>{'</div>' * 30}", head=f"{TAG}<script>{count}</script>{BINDING}")
    visitor.page.evaluate("asked = []")  # each is queried once when the file is loaded, to check that it is valid
    visitor.click("p")
    assert visitor.calls == sent("Go!")
    assert visitor.page.evaluate("asked") == []


def test_binding__a_click_next_to_the_element_sends_nothing(visitor: Visitor) -> None:
    visitor.bind(_go())
    visitor.open(f"<b>x</b>{_MARKED}")
    visitor.click("b")
    assert visitor.calls == []


@pytest.mark.parametrize("method", ["stopImmediatePropagation", "preventDefault"])
@pytest.mark.parametrize("target", ["document.querySelector('p')", "document", "window"])
def test_binding__a_listener_that_stops_the_click_does_not_stop_it(visitor: Visitor, method: str, target: str) -> None:
    visitor.bind(_go())
    visitor.open(_MARKED)
    visitor.page.evaluate(f"{target}.addEventListener('click', event => event.{method}(), true)")
    visitor.click("p")
    assert visitor.calls == sent("Go!")


def test_binding__an_event_is_sent_once_a_page_view(visitor: Visitor) -> None:
    visitor.bind(_go(), Event("other", "Other"))
    visitor.open(f'{_MARKED}{_MARKED}<b data-rtp-event="other">x</b>')
    for _ in range(2):
        visitor.click_all("p")
        visitor.click("b")
    assert visitor.calls == sent("Go!", "Other")


def test_binding__the_next_page_view_sends_it_again(visitor: Visitor) -> None:
    visitor.bind(_go())
    for _ in range(2):
        visitor.open(_MARKED)
        visitor.click("p")
        assert visitor.calls == sent("Go!")


@pytest.mark.parametrize(
    "attributes",
    [
        'data-rtp-event="go"',
        'class="rtp-event--go"',
        'class="rtp-event--go rtp-event--go"',
        'data-rtp-event="go" class="rtp-event--go"',
    ],
)
def test_binding__an_element_marked_and_selected_for_an_event_sends_it_once(visitor: Visitor, attributes: str) -> None:
    visitor.bind(_go("p"))
    visitor.open(f"<p {attributes}>x</p>")
    visitor.click("p")
    assert visitor.calls == sent("Go!")


def test_binding__an_element_marked_for_several_events_sends_them_all(visitor: Visitor) -> None:
    visitor.bind(Event("a", "A"), Event("b", "B"), Event("c", "C"), Event("d", "D"))
    visitor.open('<p class="x rtp-event--b\n\t&#12;rtp-event--c rtp-event-- y" data-rtp-event="a">x</p>')
    visitor.click("p")
    assert visitor.calls == sent("A", "B", "C")
    assert visitor.messages == ['rtpsnippets: no event has the id ""']


@pytest.mark.parametrize(
    "name",
    ["rtp-event-go", "x-rtp-event--go", "rtp-event--\xa0go", "\xa0rtp-event--go", "RTP-EVENT--go", "rtp-event--GO"],
)
def test_binding__a_class_is_case_sensitive_also_in_quirks_mode(visitor: Visitor, name: str) -> None:
    visitor.bind(_go(), Event("here", "Here", on="visible"), Event("last", "Last", on="visible", selector="i"))
    seen = name.replace("go", "here").replace("GO", "HERE")
    visitor.open(f'<b class="{name}">x</b><b class="{seen}">x</b><i>x</i>', doctype="")
    assert visitor.page.evaluate("document.compatMode") == "BackCompat"
    visitor.click("b")
    visitor.wait_for(sent("Last"))
    unknown = [each.removeprefix("rtp-event--") for each in (name, seen) if each.startswith("rtp-event--")]
    assert visitor.messages == [f'rtpsnippets: no event has the id "{event_id}"' for event_id in unknown]


@pytest.mark.parametrize("policy", ["", STRICT], ids=["open", "strict"])
def test_binding__an_element_with_a_class_and_the_handler_of_its_event_sends_once(
    visitor: Visitor, policy: str
) -> None:
    event = Event("go", ["it's", "b", "c", "d", "e"])
    visitor.bind(event)
    visitor.open(f'<p class="rtp-event--go" onclick="{event.handler}">x</p>', policy=policy)
    visitor.click("p")
    assert visitor.calls == sent(["it's", "b", "c", "d"], ["e"])


@pytest.mark.parametrize("element", ["svg", "math", "form", "fancy-element"])
def test_binding__a_class_marks_an_element_of_any_kind(visitor: Visitor, element: str) -> None:
    visitor.bind(_go())
    visitor.open(f'<{element} class="rtp-event--go"><input name="classList"/></{element}>')
    _click_by_script(visitor, element)
    assert visitor.calls == sent("Go!")


def test_binding__an_element_whose_properties_shadow_those_of_the_browser_causes_no_conflict(
    visitor: Visitor,
) -> None:
    visitor.bind(_go("fancy-element"), Event("mark", "Mark"), Event("here", "Here", on="visible", selector="b"))
    visitor.add_script(
        "/fancy.js",
        """customElements.define('fancy-element', class extends HTMLElement {
            get matches() { return 'matches'; }
            get classList() { return 'classes'; }
            get shadowRoot() { return 'root'; }
            getAttribute() { return 'attribute'; }
        });""",
    )
    visitor.open(
        '<fancy-element class="rtp-event--mark">x</fancy-element><b>x</b>',
        head=f'{TAG}<script src="/fancy.js"></script>{BINDING}',
    )
    visitor.wait_for(sent("Here"))
    visitor.click("fancy-element")
    assert visitor.calls == sent("Here", "Mark", "Go!")
    assert visitor.messages == []


def test_binding__an_element_of_several_events_sends_them_all(visitor: Visitor) -> None:
    visitor.bind(Event("one", "One", selector="p"), _go(), Event("two", "Two", selector="body > *"))
    visitor.open(_MARKED)
    visitor.click("p")
    assert visitor.calls == sent("Go!", "One", "Two")


@pytest.mark.parametrize("selector", ["#go", ".box", "[title]"])
@pytest.mark.parametrize("policy", ["", STRICT], ids=["open", "strict"])
def test_binding__what_a_handler_sends_is_sent_once_and_by_the_binding_if_the_handler_is_blocked(
    visitor: Visitor, selector: str, policy: str
) -> None:
    event = Event("go", ["it's", "b", "c", "d", "e"], Button("Go", {"title": "x"}), selector=selector, guard=True)
    visitor.bind(event)
    visitor.open(f'<div class="box">{render(event, "button")}</div>', policy=policy)
    visitor.click("#go")
    assert visitor.calls == sent(["it's", "b", "c", "d"], ["e"])


@pytest.mark.parametrize("control", ["", '<input name="onsubmit">'], ids=["plain", "hidden by a control"])
def test_binding__a_form_whose_handler_sends_is_sent_once(visitor: Visitor, control: str) -> None:
    event = Event("go", "Go!", selector="form", on="submit")
    visitor.bind(event)
    visitor.open(f'<form onsubmit="{event.handler} return false;">{control}<button>x</button></form>')
    visitor.click("button")
    assert visitor.calls == sent("Go!")


_HANDLERS = [
    "rtp('send','event',{value:'x'})",
    'rtp("send","event",{value:"x"})',
    "rtp(`send`, `event`, { value: `x` })",
    " rtp ( 'send' ,\n 'event' ,\t{ value : 'x' } ) ; ",
    "window.rtp('send', 'event', {value: 'x'});",
    "window.rtp && rtp('send', 'event', {value: 'x'});",
    "if (window.rtp) { rtp('send', 'event', {value: 'x'}); }",
    "rtp?.('send', 'event', {value: 'x'})",
    "return void rtp('send', 'event', {value: 'x'}), true",
    "rtp('send', 'event', {'value': 'x'})",
    'rtp("send", "event", {"value": "x",},)',
    "rtp('send', 'event', {value: ['x',]})",
    "rtp('send', /* it's */ 'event', {value: 'x'}) // that's all",
    "var url = 'https://example.com/'; rtp('send', 'event', {value: 'x'})",
    r"rtp('send', 'event', {value: '\u0078'})",
    r"rtp('send', 'event', {value: '\x78'})",
    r"rtp('s\end', 'event', {value: 'x'})",
    r"var u = location.href.replace(/^https?:\/\//, ''); rtp('send', 'event', {value: 'x'})",
    """if (!/['"]/.test(id)) { rtp('send', 'event', {value: 'x'}); }""",
    "var half = 4 / 2; rtp('send', 'event', {value: 'x'}); half = half / 2;",
    "if (!window.rtp) {} else rtp('send', 'event', {value: 'x'})",
    "self.window.rtp('send', 'event', {value: 'x'})",
]


@pytest.mark.parametrize("carrier", ["inline", "data"])
@pytest.mark.parametrize("code", _HANDLERS)
def test_binding__what_a_handwritten_handler_sends_is_sent_once(visitor: Visitor, code: str, carrier: Carrier) -> None:
    visitor.bind(Event("go", "x", selector="#x", carrier=carrier))
    visitor.open(f'<p id="x" onclick="{escape(code)}">x</p>')
    visitor.click("#x")
    assert len(visitor.calls) == 1


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("it's", r"rtp('send', 'event', {value: 'it\'s'})"),
        ("it's", 'rtp("send", "event", {value: "it\'s"})'),
        ('[a], "b", // c', """rtp('send', 'event', {value: '[a], "b", // c'})"""),
        ("\\", r"rtp('send', 'event', {value: '\\'})"),
        ("Größe\u2028", "rtp('send', 'event', {value: 'Größe\u2028'})"),
        (["a", "b"], "rtp('send', 'event', {value: ['a', \"b\"]})"),
        (["a", "b", "c", "d", "e"], "rtp('send','event',{value:['a','b','c','d']});rtp('send','event',{value:['e']})"),
    ],
)
def test_binding__a_value_that_is_written_in_another_way_is_sent_once(
    visitor: Visitor, value: str | list[str], code: str
) -> None:
    visitor.bind(Event("go", value, selector="#x"))
    visitor.open(f'<p id="x" onclick="{escape(code)}">x</p>')
    visitor.click("#x")
    batches = [value] if isinstance(value, str) else [value[at : at + 4] for at in range(0, len(value), 4)]
    assert visitor.calls == sent(*batches)


@pytest.mark.parametrize(
    "element", ['<svg id="x" width="9" height="9"', '<math id="x" style="display: block; padding: 9px"', '<body id="x"']
)
def test_binding__a_handler_of_an_element_of_any_kind_is_read(visitor: Visitor, element: str) -> None:
    visitor.bind(_go("#x"))
    visitor.open(f"""{element} onclick="rtp('send','event',{{value:'Go!'}})"></{element[1:5]}>""")
    _click_by_script(visitor, "#x")
    assert visitor.calls == sent("Go!")


@pytest.mark.parametrize(
    "code",
    [
        "rtp('send','event',{value:'X'})",
        "rtp('send','event',{value:['x','y']})",
        "rtp('send','event',{value:'y'}) // rtp('send','event',{value:'x'})",
    ],
)
def test_binding__a_handler_that_sends_something_else_changes_nothing(visitor: Visitor, code: str) -> None:
    visitor.bind(Event("go", "x", selector="#x"))
    visitor.open(f'<p id="x" onclick="{escape(code)}">x</p>')
    visitor.click("#x")
    assert visitor.calls[:1] == sent("x")
    assert len(visitor.calls) == 2


@pytest.mark.parametrize("name", ["myrtp", "my.rtp", "my . rtp", "$rtp", "my.window.rtp"])
def test_binding__a_function_with_another_name_sends_nothing(visitor: Visitor, name: str) -> None:
    visitor.bind(Event("go", "x", selector="#x"))
    names = (
        "<script>function nothing() {} my = { rtp: nothing, window: { rtp: nothing } }; myrtp = $rtp = nothing</script>"
    )
    visitor.open(f"""{names}<p id="x" onclick="{name}('send','event',{{value:'x'}})">x</p>""")
    visitor.click("#x")
    assert visitor.calls == sent("x")
    assert visitor.messages == []


@pytest.mark.parametrize("on", ["click", "visible", "load"])
def test_binding__if_the_function_fails_everything_else_is_sent(visitor: Visitor, on: str) -> None:
    events = [Event(name, name.upper(), on=on) for name in ("a", "b", "c")]
    visitor.bind(*events)
    failing = "<script>wrapped = rtp; rtp = (...all) => { wrapped(...all); throw new Error('failed'); }</script>"
    visitor.open(
        '<div data-rtp-event="c"><div data-rtp-event="b"><p data-rtp-event="a">x</p></div></div>',
        head=TAG + failing + BINDING,
    )
    if on == "click":
        visitor.click("p")
    visitor.page.wait_for_timeout(1500)
    assert sorted(map(str, visitor.calls)) == sorted(map(str, sent("A", "B", "C")))
    assert len([message for message in visitor.messages if "failed" in message]) == 3


def test_binding__another_handler_of_the_element_changes_nothing(visitor: Visitor) -> None:
    visitor.bind(_go("#x"))
    visitor.open(f'<p id="x" onclick="{Event("no", "No!").handler}">x</p>')
    visitor.click("#x")
    assert visitor.calls == sent("Go!", "No!")


def test_binding__nested_elements_send_from_the_inside_out(visitor: Visitor) -> None:
    visitor.bind(Event("outer", "Outer"), Event("inner", "Inner"))
    visitor.open('<div data-rtp-event="outer"><p data-rtp-event="inner">x</p></div>')
    visitor.click("p")
    assert visitor.calls == sent("Inner", "Outer")


def test_binding__a_file_that_is_loaded_twice_sends_once(visitor: Visitor) -> None:
    visitor.bind(_go(), Event("loaded", "Loaded", on="load"))
    visitor.open(f'{_MARKED}<b data-rtp-event="typo">x</b>', head=TAG + BINDING + BINDING)
    visitor.click("p")
    visitor.click("b")
    assert visitor.calls == sent("Loaded", "Go!")
    assert visitor.messages == ['rtpsnippets: no event has the id "typo"']


@pytest.mark.parametrize("end", ["document.close()", ""], ids=["loaded", "loading"])
def test_binding__a_page_that_is_rewritten_sends_what_is_not_yet_sent(visitor: Visitor, end: str) -> None:
    visitor.bind(
        Event("old", "Old"), _go(), Event("sub", "Sub", on="submit"), Event("here", "Here", on="visible", selector="b")
    )
    visitor.open("")
    form = '<form data-rtp-event="sub" onsubmit="return false"><button>x</button></form>'
    page = f'{TAG}{BINDING}<i data-rtp-event="old">x</i>{_MARKED}{form}'
    for _ in range(3):
        visitor.page.evaluate(f"page => {{ document.open(); document.write(page); {end} }}", page)
        visitor.click("i")
    visitor.click("p")
    visitor.click("button")
    visitor.page.evaluate("() => { document.close(); document.body.append(document.createElement('b')); }")
    visitor.wait_for(sent("Old", "Go!", "Sub", "Here"))
    assert visitor.messages == []


def test_binding__files_with_other_definitions_work_side_by_side(visitor: Visitor) -> None:
    visitor.bind(_go(), Event("here", "Here"))
    visitor.add_script("/other.js", render_binding([Event("go", "Another go"), Event("there", "There")]))
    elements = "".join(f'<p id="{name}" data-rtp-event="{name}">x</p>' for name in ("go", "here", "there"))
    visitor.open(elements, head=f'{TAG}{BINDING}<script src="/other.js"></script>')
    visitor.click_all("p")
    assert visitor.calls == sent("Go!", "Here", "There")
    assert visitor.messages == []


def test_binding__a_later_file_sends_what_the_first_one_does_not_define(visitor: Visitor) -> None:
    visitor.bind(_go())
    visitor.add_script("/other.js", render_binding([Event("there", "There")]))
    visitor.open('<p data-rtp-event="there">x</p>')
    visitor.page.add_script_tag(url="/other.js")
    visitor.click("p")
    assert visitor.calls == sent("There")
    assert visitor.messages == ['rtpsnippets: no event has the id "there"']


def test_binding__a_file_that_runs_again_and_again_listens_once(visitor: Visitor) -> None:
    visitor.bind(_go())
    counting = "window.added = 0; window.addEventListener = () => { window.added += 1; };"
    visitor.add_script("/counting.js", counting)
    visitor.open(_MARKED, head=f'{TAG}<script src="/counting.js"></script>{BINDING}')
    added = []
    for _ in range(3):
        visitor.page.evaluate("added = 0")
        visitor.page.evaluate("""new Promise((resolve) => {
            const script = document.createElement('script');
            script.onload = resolve;
            script.src = '/rtp-events.js';
            document.body.append(script);
        })""")
        added.append(visitor.page.evaluate("added"))
    assert added == [added[0]] * 3


@pytest.mark.parametrize("on", ["click", "load"])
def test_binding__a_library_with_its_own_reduce_causes_no_conflict(visitor: Visitor, on: str) -> None:
    visitor.bind(Event("go", "Go!", on=on, selector="p:has(b)"))
    visitor.add_script("/prototype.js", "Array.prototype.reduce = function () { return this[0]; };")
    visitor.open("<p><b>x</b></p>", head=f'{TAG}<script src="/prototype.js"></script>{BINDING}')
    visitor.page.evaluate("document.querySelector('b').click()")
    visitor.wait_for(sent("Go!"))


@pytest.mark.parametrize("kind", ["p", "form", "iframe"])
@pytest.mark.parametrize("name", ["rtpsnippets", "rtpsnippets binding"])
def test_binding__an_element_called_rtpsnippets_causes_no_conflict(visitor: Visitor, name: str, kind: str) -> None:
    visitor.bind(_go())
    visitor.open(f'<{kind} id="{name}" name="{name}"></{kind}>{_MARKED}{BINDING}{BINDING}', head=TAG)
    visitor.click("[data-rtp-event]")
    assert visitor.calls == sent("Go!")
    assert visitor.messages == []


@pytest.mark.parametrize("name", ["querySelector", "querySelectorAll", "readyState"])
def test_binding__a_form_that_hides_a_property_of_the_page_causes_no_conflict(visitor: Visitor, name: str) -> None:
    visitor.bind(_go(".x"), Event("here", "Here", on="visible"), Event("now", "Now", on="load"))
    body = f'<form name="{name}"></form><p class="x">x</p><i data-rtp-event="here">x</i>{BINDING}'
    visitor.open(body, head=TAG)
    visitor.wait_for(sent("Now", "Here"))
    visitor.page.evaluate("document.getElementsByTagName('p')[0].click()")  # a driver sees the same as the page
    assert visitor.calls == sent("Now", "Here", "Go!")
    assert visitor.messages == []


def test_binding__a_page_may_have_a_variable_called_rtpsnippets(visitor: Visitor) -> None:
    visitor.bind(_go())
    visitor.add_script("/own.js", "var rtpsnippets = {};")
    visitor.open(_MARKED, head=f'{TAG}<script src="/own.js"></script>{BINDING}')
    visitor.click("p")
    assert visitor.calls == sent("Go!")


@pytest.mark.playwright
@by_either_mark
@pytest.mark.parametrize("selector", ["", "b", "b:has(> i)"], ids=["mark", "selector", "has"])
def test_binding__an_element_in_an_open_shadow_root_sends(visitor: Visitor, selector: str, mark: str) -> None:
    visitor.bind(_go(selector))
    visitor.open("<p>x</p>")
    visitor.page.evaluate(
        """html => {
        const root = document.querySelector('p').attachShadow({ mode: 'open' });
        root.innerHTML = html;
    }""",
        f"<b {mark}><i>x</i></b>",
    )
    visitor.click("i")
    assert visitor.calls == sent("Go!")


@pytest.mark.parametrize("mark", ['data-rtp-event="outer"', 'class="rtp-event--outer"'], ids=["attribute", "class"])
def test_binding__an_element_of_another_document_sends(visitor: Visitor, mark: str) -> None:
    visitor.bind(_go("b"), Event("outer", "Outer"))
    visitor.open("<iframe></iframe>")
    visitor.page.evaluate(
        """html => {
        const other = document.querySelector('iframe').contentDocument;
        other.body.innerHTML = html;
        document.body.append(document.adoptNode(other.querySelector('p')));
    }""",
        f"<p {mark}><b>x</b></p>",
    )
    visitor.click("b")
    assert visitor.calls == sent("Go!", "Outer")


@pytest.mark.parametrize("name", ["parentNode", "nodeType", "getAttribute", "matches", "onclick", "id"])
def test_binding__a_control_that_hides_a_property_of_its_form_causes_no_conflict(visitor: Visitor, name: str) -> None:
    visitor.bind(Event("outer", "Outer"), _go("form"))
    body = f'<div data-rtp-event="outer"><form><input name="{name}"><b>x</b></form></div>'
    visitor.open(body)
    visitor.page.evaluate(
        "document.querySelector('b').dispatchEvent(new MouseEvent('click', { bubbles: true }))"
    )  # such a form itself would lose a real click
    assert visitor.calls == sent("Go!", "Outer")
    assert visitor.messages == []


@pytest.mark.parametrize("target", ["document", "window"])
def test_binding__a_scripted_click_outside_of_all_elements_is_no_error(visitor: Visitor, target: str) -> None:
    visitor.bind(_go())
    visitor.open(_MARKED)
    visitor.page.evaluate(f"{target}.dispatchEvent(new MouseEvent('click', {{ bubbles: true }}))")
    visitor.click("p")
    assert visitor.calls == sent("Go!")
    assert visitor.messages == []


@pytest.mark.parametrize("event_id", ["null", "constructor", "0"])
def test_binding__an_id_with_a_meaning_in_javascript_is_like_any_other(visitor: Visitor, event_id: str) -> None:
    visitor.bind(Event("1", "One"), Event(event_id, "Go!"))
    visitor.open(f'<p data-rtp-event="{event_id}">x</p><i>x</i>')
    visitor.click("i")
    assert visitor.calls == []
    visitor.click("p")
    assert visitor.calls == sent("Go!")
