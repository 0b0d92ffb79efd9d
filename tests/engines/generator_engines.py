"""Hugo, Jekyll and Eleventy: each builds a site from Markdown, and one from pages in its template language."""

from __future__ import annotations

from collections.abc import Mapping

from tests.engines.engine import Engine, Reads
from tests.engines.generators import FRONT_MATTER, Generator
from tests.engines.node_engines import pinned

_HUGO_SETTINGS = """\
disableKinds = ["home", "RSS", "section", "sitemap", "taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true  # without it, HTML in Markdown is left out
"""


def _hugo(page: str, before: str, layout: str, files: Mapping[str, str]) -> Generator:
    site = {"hugo.toml": _HUGO_SETTINGS, "layouts/_default/single.html": layout, **files}
    return Generator(("hugo",), page, "public/{}/index.html", before, site)


def _jekyll(page: str) -> Generator:
    return Generator(("jekyll", "build", "--quiet", "--disable-disk-cache"), page, "_site/{}.html")


def _eleventy(page: str) -> Generator:
    command = ("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet", "--input=pages")
    return Generator(command, f"pages/{page}", "_site/{}/index.html")


_HUGO_MARKDOWN = _hugo("content/{}.md", FRONT_MATTER, "{{ .Content }}", {})
_HUGO_PARTIAL = _hugo(
    "layouts/partials/{}.html", "", "{{ partial .File.ContentBaseName . }}", {"content/{}.md": FRONT_MATTER}
)
_ELEVENTY_VERSION = pinned("@11ty/eleventy")


def _row(name: str, reads: Reads, generator: Generator, version: str = "") -> Engine:
    return Engine(name, reads, generator.convert, version, find=generator.find)


GENERATOR_ENGINES = (
    _row("Hugo (Markdown)", "markdown", _HUGO_MARKDOWN),
    _row("Hugo (a partial)", "template", _HUGO_PARTIAL),
    _row("Jekyll (Markdown)", "markdown", _jekyll("{}.md")),
    _row("Jekyll (Liquid)", "template", _jekyll("{}.html")),
    _row("Eleventy (Markdown)", "markdown", _eleventy("{}.md"), _ELEVENTY_VERSION),
    _row("Eleventy (Liquid)", "template", _eleventy("{}.liquid"), _ELEVENTY_VERSION),
    _row("Eleventy (Nunjucks)", "template", _eleventy("{}.njk"), _ELEVENTY_VERSION),
)
