"""The plugin of Pelican: the contract, in Markdown and in the templates of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.plugins.audit_contract import BAD, SITE_URL, AuditContract
from tests.plugins.binding_contract import BindingContract
from tests.plugins.contract import (
    BUTTON,
    DEFINITIONS,
    SCRIPT,
    WITH_HANDLER,
    Built,
    MarkdownContract,
    TemplatesContract,
    built,
    marked_html,
    write_pages,
)
from tests.plugins.in_process import Run, run_here, run_program

CONFIGURATION = """\
PATH = "content"
SITEURL = "https://example.com"
TIMEZONE = "UTC"
THEME = "simple"
THEME_TEMPLATES_OVERRIDES = ["theme"]
DIRECT_TEMPLATES = []
PLUGINS = ["rtpsnippets.plugins.pelican"]
"""
LOG = ("--log-handler", "plain")
ATTRIBUTES = 'MARKDOWN = {"extensions": ["attr_list"]}\n'


def build(
    folder: Path, pages: Mapping[str, str], *arguments: str, settings: str = "", theme: str = "", run: Run = run_here
) -> Built:
    """Build a site whose pages show their content, and what `theme` says."""
    write_pages(folder, {"pelicanconf": CONFIGURATION + settings}, ".py")
    write_pages(folder / "content" / "pages", {name: f"Title: {name}\n\n{text}" for name, text in pages.items()}, ".md")
    write_pages(folder / "theme", {"page": f"{{{{ page.content }}}}{theme}"}, ".html")
    ran = run("pelican", [*LOG, *arguments], folder)
    return built(folder / "output" / "pages", pages, ran)


class TestContract(MarkdownContract):
    """A site with one line for the plugin."""

    module = "rtpsnippets.plugins.pelican"
    place = "pages/page.md: no event has the id"

    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        return build(folder, pages, *(["--fatal", "errors"] if is_strict else []), settings=ATTRIBUTES)


class TestContractInTheTheme(TemplatesContract):
    """The functions and the filter, in a template of the theme."""

    module = TestContract.module
    place = "in a template of the theme: no event has the id"

    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        theme = " ".join(set(pages.values()))
        return build(folder, dict.fromkeys(pages, "x"), *(["--fatal", "errors"] if is_strict else []), theme=theme)


AUDITED = f"""\
PATH = "content"
SITEURL = "{SITE_URL}"
TIMEZONE = "UTC"
THEME = "simple"
THEME_TEMPLATES_OVERRIDES = ["theme"]
STATIC_PATHS = ["scripts"]
STATIC_SAVE_AS = STATIC_URL = "{{path}}"
EXTRA_PATH_METADATA = {{f"scripts/{{name}}": {{"path": name}} for name in ("own.js", "rtp-events.js")}}
PLUGINS = ["rtpsnippets.plugins.pelican"]
"""


class TestBuiltSite(AuditContract, BindingContract):
    """A site with Pelican's simple theme."""

    site = "output"
    files = "content/scripts"
    page_name = "pages/page.html"
    ignore_setting = "RTP_AUDIT_IGNORE"
    says_how_many = False  # the plain log, which breaks no lines, has warnings only
    good = f"""\
[[rtp:download-whitepaper]] [[rtp:my-event script]]

[x](#page){{ data-rtp-event=download-whitepaper }} [x](#page){{ data-rtp-event=read-on }}

```html
{BAD}```
"""

    def build(
        self, folder: Path, page: str, settings: Mapping[str, object], *, head: str = "", is_strict: bool = False
    ) -> Built:
        lines = [f"RTP_{name.upper()} = {value!r}" for name, value in settings.items()]
        write_pages(folder, {"pelicanconf": "\n".join([AUDITED, *lines])}, ".py")
        block = f'{{% extends "!simple/base.html" %}}{{% block head %}}{{{{ super() }}}}{head}{{% endblock %}}'
        write_pages(folder / "theme", {"base": block}, ".html")
        write_pages(folder / "content" / "pages", {"page": f"Title: Page\n\n{page}"}, ".md")
        arguments = ["--fatal", "warnings"] if is_strict else []
        ran = run_here("pelican", [*LOG, *arguments], folder)
        return built(folder / "output" / "pages", ["page"], ran)


def test_unknown_id__leaves_the_shortcode_on_its_page_and_blames_no_other(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    write_pages(tmp_path / "content" / "pages", {"d": "Title: d\nDate: never\n\n[[rtp:typo]]"}, ".md")
    site = build(tmp_path, {"a": "x", "b": "[[rtp:typo]]", "c": "x", "e": "x"})
    assert "Could not process pages/d.md" in site.said
    assert site.pages["b"] == "<p>[[rtp:typo]]</p>"
    assert site.said.count("no event has the id") == site.said.count('pages/b.md: no event has the id "typo"') == 1


@pytest.mark.parametrize("layer", ["reader", "generator"])
def test_content_cache__never_keeps_an_old_button(tmp_path: Path, layer: str) -> None:
    settings = f"CACHE_CONTENT = LOAD_CONTENT_CACHE = True\nCONTENT_CACHING_LAYER = '{layer}'\n"
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    for label in ("Download", "Get"):
        (tmp_path / "events.toml").write_text(DEFINITIONS.replace('"Download"', f'"{label}"'), "utf-8")
        site = build(tmp_path, {"page": "[[rtp:download-whitepaper]]"}, settings=settings)
        assert site.pages["page"] == f"<p>{BUTTON.replace('>Download<', f'>{label}<')}</p>", site.said
        assert "Traceback" not in site.said


def test_definitions__what_is_odd_is_a_warning_of_pelican_s(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(DEFINITIONS.replace('"It\'s"', '"a", "a"'), "utf-8")
    site = build(tmp_path, {"page": "x"}, theme="{{ rtp_script('my-event') }}")
    assert site.said.startswith('events.toml:6: events.my-event.value: contains the value "a" 2 times')
    assert site.said.count("2 times") == 1


@pytest.mark.process
def test_settings__a_wrong_type_ends_pelican(tmp_path: Path) -> None:
    site = build(tmp_path, {"page": "x"}, settings="RTP_DEFINITIONS = 3\n", run=run_program)
    assert "RTP_DEFINITIONS: must be a path or a list of paths, not a number" in site.said
    assert "Traceback" not in site.said
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


def test_restructuredtext__a_shortcode_on_its_page_is_said_unless_it_is_code(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    text = 'Page\n####\n\n[[rtp:my-event "A & b"]]\n\n``[[rtp:my-event]]``\n\n::\n\n   [[rtp:my-event]]\n'
    write_pages(tmp_path / "content" / "pages", {"rest": text}, ".rst")
    site = build(tmp_path, {"page": "x"})
    assert site.said.count("is shown as text") == 1
    assert 'pages/rest.rst: "[[rtp:my-event "A & b"]]" is shown as text: shortcodes work only in Markdown' in site.said


def test_filter__takes_the_content_of_a_page_that_is_no_markdown(tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    html = f"<html><head><title>raw</title></head><body>{marked_html('download-whitepaper')}</body></html>"
    write_pages(tmp_path / "content" / "pages", {"raw": html}, ".html")
    site = build(tmp_path, {"raw": "x"}, theme="|{{ page.content | rtp_handlers }}")
    assert (tmp_path / "output" / "pages" / "raw.html").read_text("utf-8").endswith(f"|{WITH_HANDLER}"), site.said
