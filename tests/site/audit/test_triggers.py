"""When the code of a page sends an event, and by which carrier, where its definition says otherwise."""

from __future__ import annotations

import pytest

from tests.site.audit.sites import TAG, Audit, Kinds

DEFINITIONS = """\
[events.plain]
value = "Plain"
[events.loaded]
value = "Loaded"
on = "load"
[events.pressed]
value = "Pressed"
button = "Go"
[events.selected]
value = "Selected"
selector = ".x"
[events.signup]
value = "Signup"
selector = "form.sign-up"
on = "submit"
[events.later]
value = "Later"
on = "after 60s"
[events.marked]
value = "Marked"
carrier = "data"
button = "Go"
[events.twice]
value = "Loaded twice"
carrier = "data"
on = "load"
[events.first]
value = "Shared"
carrier = "data"
button = "Go"
[events.second]
value = "Shared"
ignore = ["same-value"]
"""
VALUES = ("Plain", "Loaded", "Pressed", "Selected", "Signup", "Later", "Marked", "Loaded twice", "Shared")
BY_DATA = {"Marked", "Loaded twice"}
NOT_AT_LOAD = {"Pressed", "Selected", "Signup", "Later", "Marked"}
NOT_ON_CLICK = {"Loaded", "Signup", "Later", "Loaded twice"}

INLINE = {
    "a script": ("<script>CALL</script>", NOT_AT_LOAD),
    "a module": ('<script type="module">CALL</script>', NOT_AT_LOAD),
    "a guarded call": ("<script>if (window.rtp) CALL</script>", NOT_AT_LOAD),
    "a handler": ('<p onclick="CALL">x</p>', NOT_ON_CLICK),
    "an address": ('<a href="javascript:CALL">x</a>', NOT_ON_CLICK),
}
LOADING = {name: f'<script src="x.js"{name}></script>' for name in ("", " defer", " async", ' type="module"')}
UNCERTAIN = {
    "a function": "<script>function send() { CALL }</script>",
    "a listener": "<script>document.addEventListener('click', function () { CALL });</script>",
    "a timer": "<script>setTimeout(function () { CALL }, 60000);</script>",
    "a handler of a form": '<form onsubmit="CALL"></form>',
    "a handler of the page": '<body onload="CALL">',
    "a handler of a key": '<p onkeydown="CALL">x</p>',
    "a function in a handler": '<p onclick="setTimeout(function () { CALL }, 9)">x</p>',
}
POLICY = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'


def call(value: str | list[str]) -> str:
    return f"rtp('send', 'event', {{ value: {value!r} }});"


def page(way: str, value: str | list[str]) -> str:
    """A page with the tag, and the call in its second line."""
    return f"{TAG}\n{way.replace('CALL', call(value))}"


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(("way", "wrong"), INLINE.values(), ids=INLINE)
def test_call__at_another_time_or_by_another_carrier_than_its_definition_says_is_a_finding(
    way: str, wrong: set[str], value: str, kinds: Kinds
) -> None:
    expected = ["wrong-trigger 2"] * (value in wrong) + ["wrong-carrier 2"] * (value in BY_DATA)
    assert kinds(page(way, value), definitions=DEFINITIONS) == expected


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("loading", LOADING.values(), ids=LOADING)
def test_call__of_a_script_that_a_page_loads_is_a_finding_of_the_page_and_is_not_inline(
    loading: str, value: str, kinds: Kinds
) -> None:
    files = {"a.html": f"{TAG}\n{loading}", "x.js": call(value), "b.html": TAG}
    assert kinds(files, definitions=DEFINITIONS) == ["wrong-trigger a.html:2"] * (value in NOT_AT_LOAD)


@pytest.mark.parametrize("way", UNCERTAIN.values(), ids=UNCERTAIN)
def test_call__that_may_come_at_any_time_is_none(way: str, kinds: Kinds) -> None:
    assert [kinds(page(way, value), definitions=DEFINITIONS) for value in VALUES] == [[]] * len(VALUES)


@pytest.mark.parametrize(("way", "_wrong"), INLINE.values(), ids=INLINE)
def test_call__in_code_that_the_policy_of_the_page_forbids_is_none(way: str, _wrong: object, kinds: Kinds) -> None:
    found = [kinds(POLICY + page(way, value), definitions=DEFINITIONS, ignore=["unused-event"]) for value in VALUES]
    assert {kind.partition(" ")[0] for of_one in found for kind in of_one} == {"blocked-code"}


def test_call__each_of_its_values_is_judged_once(found: Audit) -> None:
    values = ["Plain", "Pressed", "Signup", "Pressed"]
    findings = found({"a.html": page("<script>CALL</script>", values)}, definitions=DEFINITIONS)
    assert [(finding.kind, finding.what.partition(" when ")[0]) for finding in findings] == [
        ("wrong-trigger", 'the page sends "Pressed"'),
        ("wrong-trigger", 'the page sends "Signup"'),
    ]


@pytest.mark.parametrize(("value", "kind"), [("x()", "unknown-call"), ("'x'", "unknown-value")])
def test_call__with_a_value_that_is_not_known_is_of_no_event(value: str, kind: str, kinds: Kinds) -> None:
    script = f"{TAG}<script>rtp('send', 'event', {{ value: {value} }});</script>"
    assert kinds(script, definitions=DEFINITIONS) == [f"{kind} 1"]


@pytest.mark.parametrize(
    ("way", "value", "expected"),
    [
        (
            "<script>CALL</script>",
            "Pressed",
            (
                "wrong-trigger",
                'the page sends "Pressed" when it loads, but its definition says it is sent by a click on its button',
                'remove the call, or change the trigger of the event "pressed"',
            ),
        ),
        (
            '<p onclick="CALL">x</p>',
            "Signup",
            (
                "wrong-trigger",
                (
                    'the page sends "Signup" on a click, but its definition says it is sent by rtp-events.js when '
                    '"form.sign-up" is submitted'
                ),
                'remove the call, or change the trigger of the event "signup"',
            ),
        ),
        (
            '<p onclick="CALL">x</p>',
            "Marked",
            (
                "wrong-carrier",
                'inline code sends "Marked", but the event "marked" has carrier = "data"',
                'mark an element with data-rtp-event="marked" and load rtp-events.js, or set carrier = "inline"',
            ),
        ),
    ],
)
def test_call__what_is_said_helps(way: str, value: str, expected: tuple[str, str, str], found: Audit) -> None:
    (finding,) = found({"a.html": page(way, value)}, definitions=DEFINITIONS)
    assert (finding.kind, finding.what, finding.hint) == expected
