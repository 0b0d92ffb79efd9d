"""When a tag of a container fires: the `on` and `selector`, or why there are none."""

from __future__ import annotations

from typing import Any

import pytest

from rtpsnippets.site.container_triggers import Firing, Triggers
from rtpsnippets.site.javascript.model import Trigger
from tests.site.containers import Table, condition, tag, trigger

HTML = "<script>rtp('send', 'event', { value: 'Sale' });</script>"
NEGATED = {"type": "BOOLEAN", "key": "negate", "value": "true"}
ANY_CASE = {"type": "BOOLEAN", "key": "ignore_case", "value": "true"}


def firing(of: Table, **version: list[Table]) -> Firing:
    return Triggers({"trigger": [of], **version}).firing(tag(HTML, "7"))


def css(selector: str, variable: str = "Click Element") -> Table:
    return condition("CSS_SELECTOR", variable, selector)


@pytest.mark.parametrize("number", ["2147479553", "2147479572", "2147479573"])
def test_firing__of_a_built_in_trigger_is_the_load_of_any_page(number: str) -> None:
    assert Triggers({}).firing(tag(HTML, number)) == Firing(Trigger("load"))


@pytest.mark.parametrize("kind", ["PAGEVIEW", "DOM_READY", "WINDOW_LOADED", "INIT", "CONSENT_INIT", "domReady"])
@pytest.mark.parametrize(
    "conditions",
    [
        (),
        (condition("MATCH_REGEX", "Page Path", ".*"),),
        (condition("MATCH_REGEX", "Page URL", ".*"), condition("CONTAINS", "Page URL", "/")),
    ],
)
def test_firing__of_a_page_view_is_the_load_of_any_page(kind: str, conditions: tuple[Table, ...]) -> None:
    assert firing(trigger(kind, *conditions)) == Firing(Trigger("load"))


@pytest.mark.parametrize(
    ("kind", "conditions", "expected"),
    [
        ("CLICK", (css(".a, .a *"),), ".a, .a *"),
        ("CLICK", (css(" nav > .a * "),), "nav > .a *"),
        ("CLICK", (), "html"),
        ("LINK_CLICK", (), "a[href], area[href]"),
        ("LINK_CLICK", (css("a.b"),), "a.b[href]"),
        ("LINK_CLICK", (css("nav a , footer > a"),), "nav a[href], footer > a[href]"),
        ("LINK_CLICK", (css(':not(.a, [title="x,y"])'),), None),
        ("LINK_CLICK", (css('[title="x"]'),), '[title="x"][href]'),
        ("LINK_CLICK", (condition("EQUALS", "Click ID", "buy"),), "#buy[href]"),
        ("LINK_CLICK", (condition("EQUALS", "Click ID", "1"),), '[id="1"][href]'),
        ("LINK_CLICK", (condition("CONTAINS", "Click ID", 'a"\\'),), r'[id*="a\"\\"][href]'),
        ("LINK_CLICK", (condition("STARTS_WITH", "Click Classes", "a b"),), '[class^="a b"][href]'),
        (
            "LINK_CLICK",
            (condition("ENDS_WITH", "Click Classes", "c"), css("a,b")),
            'a[class$="c"][href], b[class$="c"][href]',
        ),
        ("LINK_CLICK", (css("a"), css("a")), "a[href]"),
        ("FORM_SUBMISSION", (), "form"),
        ("FORM_SUBMISSION", (condition("EQUALS", "Form ID", "buy"),), "form#buy"),
        ("FORM_SUBMISSION", (condition("CONTAINS", "Form Classes", "buy"),), 'form[class*="buy"]'),
    ],
)
def test_firing__of_elements_is_that_of_their_selector(
    kind: str, conditions: tuple[Table, ...], expected: str | None
) -> None:
    found = firing(trigger(kind, *conditions))
    on = "submit" if kind == "FORM_SUBMISSION" else "click"
    assert found.trigger == (None if expected is None else Trigger(on, expected))
    assert bool(found.remarks) == (expected is None)


ITSELF = "sends it for a click on the element itself; rtp-events.js also sends it for a click on anything inside it"
FORM_ITSELF = "sends it for a matching form; rtp-events.js also sends it for a form inside a matching element"
CANCELED = "sends it only if no script cancels the {}; rtp-events.js always sends it"
CHECKED = {"type": "BOOLEAN", "value": "true"}


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (trigger("CLICK", css(".a")), ITSELF),
        (trigger("CLICK", css(".a, .b, .b *")), ITSELF),
        (trigger("CLICK", condition("EQUALS", "Click ID", "a")), ITSELF),
        (trigger("FORM_SUBMISSION", css(".a", "Form Element")), FORM_ITSELF),
        (trigger("FORM_SUBMISSION", checkValidation=CHECKED), CANCELED.format("submission")),
        (trigger("LINK_CLICK", checkValidation=CHECKED), CANCELED.format("click")),
    ],
)
def test_firing__differences_are_reported(of: Table, expected: str) -> None:
    found = firing(of)
    assert (found.trigger is not None, found.remarks) == (True, (f'the trigger "T" {expected}',))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (trigger("SCROLL_DEPTH"), 'the type "SCROLL_DEPTH"'),
        (trigger("CUSTOM_EVENT"), 'the type "CUSTOM_EVENT"'),
        ({"triggerId": "7", "name": "T"}, 'the type ""'),
        (trigger("CLICK", parameter=[{"key": "x"}]), "the setting parameter"),
        (trigger("CLICK", condition("CONTAINS", "Click Text", "a")), 'the condition {{Click Text}} CONTAINS "a"'),
        (trigger("CLICK", condition("EQUALS", "Click ID", "")), 'the condition {{Click ID}} EQUALS ""'),
        (trigger("CLICK", condition("EQUALS", "Click ID", "{{A}}")), 'the condition {{Click ID}} EQUALS "{{A}}"'),
        (trigger("CLICK", condition("EQUALS", "Click ID", "a\nb")), 'the condition {{Click ID}} EQUALS "a\nb"'),
        (trigger("CLICK", condition("MATCH_REGEX", "Click ID", "a")), 'the condition {{Click ID}} MATCH_REGEX "a"'),
        (trigger("CLICK", condition("EQUALS", "Click Element", "a")), 'the condition {{Click Element}} EQUALS "a"'),
        (trigger("CLICK", condition("EQUALS", "Click ID", "a", NEGATED)), 'the condition {{Click ID}} not EQUALS "a"'),
        (trigger("CLICK", condition("EQUALS", "Click ID", "a", ANY_CASE)), 'the condition {{Click ID}} EQUALS "a"'),
        (trigger("CLICK", condition("EQUALS", "Container ID", "a")), 'the condition {{Container ID}} EQUALS "a"'),
        (
            trigger("CLICK", condition("CONTAINS", "Page URL", "/", NEGATED)),
            'the condition {{Page URL}} not CONTAINS "/"',
        ),
        (trigger("CLICK", css("a"), css("b")), 'the condition {{Click Element}} CSS_SELECTOR "b"'),
        (trigger("CLICK", css("a >")), 'the condition {{Click Element}} CSS_SELECTOR "a >"'),
        (trigger("LINK_CLICK", css("a:is(b,c)")), 'the condition {{Click Element}} CSS_SELECTOR "a:is(b,c)"'),
        (trigger("CLICK", {"type": "EQUALS"}), 'the condition  EQUALS ""'),
        (trigger("PAGEVIEW", condition("EQUALS", "Page Path", "/")), 'the condition {{Page Path}} EQUALS "/"'),
        (trigger("PAGEVIEW", css("a")), 'the condition {{Click Element}} CSS_SELECTOR "a"'),
        (trigger("TIMER", css("a"), interval={"value": "5000"}), 'the condition {{Click Element}} CSS_SELECTOR "a"'),
        (trigger("TIMER", interval={"value": "{{A}}"}), 'the interval "{{A}}"'),
        (trigger("TIMER", interval={"value": "100000000"}), 'the interval "100000000"'),
        (trigger("TIMER"), 'the interval ""'),
    ],
)
def test_firing__of_anything_else_is_not_known(of: Table, expected: str) -> None:
    assert firing(of) == Firing(None, (f'the trigger "T" has {expected}',))


def test_firing__of_a_timer_is_after_its_seconds() -> None:
    of = trigger("TIMER", autoEventFilter=[condition("MATCH_REGEX", "Page Path", ".*")], interval={"value": "90000"})
    assert firing(of) == Firing(Trigger("after 90s"))


def test_firing__of_a_trigger_that_is_not_in_the_file_is_not_known() -> None:
    assert Triggers({}).firing(tag(HTML, "7")) == Firing(None, ('the trigger "7" is not in the file',))


def test_condition__uses_the_variable_names_of_the_container() -> None:
    of = trigger("LINK_CLICK", condition("EQUALS", "Number", "a"))
    built_in = [{"name": "Number", "type": "CLICK_ID"}, {"name": "Host", "type": "PAGE_HOSTNAME"}]
    assert firing(of, builtInVariable=built_in).trigger == Trigger("click", "#a[href]")
    assert firing(of).trigger is None
    own = trigger("LINK_CLICK", condition("EQUALS", "Click ID", "a"))
    assert firing(own).trigger == Trigger("click", "#a[href]")
    assert firing(own, variable=[{"name": "Click ID", "type": "jsm"}]).trigger is None


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({"firingTriggerId": ["7", "8"]}, ('the tag has 2 triggers: "T", "8"',)),
        ({"blockingTriggerId": ["7"]}, ('the tag has an exception: "T"',)),
        ({"tagFiringOption": "ONCE_PER_LOAD"}, ("the tag fires once per page",)),
        ({"tagFiringOption": "oncePerLoad"}, ("the tag fires once per page",)),
        ({"consentSettings": {"consentStatus": "NEEDED"}}, ("the tag waits for consent",)),
        (
            {"setupTag": [{"tagName": "A"}], "teardownTag": [{"tagName": "B"}]},
            ("the tag is part of a sequence",),
        ),
        ({"scheduleStartMs": "1", "scheduleEndMs": "2"}, ("the tag has a schedule",)),
        ({"firingRuleId": ["1"]}, ("the tag has the setting firingRuleId",)),
        (
            {"blockingTriggerId": ["9"], "tagFiringOption": "ONCE_PER_LOAD"},
            ('the tag has an exception: "9"', "the tag fires once per page"),
        ),
    ],
)
def test_firing__of_a_tag_that_is_held_back_is_not_known(others: dict[str, Any], expected: tuple[str, ...]) -> None:
    triggers = Triggers({"trigger": [trigger("CLICK")]})
    assert triggers.firing({**tag(HTML, "7"), **others}) == Firing(None, expected)
    harmless = {"tagFiringOption": "UNLIMITED", "consentSettings": {"consentStatus": "NOT_NEEDED"}, "notes": "x"}
    assert triggers.firing({**tag(HTML, "7"), **harmless, "blockingTriggerId": []}).trigger == Trigger("click", "html")


def test_firing__of_a_tag_that_another_one_fires_is_not_known() -> None:
    first = tag(HTML, "7", name="First", teardownTag=[{"tagName": "Sale"}])
    triggers = Triggers({"tag": [first], "trigger": [trigger("CLICK")]})
    assert triggers.refusal(tag(HTML)) == ""
    assert triggers.firing(tag(HTML)) == Firing(None, ("the tag is part of a sequence",))
    assert triggers.firing(tag(HTML, "7")) == Firing(None, ("the tag is part of a sequence",))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (tag(HTML, "7"), ""),
        (tag(HTML, "7", paused=False), ""),
        (tag(HTML, "7", paused=True), "is paused in Google Tag Manager, so it never runs"),
        (tag(HTML), "has no trigger in Google Tag Manager, so it never runs"),
        ({"type": "html", "firingTriggerId": "7"}, "has no trigger in Google Tag Manager, so it never runs"),
    ],
)
def test_refusal__says_why_a_tag_never_fires(of: Table, expected: str) -> None:
    assert Triggers([]).refusal(of) == expected
