"""Pages that use deprecated events, or former values without the new ones; and the owners of events."""

from __future__ import annotations

import pytest

from rtpsnippets import Event, render_binding
from tests.site.audit.sites import TAG, Audit, Kinds, calling

DEFINITIONS = """\
[events.sale]
value = "Sale"
deprecated = "The campaign\\nends in January."
owner = "Web team"
[events.demo]
value = ["Demo request", "Sales"]
was = "Demo"
[events.old-sale]
value = "Old sale"
deprecated = "Use sale."
carrier = "data"
[events.sale-again]
value = "Sale again"
deprecated = "Use sale."
[events.sale-copy]
value = "Sale again"
"""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (calling("'Sale'"), ["deprecated-event 2"]),
        (calling("['Sale', 'Demo request', 'Sales']"), ["deprecated-event 2"]),
        (
            f"{TAG}\n<script>function f() {{ rtp('send', 'event', {{ value: 'Sale' }}); }}</script>",
            ["deprecated-event 2"],
        ),
        (f'{TAG}\n<p data-rtp-event="old-sale">', ["deprecated-event 2", "no-binding 2"]),
        # Another event has the same value.
        (calling("'Sale again'"), []),
        (calling("['Demo request', 'Sales', 'Demo']"), []),
        (calling("'Demo'"), ["former-value 2"]),
        (calling("['Demo request', 'Demo']"), ["former-value 2"]),
    ],
)
def test_changes__a_page_that_uses_them_is_reported(page: str, expected: list[str], kinds: Kinds) -> None:
    assert sorted(kinds(page, definitions=DEFINITIONS)) == expected


def test_changes__a_deprecated_event_that_the_binding_sends_by_itself_is_reported(kinds: Kinds) -> None:
    events = [
        Event("old", "Old", selector="p.old"),
        Event("opened", "Opened", on="load"),
        Event("new", "New", on="load"),
    ]
    definitions = """
[events.old]
value = "Old"
selector = "p.old"
deprecated = "Use new."
[events.opened]
value = "Opened"
on = "load"
deprecated = "Too many."
[events.new]
value = "New"
on = "load"
"""
    page = f'{TAG}<p>\n<p class="old">\n<script src="b.js"></script>'
    files = {
        "a.html": page,
        "b.js": render_binding(events),
        "c.html": "<p class=old>",
        "d.html": page.replace("old", "x"),
    }
    assert kinds(files, definitions=definitions) == [
        "deprecated-event a.html:2",
        "deprecated-event a.html:3",
        "deprecated-event d.html:3",
    ]
    others = {"definitions": definitions, "ignore": ("unused-event", "deprecated-event")}
    assert kinds(files, **others) == []


def test_changes__several_calls_of_one_snippet_are_read_together(kinds: Kinds) -> None:
    definitions = '[events.a]\nvalue = ["1", "2", "3", "4"]\nwas = "Old"\n'
    call = "rtp('send', 'event', { value: %s });"
    old = f"{call % ['Old']}</script>"
    assert kinds(f"{TAG}<script>{call % ['1', '2', '3', '4']} {old}", definitions=definitions) == []
    assert kinds(f"{TAG}<script>{call % ['1', '2', '3']} {old}", definitions=definitions) == ["former-value 1"]


def test_changes__an_event_is_reported_once_for_each_piece_of_code(kinds: Kinds) -> None:
    definitions = '[events.a]\nvalue = ["1", "2", "3", "4", "5"]\nwas = ["0", "00"]\ndeprecated = "Old."\n'
    calls = "rtp('send', 'event', { value: ['1', '2', '3', '4'] }); rtp('send', 'event', { value: ['5', '0'] });"
    page = f'{TAG}<b onclick="{calls}">x</b>\n<b onclick="{calls.replace("1", "00")}">x</b>'
    assert kinds(page, definitions=definitions) == ["deprecated-event 1", "former-value 2", "deprecated-event 2"]


@pytest.mark.parametrize("value", ["'A'", "'B'", "['C', 'B', 'A']"])
def test_changes__an_event_in_an_old_form_is_used(value: str, kinds: Kinds) -> None:
    definitions = '[events.demo]\nvalue = "C"\nwas = ["B", "A"]\n'
    assert "unused-event" not in str(kinds({"a.html": calling(value)}, definitions=definitions, of_use=True))


def test_changes__what_is_said_helps(found: Audit) -> None:
    findings = found({"a.html": calling("'Sale'"), "b.html": calling("'Demo'")}, definitions=DEFINITIONS, of_use=True)
    owner = ' (the owner of "sale" is Web team)'
    assert [(finding.kind, finding.what, finding.hint) for finding in findings][:2] == [
        (
            "deprecated-event",
            'the event "sale" is deprecated: The campaign ends in January.',
            f"remove it from this file{owner}",
        ),
        (
            "former-value",
            'the call sends "Demo", a former value of "demo", without the new one',
            "replace it with the new snippet",
        ),
    ]
    assert not any(finding.kind == "unused-event" and '"demo"' in finding.what for finding in findings)


def test_changes__the_owner_of_an_unused_event_is_said(found: Audit) -> None:
    (unused,) = found({"a.html": ""}, definitions='[events.a]\nvalue = "A"\nowner = "Web team"\n', of_use=True)
    assert unused.hint.endswith(' (the owner of "a" is Web team)')
