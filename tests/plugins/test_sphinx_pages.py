"""What only Sphinx has: its builders, parallel builds, contents, search, warnings and settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugins.contract import (
    BUTTON,
    DEFINITIONS,
    NO_ID,
    SCRIPT,
    UNKNOWN_SAID,
    WITH_HANDLER,
    marked_html,
    write_pages,
)
from tests.plugins.sphinx_site import EVERYWHERE, MARKED, build


def test_shortcode__stands_anywhere_and_code_keeps_it(folder: Path) -> None:
    site = build(folder, {"page": EVERYWHERE}, "-W")
    assert site.is_good, site.said
    assert [site.pages["page"].count(made) for made in (BUTTON, NO_ID)] == [1, 4]
    assert site.pages["page"].count(SCRIPT) == 2
    assert ":rtp:`download-whitepaper`</span>" in site.pages["page"]


def test_heading__has_the_label_of_its_button_in_the_contents(folder: Path) -> None:
    build(folder, {"page": EVERYWHERE}, "-W")
    index = (folder / "html" / "index.html").read_text("utf-8")
    assert '<a class="reference internal" href="page.html">Get Download now</a>' in index
    assert "<button" not in index


def test_singlehtml__is_one_page_which_has_each_id_once(folder: Path) -> None:
    build(folder, {"page": EVERYWHERE, "z": EVERYWHERE}, "-W", builder="singlehtml")
    page = (folder / "singlehtml" / "index.html").read_text("utf-8")
    assert [page.count(made) for made in (BUTTON, NO_ID)] == [1, 9]


def test_label__that_a_page_gives_is_in_books_and_contents_too(folder: Path) -> None:
    page = ":rtp:`Jetzt laden\n<download-whitepaper>` now\n".replace("\n<", " <")
    page = f"{page}{'=' * len(page)}\n\n:rtp:`Mehr\nlesen <read-on link>`\n\n.. rtp-link:: read-on\n   :label: Weiter\n"
    build(folder, {"page": page}, "-W")
    assert '<a class="reference internal" href="page.html">Jetzt laden now</a>' in (
        folder / "html" / "index.html"
    ).read_text("utf-8")
    build(folder, {"page": page}, "-W", builder="text")
    text = (folder / "text" / "page.txt").read_text("utf-8")
    assert text == "Jetzt laden now\n***************\n\nMehr lesen\n\nWeiter\n"


@pytest.mark.parametrize(
    ("suffix", "page", "message", "translation"),
    [
        (
            ".rst",
            ".. rtp-button:: download-whitepaper\n   :label: Get it\n",
            ":rtp:`Get it <download-whitepaper button>`",
            ":rtp:`Holen <download-whitepaper>`",
        ),
        (
            ".md",
            "```{rtp-button} download-whitepaper\n```\n",
            "{rtp}`download-whitepaper button`",
            "{rtp}`Holen <download-whitepaper>`",
        ),
    ],
)
def test_directive__is_translated_as_a_role(
    folder: Path, suffix: str, page: str, message: str, translation: str
) -> None:
    # Sphinx keeps what it reads of the catalog of a page for other builds of this process.
    messages = {"": "Content-Type: text/plain; charset=utf-8\\n", message: translation}
    catalog = "\n".join(f'msgid "{text}"\nmsgstr "{other}"\n' for text, other in messages.items())
    write_pages(folder / "docs" / "locale" / "de" / "LC_MESSAGES", {"german": catalog}, ".po")
    settings = 'language = "de"\nlocale_dirs = ["locale"]\n'
    site = build(folder, {"german": page}, suffix=suffix, settings=settings)
    assert BUTTON.replace(">Download<", ">Holen<") in site.pages["german"], site.said


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


@pytest.mark.process
def test_parallel__reads_and_writes_without_a_warning(folder: Path) -> None:
    pages = {f"page{number}": EVERYWHERE for number in range(12)}
    site = build(folder, pages, "-W", "-j", "2")
    assert site.is_good, site.said
    assert "not safe" not in site.said
    assert [(page.count(BUTTON), page.count(NO_ID)) for page in site.pages.values()] == [(1, 4)] * 12


@pytest.mark.process
def test_parallel__an_unknown_id_is_said_with_its_place(folder: Path) -> None:
    pages = {f"page{number}": "Page\n====\n\n:rtp:`downlod-whitepaper`\n" for number in range(12)}
    site = build(folder, pages, "-W", "--keep-going", "-j", "2")
    assert site.said.count(UNKNOWN_SAID) == 12
    assert "page7.rst:4: WARNING" in site.said
    assert not site.is_good


def test_warnings__can_be_suppressed_by_their_type(folder: Path) -> None:
    settings = 'suppress_warnings = ["rtp.unknown"]\n'
    site = build(folder, {"page": "Page\n====\n\n:rtp:`typo`\n"}, "-W", settings=settings)
    assert site.is_good, site.said
    assert '<span class="problematic">typo</span>' in site.pages["page"]


def test_heading__its_button_is_there_once_with_local_contents(folder: Path) -> None:
    page = f"{EVERYWHERE}\n.. contents::\n   :local:\n\nSub :rtp:`download-whitepaper`\n{'-' * 30}\n\nText.\n"
    site = build(folder, {"page": page}, "-W")
    assert [site.pages["page"].count(made) for made in (BUTTON, NO_ID)] == [1, 5], site.said
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


@pytest.mark.process
def test_marked_element__with_an_unknown_id_keeps_its_attribute_and_is_said_once_in_parallel_too(folder: Path) -> None:
    pages = {f"page{number}": MARKED.replace("download-", "downlod-") for number in range(12)}
    site = build(folder, pages, "-W", "--keep-going", "-j", "2")
    assert site.said.count(UNKNOWN_SAID) == 12
    assert "page7.rst: WARNING" in site.said
    assert marked_html("downlod-whitepaper") in site.pages["page7"]
    assert not site.is_good


def test_class__of_markdown_marks_an_element_and_is_checked_again_when_the_definitions_change(folder: Path) -> None:
    settings = 'myst_enable_extensions = ["attrs_inline"]\n'
    pages = {"page": "# Page\n\n[Paper](https://example.com/x.pdf){.rtp-event--download-whitepaper}\n"}
    site = build(folder, pages, "-W", suffix=".md", settings=settings)
    assert site.is_good, site.said
    assert "rtp-event--download-whitepaper" in site.pages["page"]
    (folder / "events.toml").write_text(DEFINITIONS.replace("download-", "downlod-"), "utf-8")
    again = build(folder, pages, suffix=".md", settings=settings)
    assert 'no event has the id "download-whitepaper"' in again.said


def test_search__the_index_has_labels_and_no_code(folder: Path) -> None:
    build(folder, {"page": EVERYWHERE, "z": EVERYWHERE}, "-W")
    index = (folder / "html" / "searchindex.js").read_text("utf-8")
    assert "Get Download now" in index
    assert "onclick" not in index
    assert "<title>Get Download now &#8212;" in (folder / "html" / "page.html").read_text("utf-8")


@pytest.mark.process
def test_definitions__what_is_odd_is_a_warning_of_sphinx_s(folder: Path) -> None:
    (folder / "events.toml").write_text(DEFINITIONS.replace('"It\'s"', '"a", "a"'), "utf-8")
    pages = {f"page{number}": EVERYWHERE for number in range(6)}
    site = build(folder, pages, "-W", "--keep-going", "-j", "2")
    warning = 'events.my-event.value: contains the value "a" 2 times [repeated-value]'
    said = f"events.toml:6: {warning} remove the repetition; a value counts once per visitor session [rtp.definitions]"
    assert site.said.count(said) == 1, site.said
    assert not site.is_good


def test_settings__a_wrong_type_is_said_by_sphinx(folder: Path) -> None:
    site = build(folder, {"page": "Page\n====\n"}, settings="rtp_templates = 3\n")
    assert "Configuration error!" in site.said
    assert "rtp_templates: must be a path or a list of paths, not a number" in site.said
    assert "The config value `rtp_templates' has type `int'" in site.said
