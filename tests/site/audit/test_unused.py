"""Which events no page uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rtpsnippets.definitions.load import read_definitions
from rtpsnippets.site.audit.findings import Report
from rtpsnippets.site.audit.run import audit
from tests.site.audit.sites import Audit, Kinds, calling

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
