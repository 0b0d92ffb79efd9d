"""Pages that load a container of Google Tag Manager, and an audit that is given the container."""

from __future__ import annotations

from pathlib import Path

import pytest

from rtpsnippets.errors import ProblemsError
from tests.site.audit.sites import BROKEN_TAG, BUTTON, CALL, SCRIPT, TAG, Audit, Kinds
from tests.site.containers import ALL_PAGES, PUBLIC_ID, Table, condition, container, tag, trigger

LOADER = (
    "<script>(function(w,d,s,l,i){w[l]=w[l]||[];var f=d.getElementsByTagName(s)[0],j=d.createElement(s);j.async=true;"
    "j.src='https://www.googletagmanager.com/gtm.js?id='+i;f.parentNode.insertBefore(j,f);"
    f"}})(window,document,'script','dataLayer','{PUBLIC_ID}');</script>"
)
BY_ADDRESS = f'<script async src="https://www.googletagmanager.com/gtm.js?id={PUBLIC_ID}"></script>'
UNKNOWN_LOADER = "<script>load('https://www.googletagmanager.com/gtm.js?id=' + id)</script>"
WITH_CALLS = LOADER.replace("</script>", "; rtp('get', 'campaign', true);</script>")
BY_SCRIPT = '<script src="gtm.js"></script>'
SCRIPTS = {"gtm.js": LOADER.removeprefix("<script>").removesuffix("</script>")}
CONTAINER = "container.json"


def given(*tags: Table, triggers: tuple[Table, ...] = (), public_id: str = PUBLIC_ID) -> list[str]:
    """Write a container with these tags, and return the names of what an audit is given."""
    Path(CONTAINER).write_text(container(*tags, triggers=triggers, public_id=public_id))
    return [CONTAINER]


@pytest.mark.parametrize("loader", [LOADER, BY_ADDRESS, UNKNOWN_LOADER, WITH_CALLS, BY_SCRIPT])
def test_page__with_a_container_may_have_its_tag_from_that(loader: str, kinds: Kinds) -> None:
    assert kinds({"a.html": f"{loader}\n{BUTTON}", **SCRIPTS}) == ["tag-in-container a.html:2"]
    assert kinds({"a.html": f"{loader}{TAG}\n{BUTTON}", **SCRIPTS}) == []


def test_page__with_a_container_is_not_asked_for_a_tag_that_is_ignored(kinds: Kinds) -> None:
    assert kinds(LOADER + BUTTON, ignore=["no-tag", "unused-event"]) == []


def test_page__with_a_container_is_told_what_helps(found: Audit) -> None:
    hint = "export that container from Google Tag Manager and pass the file: --container FILE"
    sends = "the page sends events and has no RTP tag, but loads"
    said = [
        (finding.what, finding.hint)
        for finding in found({"a.html": LOADER + BUTTON, "b.html": UNKNOWN_LOADER + BUTTON})
    ]
    assert said == [
        (f"{sends} the container {PUBLIC_ID}, which may add it", hint),
        (f"{sends} a container, which may add it", hint),
    ]


@pytest.mark.parametrize("loader", [LOADER, BY_ADDRESS, UNKNOWN_LOADER, BY_SCRIPT])
def test_container__with_the_tag_brings_it_to_the_pages_that_load_it(loader: str, kinds: Kinds) -> None:
    containers = given(tag(TAG, ALL_PAGES))
    pages = {"a.html": f"{loader}\n{BUTTON}\n{SCRIPT}", "b.html": BUTTON, **SCRIPTS}
    assert kinds(pages, containers=containers) == ["no-tag b.html:1"]


def test_container__without_an_id_may_be_that_of_any_page(kinds: Kinds) -> None:
    assert kinds(LOADER + BUTTON, containers=given(tag(TAG, ALL_PAGES), public_id="")) == []


def test_container__of_another_page_brings_nothing(kinds: Kinds) -> None:
    containers = given(tag(TAG, ALL_PAGES), public_id="GTM-OTHER1")
    assert kinds(LOADER + BUTTON, containers=containers) == ["tag-in-container 1"]


def test_container__without_the_tag_is_no_excuse(kinds: Kinds) -> None:
    assert kinds(f"{LOADER}\n{BUTTON}", containers=given(tag("<script>rtp()</script>", ALL_PAGES))) == ["no-tag 2"]
    assert kinds(f"{LOADER}\n{BUTTON}", containers=given(tag(TAG, ALL_PAGES, paused=True))) == ["no-tag 2"]


def test_container__with_the_tag_of_a_page_is_one_too_many(kinds: Kinds) -> None:
    assert kinds(f"{LOADER}\n{TAG}", containers=given(tag(TAG, ALL_PAGES))) == ["second-tag 2"]


def test_container__that_sends_needs_the_tag(kinds: Kinds) -> None:
    assert kinds(f"<p>\n{LOADER}", containers=given(tag(SCRIPT, ALL_PAGES))) == ["no-tag 2"]


@pytest.mark.parametrize("loader", [LOADER, BY_SCRIPT])
def test_container__that_waits_for_consent_lets_the_tag_wait(loader: str, kinds: Kinds) -> None:
    held = loader.replace("<script", '<script type="text/plain" data-category="marketing"')
    pages = {"a.html": f"{held}\n{BUTTON}", **SCRIPTS}
    assert kinds(pages) == ["tag-in-container a.html:2"]
    assert kinds(pages, containers=given(tag(TAG, ALL_PAGES))) == ["tag-waits a.html:2"]


def test_container__that_a_page_loads_twice_is_there_once(kinds: Kinds) -> None:
    assert kinds(f"{LOADER}\n{LOADER}\n{BY_ADDRESS}{BUTTON}", containers=given(tag(TAG, ALL_PAGES))) == []


def call(value: str) -> str:
    return f"<script>rtp('send', 'event', {{ value: {value} }});</script>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (call("'Downlaod'"), ["unknown-value"]),
        (call("['a', 'b', 'c', 'd', 'e']"), ["too-many-values", *["unknown-value"] * 5]),
        (call("'Menu: {{Click Text}}'"), ["unknown-call"]),
        (call("'Download'"), []),
        ("<script>rtp('send'</script>", ["syntax-error"]),
        (BROKEN_TAG, ["broken-tag"]),
        ('<a data-rtp-event="downlaod">', ["unknown-id"]),
        ('<a data-rtp-event="download">', []),
    ],
)
def test_container__what_is_wrong_in_a_tag_is_said_with_its_name(html: str, expected: list[str], found: Audit) -> None:
    said = found({"a.html": "<p>"}, containers=given(tag(html, ALL_PAGES, name="RTP")))
    assert [finding.kind for finding in said] == expected
    assert {finding.place for finding in said} == ({f'{CONTAINER}:9: tag "RTP"'} if expected else set())


def test_container__what_a_tag_has_that_never_fires_is_not_looked_at(found: Audit) -> None:
    assert found({"a.html": "<p>"}, containers=given(tag(call("'x'"), ALL_PAGES, paused=True), tag(call("'x'")))) == []


def test_container__what_is_not_read_is_said(kinds: Kinds) -> None:
    image = {"type": "img", "name": "Image", "parameter": [{"value": CALL}]}
    assert kinds({"a.html": "<p>"}, containers=given(image)) == [f'unknown-call {CONTAINER}: tag "Image"']


@pytest.mark.parametrize("tags", [[tag(SCRIPT, ALL_PAGES)], [tag('<a data-rtp-event="download">', "7")]])
def test_container__uses_its_events_whatever_page_loads_it(tags: list[Table], found: Audit) -> None:
    pages = {"a.html": "<p>"}
    of_use = [finding.what for finding in found(pages, of_use=True)]
    assert found(pages, of_use=True, containers=given(*tags))
    left = [finding.what for finding in found(pages, of_use=True, containers=given(*tags))]
    assert [what for what in of_use if what not in left] == ['no page uses the event "download"']


CLICK = trigger("CLICK", condition("CSS_SELECTOR", "Click Element", ".menu, .menu *"))
OTHER = trigger("CUSTOM_EVENT")


@pytest.mark.parametrize(
    ("html", "firing", "of", "expected"),
    [
        (SCRIPT, ALL_PAGES, CLICK, []),
        (SCRIPT, "7", CLICK, []),
        (SCRIPT, "7", OTHER, []),
        (BUTTON, ALL_PAGES, CLICK, []),
        (BUTTON.replace("Download", "Menu"), ALL_PAGES, CLICK, []),
        (call("'Menu'"), ALL_PAGES, CLICK, ["wrong-trigger"]),
        (call("'Menu'"), "7", CLICK, []),
    ],
)
def test_container__sends_when_its_triggers_say(
    html: str, firing: str, of: Table, expected: list[str], found: Audit
) -> None:
    containers = given(tag(TAG, ALL_PAGES), tag(html, firing, number="4"), triggers=(of,))
    said = found({"a.html": LOADER}, containers=containers)
    assert [finding.kind for finding in said] == expected


def test_container__the_tag_may_come_with_a_trigger(kinds: Kinds) -> None:
    assert kinds(LOADER + BUTTON, containers=given(tag(TAG, "7"), triggers=(OTHER,))) == []


def test_container__that_is_none_is_said(kinds: Kinds) -> None:
    Path("page.html").write_text(SCRIPT)
    with pytest.raises(ProblemsError) as error:
        kinds("<p>", containers=["page.html", "gone.json", *given()])
    hint = "specify a file exported from Google Tag Manager: Admin > Export Container"
    assert str(error.value) == (
        f"page.html: is not a Google Tag Manager container\n    {hint}\ngone.json: no such file\n    {hint}"
    )
