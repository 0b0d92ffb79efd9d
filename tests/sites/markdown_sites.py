"""The sites of the generators that read their pages with Python-Markdown."""

from __future__ import annotations

from tests.sites.pages import TAG, macros_page, markdown_page
from tests.sites.site import Change, Environment, Site

# The library of the theme that colors code comes from the network, which the tests don't have.
_MKDOCS_SETTINGS = "  highlightjs: false\nsite_name: Site\nmarkdown_extensions: [attr_list]\n"
_MKDOCS_PAGE = "docs/integrations/mkdocs.md"

# One environment, since mkdocs-macros is a plugin that people have beside ours.
_MKDOCS = Environment("mkdocs", ("mkdocs-macros-plugin",))

MARKDOWN_SITES = (
    Site(
        "MkDocs",
        _MKDOCS_PAGE,
        "MkDocs and ProperDocs",
        _MKDOCS,
        {"mkdocs.yml": _MKDOCS_SETTINGS, "docs/index.md": markdown_page()},
        ("mkdocs", "build"),
        "site",
        strict=("mkdocs", "build", "--strict"),
    ),
    Site(
        "mkdocs-macros",
        "docs/integrations/mkdocs-macros.md",
        "MkDocs and ProperDocs",
        _MKDOCS,
        {"mkdocs.yml": _MKDOCS_SETTINGS, "docs/index.md": macros_page()},
        ("mkdocs", "build"),
        "site",
        knows_pages=False,
        binding=Change("docs/index.md", "{{ rtp_script", "{{ rtp_binding() }}\n\n{{ rtp_script"),
    ),
    Site(
        "ProperDocs",
        _MKDOCS_PAGE,
        "MkDocs and ProperDocs",
        # It has no theme by itself.
        Environment("properdocs", ("properdocs-theme-mkdocs",)),
        {"mkdocs.yml": _MKDOCS_SETTINGS, "docs/index.md": markdown_page()},
        ("properdocs", "build"),
        "site",
        renamed={"mkdocs.yml": "properdocs.yml"},
        strict=("properdocs", "build", "--strict"),
    ),
    Site(
        "Pelican",
        "docs/integrations/pelican.md",
        "Pelican",
        Environment("pelican", ("pygments==2.19.2",)),
        {
            "pelicanconf.py": 'SITENAME = "Site"\nTIMEZONE = "UTC"\nPATH = "content"\n',
            "content/page.md": f"Title: Page\nDate: 2026-01-01\nSlug: page\n\n{markdown_page()}",
        },
        ("pelican",),
        "output",
        "page.html",
        strict=("pelican", "--log-handler", "plain", "--fatal", "errors"),
    ),
    Site(
        "Zensical",
        "docs/integrations/zensical.md",
        "Zensical",
        Environment("markdown", ("zensical",)),
        {
            "zensical.toml": "\n[project.markdown_extensions.attr_list]\n",
            "docs/index.md": markdown_page(),
        },
        ("zensical", "build"),
        "site",
        binding=Change(
            "zensical.toml", "watch =", 'extra_javascript = ["js/rtp-events.js"]\nwatch =', folder="docs/js"
        ),
    ),
    Site(
        "Nikola",
        "docs/integrations/nikola.md",
        "Nikola",
        Environment("markdown", ("nikola",)),
        {
            "pages/page.md": f"<!--\n.. title: Page\n.. slug: page\n-->\n\n{markdown_page()}",
        },
        ("env", "LC_ALL=C.UTF-8", "nikola", "build"),
        "output",
        "pages/page/index.html",
        again=("env", "LC_ALL=C.UTF-8", "nikola", "build", "-a"),
        start=("env", "LC_ALL=C.UTF-8", "nikola", "init", "-q", "."),
        binding=Change("conf.py", TAG, f'{TAG}\n<script src="/js/rtp-events.js" defer></script>', folder="files/js"),
    ),
)
