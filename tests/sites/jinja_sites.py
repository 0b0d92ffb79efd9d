"""The sites of Jinja: its extension in Flask, frozen, and in staticjinja."""

from __future__ import annotations

from tests.sites.pages import TAG, jinja_page
from tests.sites.site import Change, Environment, Site

# One environment, since nothing of theirs is ours: both need just Jinja.
_JINJA = Environment(packages=("flask", "frozen-flask", "staticjinja"))

_PAGE = {"templates/page.html": jinja_page('{% include "index.html" %}')}
_BINDING = Change("templates/base.html", TAG, f"{TAG}{{{{ rtp_binding() }}}}")

_FLASK = """\

@app.get("/page.html")
def page():
    from flask import render_template
    return render_template("page.html")
"""
_FREEZE = """\
from flask_frozen import Freezer

from app import app

Freezer(app).freeze()
"""

JINJA_SITES = (
    Site(
        "Frozen-Flask",
        "docs/integrations/flask.md",
        "Flask and other Jinja templates",
        _JINJA,
        {**_PAGE, "app.py": _FLASK, "freeze.py": _FREEZE},
        ("python", "freeze.py"),
        "build",
        "page.html",
        knows_pages=False,
        binding=_BINDING,
    ),
    Site(
        "staticjinja",
        "docs/integrations/jinja.md",
        "Flask and other Jinja templates",
        _JINJA,
        _PAGE,
        ("python", "build.py"),
        ".",
        "page.html",
        knows_pages=False,
        binding=_BINDING,
    ),
)
