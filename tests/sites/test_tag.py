"""The RTP tag in themes besides those of the sites: it is where the manual says, as the first script of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugins.contract import write_pages
from tests.plugins.in_process import run_here
from tests.sites.pages import tag_is_first
from tests.sites.site import write_tag_files

_MKDOCS = "site_name: Site\ntheme: {{name: {}, custom_dir: overrides}}\n"
_SPHINX = "html_theme = '{}'\ntemplates_path = ['_templates']\n"


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_mkdocs__has_the_tag_first_in_this_theme(theme: str, tmp_path: Path) -> None:
    write_tag_files("MkDocs and ProperDocs", tmp_path)
    write_pages(tmp_path, {"mkdocs": _MKDOCS.format(theme)}, ".yml")
    write_pages(tmp_path / "docs", {"index": "# Page\n"}, ".md")
    ran = run_here("mkdocs", ["build"], tmp_path)
    assert ran.code == 0, ran.output
    assert tag_is_first((tmp_path / "site" / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_sphinx__has_the_tag_first_in_this_theme(theme: str, tmp_path: Path) -> None:
    write_tag_files("Sphinx", tmp_path)
    write_pages(tmp_path, {"conf": _SPHINX.format(theme)}, ".py")
    write_pages(tmp_path, {"index": "Page\n====\n"}, ".rst")
    ran = run_here("sphinx-build", [".", "_build"], tmp_path)
    assert ran.code == 0, ran.output
    assert tag_is_first((tmp_path / "_build" / "index.html").read_text("utf-8"))
