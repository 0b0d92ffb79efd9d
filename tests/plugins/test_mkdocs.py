"""The plugin of MkDocs: the contract, the theme's functions, and its options."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config

from tests.clean_environment import run
from tests.plugins.audit_contract import BAD, SITE_URL, AuditContract
from tests.plugins.binding_contract import BindingContract
from tests.plugins.contract import (
    BUTTON,
    DEFINITIONS,
    SCRIPT,
    Built,
    MarkdownContract,
    TemplatesContract,
    built,
    marked_html,
    write_pages,
)
from tests.plugins.in_process import Run, run_here, run_program

CONFIGURATION = """\
site_name: Site
use_directory_urls: false
theme: {{name: null, custom_dir: theme, static_templates: [404.html]}}
markdown_extensions: [attr_list]
plugins: [rtpsnippets{options}]
"""


def build(
    folder: Path, pages: Mapping[str, str], *arguments: str, options: str = "", theme: str = "", run: Run = run_here
) -> Built:
    """Build a site with a theme that shows the page, and what `theme` says."""
    write_pages(folder, {"mkdocs": CONFIGURATION.format(options=options)}, ".yml")
    write_pages(folder / "docs", pages, ".md")
    write_pages(folder / "theme", {"main": f"{{{{ page.content }}}}{theme}"}, ".html")
    if not (folder / "theme" / "404.html").exists():  # one test has its own
        write_pages(folder / "theme", {"404": "Not found"}, ".html")
    ran = run("mkdocs", ["build", *arguments], folder)
    return built(folder / "site", pages, ran)


class TestContract(MarkdownContract):
    """A site with one line for the plugin."""

    module = "rtpsnippets.plugins.mkdocs"
    place = "page.md: no event"

    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        return build(folder, pages, *(["--strict"] if is_strict else []))


class TestContractInTheTheme(TemplatesContract):
    """The functions and the filter, in a template of the theme."""

    module = TestContract.module
    place = TestContract.place

    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        theme = " ".join(set(pages.values()))
        return build(folder, dict.fromkeys(pages, "A page"), *(["--strict"] if is_strict else []), theme=theme)


@pytest.mark.parametrize(
    ("option", "how"),
    [
        ("definitions: 5", "write a string in quotes, or a list of strings"),
        ("audit_ignore: 5", "write a string in quotes, or a list of strings"),
        ("binding: 'yes'", "write true or false, without quotes"),
        ("audit: 'yes'", "write true or false, without quotes"),
        ("audit_base_url: 5", "write a URL in quotes"),
    ],
)
def test_options__a_wrong_type_is_said_with_how_to_write_it(option: str, how: str, tmp_path: Path) -> None:
    site = build(tmp_path, {"page": "x"}, options=f": {{{option}}}")
    assert f"Plugin 'rtpsnippets' option '{option.partition(':')[0]}': {how}" in site.said
    assert "class" not in site.said
    assert not site.is_good


AUDITED = f"""\
site_name: Site
site_url: {SITE_URL}
use_directory_urls: false
theme: {{name: mkdocs, custom_dir: theme}}
markdown_extensions: [attr_list]
plugins: [search, rtpsnippets: SETTINGS]
"""


class TestBuiltSite(AuditContract, BindingContract):
    """A site with MkDocs' own theme and its search."""

    site = "site"
    files = "docs"
    good = f"""\
# Page

[[rtp:download-whitepaper]] [[rtp:my-event script]]

[x](#page){{ data-rtp-event=download-whitepaper }} [x](#page){{ data-rtp-event=read-on }}

```html
{BAD}```
"""

    def build(
        self, folder: Path, page: str, settings: Mapping[str, object], *, head: str = "", is_strict: bool = False
    ) -> Built:
        write_pages(folder, {"mkdocs": AUDITED.replace("SETTINGS", json.dumps(settings))}, ".yml")
        block = f'{{% extends "base.html" %}}{{% block extrahead %}}{head}{{% endblock %}}'
        write_pages(folder / "theme", {"main": block}, ".html")
        write_pages(folder / "docs", {"index": "# Site", "page": page}, ".md")
        ran = run_here("mkdocs", ["build", *(["--strict"] if is_strict else [])], folder)
        return built(folder / "site", ["page"], ran)


def test_missing_page__loads_the_binding_from_where_a_plugin_has_moved_the_site(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    hook = f"def on_config(config):\n    config.site_url = '{SITE_URL}/1.0/'\n"
    write_pages(tmp_path, {"hook": hook}, ".py")
    write_pages(tmp_path / "docs", {"index": "# Site"}, ".md")
    write_pages(
        tmp_path, {"mkdocs": f"site_name: x\nsite_url: {SITE_URL}\nhooks: [hook.py]\nplugins: [rtpsnippets]\n"}, ".yml"
    )
    ran = run_here("mkdocs", ["build", "--strict"], tmp_path)
    assert ran.code == 0, ran.output
    assert '"/docs/1.0/rtp-events.js?' in (tmp_path / "site" / "404.html").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with definitions of a name that has to be told."""
    (tmp_path / "campaign.toml").write_text(DEFINITIONS, "utf-8")
    return tmp_path


@pytest.mark.parametrize("definitions", ["campaign.toml", "[campaign.toml]"])
def test_definitions__are_a_file_or_several(folder: Path, definitions: str) -> None:
    site = build(folder, {"page": "[[rtp:download-whitepaper]]"}, options=f": {{definitions: {definitions}}}")
    assert BUTTON in site.pages["page"], site.said


def test_definitions__a_missing_file_is_said_by_mkdocs(folder: Path) -> None:
    site = build(folder, {"page": "x"}, options=": {definitions: nope.toml}")
    assert (
        f"Plugin 'rtpsnippets' option 'definitions': The path '{folder}/nope.toml' isn't an existing file." in site.said
    )
    assert not site.is_good


def test_templates__are_a_folder_of_ones_own(folder: Path) -> None:
    write_pages(folder / "mine", {"script": "<script>/* mine */ {{ calls }}</script>"}, ".html")
    options = ": {definitions: campaign.toml, templates: mine}"
    site = build(folder, {"page": "[[rtp:my-event]]"}, options=options)
    assert SCRIPT.replace("<script>", "<script>/* mine */ ") in site.pages["page"], site.said


@pytest.mark.process
def test_serve__what_only_that_needs_is_not_imported(folder: Path) -> None:
    program = "import sys, rtpsnippets.plugins.mkdocs; sys.exit('mkdocs.livereload' in sys.modules)"
    assert run([sys.executable, "-c", program], folder) == (0, "")


def test_serve__watches_the_definitions_and_the_templates(folder: Path) -> None:
    watched: list[str] = []
    (folder / "mine").mkdir()
    (folder / "docs").mkdir()
    option = {"rtpsnippets": {"definitions": "campaign.toml", "templates": "mine"}}
    (folder / "mkdocs.yml").touch()
    config = load_config(str(folder / "mkdocs.yml"), site_name="Site", plugins=[option])
    plugin: Any = config.plugins["rtpsnippets"]
    plugin.on_config(config)
    plugin.on_serve(SimpleNamespace(watch=watched.append))
    assert watched == [str(folder / "campaign.toml"), str(folder / "mine")]


@pytest.mark.process
def test_definitions__what_is_odd_is_a_warning_of_mkdocs_s(folder: Path) -> None:
    (folder / "campaign.toml").write_text(DEFINITIONS.replace('"It\'s"', '"a", "a"'), "utf-8")
    site = build(folder, {"page": "x"}, "--strict", options=": {definitions: campaign.toml}", run=run_program)
    said = 'campaign.toml:6: events.my-event.value: contains the value "a" 2 times [repeated-value] remove'
    assert site.said.count(said) == 1, site.said
    assert not site.is_good


def test_unknown_id__leaves_the_shortcode_on_the_page(folder: Path) -> None:
    site = build(folder, {"page": "[[rtp:typo]]"}, options=": {definitions: campaign.toml}")
    assert site.is_good
    assert "[[rtp:typo]]" in site.pages["page"]


def test_unknown_id__in_a_template_without_a_page_is_said_with_its_name(folder: Path) -> None:
    write_pages(folder / "theme", {"404": "{{ rtp_button('typo') }}"}, ".html")
    site = build(folder, {"page": "x"}, options=": {definitions: campaign.toml}")
    assert '404.html: no event has the id "typo"' in site.said


def test_marked_element__with_an_unknown_id_keeps_its_attribute(folder: Path) -> None:
    site = build(folder, {"page": marked_html("typo")}, options=": {definitions: campaign.toml}")
    assert site.is_good
    assert marked_html("typo") in site.pages["page"]
