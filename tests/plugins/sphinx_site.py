"""A site of Sphinx, its settings and pages with shortcodes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.plugins.contract import Built, built, marked_html, write_pages
from tests.plugins.in_process import run_here, run_program

# What Jinja makes of the templates of a theme is kept for other sites beside this one: it takes half of a build.
CONFIGURATION = """\
import jinja2

extensions = ["myst_parser", "rtpsnippets.plugins.sphinx"]
html_theme = "basic"
html_use_index = False

def keep_templates(app):
    folder = app.confdir.parent / "compiled-templates"
    folder.mkdir(exist_ok=True)
    if app.builder.format == "html":
        app.builder.templates.environment.bytecode_cache = jinja2.FileSystemBytecodeCache(str(folder))

def setup(app):
    app.connect("builder-inited", keep_templates)
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
    run = run_program if "-j" in arguments else run_here  # it forks, which is not for a process with threads
    ran = run("sphinx-build", ["-b", builder, "-c", ".", *arguments, "docs", builder], folder)
    return built(folder / builder, pages, ran)


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
