"""Which pages use each event, and which events no page uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rtpsnippets import Event, render_binding, render_preview
from rtpsnippets.definitions.load import read_definitions
from rtpsnippets.site.audit.findings import Report
from rtpsnippets.site.audit.run import audit
from tests.site.audit.sites import Audit, Kinds, calling
from tests.site.containers import ALL_PAGES, PUBLIC_ID, container, tag

TWO = '[events.a]\nvalue = "A"\n[events.b]\nvalue = ["B", "C"]\n'
SENDING_B = "rtp('send', 'event', { value: ['B', 'C'] });"


@pytest.mark.parametrize(
    ("files", "lines"),
    [
        ({}, [1, 3]),
        ({"a.html": calling("'A'", "['B', 'C']")}, []),
        # Of a list, all values.
        ({"a.html": calling("'A'", "'B'")}, [3]),
        ({"a.html": calling("'A'", "'B'"), "b.html": calling("'C'")}, []),
        ({"a.html": calling("['A', 'C']", "'B'")}, []),
        # Marked elements, also where something else is wrong with them.
        ({"a.html": '<p data-rtp-event="b">'}, [1]),
        ({"a.html": '<p class="rtp-event--b rtp-event--x">'}, [1]),
        # Scripts that pages load.
        ({"a.html": '<script src="b.js"></script>' * 2, "b.js": SENDING_B, "c.js": "rtp"}, [1]),
        ({"a.html": "<p>", "b.js": SENDING_B}, [1, 3]),
    ],
)
def test_use__an_event_that_no_page_sends_is_said(files: dict[str, str], lines: list[int], kinds: Kinds) -> None:
    found = kinds({"x.html": "", **files}, definitions=TWO, of_use=True)
    assert [at for at in found if at.startswith("unused")] == [f"unused-event events.toml:{line}" for line in lines]


def test_use__a_definition_may_say_that_something_else_sends_it(kinds: Kinds) -> None:
    definitions = TWO.replace('"A"\n', '"A"\nignore = ["unused-event"]\n')
    assert kinds({"x.html": ""}, definitions=definitions, of_use=True) == ["unused-event events.toml:4"]


def test_use__what_is_said_helps(found: Audit) -> None:
    findings = found({"x.html": "", "js/b.js": SENDING_B}, definitions=TWO, of_use=True)
    assert [(finding.what, finding.hint) for finding in findings] == [
        (
            'no page uses the event "a"',
            'remove it, or set ignore = ["unused-event"] if it is sent from elsewhere, such as an email',
        ),
        ('no page uses the event "b"', "load js/b.js on a page: it sends this event"),
    ]


def test_use__definitions_may_come_from_several_files_and_without_lines(
    report_of: Callable[..., Report],
) -> None:
    report_of({"x.html": ""})
    Path("a.json").write_text('{"events": {"a": {"value": "A"}}}')
    Path("b.toml").write_text('[events.b]\nvalue = "B"\n')
    report = audit("site", read_definitions(["b.toml", "a.json"]))
    assert [str(finding.location) for finding in report.findings] == ["b.toml:1", "a.json:1"]


Reports = Callable[..., Report]

A, B, C = (f"rtp('send', 'event', {{ value: '{value}' }});" for value in "ABC")
THREE = f'{TWO}[events.c]\nvalue = "C"\nselector = ".c"\n'
BOUND = render_binding(
    [
        Event("a", "A", on="load"),
        Event("b", ["B", "C"], carrier="data"),
        Event("c", "C", selector=".c"),
        Event("gone", "Gone", on="load"),
    ]
)
LOADING = '<script src="/rtp-events.js"></script>'


def usage_of(report_of: Reports, html: str, **options: object) -> dict[str, list[str]]:
    """How a page sends the events; those that it does not send are left out."""
    files = {"a.html": html, "x.html": "", "rtp-events.js": BOUND, "js/all.js": f"{A}{B}"}
    usage = report_of(files, THREE, with_usage=True, **options).usage
    assert all(pages.keys() <= {"a.html"} for pages in usage.values())
    return {event_id: list(pages["a.html"]) for event_id, pages in usage.items() if pages}


@pytest.mark.parametrize(
    ("html", "how"),
    [
        (f'<button onclick="{A}">', ["button"]),
        (f'<INPUT type=Submit onclick="{A}">', ["button"]),
        (f'<a href="javascript:{A}">', ["link"]),
        (f'<map><area onclick="{A}">', ["link"]),
        (f'<input type="text" onchange="{A}"><p onclick="{A}">', ["handler"]),
        (f"<script>{A}</script>", ["script"]),
        (f"<script>function f() {{ {A} }}</script>", ["script"]),
        (f'<script>{A}</script><a onclick="{A}"></a><button onclick="{A}">', ["button", "link", "script"]),
        ('<script src="js/all.js"></script>' * 2, ["script"]),
        (f'<!-- <script>{A}</script> --><template><button onclick="{A}"></template>', []),
    ],
)
def test_usage__says_how_a_page_sends_an_event(html: str, how: list[str], report_of: Reports) -> None:
    assert usage_of(report_of, html).get("a", []) == how


@pytest.mark.parametrize(
    ("html", "how"),
    [
        (f'<button onclick="{B}">', []),
        (f'<button onclick="{B}"></button><a onclick="{C}">', ["button", "link"]),
        (f'<script src="js/all.js"></script><p onclick="{C}">', ["handler", "script"]),
    ],
)
def test_usage__needs_all_values_of_an_event(html: str, how: list[str], report_of: Reports) -> None:
    assert usage_of(report_of, html).get("b", []) == how


ELSEWHERE = '<script src="https://example.com/x.js"></script>'
MARKS = '<p data-rtp-event="a"></p><p class="rtp-event--b"></p><p data-rtp-event="gone">'


@pytest.mark.parametrize(
    ("html", "usage"),
    [
        (MARKS, {}),
        # The trigger of the event `a` needs no element.
        (LOADING, {"a": ["script"]}),
        (LOADING + MARKS, {"a": ["script"], "b": ["marked element"]}),
        (f"<script>{BOUND}</script>{MARKS}", {"a": ["script"], "b": ["marked element"]}),
        # A script from elsewhere may be the binding.
        (
            f'<script src="https://example.com/x.js"></script>{MARKS}',
            {"a": ["marked element"], "b": ["marked element"]},
        ),
        (
            f'<script src="https://example.com/x.js"></script>{LOADING}{MARKS}',
            {"a": ["script"], "b": ["marked element"]},
        ),
    ],
)
def test_usage__a_marked_element_needs_the_binding(html: str, usage: dict[str, list[str]], report_of: Reports) -> None:
    found = usage_of(report_of, html)
    assert {event_id: how for event_id, how in found.items() if event_id != "c"} == usage


LISTENING = f"""document.querySelector('#go').addEventListener('click', function () {{ {A} }});
document.addEventListener('click', function () {{ {C} }});"""


@pytest.mark.parametrize(
    ("html", "usage"),
    [
        (f'{LOADING}<i class="c">', {"a": ["script"], "c": ["selector"]}),
        (f'<script>{BOUND}</script><table><b class="x c">', {"a": ["script"], "c": ["selector"]}),
        (LOADING, {"a": ["script"]}),
        (f'{LOADING}<template><i class="c"></template><!-- <i class="c"> -->', {"a": ["script"]}),
        # Without the binding.
        (f'{ELSEWHERE}<i class="c">', {}),
        # The selectors of other code.
        ('<script src="js/go.js"></script><p id="go">', {"a": ["script"], "c": ["script"]}),
        ('<script src="js/go.js"></script><p id="g">', {"c": ["script"]}),
    ],
)
def test_usage__a_selector_needs_an_element(html: str, usage: dict[str, list[str]], report_of: Reports) -> None:
    report_of({"js/go.js": LISTENING, "x.html": ""})
    assert usage_of(report_of, html) == usage


def test_usage__a_selector_that_cannot_be_compared_may_match_each_page(report_of: Reports) -> None:
    definitions = '[events.a]\nvalue = "A"\nselector = "p:hover-not-known"\n'
    binding = render_binding([Event("a", "A", selector="p:hover-not-known")])
    report = report_of({"a.html": LOADING, "b.html": "", "rtp-events.js": binding}, definitions, with_usage=True)
    assert report.usage == {"a": {"a.html": ("selector",)}}


def test_usage__code_that_the_page_blocks_is_not_counted(report_of: Reports) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'
    html = f'{policy}<script>{BOUND}</script><button onclick="{A}"></button>{MARKS}'
    assert usage_of(report_of, html) == {}
    assert usage_of(report_of, html + LOADING)["b"] == ["marked element"]


def test_usage__a_container_is_a_script_of_the_pages_that_load_it(report_of: Reports) -> None:
    html = f'<script>{A}</script><button onclick="{C}" data-rtp-event=b></button>'
    Path("container.json").write_text(container(tag(html, ALL_PAGES)))
    loader = f'<script async src="https://www.googletagmanager.com/gtm.js?id={PUBLIC_ID}"></script>'
    assert usage_of(report_of, loader, containers=["container.json"]) == {"a": ["script"], "c": ["script"]}


def test_usage__two_events_with_the_same_value_are_both_sent(report_of: Reports) -> None:
    definitions = '[events.a]\nvalue = "A"\n[events.b]\nvalue = ["A", "B"]\n[events.c]\nvalue = "A"\n'
    usage = report_of({"a.html": calling("'A'")}, definitions, with_usage=True).usage
    assert {event_id: list(pages) for event_id, pages in usage.items()} == {"a": ["a.html"], "b": [], "c": ["a.html"]}


def test_usage__a_preview_is_not_a_page_of_the_site(report_of: Reports) -> None:
    report = report_of({"preview.html": render_preview([Event("a", "A")]), "deep/a.html": calling("'A'")}, TWO)
    assert (report.pages, [finding.rule for finding in report.findings]) == (1, ["unused-event"])
    assert report.usage == {}


def test_usage__pages_are_named_by_their_paths_in_the_site(report_of: Reports) -> None:
    report = report_of({"deep/a b.html": calling("'A'"), "a.html": calling("'A'")}, TWO, with_usage=True)
    assert list(report.usage["a"]) == ["a.html", "deep/a b.html"]
