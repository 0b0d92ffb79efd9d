"""Scripts that a tool holds back until the visitor consents or until later: the tag in one of them, and calls."""

from __future__ import annotations

import pytest

from tests.site.audit.sites import BROKEN_TAG, BUTTON, CALL, SCRIPT, STUB, TAG, Audit, Kinds

CONSENT = 'type="text/plain" data-category="marketing"'
LATER = 'type="rocketlazyloadscript"'
GUARDED = f'<button onclick="if (window.rtp) {CALL}">x</button>'


def held(script: str, by: str = CONSENT) -> str:
    """The script as a tool holds it back."""
    return script.replace("<script>", f"<script {by}>")


@pytest.mark.parametrize("by", [CONSENT, LATER])
@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("{tag}\n{button}", ["tag-waits 2"]),
        ("{tag}\n{script}", ["tag-waits 2"]),
        ("{script}\n{tag}", ["tag-waits 1"]),
        ("{tag}\n{guarded}\n{button}\n{script}", ["tag-waits 3"]),
        ("{tag}\n<script>function f() {{ {call} }}</script>", ["tag-waits 2"]),
        # Both wait, or the call asks for the tag, as a binding does.
        ("{tag}\n{held}", []),
        ("{held}\n{tag}", []),
        ("{tag}\n{guarded}", []),
        # The guard of a script does not help: it runs once, and too early.
        ("{tag}\n{guarded}\n<script>if (window.rtp) {call}</script>", ["tag-waits 3"]),
        ("{tag}\n<p>", []),
        ('{tag}\n<button data-rtp-event="menu">x</button><script src="//example.net/x.js"></script>', []),
        # The tag at once.
        ("{tag_now}\n{held}", []),
        ("{tag_now}\n{button}{script}", []),
        ("{held}\n{tag_now}", []),
        ("{tag_now}\n{tag}\n{button}", ["second-tag 2"]),
        # No tag at all.
        ("{held}", ["no-tag 1"]),
        ("{broken}\n{held}", ["broken-tag 1"]),
    ],
)
def test_tag__that_waits_loses_the_calls_that_do_not(page: str, expected: list[str], by: str, kinds: Kinds) -> None:
    parts = {"tag": held(TAG, by), "held": held(SCRIPT, by), "broken": held(BROKEN_TAG, by), "tag_now": TAG}
    assert kinds(page.format(**parts, button=BUTTON, script=SCRIPT, guarded=GUARDED, call=CALL)) == expected


def test_tag__that_waits_may_be_a_file_of_the_site(kinds: Kinds) -> None:
    tag = f'<script {CONSENT} data-src="js/tag.js"></script>'
    files = {
        "a.html": f"{tag}\n{BUTTON}",
        "b.html": f'{tag}<script {CONSENT} src="js/call.js"></script>',
        "c.html": f'{tag}\n<script src="js/call.js"></script>',
    }
    assert kinds({**files, "js/tag.js": STUB, "js/call.js": CALL}) == ["tag-waits a.html:2", "tag-waits c.html:2"]


@pytest.mark.parametrize(
    ("early", "remedy"),
    [(BUTTON, "set guard = true and paste the new snippet"), (SCRIPT, "send it with rtp-events.js")],
)
def test_tag__that_waits_is_a_warning_that_helps(early: str, remedy: str, found: Audit) -> None:
    (finding,) = found({"a.html": held(TAG) + early})
    assert (finding.what, finding.hint) == (
        "the page sends events, but its RTP tag waits for consent or for the visitor: calls before it are lost",
        f"{remedy}, or delay the call in the same way as the tag",
    )


def test_call__that_waits_is_compared_and_used(kinds: Kinds) -> None:
    page = TAG + held(
        "<script>rtp('send', 'event', { value: 'Downlod' });\nrtp('send', 'event', { value: 'Used' });</script>"
    )
    definitions = '[events.used]\nvalue = "Used"\n[events.loaded]\nvalue = "Loaded"\n'
    found = kinds({"a.html": page}, definitions=definitions, of_use=True)
    assert found == ["unknown-value a.html:1", "unused-event events.toml:3"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        # When it is made, nobody knows, ...
        ("CALL", []),
        ("document.addEventListener('DOMContentLoaded', function () { CALL });", []),
        # ... but that one is made on a click.
        ("document.querySelector('#x').addEventListener('click', function () { CALL });", ["wrong-trigger 2"]),
    ],
)
def test_trigger__of_a_call_that_waits(code: str, expected: list[str], kinds: Kinds) -> None:
    definitions = '[events.later]\nvalue = "Download"\non = "after 60s"\n'
    page = f"{TAG}\n<script {CONSENT}>{code.replace('CALL', CALL)}</script>"
    assert kinds(page, definitions=definitions) == expected


def test_binding__that_waits_is_one(kinds: Kinds) -> None:
    binding = f'<script {CONSENT} data-src="rtp-events.js"></script>'
    page = f'{TAG}\n{binding}<button data-rtp-event="menu">x</button>'
    assert kinds({"a.html": page, "rtp-events.js": "var N = 'rtpsnippets binding', rtp;"}) == ["stale-binding a.html:2"]


# What else stands in a page.


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # A script of SVG is one of the page.
        (f"<svg>{TAG.replace('&', '&amp;')}</svg>\n{SCRIPT}", []),
        (f"{TAG}\n<svg><script>rtp('send', 'event', {{ value: 'Down&#108;oad' }})</script></svg>", []),
        (f"{TAG}\n<svg><script>rtp('send', 'event', {{ value: 'R&amp;D' }})</script></svg>", ["unknown-value 2"]),
        ('<svg><script href="tag.js"/></svg>\n<button onclick="CALL">x</button>', []),
        # Its calls are those of another page.
        (f'<iframe srcdoc="{CALL}"></iframe>', ["unknown-call 1"]),
        # Marked elements that a binding sees.
        (f'{TAG}<p><template shadowrootmode="open">\n<b data-rtp-event="menus"></b></template>', ["unknown-id 2"]),
        (f'{TAG}<p><template shadowrootmode="closed">\n<b data-rtp-event="menus"></b></template>', []),
    ],
)
def test_page__what_is_in_it(page: str, expected: list[str], kinds: Kinds) -> None:
    files = {"a.html": page.replace("CALL", CALL), "tag.js": STUB}
    assert kinds(files) == [at.replace(" ", " a.html:") for at in expected]


def test_trigger__of_an_address_of_svg_is_a_click(kinds: Kinds) -> None:
    definitions = '[events.loaded]\nvalue = "Download"\non = "load"\n'
    page = f'{TAG}\n<svg><a xlink:href="javascript:{CALL}"></a></svg>'
    assert kinds(page, definitions=definitions) == ["wrong-trigger 2"]
