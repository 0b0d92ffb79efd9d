"""The sites of Sphinx, in both of its languages."""

from __future__ import annotations

from tests.sites.pages import TAG, myst_page, rst_page
from tests.sites.site import Environment, Site

_SPHINX = Environment("sphinx", ("myst-parser",))
_THEME = {
    "conf.py": 'project = "Site"\ntemplates_path = ["theme"]\nextensions.append("myst_parser")\n',
    "theme/layout.html": f'{{% extends "!layout.html" %}}{{% block extrahead %}}{TAG}{{% endblock %}}',
}
_BUILD = ("sphinx-build", ".", "_build")

SPHINX_SITES = (
    Site("Sphinx", "Sphinx", _SPHINX, {**_THEME, "index.rst": rst_page()}, _BUILD, "_build", strict=(*_BUILD, "-W")),
    Site(
        "Sphinx with MyST",
        "Sphinx",
        _SPHINX,
        {**_THEME, "index.md": myst_page()},
        _BUILD,
        "_build",
        strict=(*_BUILD, "-W"),
    ),
)
