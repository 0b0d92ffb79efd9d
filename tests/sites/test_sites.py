"""A small site of each generator, built by its own command, opened in Chromium and clicked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.docs.pages import INTEGRATIONS, SITE_BLOCKS
from tests.sites.conftest import Build, Start
from tests.sites.file_sites import FILE_SITES
from tests.sites.markdown_sites import MARKDOWN_SITES
from tests.sites.pages import (
    CALLS,
    CHANGED_LABEL,
    FIRST_CALL,
    GIVEN_LABEL,
    LABEL,
    LABELS,
    LINK_CALL,
    LINK_LABEL,
    UNKNOWN_ID,
    tag_is_first,
)
from tests.sites.rows import SITES
from tests.sites.site import Site
from tests.sites.sphinx_sites import SPHINX_SITES
from tests.sites.visits import visit

every_site = pytest.mark.parametrize("site", [pytest.param(site, id=site.name) for site in SITES])


@every_site
def test_site__its_script_its_buttons_and_its_link_send_the_events(site: Site, build: Build, chromium: Browser) -> None:
    seen = visit(chromium, build(site).copy, site.built)
    assert seen.errors == []
    assert seen.labels == [*LABELS, *([GIVEN_LABEL, LINK_LABEL] if site.reads_shortcodes else [])]
    assert seen.values == [*CALLS, *([FIRST_CALL, LINK_CALL] if site.reads_shortcodes else [])]
    assert seen.has_each_id_once or not site.knows_pages


@every_site
def test_tag__is_the_first_script_of_the_page_and_in_its_head(site: Site, build: Build) -> None:
    assert tag_is_first((build(site).copy / site.built).read_text("utf-8"))


@pytest.mark.parametrize("site", [pytest.param(site, id=site.name) for site in SITES if site.reads_shortcodes])
def test_binding__a_site_without_handlers_sends_the_same_events(site: Site, start: Start, chromium: Browser) -> None:
    started = start(site)
    started.take_binding()
    started.do(site.command)
    seen = visit(chromium, started.served, site.built)
    assert seen.errors == []
    assert seen.labels == [*LABELS, GIVEN_LABEL, LINK_LABEL]
    assert seen.values == [*CALLS, LINK_CALL]  # it sends an event once in a page view, by whichever of its elements
    assert seen.has_each_id_once or not site.knows_pages
    assert "onclick=" not in started.page


@pytest.mark.parametrize(
    "site", [pytest.param(site, id=site.name) for site in SITES if site.binding and not site.reads_shortcodes]
)
def test_recipe__a_site_that_loads_the_binding_sends_the_same_events(
    site: Site, start: Start, chromium: Browser
) -> None:
    started = start(site)
    started.take_binding()
    started.keep_script()
    started.do(site.command)
    seen = visit(chromium, started.served, site.built)
    assert seen.errors == []
    assert seen.values == CALLS
    assert "onclick=" not in started.page


@every_site
def test_changed_definitions__are_on_the_page_after_the_next_build(site: Site, build: Build) -> None:
    started = build(site).started
    assert f">{LABEL}</button>" in started.page
    started.change_definitions()
    started.do(site.again or site.command)
    assert f">{CHANGED_LABEL}</button>" in started.page


@every_site
def test_unknown_id__ends_a_strict_build_and_is_named(site: Site, start: Start) -> None:
    started = start(site)
    started.replace_in_pages("download-whitepaper", UNKNOWN_ID)
    ran = started.run(site.strict or site.command)
    assert ran.code != 0, ran.output
    assert site.unknown in " ".join(ran.output.split())


MORE_EVENTS = """
[events.get]
value = "Get"
link = { label = "Get", href = "#get" }

[events.sign-up]
value = "SignUp"
selector = "form.sign-up"
on = "submit"
"""


@pytest.mark.parametrize("site", FILE_SITES, ids=lambda site: site.name)
def test_recipe__falls_back_to_the_link_and_to_the_script(site: Site, start: Start, chromium: Browser) -> None:
    started = start(site)
    started.add_definitions(MORE_EVENTS)
    started.replace_in_pages("in-a-list", "get")
    started.replace_in_pages("in-a-table", "two-values")
    started.do(site.command)
    seen = visit(chromium, started.served, site.built)
    assert seen.errors == []
    assert seen.labels == [LABEL, "Get"]
    assert seen.values == ["MyEvent", LINK_CALL, CALLS[1], "Get"]


@pytest.mark.parametrize("site", FILE_SITES, ids=lambda site: site.name)
def test_recipe__of_an_event_with_nothing_to_paste_ends_the_build(site: Site, start: Start) -> None:
    started = start(site)
    started.add_definitions(MORE_EVENTS)
    started.replace_in_pages("download-whitepaper", "sign-up")
    ran = started.run(site.command)
    assert ran.code != 0, ran.output
    assert site.unknown.replace(UNKNOWN_ID, "sign-up") in " ".join(ran.output.split())


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("Frozen-Flask", "flask routes"),
        ("Django", "python manage.py check"),
        ("Wagtail", "python manage.py check"),
    ],
)
def test_wrong_definitions__end_a_program_before_the_first_request(name: str, command: str, start: Start) -> None:
    started = start(next(site for site in SITES if site.name == name))
    started.do(command.split())
    started.add_definitions('[events.wrong]\nvalue = "Wrong"\nbuton = "Wrong"\n')
    ran = started.run(command.split())
    assert ran.code == 1
    assert ran.output.endswith('events.wrong: unknown key "buton"\n    did you mean "button"?\n')


def test_mkdocs__a_strict_build_that_is_quiet_ignores_warnings_as_the_manual_says(start: Start) -> None:
    started = start(MARKDOWN_SITES[0])
    started.replace_in_pages("download-whitepaper", UNKNOWN_ID)
    assert started.run(("mkdocs", "build", "--strict", "--quiet")) == (0, "")


@pytest.mark.parametrize(
    "site", [pytest.param(site, id=site.name) for site in (*MARKDOWN_SITES, *SPHINX_SITES) if site.knows_pages]
)
def test_near_miss__is_said(site: Site, start: Start) -> None:
    started = start(site)
    for asked in ("[[rtp:in-a-list]]", ":rtp:`in-a-list`", "{rtp}`in-a-list`"):
        started.replace_in_pages(asked, "[[RTP:in-a-list]]")
    ran = started.run(site.command)
    assert '"[[RTP:in-a-list]]" is shown as text' in ran.output


def test_manual__every_example_of_a_site_is_in_one_of_these() -> None:
    pages = {block.page for block in SITE_BLOCKS if block.page.startswith(INTEGRATIONS)}
    assert pages - {site.page for site in SITES} == {f"{INTEGRATIONS}index.md"}


def test_manual__an_example_of_a_site_is_a_file_or_a_page_or_a_command() -> None:
    assert {block.language for block in SITE_BLOCKS if not block.file_name} == {"markdown", "rst", "sh"}


def test_manual__every_place_of_the_tag_is_tried() -> None:
    headings = {block.heading for block in SITE_BLOCKS if not block.page.startswith(INTEGRATIONS)}
    assert headings == {"WordPress", *(site.tag for site in SITES)}  # tests/cms has WordPress
