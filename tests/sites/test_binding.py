"""The binding that a plugin brings, where pages come without a load, below another, or in place of a missing one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.plugins.contract import write_pages
from tests.plugins.in_process import run_here
from tests.plugins.sphinx_site import build
from tests.sites.site import write_tag_files
from tests.sites.visits import opened, serving, values_of

EVENTS = """\
[events.download]
value = "Download"
button = "Download"
carrier = "data"

[events.anmelden]
value = "Newsletter"
button = "Anmelden"

[events.lost]
value = "Lost"
selector = "body"
on = "load"
"""

MATERIAL = """\
site_name: Site
site_url: URL
site_dir: site/docs
theme: {name: material, font: false, custom_dir: overrides, features: [navigation.instant, navigation.tabs]}
plugins:
  - search
  - i18n:
      docs_structure: folder
      reconfigure_material: false  # it warns of instant navigation
      languages:
        - {locale: en, name: English, default: true, build: true}
        - {locale: de, name: Deutsch, build: true}
  - rtpsnippets
nav: [index.md, deep/page.md]
"""


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site in two languages, below that of its host: a page with an event is below each first one."""
    folder = tmp_path_factory.mktemp("material")
    (folder / "events.toml").write_text(EVENTS, "utf-8")
    write_tag_files("MkDocs and ProperDocs", folder)
    events = {"en": "[[rtp:download]]", "de": '<a class="rtp-event--anmelden" href="#x">Anmelden</a>'}
    for language, event in events.items():
        write_pages(folder / "docs" / language, {"index": "# Start\n\nNothing.\n"}, ".md")
        write_pages(folder / "docs" / language / "deep", {"page": f"# Deep\n\n{event}\n"}, ".md")
    (folder / "site").mkdir()
    with serving(folder / "site") as address:
        write_pages(folder, {"mkdocs": MATERIAL.replace("URL", f"{address}docs/")}, ".yml")
        ran = run_here("mkdocs", ["build", "--strict"], folder)
        assert ran.code == 0, ran.output
        yield address


@pytest.mark.parametrize(("start", "label", "value"), [("", "Download", "Download"), ("de/", "Anmelden", "Newsletter")])
def test_material__a_page_that_comes_without_a_load_sends_its_events(
    material: str, start: str, label: str, value: str, chromium: Browser
) -> None:
    with opened(chromium, material) as page:
        page.goto(f"{material}docs/{start}")
        page.evaluate("window.isTheSame = true")
        page.locator('nav a[href$="deep/page/"]').first.click()
        page.get_by_text(label, exact=True).last.click()
        assert page.evaluate("window.isTheSame")
        assert value in values_of(page)


def test_missing_page__sends_what_every_page_does(material: str, chromium: Browser) -> None:
    with opened(chromium, material) as page:
        answer = page.goto(f"{material}docs/no/such/page/")
        assert answer
        assert answer.status == 404
        page.wait_for_function("window.rtp.q?.length")
        assert values_of(page) == ["Lost"]


@pytest.mark.parametrize(("builder", "path"), [("html", "page.html"), ("dirhtml", "page/")])
def test_furo__a_click_sends_the_event(builder: str, path: str, tmp_path: Path, chromium: Browser) -> None:
    (tmp_path / "events.toml").write_text(EVENTS, "utf-8")
    write_tag_files("Sphinx", tmp_path)
    settings = 'html_theme = "furo"\ntemplates_path = ["_templates"]\n'
    site = build(tmp_path, {"page": "Page\n====\n\n:rtp:`download`\n"}, "-W", builder=builder, settings=settings)
    assert site.is_good, site.said
    with serving(tmp_path / builder) as address, opened(chromium, address) as page:
        page.goto(address + path)
        page.get_by_role("button", name="Download").click()
        assert "Download" in values_of(page)
