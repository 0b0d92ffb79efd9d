"""Which pages Sphinx reads again after a change: those that it is about, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugins.contract import BUTTON, DEFINITIONS, WITH_HANDLER, write_pages
from tests.plugins.sphinx_site import EVERYWHERE, MARKED, build


def test_changed_definitions__only_pages_with_a_snippet_are_read_again(folder: Path) -> None:
    pages = {"with": EVERYWHERE, "without": "Page\n====\n\nNo snippet.\n"}
    build(folder, pages)
    (folder / "events.toml").write_text(DEFINITIONS.replace('"Download"', '"Get"'), "utf-8")
    site = build(folder, pages)
    assert "0 added, 1 changed, 0 removed" in site.said
    assert ">Get</button>" in site.pages["with"]
    assert "updating environment: 0 added, 0 changed, 0 removed" in build(folder, pages).said


def test_changed_templates__the_pages_are_read_again(folder: Path) -> None:
    write_pages(folder / "mine", {"script": "<script>/* 1 */ {{ calls }}</script>"}, ".html")
    settings = 'rtp_definitions = ["events.toml"]\nrtp_templates = "mine"\n'
    build(folder, {"page": EVERYWHERE}, settings=settings)
    write_pages(folder / "mine", {"script": "<script>/* 2 */ {{ calls }}</script>"}, ".html")
    site = build(folder, {"page": EVERYWHERE}, settings=settings)
    assert site.pages["page"].count("/* 2 */") == 2, site.said


@pytest.mark.parametrize("theme", ["basic", "alabaster", "furo"])
def test_unchanged_definitions__no_page_is_read_again(folder: Path, theme: str) -> None:
    settings = f'html_theme = "{theme}"\n'
    for expected in ("2 added", "0 added, 0 changed, 0 removed"):
        assert f"updating environment: {expected}" in build(
            folder, {"page": EVERYWHERE}, settings=settings
        ).said.replace("[new config] ", "")


@pytest.mark.parametrize("setting", ["rtp_definitions = 'more.toml'", "rtp_templates = 'mine'"])
def test_changed_settings__all_pages_are_read_again(folder: Path, setting: str) -> None:
    (folder / "more.toml").write_text(DEFINITIONS, "utf-8")
    write_pages(folder / "mine", {"script": "<script>{{ calls }}</script>"}, ".html")
    build(folder, {"page": EVERYWHERE})
    assert "config changed" in build(folder, {"page": EVERYWHERE}, settings=f"{setting}\n").said


def test_added_templates__all_pages_are_read_again(folder: Path) -> None:
    settings = 'rtp_templates = "mine"\n'
    write_pages(folder / "mine", {"script": "<script>{{ calls }}</script>"}, ".html")
    assert BUTTON in build(folder, {"page": EVERYWHERE}, settings=settings).pages["page"]
    write_pages(folder / "mine", {"button": '<button type="button" onclick="{{ calls }}">New</button>'}, ".html")
    assert ">New</button>" in build(folder, {"page": EVERYWHERE}, settings=settings).pages["page"]


def test_changed_templates__an_included_part_is_seen(folder: Path) -> None:
    settings = 'rtp_templates = "mine"\n'
    write_pages(folder / "mine", {"script": "<script>{% include 'parts/a.js' %} {{ calls }}</script>"}, ".html")
    for number in ("1", "2"):
        write_pages(folder / "mine" / "parts", {"a": f"/* {number} */"}, ".js")
        assert f"/* {number} */" in build(folder, {"page": EVERYWHERE}, settings=settings).pages["page"]


def test_marked_element__changed_definitions_only_its_page_is_read_again(folder: Path) -> None:
    pages = {"with": MARKED, "without": "Page\n====\n\nNo snippet.\n"}
    build(folder, pages)
    (folder / "events.toml").write_text(DEFINITIONS.replace("download - ", "get - "), "utf-8")
    site = build(folder, pages)
    assert "0 added, 1 changed, 0 removed" in site.said
    assert WITH_HANDLER.replace("download - ", "get - ") in site.pages["with"]
