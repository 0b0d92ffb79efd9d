"""The names on a page, and its policy: what hides the function, what is there twice, what may not run."""

from __future__ import annotations

import pytest

from rtpsnippets.site.audit.kinds import BLOCKED
from rtpsnippets.site.audit.known_values import Known
from rtpsnippets.site.audit.load_order import Loaded
from rtpsnippets.site.audit.page_rules import Page, page_findings
from rtpsnippets.site.javascript.model import Call, Script, Span
from rtpsnippets.site.model import Code, Contents
from rtpsnippets.site.site_file import SiteFile
from tests.site.audit.sites import BUTTON, CALL, TAG, Audit, Kinds

POLICY = '<meta http-equiv="Content-Security-Policy" content="{}">'


def test_names__an_id_that_is_there_twice_is_said_with_the_first(found: Audit) -> None:
    page = '<p id="a">\n<p id="b">\n<b id="a"></b>'
    assert [tuple(finding) for finding in found({"a.html": page})] == [
        (
            "repeated-id",
            "a.html:3:4",
            'the id "a" is already used on line 1, column 4',
            "use each id once; to send an event from a second element, mark it with data-rtp-event",
        )
    ]


@pytest.mark.parametrize("written", ["id=a", "ID =a", "iD\t=a", "id\n=a", "Id\f=a", "id\r=a", "id\r\n='a'"])
def test_names__an_id_is_found_however_it_is_written(written: str, kinds: Kinds) -> None:
    assert kinds(f"<p {written}><b {written}></b>")[0].startswith("repeated-id")


def test_names__an_element_that_hides_the_function_is_said(found: Audit) -> None:
    page = '<form>\n<input name="rtp">\n</form><p id="x">'
    assert [tuple(finding) for finding in found({"a.html": page})] == [
        (
            "hidden-rtp",
            "a.html:2:8",
            'an element with the id or name "rtp" (input) can hide the function rtp',
            "use another id or name",
        )
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<p id="rtp">' + TAG, ["hidden-rtp"]),  # the tag leaves the element in its place
        (TAG + '<p id="rtp">', []),
        (TAG + '<form><input name="rtp"></form>', ["hidden-rtp"]),  # in handlers of the form, whenever
        (TAG.replace("<script>", '<script type="module">') + '<p id="rtp">', ["hidden-rtp"]),  # the tag comes later
        ('<p id="rtp">', ["hidden-rtp"]),  # something else may bring the tag
        (TAG + '<form><input name="window"><button id="window"></form>', ["hidden-rtp", "hidden-rtp"]),
        (TAG + '<img name="window">', ["hidden-rtp"]),  # in all handlers of the page
        ('<p id="window">' + TAG, []),  # the global stays what it is
    ],
)
def test_names__an_id_that_hides_only_what_comes_later_is_heard_only_before_the_tag(
    page: str, expected: list[str], kinds: Kinds
) -> None:
    assert [kind.split()[0] for kind in kinds(page)] == expected


def test_policy__what_it_forbids_is_said(found: Audit) -> None:
    page = POLICY.format("script-src 'unsafe-hashes' 'self'") + f"\n{BUTTON}\n<script>{CALL}</script>"
    findings = found({"a.html": page})
    assert [(finding.kind, finding.place.split(":")[1]) for finding in findings] == [
        ("blocked-code", "2"),
        ("blocked-code", "3"),
    ]
    assert findings[0].what.startswith("the page's own policy blocks the onclick: ")
    assert findings[1].what.startswith("the page's own policy blocks the script: ")
    assert findings[0].hint == (
        'allow it in the policy (rtpsnippets csp prints the sources of snippets), or use carrier = "data"'
    )


@pytest.mark.parametrize(
    ("script", "expected"),
    [(Script(), []), (Script(calls=(Call(Span(0, 9), ("Download",)),)), [BLOCKED]), (Script(bound=()), [BLOCKED])],
)
def test_policy__a_script_that_a_page_loads_is_forbidden_if_it_does_something(
    script: Script, expected: list[str]
) -> None:
    """Made by hand: from a page alone nobody knows which addresses are of its own site."""
    loading = Code(Span(0, 9), Script(), source="x.js", blocked="script-src 'none'")
    loaded = Loaded(loading, (Code(Span(0, 9), script),), "x.js")
    page = Page(SiteFile("a.html"), Contents(is_page=True, codes=(loading,)), (loaded,), is_whole=True)
    assert [finding.rule for finding in page_findings(page, Known({}))] == expected


def test_policy__that_allows_all_is_none(kinds: Kinds) -> None:
    assert kinds(POLICY.format("script-src 'unsafe-inline'") + TAG + BUTTON) == []
