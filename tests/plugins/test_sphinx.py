"""The extension of Sphinx: the contract, in reStructuredText and in MyST, and what only Sphinx has."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.clean_environment import SCRIPTS, run
from tests.plugins.audit_contract import BAD, SITE_URL, AuditContract, write_scripts
from tests.plugins.contract import (
    BUTTON,
    DEFINITIONS,
    SCRIPT,
    UNKNOWN_SAID,
    WITH_HANDLER,
    Built,
    PluginContract,
    built,
    marked_html,
    write_pages,
)

CONFIGURATION = """\
extensions = ["myst_parser", "rtpsnippets.plugins.sphinx"]
html_theme = "basic"
"""
NO_CONTENTS = "Site\n====\n\n.. toctree::\n   :glob:\n\n   *\n"


def build(
    folder: Path,
    pages: Mapping[str, str],
    *arguments: str,
    builder: str = "html",
    suffix: str = ".rst",
    settings: str = "",
) -> Built:
    """Build a site with a table of contents and these pages."""
    write_pages(folder, {"conf": CONFIGURATION + settings}, ".py")
    write_pages(folder / "docs", {"index": NO_CONTENTS}, ".rst")
    write_pages(folder / "docs", pages, suffix)
    command: Sequence[str | Path] = [SCRIPTS / "sphinx-build", "-b", builder, "-c", ".", *arguments, "docs", builder]
    ran = run(command, folder)
    return built(folder / builder, pages, ran)


class TestContractInRst(PluginContract):
    """The role in reStructuredText."""

    module = "rtpsnippets.plugins.sphinx"
    place = "page.rst:4: WARNING: no event has the id"
    place_of_element = "page.rst: WARNING: no event has the id"
    suffix = ".rst"

    def mark(self, event_id: str, format: str = "") -> str:
        return f"Page\n====\n\n:rtp:`{event_id} {format}`\n" if format else f"Page\n====\n\n:rtp:`{event_id}`\n"

    def marked(self, event_id: str) -> str:
        return f"Page\n====\n\n.. raw:: html\n\n   {marked_html(event_id)}\n"

    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        return build(folder, pages, *(["-W"] if is_strict else []), suffix=self.suffix)


class TestContractInRstDirective(TestContractInRst):
    """The directives in reStructuredText."""

    place = "page.rst:4: WARNING: no event has the id"

    def mark(self, event_id: str, format: str = "button") -> str:
        return f"Page\n====\n\n.. rtp-{format}:: {event_id}\n"


class TestContractInMyst(TestContractInRst):
    """The role in MyST."""

    place = "page.md:3: WARNING: no event has the id"
    place_of_element = "page.md: WARNING: no event has the id"
    suffix = ".md"

    def mark(self, event_id: str, format: str = "") -> str:
        return f"# Page\n\n{{rtp}}`{event_id} {format}`\n"

    def marked(self, event_id: str) -> str:
        return f"# Page\n\nA sentence with {marked_html(event_id)}.\n"


class TestContractInMystDirective(TestContractInMyst):
    """The directives in MyST."""

    def mark(self, event_id: str, format: str = "button") -> str:
        return f"# Page\n\n```{{rtp-{format}}} {event_id}\n```\n"

    def marked(self, event_id: str) -> str:
        return f"# Page\n\n<div>\n{marked_html(event_id)}\n</div>\n"


AUDITED = f"""\
html_baseurl = "{SITE_URL}"
html_extra_path = ["scripts"]
templates_path = ["theme"]
"""


class TestAudit(AuditContract):
    """A site with Sphinx's own theme."""

    site = "html"
    theme = "alabaster"
    layout = "layout"
    good = f"""\
Page
====

:rtp:`download-whitepaper` :rtp:`my-event script`

.. raw:: html

   {marked_html("download-whitepaper")} {marked_html("read-on")}

.. code-block:: html

{textwrap.indent(BAD, "   ")}
"""
    bad = f"Page\n====\n\n.. raw:: html\n\n{textwrap.indent(BAD, '   ')}\n"

    def build(
        self, folder: Path, page: str, settings: Mapping[str, object], *, head: str = "", is_strict: bool = False
    ) -> Built:
        block = f'{{% extends "!{self.layout}.html" %}}{{% block extrahead %}}{{{{ super() }}}}{head}{{% endblock %}}'
        write_pages(folder / "theme", {self.layout: block}, ".html")
        write_scripts(folder / "scripts", folder / "events.toml")
        lines = [f'html_theme = "{self.theme}"', *(f"rtp_{name} = {value!r}" for name, value in settings.items())]
        given = "\n".join([AUDITED, *lines])
        return build(folder, {"page": page}, *(["-W", "--keep-going"] if is_strict else []), settings=given)


class TestAuditWithFuro(TestAudit):
    """The same with a theme that many sites use."""

    theme = "furo"
    layout = "base"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with definitions."""
    (tmp_path / "events.toml").write_text(DEFINITIONS, "utf-8")
    return tmp_path


EVERYWHERE = """\
Get :rtp:`download-whitepaper` now
==================================

Sentence :rtp:`download-whitepaper`, :rtp:`my-event`.

- item :rtp:`download-whitepaper`

=================================  =========================
:rtp:`download-whitepaper`         :rtp:`my-event script`
=================================  =========================

.. rtp-button:: download-whitepaper

``:rtp:`download-whitepaper```
"""
MARKED = f"""\
Page
====

.. raw:: html

   {marked_html("download-whitepaper")}

.. code-block:: html

   {marked_html("my-event")}
"""


def test_mark__stands_anywhere_and_code_keeps_it(folder: Path) -> None:
    site = build(folder, {"page": EVERYWHERE}, "-W")
    assert site.is_good, site.said
    assert site.pages["page"].count(BUTTON) == 5
    assert site.pages["page"].count(SCRIPT) == 2
    assert ":rtp:`download-whitepaper`</span>" in site.pages["page"]


def test_heading__has_the_label_of_its_button_in_the_contents(folder: Path) -> None:
    build(folder, {"page": EVERYWHERE}, "-W")
    index = (folder / "html" / "index.html").read_text("utf-8")
    assert '<a class="reference internal" href="page.html">Get Download now</a>' in index
    assert "<button" not in index


@pytest.mark.parametrize("builder", ["text", "latex", "man", "texinfo", "epub", "xml", "pseudoxml", "gettext", "dummy"])
def test_other_builders__have_the_label_as_text(folder: Path, builder: str) -> None:
    settings = 'copyright = version = "1"\nexclude_patterns = ["[.]*"]\n'
    site = build(folder, {"page": EVERYWHERE}, "-W", "-d", "cache", builder=builder, settings=settings)
    assert site.is_good, site.said
    made = [path.read_bytes() for path in (folder / builder).rglob("*page*") if path.is_file()]
    assert not any(b"onclick" in content or b"rtp(" in content for content in made)
    if builder == "text":
        (text,) = made
        assert text == (
            b"Get Download now\n****************\n\nSentence Download, .\n\n* item Download\n\n"
            b"+-----------------------------------+---------------------------+\n"
            b"| Download                          |                           |\n"
            b"+-----------------------------------+---------------------------+\n\n"
            b'Download\n\n":rtp:`download-whitepaper`"\n'
        )


def test_parallel__reads_and_writes_without_a_warning(folder: Path) -> None:
    pages = {f"page{number}": EVERYWHERE for number in range(12)}
    site = build(folder, pages, "-W", "-j", "2")
    assert site.is_good, site.said
    assert "not safe" not in site.said
    assert [page.count(BUTTON) for page in site.pages.values()] == [5] * 12


def test_parallel__an_unknown_id_is_said_with_its_place(folder: Path) -> None:
    pages = {f"page{number}": "Page\n====\n\n:rtp:`downlod-whitepaper`\n" for number in range(12)}
    site = build(folder, pages, "-W", "--keep-going", "-j", "2")
    assert site.said.count(UNKNOWN_SAID) == 12
    assert "page7.rst:4: WARNING" in site.said
    assert not site.is_good


def test_changed_definitions__only_pages_with_a_mark_are_read_again(folder: Path) -> None:
    pages = {"with": EVERYWHERE, "without": "Page\n====\n\nNo mark.\n"}
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


def test_warnings__can_be_suppressed_by_their_type(folder: Path) -> None:
    settings = 'suppress_warnings = ["rtp.unknown"]\n'
    site = build(folder, {"page": "Page\n====\n\n:rtp:`typo`\n"}, "-W", settings=settings)
    assert site.is_good, site.said
    assert '<span class="problematic">typo</span>' in site.pages["page"]


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


def test_heading__its_button_is_there_once_with_local_contents(folder: Path) -> None:
    page = f"{EVERYWHERE}\n.. contents::\n   :local:\n\nSub :rtp:`download-whitepaper`\n{'-' * 30}\n\nText.\n"
    site = build(folder, {"page": page}, "-W")
    assert site.pages["page"].count(BUTTON) == 6, site.said
    assert '<a class="reference internal" href="#sub-download" id="id1">Sub Download</a>' in site.pages["page"]


def test_marked_element__gets_the_handler_and_code_stays_text(folder: Path) -> None:
    site = build(folder, {"page": MARKED}, "-W")
    assert site.pages["page"].count(WITH_HANDLER) == 1, site.said
    assert site.pages["page"].count("onclick") == 1


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml"])
def test_marked_element__gets_the_handler_on_all_pages_for_browsers(folder: Path, builder: str) -> None:
    site = build(folder, {"page": MARKED}, "-W", builder=builder)
    page = folder / builder / ("page/index.html" if builder == "dirhtml" else "index.html")
    assert page.read_text("utf-8").count(WITH_HANDLER) == 1, site.said


def test_marked_element__in_a_book_has_no_handler(folder: Path) -> None:
    settings = 'copyright = version = "1"\n'
    site = build(folder, {"page": MARKED}, "-W", "-d", "cache", builder="epub", settings=settings)
    assert site.is_good, site.said
    page = (folder / "epub" / "page.xhtml").read_text("utf-8")
    assert marked_html("download-whitepaper") in page
    assert "onclick" not in page


def test_marked_element__changed_definitions_only_its_page_is_read_again(folder: Path) -> None:
    pages = {"with": MARKED, "without": "Page\n====\n\nNo mark.\n"}
    build(folder, pages)
    (folder / "events.toml").write_text(DEFINITIONS.replace("download - ", "get - "), "utf-8")
    site = build(folder, pages)
    assert "0 added, 1 changed, 0 removed" in site.said
    assert WITH_HANDLER.replace("download - ", "get - ") in site.pages["with"]


def test_marked_element__with_an_unknown_id_keeps_its_mark_and_is_said_once_in_parallel_too(folder: Path) -> None:
    pages = {f"page{number}": MARKED.replace("download-", "downlod-") for number in range(12)}
    site = build(folder, pages, "-W", "--keep-going", "-j", "2")
    assert site.said.count(UNKNOWN_SAID) == 12
    assert "page7.rst: WARNING" in site.said
    assert marked_html("downlod-whitepaper") in site.pages["page7"]
    assert not site.is_good


def test_search__the_index_has_labels_and_no_code(folder: Path) -> None:
    build(folder, {"page": EVERYWHERE, "z": EVERYWHERE}, "-W")
    index = (folder / "html" / "searchindex.js").read_text("utf-8")
    assert "Get Download now" in index
    assert "onclick" not in index
    assert "<title>Get Download now &#8212;" in (folder / "html" / "page.html").read_text("utf-8")


def test_definitions__what_is_odd_is_a_warning_of_sphinx_s(folder: Path) -> None:
    (folder / "events.toml").write_text(DEFINITIONS.replace('"It\'s"', '"a", "a"'), "utf-8")
    pages = {f"page{number}": EVERYWHERE for number in range(6)}
    site = build(folder, pages, "-W", "--keep-going", "-j", "2")
    warning = 'events.my-event.value: has the value "a" 2 times [repeated-value]'
    said = f"events.toml:6: {warning} it counts once per visitor session [rtp.definitions]"
    assert site.said.count(said) == 1, site.said
    assert not site.is_good


def test_settings__a_wrong_type_is_said_by_sphinx(folder: Path) -> None:
    site = build(folder, {"page": "Page\n====\n"}, settings="rtp_templates = 3\n")
    assert "Configuration error!" in site.said
    assert "rtp_templates: must be a path or a list of paths, not a number" in site.said
    assert "The config value `rtp_templates' has type `int'" in site.said
