"""The plugin of Pelican: the contract, in Markdown and in the templates of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.clean_environment import SCRIPTS, run
from tests.plugins.contract import BUTTON, DEFINITIONS, SCRIPT, Built, PluginContract, built, write_pages

CONFIGURATION = """\
PATH = "content"
SITEURL = "https://example.com"
TIMEZONE = "UTC"
THEME_TEMPLATES_OVERRIDES = ["theme"]
PLUGINS = ["rtpsnippets.plugins.pelican"]
"""


def build(folder: Path, pages: Mapping[str, str], *arguments: str, settings: str = "", theme: str = "") -> Built:
    """Build a site whose pages show their content, and what `theme` says."""
    write_pages(folder, {"pelicanconf": CONFIGURATION + settings}, ".py")
    write_pages(folder / "content" / "pages", {name: f"Title: {name}\n\n{text}" for name, text in pages.items()}, ".md")
    write_pages(folder / "theme", {"page": f"{{{{ page.content }}}}{theme}"}, ".html")
    ran = run([SCRIPTS / "pelican", "--log-handler", "plain", *arguments], folder)
    return built(folder / "output" / "pages", pages, ran)


class TestContract(PluginContract):
    """A site with one line for the plugin."""

    module = "rtpsnippets.plugins.pelican"
    place = "Could not process pages/page.md"

    def mark(self, event_id: str, format: str = "") -> str:
        return f"[[rtp:{event_id} {format}]]" if format else f"[[rtp:{event_id}]]"

    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        return build(folder, pages, *(["--fatal", "errors"] if is_strict else []))


def test_functions__are_there_in_the_theme(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    site = build(tmp_path, {"page": "x"}, theme="{{ rtp_button('download-whitepaper') }}{{ rtp_script('my-event') }}")
    assert site.pages["page"] == f"<p>x</p>{BUTTON}{SCRIPT}", site.said


def test_functions__an_unknown_id_ends_pelican_with_our_text(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    site = build(tmp_path, {"page": "x"}, theme="{{ rtp_button('typo') }}")
    assert 'no event has the id "typo"' in site.said
    assert not site.is_good


def test_settings__name_definitions_and_templates(tmp_path: Path) -> None:
    (tmp_path / "campaign.toml").write_text(DEFINITIONS, "utf-8")
    write_pages(tmp_path / "mine", {"script": "<script>/* mine */ {{ calls }}</script>"}, ".html")
    settings = 'RTP_DEFINITIONS = "campaign.toml"\nRTP_TEMPLATES = "mine"\n'
    site = build(tmp_path, {"page": "[[rtp:my-event]]"}, settings=settings)
    assert SCRIPT.replace("<script>", "<script>/* mine */ ") in site.pages["page"], site.said


def test_settings__leave_the_extensions_of_the_site_alone(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    settings = 'MARKDOWN = {"extension_configs": {"markdown.extensions.smarty": {}}}\n'
    site = build(tmp_path, {"page": '"x" [[rtp:download-whitepaper]]'}, settings=settings)
    assert site.pages["page"] == f"<p>&ldquo;x&rdquo; {BUTTON}</p>", site.said
