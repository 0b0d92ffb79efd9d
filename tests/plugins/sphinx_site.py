"""A site of Sphinx, its settings and pages with marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.clean_environment import SCRIPTS, run
from tests.plugins.contract import Built, built, marked_html, write_pages

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
