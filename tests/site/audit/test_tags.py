"""The RTP tag of a page: whether it is there, when it runs, how often, and whether it keeps what it is told."""

from __future__ import annotations

import pytest

from tests.site.audit.sites import BROKEN_TAG, BUTTON, CALL, SCRIPT, STUB, TAG, Audit, Kinds

GUARDED = f"<script>if (window.rtp) {CALL}</script>"
LATER = f"<script>function f() {{ {CALL} }}</script>"
MARKED = '<button data-rtp-event="menu">x</button>'


@pytest.mark.parametrize(
    "page",
    [
        "<p>nothing that sends",
        TAG,
        TAG + SCRIPT,
        TAG + BUTTON,
        # What waits for a click, or stands in a function, runs after what comes below it.
        BUTTON + TAG,
        LATER + TAG,
        # A page that may be without the tag.
        GUARDED,
        '<button data-rtp-event="quiet">x</button><script src="//example.net/x.js"></script>',
        f"<script>function load() {{ {STUB} }}</script>{SCRIPT}",
    ],
)
def test_tag__of_a_page_that_has_what_it_needs_nothing_is_said(page: str, kinds: Kinds) -> None:
    assert [kind for kind in kinds(page) if "binding" not in kind] == []


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (SCRIPT, ["no-tag 1"]),
        (f"<p>\n{BUTTON}\n{SCRIPT}", ["no-tag 2"]),
        (LATER, ["no-tag 1"]),
        (f'<p>\n{MARKED}<script src="//example.net/x.js"></script>', ["no-tag 2"]),
        (f"{GUARDED}\n{SCRIPT}", ["no-tag 2"]),
        # Before it, guarded or not; a tag below is one all the same.
        (SCRIPT + TAG, ["before-tag 1"]),
        (GUARDED + TAG, ["before-tag 1"]),
        (f"{SCRIPT}\n{SCRIPT}{TAG}", ["before-tag 1", "before-tag 2"]),
        (f"{SCRIPT}\n{BROKEN_TAG}", ["before-tag 1", "broken-tag 2"]),
        (f"{TAG}\n{TAG}{BUTTON}", ["second-tag 2"]),
        (f"{TAG}\n{TAG}\n{TAG}{BUTTON}", ["second-tag 2", "second-tag 3"]),
        (BROKEN_TAG + BUTTON, ["broken-tag 1"]),
        # A module waits for the end of the page.
        (f'<script type="module">{STUB}</script>\n{SCRIPT}', ["before-tag 2"]),
    ],
)
def test_tag__what_is_wrong_is_said_with_its_place(page: str, expected: list[str], kinds: Kinds) -> None:
    assert kinds(page) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<script src="js/tag.js"></script><script src="js/call.js"></script>', []),
        ('<script src="js/call.js"></script><script src="js/tag.js"></script>', ["before-tag a.html:1"]),
        ('<script src="js/tag.js" defer></script><script src="js/call.js" defer></script>', []),
        ('<script src="js/tag.js" defer></script><script src="js/call.js"></script>', ["before-tag a.html:1"]),
        # Which of them is first when one comes as it likes, nobody knows.
        ('<script src="js/tag.js"></script><script src="js/call.js" async></script>', []),
        ('<script src="js/tag.js" async></script><script src="js/call.js"></script>', []),
        ('<script src="js/call.js"></script>', ["no-tag a.html:1"]),
        ('<script src="js/tag.js"></script><script src="js/tag.js"></script>', ["second-tag a.html:1"]),
    ],
)
def test_tag__scripts_of_the_site_do_what_they_do_where_they_are_loaded(
    head: str, expected: list[str], kinds: Kinds
) -> None:
    assert kinds({"a.html": head, "js/tag.js": STUB, "js/call.js": CALL}) == expected


def test_tag__a_broken_one_that_all_pages_load_is_said_once(kinds: Kinds) -> None:
    page = f'<script src="tag.js"></script>{BUTTON}'
    stub = BROKEN_TAG.removeprefix("<script>").removesuffix("</script>")
    assert kinds({"a.html": page, "b.html": page, "tag.js": stub}) == ["broken-tag tag.js:1"]


def test_tag__one_that_the_policy_forbids_is_none(kinds: Kinds) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'
    page = f'{policy}\n{TAG}\n<script src="call.js"></script>'
    assert kinds({"a.html": page, "call.js": CALL}) == ["blocked-code a.html:2", "no-tag a.html:3"]


def test_tag__what_is_said_helps(found: Audit) -> None:
    pages = {"a.html": SCRIPT, "b.html": SCRIPT + TAG, "c.html": TAG + TAG, "d.html": BROKEN_TAG}
    assert [(finding.what, finding.hint) for finding in found(pages)] == [
        (
            "the page sends events but has no RTP tag",
            "put the tag in the head of the page; if a tag manager adds it, ignore no-tag",
        ),
        (
            "the call runs before the RTP tag, when the function rtp does not exist yet",
            "put the tag in the head of the page, before all calls",
        ),
        (
            f"the page already has the RTP tag on line 1, column {TAG.index('c[a]=') + 1}",
            "remove one of them: two may count a page view twice",
        ),
        (
            "the RTP tag loses all calls until its script has loaded",
            "copy the tag again from the Web Personalization settings; it must push its arguments to its .q",
        ),
    ]
