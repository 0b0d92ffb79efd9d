"""The sites of Sphinx, in both of its languages."""

from __future__ import annotations

from tests.sites.pages import myst_page, rst_page
from tests.sites.site import Environment, Site

_SPHINX = Environment("sphinx", ("myst-parser",))
_PAGE = "docs/integrations/sphinx.md"
_CONF = {"conf.py": 'project = "Site"\nextensions.append("myst_parser")\n'}
_BUILD = ("sphinx-build", ".", "_build")

SPHINX_SITES = (
    Site(
        "Sphinx",
        _PAGE,
        "Sphinx",
        _SPHINX,
        {**_CONF, "index.rst": rst_page()},
        _BUILD,
        "_build",
        strict=(*_BUILD, "-W"),
    ),
    Site(
        "Sphinx with MyST",
        _PAGE,
        "Sphinx",
        _SPHINX,
        {**_CONF, "index.md": myst_page()},
        _BUILD,
        "_build",
        strict=(*_BUILD, "-W"),
    ),
)
