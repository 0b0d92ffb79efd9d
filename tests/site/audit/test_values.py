"""The calls of a site: what they send, how much, and what can't be known of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rtpsnippets.errors import Location
from rtpsnippets.events.event import Event
from rtpsnippets.limits import MAX_COMPARED
from rtpsnippets.site.audit.findings import Report
from rtpsnippets.site.audit.known_values import Known
from tests.site.audit.sites import CALL, TAG, Audit, Kinds, calling

LONG = "x" * 100


def test_values__those_of_the_definitions_are_known_in_any_mixture(kinds: Kinds) -> None:
    assert kinds(calling("'Download'", "['Download']", "['Webinars', 'APIs']", '"Pricing"')) == []


@pytest.mark.parametrize(
    ("value", "what", "hint"),
    [
        ("'Downlaod'", '"Downlaod"', 'did you mean "Download" of the event "download"?'),
        ("'xyz'", '"xyz"', "run rtpsnippets list to see all values"),
        ("''", '""', "run rtpsnippets list to see all values"),
        ("'download'", '"download"', 'did you mean "Download" of the event "download"? it differs only in case'),
        ("' Download'", '" Download"', 'did you mean "Download" of the event "download"? it differs only in spaces'),
        (
            r"'Down\u200bload'",
            '"Down\u200bload"',
            'did you mean "Download" of the event "download"? it differs only in invisible characters',
        ),
        (
            r"'Case\u00a0studies'",
            '"Case\u00a0studies"',
            'did you mean "Case studies" of the event "interests"? it differs only in spaces and invisible characters',
        ),
        (f"'{LONG}'", f'"{LONG[:60]}..."', "run rtpsnippets list to see all values"),
    ],
)
def test_values__an_unknown_one_is_said_with_what_was_meant(value: str, what: str, hint: str, found: Audit) -> None:
    (finding,) = found({"a.html": calling(value)})
    assert (finding.kind, finding.what, finding.hint) == ("unknown-value", f"no event has the value {what}", hint)


def test_values__each_unknown_one_of_a_call_is_said_once(found: Audit) -> None:
    findings = found({"a.html": calling("['a', 'Download', 'b', 'a']")})
    assert [finding.what for finding in findings] == [f'no event has the value "{value}"' for value in "ab"]


@pytest.mark.parametrize(
    ("text", "known", "by"),
    [
        ("e\u0301", "\u00e9", "the Unicode form of a character"),
        ("E\u0301", "\u00e9", "the Unicode form of a character and case"),
        # KELVIN SIGN: its lower case and its normalized form are the same.
        ("\u212a", "K", "the Unicode form of a character"),
    ],
)
def test_meant_by__says_by_what_texts_differ_that_look_alike(text: str, known: str, by: str) -> None:
    hint = Known({"a": Event("a", known)}).meant_by(text)
    assert hint == f'did you mean "{known}" of the event "a"? it differs only in {by}'


def test_meant_by__of_very_many_values_the_nearest_is_not_looked_for_for_ever() -> None:
    known = Known({"a": Event("a", ["Download", "x" * (MAX_COMPARED // 2)])})
    assert known.meant_by("Downlaod") == 'did you mean "Download" of the event "a"?'
    assert known.meant_by("Downloda") == ""
    # What looks alike is found at once.
    assert known.meant_by("DOWNLOAD").endswith("it differs only in case")


def test_values__more_than_a_call_takes_are_said_and_looked_at_all_the_same(found: Audit) -> None:
    findings = found({"a.html": calling("['Pricing', 'Security', 'APIs', 'Download', 'x']")})
    assert [(finding.kind, finding.what) for finding in findings] == [
        ("too-many-values", "the call sends 5 values, but the API accepts at most 4"),
        ("unknown-value", 'no event has the value "x"'),
    ]


def test_values__what_cannot_be_known_is_said_with_its_reason(found: Audit) -> None:
    (finding,) = found({"a.html": calling("product.name")})
    assert finding.kind == "unknown-call"
    assert finding.what.startswith("the value ")
    assert finding.hint == "compare it with the definitions yourself"


@pytest.mark.parametrize(
    ("page", "what"),
    [
        (TAG + "<p onclick=\"rtp('send', 'event', { value: 'Menu' }\">", "the onclick has a syntax error"),
        (TAG + "<script>rtp('send', 'event', { value: product.name };</script>", "the script has a syntax error"),
    ],
)
def test_syntax__an_error_in_code_that_mentions_rtp_is_said_once(page: str, what: str, found: Audit) -> None:
    assert [(finding.kind, finding.what) for finding in found({"a.html": page})] == [("syntax-error", what)]


def test_values__those_in_a_script_are_said_there_however_many_pages_load_it(kinds: Kinds) -> None:
    page = f'{TAG}<script src="x.js"></script>'
    script = f"{CALL}\nrtp('send', 'event', {{ value: 'x' }});"
    assert kinds({"a.html": page, "b/a.html": page, "x.js": script}) == ["unknown-value x.js:2"]
    # Also if none does.
    assert "unknown-value js/y.js:2" in kinds({"js/y.js": script})


def test_finding__says_the_line_and_column_of_its_beginning_and_end(report_of: Callable[..., Report]) -> None:
    page = TAG + "<p>\n<p onclick=\"a();\n  rtp('send', 'event', { value: 'x' });\">"
    (finding,) = report_of({"a.html": page}, ignore=["unused-event"]).findings
    assert finding.location == Location("site/a.html", 3, 3, (3, 39))
