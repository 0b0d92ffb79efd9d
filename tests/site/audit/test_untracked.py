"""Elements that should send an event, as the table `audit` says, but do not."""

from __future__ import annotations

import sys

import pytest

from rtpsnippets import Event, ProblemsError, render_binding
from tests.site.audit.sites import BUTTON, TAG, Audit, Kinds

EVENTS = """
[audit]
tracked = ["a[href$='.pdf']", "form", ".cta"]
untracked_ignore = [".footer *", "a.old"]
[events.guide]
value = "Guide"
link = { label = "Get the guide", href = "https://example.com/files/guide.pdf" }
owner = "Ana"
[events.old]
value = "Old offer"
deprecated = "The offer ended."
[events.demo]
value = "Demo"
button = "Request a demo"
[events.prices]
value = "Price list"
selector = ".prices a"
[events.signup]
value = "SignUp"
selector = "form.sign-up"
on = "submit"
[events.seen]
value = "Seen"
selector = ".seen"
on = "visible"
"""
CALL = "rtp('send', 'event', { value: 'Demo' })"
BINDING = render_binding(
    [
        Event("prices", "Price list", selector=".prices a"),
        Event("signup", "SignUp", selector="form.sign-up", on="submit"),
        Event("seen", "Seen", selector=".seen", on="visible"),
        Event("demo", "Demo"),
    ]
)
OTHERS = ("unused-event", "no-tag", "wrong-trigger", "stale-binding")


def places(html: str, found: Audit, *, is_bound: bool = True) -> list[str]:
    """The start tags of what is found on a page, each as written."""
    page = ('<script src="rtp-events.js"></script>' if is_bound else "") + f"\n{html}"
    findings = found({"a.html": page, "rtp-events.js": BINDING}, definitions=EVENTS, ignore=OTHERS)
    assert {finding.kind for finding in findings} <= {"untracked-element"}
    lines = [finding.place.split(":")[1:] for finding in findings]
    return [page.split("\n")[int(line) - 1][int(column) - 1 :].partition(">")[0] + ">" for line, column in lines]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a href=/x.pdf>x</a>", ["<a href=/x.pdf>"]),
        ("<a href=/x.html>x</a><p class=ctas>", []),
        ("<form></form><p class='x cta'>", ["<form>", "<p class='x cta'>"]),
        # It matches two of the selectors.
        ("<a class=cta href=/x.pdf>x</a>", ["<a class=cta href=/x.pdf>"]),
        # Exceptions.
        ("<div class=footer><p><a href=/x.pdf>x</a></div><a class=old href=/y.pdf>y</a>", []),
        # A handler or an address, also around it or in it.
        (f'<a href=/x.pdf onclick="{CALL}">x</a>', []),
        (f'<a class=cta href="javascript:{CALL}">x</a>', []),
        (f'<div onclick="{CALL}"><p><a href=/x.pdf>x</a></div><a href=/y.pdf>y</a>', ["<a href=/y.pdf>"]),
        (f'<form><p><button onclick="{CALL}">x</button></p></form><form>', ["<form>"]),
        ("<a href=/x.pdf onclick=\"rtp('send', 'view')\">x</a>", ["<a href=/x.pdf onclick=\"rtp('send', 'view')\">"]),
        # Marks; an unknown id is a finding of its own.
        ("<a href=/x.pdf data-rtp-event=demo>x</a><p class='cta rtp-event--demo'>", []),
        # Selectors of the binding, of elements and of those around them.
        ("<div class=prices><a href=/x.pdf>x</a></div><form class=sign-up></form>", []),
        ("<div class=prices><a><b class=cta>x</b></a></div>", []),
        # Neither a view nor what happens while the page loads is a click.
        ("<p class='cta seen'>", ["<p class='cta seen'>"]),
        (f'<body onload="{CALL}"><p class=cta>', ["<p class=cta>"]),
        ("<p class=cta data-rtp-event=seen>", ["<p class=cta data-rtp-event=seen>"]),
        # A link in a form does not submit it, but a button does.
        (f'<form onsubmit="{CALL}"><a href=/x.pdf>x</a><button class=cta>', ["<a href=/x.pdf>"]),
        # What a browser does not show, moves or repairs.
        ("<template><a href=/x.pdf>x</a></template><noscript><a href=/x.pdf>x</a></noscript>", []),
        ("<table><tr><a href=/x.pdf>x</a><td><a href=/y.pdf>y</a></table>", ["<a href=/x.pdf>", "<a href=/y.pdf>"]),
        ("<form><form class=cta></form>", ["<form>"]),
        (f'<b onclick="{CALL}"><p>x</b><i class=cta>y</i>', ["<i class=cta>"]),
        ("<!-- <a href=/x.pdf> --><textarea><a href=/x.pdf></textarea>", []),
        ("<A HREF='/x.pdf'>x</A>", ["<A HREF='/x.pdf'>"]),
    ],
)
def test_untracked__elements_that_send_nothing_are_found(html: str, expected: list[str], found: Audit) -> None:
    assert places(html, found) == expected


def test_untracked__a_selector_counts_only_where_the_binding_is_or_may_be(found: Audit) -> None:
    html = "<div class=prices><a href=/x.pdf>x</a></div>"
    assert places(html, found, is_bound=False) == ["<a href=/x.pdf>"]
    assert places(f'<script src="https://cdn.example/x.js"></script>{html}', found, is_bound=False) == []


def test_untracked__a_script_may_send_it(kinds: Kinds) -> None:
    script = f"document.querySelector('a.x').addEventListener('click', () => {{ {CALL}; }});"
    links = "<a class=x href=/x.pdf>x</a>\n<a href=/y.pdf>y</a>"
    files = {"a.html": f'{TAG}{links}<script src="s.js"></script>', "b.html": f"{TAG}{links}<script>{script}</script>"}
    expected = ["untracked-element a.html:2", "untracked-element b.html:2"]
    assert kinds({**files, "s.js": script}, definitions=EVENTS, ignore=OTHERS) == expected


@pytest.mark.parametrize(
    ("html", "what", "hint"),
    [
        (
            "<a href='../files/guide.pdf?x#y' class=cta>Our <b>guide</b></a>",
            """the link "Our guide" (../files/guide.pdf?x#y) matches ".cta" but sends no event""",
            (
                'the event "guide" links to "https://example.com/files/guide.pdf": paste its snippet, or add '
                'data-rtp-event="guide" to the element (the owner of "guide" is Ana)'
            ),
        ),
        (
            "<button class=cta id=b>Request  a DEMO</button>",
            'the button "Request a DEMO" (b) matches ".cta" but sends no event',
            (
                'the event "demo" has the label "Request a demo": paste its snippet, or add data-rtp-event="demo" '
                "to the element"
            ),
        ),
        (
            "<input class=cta type=submit value='price list'>",
            'the input "price list" matches ".cta" but sends no event',
            (
                'the event "prices" has the value "Price list": paste its snippet, or add data-rtp-event="prices" '
                "to the element"
            ),
        ),
        (
            "<form class=sign-up action=/send><input></form>",
            'the form (/send) matches "form" but sends no event',
            'it matches the selector of the event "signup": load rtp-events.js on the page',
        ),
        *(
            (
                f"<{element} class=cta>{inside}</{element}><p>other</p>",
                f'the {noun} "Request a demo" matches ".cta" but sends no event',
                (
                    'the event "demo" has the label "Request a demo": paste its snippet, or add data-rtp-event="demo" '
                    "to the element"
                ),
            )
            for element, noun, inside in (
                ("a", "link", "<svg><path d=x></svg><span>Request</span> <b>a demo</b>"),
                ("a", "link", "<img src=x alt='Request a demo'>"),
                ("div", "div", "<div>Request</div> <div> a<script>x</script> demo </div>"),
                ("span", "span", "Request a demo"),
            )
        ),
        (
            "<a class=cta aria-label='Request a demo'>x</a>",
            'the link "Request a demo" matches ".cta" but sends no event',
            (
                'the event "demo" has the label "Request a demo": paste its snippet, or add data-rtp-event="demo" '
                "to the element"
            ),
        ),
        (
            "<a class=cta href=/>Old offer</a>",
            'the link "Old offer" (/) matches ".cta" but sends no event',
            'make it send an event, or add a selector for it to "untracked_ignore"',
        ),
    ],
)
def test_untracked__what_is_said_helps(html: str, what: str, hint: str, found: Audit) -> None:
    (finding,) = found({"a.html": f"\n {html}"}, definitions=EVENTS, ignore=OTHERS)
    assert finding == ("untracked-element", "a.html:2:2", what, hint)


def test_untracked__can_be_ignored(kinds: Kinds) -> None:
    assert kinds("<form>", definitions=EVENTS, ignore=("unused-event", "untracked-element")) == []


def test_untracked__a_selector_that_only_browsers_support_is_refused(found: Audit) -> None:
    definitions = """
[events.a]
value = "A"
[audit]
tracked = [
    "a",
    "a::before",
]
untracked_ignore = [":contains(x)"]
"""
    with pytest.raises(ProblemsError) as error:
        found({"a.html": ""}, definitions=definitions)
    hint = "    use one without pseudo-elements and without states such as :visited"
    assert str(error.value).splitlines() == [
        'events.toml:7: audit.tracked[1]: cannot compare the selector "a::before" with elements',
        hint,
        'events.toml:9: audit.untracked_ignore[0]: cannot compare the selector ":contains(x)" with elements',
        hint,
    ]


def test_untracked__without_the_library_the_extra_is_named(
    found: Audit, kinds: Kinds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    assert kinds(BUTTON) == ["no-tag 1"]
    with pytest.raises(ProblemsError, match="matching selectors needs an extra that is not installed"):
        found({"a.html": ""}, definitions=EVENTS)
