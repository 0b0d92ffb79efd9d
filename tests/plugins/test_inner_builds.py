"""Builds within a build: a site in two languages, each of which its host builds for itself, is audited once, whole."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.commands.build import build as build_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority

from tests.plugins.contract import Built, built, write_pages
from tests.plugins.in_process import as_in_a_new_process, run_here

EVENTS = """\
[events.download-whitepaper]
value = "download - example whitepaper"
button = "Download"

[events.anmelden]
value = "Newsletter"
button = "Anmelden"

[events.prenota]
value = "Prenota"
button = "Prenota"
"""
SITE_URL = "https://example.com"
ENGLISH = "# Whitepapers\n\nAll about events.\n\n[[rtp:download-whitepaper]]\n"
GERMAN = "# Whitepapers\n\nAlles über Events.\n\n[[rtp:anmelden]]\n"
ITALIAN = "# Whitepaper\n\nTutto sugli eventi.\n\n[[rtp:prenota]]\n"
PAGES = {"en": ENGLISH, "de": GERMAN, "it": ITALIAN}
UNUSED = "no page uses the event"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with definitions, an event for each language."""
    (tmp_path / "events.toml").write_text(EVENTS, "utf-8")
    return tmp_path


MKDOCS = f"""\
site_name: Whitepapers
site_url: {SITE_URL}
use_directory_urls: false
theme: {{name: null, custom_dir: theme}}
plugins:
PLUGINS
"""
I18N = """\
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, name: English, default: true, build: true}
        - {locale: de, name: Deutsch, build: true, site_url: "https://example.com/de/"}
        - {locale: it, name: Italiano, build: true}
"""
OURS = "  - rtpsnippets: {audit: true, audit_ignore: [no-tag, skipped-file, repeated-id]}\n"


def build_with_i18n(folder: Path, pages: Mapping[str, str], *arguments: str, plugins: str = OURS + I18N) -> Built:
    """Build a site with mkdocs-static-i18n, a page for each language."""
    write_pages(folder, {"mkdocs": MKDOCS.replace("PLUGINS\n", plugins)}, ".yml")
    write_pages(folder / "theme", {"main": "{{ page.content }}"}, ".html")
    write_pages(folder / "docs", {f"index.{language}": text for language, text in pages.items()}, ".md")
    return built(folder / "site", ["index", "de/index", "it/index"], run_here("mkdocs", ["build", *arguments], folder))


@pytest.mark.parametrize("plugins", [OURS + I18N, I18N + OURS], ids=["ours is first", "ours is last"])
class TestMkDocs:
    """mkdocs-static-i18n builds each further language after the first one was built."""

    def test_event_of_another_language__is_used(self, folder: Path, plugins: str) -> None:
        site = build_with_i18n(folder, PAGES, "--strict", plugins=plugins)
        assert site.is_good, site.said
        assert ">Anmelden</button>" in site.pages["de/index"]
        assert site.said.count("no findings in 3 pages") == 1
        assert "finding in" not in site.said

    def test_event_that_no_language_uses__is_said_once_and_ends_a_strict_build(
        self, folder: Path, plugins: str
    ) -> None:
        pages = {**PAGES, "it": "# Whitepaper\n"}
        site = build_with_i18n(folder, pages, plugins=plugins)
        assert site.is_good, site.said
        assert site.said.count(UNUSED) == site.said.count(f'{UNUSED} "prenota"') == 1
        site = build_with_i18n(folder, pages, "--strict", plugins=plugins)
        assert site.said.count(UNUSED) == 1
        assert "Aborted with 1 warnings in strict mode!" in site.said
        assert not site.is_good


def test_mkdocs__an_odd_definition_is_said_once(folder: Path) -> None:
    (folder / "events.toml").write_text(EVENTS.replace('"Prenota"\nb', '["a", "a"]\nb'), "utf-8")
    site = build_with_i18n(folder, PAGES)
    assert site.said.count("2 times [repeated-value]") == 1, site.said


def test_mkdocs__the_address_is_that_of_the_whole_site(folder: Path) -> None:
    # Each further language has another, and the settings keep that of the last one.
    (folder / "events.toml").write_text(EVENTS.replace('button = "Prenota"', ""), "utf-8")
    write_pages(folder / "docs", {"track": "rtp('send', 'event', { value: 'Prenota' });\n"}, ".js")
    plugins = OURS + I18N.replace("Italiano", 'Italiano, site_url: "https://example.com/it/"')
    pages = {**PAGES, "en": f'{ENGLISH}\n<script src="{SITE_URL}/track.js"></script>\n', "it": "# Whitepaper\n"}
    site = build_with_i18n(folder, pages, "--strict", plugins=plugins)
    assert site.is_good, site.said


class Inner:
    """A plugin that builds the site once more within its build, and takes no error of that for its own."""

    def __init__(self) -> None:
        self.is_outer = True
        self.fails = False

    def on_env(self, env: object, **_: object) -> object:
        """Fail in the inner build, if that is asked for."""
        if self.fails and not self.is_outer:
            raise PluginError("no such language")
        return env

    @event_priority(100)
    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Build within the build."""
        if self.is_outer:
            self.is_outer = False
            with suppress(Abort):
                build_mkdocs(config)
            self.is_outer = True


@pytest.mark.parametrize("fails", [False, True])
def test_mkdocs__an_inner_build_anywhere_leaves_the_audit_to_the_outer_one(
    folder: Path, *, fails: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited: list[bool] = []
    monkeypatch.setattr("rtpsnippets.plugins.mkdocs.audit_site", lambda *_: audited.append(inner.is_outer))
    write_pages(folder / "docs", {"index": ENGLISH}, ".md")
    write_pages(folder, {"mkdocs": ""}, ".yml")
    config = load_config(str(folder / "mkdocs.yml"), site_name="Site", plugins=["rtpsnippets"])
    inner: Any = Inner()
    inner.fails = fails
    config.plugins["inner"] = inner
    for _ in range(2):  # as a program may do that builds again after a change
        audited.clear()
        build_mkdocs(config)
        assert audited == [True]


PELICAN = f"""\
PATH = "content"
SITENAME = "Whitepapers"
SITEURL = "{SITE_URL}"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
THEME = "simple"
THEME_TEMPLATES_OVERRIDES = ["theme"]
DIRECT_TEMPLATES = []
PLUGINS = ["i18n_subsites", "rtpsnippets.plugins.pelican"]
I18N_SUBSITES = {{"de": {{"SITENAME": "Downloads"}}, "it": {{}}}}
RTP_AUDIT = True
RTP_AUDIT_IGNORE = ["no-tag", "skipped-file"]
"""


def build_with_subsites(folder: Path, pages: Mapping[str, str], *arguments: str, settings: str = "") -> Built:
    """Build a site with i18n_subsites, a page for each language."""
    write_pages(folder, {"pelicanconf": PELICAN + settings}, ".py")
    write_pages(folder / "theme", {"page": "{{ page.content }}"}, ".html")
    texts = {language: f"Title: Page\nSlug: page\nLang: {language}\n\n{text}" for language, text in pages.items()}
    write_pages(folder / "content" / "pages", texts, ".md")
    ran = run_here("pelican", ["--log-handler", "plain", *arguments], folder)
    return built(folder / "output", ["pages/page", "de/pages/page", "it/pages/page"], ran)


class TestPelican:
    """i18n_subsites builds the other languages before the first one is written."""

    def test_event_of_another_language__is_used(self, folder: Path) -> None:
        site = build_with_subsites(folder, PAGES, "--fatal", "warnings")
        assert site.is_good, site.said
        assert ">Anmelden</button>" in site.pages["de/pages/page"]
        assert "find" not in site.said

    def test_event_that_no_language_uses__is_said_once_and_is_fatal(self, folder: Path) -> None:
        pages = {**PAGES, "it": "# Whitepaper\n"}
        site = build_with_subsites(folder, pages)
        assert site.is_good, site.said
        assert site.said.count(UNUSED) == site.said.count(f'{UNUSED} "prenota"') == 1
        site = build_with_subsites(folder, pages, "--fatal", "warnings")
        assert not site.is_good

    def test_language_in_a_folder_elsewhere__is_a_site_of_its_own(self, folder: Path) -> None:
        site = build_with_subsites(folder, PAGES, settings='I18N_SUBSITES["it"]["OUTPUT_PATH"] = "italiano"\n')
        assert f'{UNUSED} "prenota"' in site.said  # in the folder with the other languages
        assert f'{UNUSED} "anmelden"' in site.said  # in that of this one
        assert site.said.count(UNUSED) == 3


@pytest.mark.parametrize(
    ("signals_sent", "expected"),
    [
        # One after the other: the second is no part of the first, which is done.
        ("+output -output +output/blog -output/blog", ["output", "blog"]),
        # With --autoreload Pelican goes on after an error, which no signal tells.
        ("+output +output +output/de -output/de -output", ["output"]),
        ("+output +output/de +output +output/de -output/de -output", ["output"]),
    ],
)
def test_pelican__a_build_that_is_over_or_failed_holds_no_other_back(
    signals_sent: str, expected: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited: list[str] = []
    with as_in_a_new_process():  # Pelican changes all loggers
        signals: Any = import_module("pelican.plugins.signals")
        plugin: Any = import_module("rtpsnippets.plugins.pelican")
        monkeypatch.setattr(plugin, "audit_site", lambda site, *_: audited.append(Path(site).name))
        monkeypatch.chdir(folder)
        plugin.register()
        for sent in signals_sent.split():
            signal = signals.get_generators if sent[0] == "+" else signals.finalized
            signal.send(SimpleNamespace(output_path=str(folder / sent[1:]), settings={}))
    assert audited == expected
