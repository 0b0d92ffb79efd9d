"""Site generators in Python: each document is a page of one site, in a theme with just the text of the page."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

_THEME = "<!DOCTYPE html>\n<html>\n<head><title>x</title></head>\n<body>\n{{ CONTENT }}\n</body>\n</html>\n"

_MKDOCS = """\
site_name: x
use_directory_urls: false
theme: {name: null, custom_dir: theme}
markdown_extensions: [smarty, attr_list, md_in_html, def_list, footnotes, admonition]
"""

_PELICAN = """\
SITENAME = 'x'
PAGE_SAVE_AS = '{slug}.html'
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
"""

_SPHINX = """\
html_theme = 'basic'
templates_path = ['theme']
"""

_MYST = f"""\
{_SPHINX}
extensions = ['myst_parser']
myst_enable_extensions = [
    'amsmath', 'attrs_block', 'attrs_inline', 'colon_fence', 'deflist', 'dollarmath', 'fieldlist', 'html_admonition',
    'html_image', 'linkify', 'replacements', 'smartquotes', 'strikethrough', 'substitution', 'tasklist',
]
"""


def _mkdocs(documents: Sequence[str], folder: Path) -> list[str]:
    _write(folder / "mkdocs.yml", _MKDOCS)
    _write(folder / "theme" / "main.html", _THEME.replace("CONTENT", "page.content"))
    _write_pages(documents, folder / "docs", "md")
    _run("mkdocs", "build", "--site-dir", "made", folder=folder)
    return _read_pages(documents, folder / "made")


def _pelican(documents: Sequence[str], folder: Path, conf: str) -> list[str]:
    _write(folder / "conf.py", conf)
    for name in ("base", "page", "article"):
        _write(folder / "theme" / "templates" / f"{name}.html", _THEME.replace("CONTENT", "page.content"))
    titled = [f"Title: page {at}\nSlug: p{at}\n\n{text}" for at, text in enumerate(documents)]
    _write_pages(titled, folder / "content" / "pages", "md")
    _run("pelican", "content", "-o", "made", "-s", "conf.py", "-t", "theme", folder=folder)
    return _read_pages(documents, folder / "made")


def _sphinx(documents: Sequence[str], folder: Path, extension: str, conf: str) -> list[str]:
    source = folder / "source"
    _write(source / "conf.py", conf)
    _write(source / "theme" / "page.html", _THEME.replace("CONTENT", "body"))
    _write(source / f"index.{extension}", "x\n")
    _write_pages(documents, source, extension)
    _run("sphinx", "-q", "-b", "html", "source", "made", folder=folder)
    return _read_pages(documents, folder / "made")


def _run(module: str, *arguments: str, folder: Path) -> None:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{module} ended with {done.returncode}:\n{done.stdout}{done.stderr}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _write_pages(documents: Sequence[str], folder: Path, extension: str) -> None:
    for at, text in enumerate(documents):
        _write(folder / f"p{at}.{extension}", text)


def _read_pages(documents: Sequence[str], folder: Path) -> list[str]:
    return [(folder / f"p{at}.html").read_text("utf-8") for at in range(len(documents))]


SITES: Mapping[str, Callable[[Sequence[str], Path], list[str]]] = {
    "mkdocs": _mkdocs,
    "pelican": partial(_pelican, conf=_PELICAN),
    "pelican-typogrify": partial(_pelican, conf=f"{_PELICAN}TYPOGRIFY = True\n"),
    "sphinx": partial(_sphinx, extension="rst", conf=_SPHINX),
    "myst": partial(_sphinx, extension="md", conf=_MYST),
    "myst-plain-quotes": partial(_sphinx, extension="md", conf=f"{_MYST}smartquotes = False\n"),
}
"""For each engine, by name: builds a site of the documents and returns its pages."""
