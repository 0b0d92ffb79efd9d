"""Triggers: when an event is sent and by which elements of a page; what `on` and `selector` may say."""

from __future__ import annotations

import time
from typing import Any

import pytest

from rtpsnippets import Button, Event, Link, ProblemsError

KNOWN = 'use click, load, submit, visible, or "after 60s" with any number of seconds from 1 to 99999'
AS_IN_A_STYLE_SHEET = "use a CSS selector, such as .nav .download"


def said(**fields: object) -> str:
    with pytest.raises(ProblemsError) as error:
        Event("go", "x", **fields)  # type: ignore[arg-type]
    return str(error.value)


@pytest.mark.parametrize("on", ["click", "submit", "load", "visible", "after 1s", "after 60s", "after 99999s"])
def test_on__these_triggers_are_known(on: str) -> None:
    event = Event("go", "x", on=on)
    assert (event.on, event.trigger) == (on, on)


@pytest.mark.parametrize("event", [Event("go", "x"), Event("go", "x", on="")], ids=["left out", "empty"])
def test_on__is_a_click_where_nothing_is_said(event: Event) -> None:
    assert (event.on, event.trigger) == ("", "click")


BUTTON = {"button": Button("Go")}
LINK = {"link": Link("Go", {"href": "/"})}
NO_CLICK = ("submit", "load", "visible", "after 5s")


@pytest.mark.parametrize("on", NO_CLICK)
@pytest.mark.parametrize(("elements", "name"), [(BUTTON, "button"), (LINK, "link"), (BUTTON | LINK, "button")])
def test_on__another_trigger_than_a_click_is_not_for_a_button_or_link_with_a_handler(
    elements: dict[str, object], name: str, on: str
) -> None:
    assert said(**elements, on=on) == (
        f'on: is "{on}", but a click on the {name} would also send it\n'
        f'    remove "on" or the {name}, or use carrier = "data"'
    )


@pytest.mark.parametrize(
    ("fields", "on"),
    [
        *((BUTTON | LINK, on) for on in ("", "click")),
        *((BUTTON | LINK | {"carrier": "data"}, on) for on in NO_CLICK),
        *(({}, on) for on in NO_CLICK),
    ],
)
def test_on__any_trigger_is_for_marked_elements_and_for_an_event_without_one(fields: dict[str, Any], on: str) -> None:
    # Not the same object as the name in the source.
    assert Event("go", "x", **fields, on="".join(on)).trigger == (on or "click")


def test_on__is_compared_with_the_elements_when_nothing_else_is_wrong() -> None:
    assert said(**BUTTON, on="load", guard=1).startswith("guard: ")
    assert "on: " not in said(**BUTTON, on="load", guard=1)


@pytest.mark.parametrize(
    "on", ["x", "after", "after  5s", "after 1.5s", "after 0s", "after 05s", "after 100000s", "load ", "after 1s "]
)
def test_on__any_other_trigger_is_refused(on: str) -> None:
    assert said(on=on).startswith(f'on: unknown trigger "{on}"\n    ')


@pytest.mark.parametrize(
    ("on", "hint"),
    [
        ("clik", 'did you mean "click"?'),
        ("CLICK", 'did you mean "click"?'),
        ("onclick", 'did you mean "click"?'),
        ("visibel", 'did you mean "visible"?'),
        *(
            (on, 'use "after 60s"')
            for on in ("after 60 s", "60s", "After 1m", "after 1 min.", "60", "after 60 Seconds")
        ),
        ("after 90", 'use "after 90s"'),
        ("delay: 2h", 'use "after 7200s"'),
        ("after 0s", KNOWN),
        ("after 1.5s", KNOWN),
        ("after 5000m", KNOWN),
        ("after 100000s", KNOWN),
        ("after 60 sheep", KNOWN),
        ("hover", KNOWN),
        (" ", KNOWN),
    ],
)
def test_on__the_nearest_trigger_is_offered_or_all(on: str, hint: str) -> None:
    assert said(on=on) == f'on: unknown trigger "{on}"\n    {hint}'


def test_on__one_that_is_very_long_is_judged_at_once() -> None:
    start = time.perf_counter()
    assert said(on=f"{' ' * 1_000_000}x").endswith(KNOWN)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("on", "kind", "hint"),
    [
        (30, "number", 'use "after 30s"'),
        (0, "number", "put it in quotes"),
        pytest.param(16**5000, "number", "put it in quotes", id="5000 digits"),
        (True, "boolean", "put it in quotes"),
    ],
)
def test_on__is_a_string(on: object, kind: str, hint: str) -> None:
    assert said(on=on) == f"on: must be a string, not a {kind}\n    {hint}"


@pytest.mark.parametrize(
    "selector",
    [
        "",
        "a",
        ".nav .download",
        "#top > li + li ~ li",
        "a, b",
        ':not([href$="a]b"])',
        ':is(a:not([title="(\\"]"]), :nth-child(2n + 1))',
        "[data-x='}']",
        "a:not(:has(> [href='{;']))",
        r".sm\:flex\}",
        r"#\31 0",
        "ä日",
        r".lang-c\+\+",
        r".x\>",
        ".a /* ( */ .b /* , */",
        "a/**//***//*/*/",
        "a / b",
        '[title="it\'s"]',
        " a ",
        "\xa0",  # a name to a browser
    ],
)
def test_selector__what_a_style_sheet_may_have_is_taken(selector: str) -> None:
    assert Event("go", "x", selector=selector).selector == selector


@pytest.mark.parametrize(
    ("selector", "reason"),
    [
        (" ", "it is empty"),
        ("a,", "its last part is missing"),
        ("a, /* b */", "its last part is missing"),
        ("/* b */", "it is empty"),
        ("a /*", "/* is not closed"),
        ("/*/ a", "/* is not closed"),
        ("a /* ' */ /* b", "/* is not closed"),
        ("a >  ", "its last part is missing"),
        ("a +", "its last part is missing"),
        ("a ~", "its last part is missing"),
        ("a[href", "] is missing"),
        (":not(a", ") is missing"),
        (":not([a)]", ") has no opening bracket"),
        ("a)", ") has no opening bracket"),
        ("a]", "] has no opening bracket"),
        (":is(a]", "] has no opening bracket"),
        ('[a="b]', '" is not closed'),
        ("[a='b]", "' is not closed"),
        ('[a="b\n"]', '" is not closed'),
        ("a\\", "\\ is not closed"),
        (".a { color: red }", "{ is not allowed"),
        ("a }", "} is not allowed"),
        ("a;", "; is not allowed"),
    ],
)
def test_selector__what_is_left_open_or_begins_a_rule_is_refused(selector: str, reason: str) -> None:
    assert said(selector=selector) == f"selector: is not a valid selector: {reason}\n    {AS_IN_A_STYLE_SHEET}"


def test_selector__is_a_string() -> None:
    assert said(selector=["a"]) == "selector: must be a string, not a list\n    write a string"


@pytest.mark.parametrize("field", ["on", "selector"])
def test_trigger__half_a_character_is_refused(field: str) -> None:
    assert said(**{field: "\ud800"}).startswith(f"{field}: contains a lone surrogate (U+D800) at position 1")
