"""The sites of the generators that take the files that `rtpsnippets build` writes."""

from __future__ import annotations

from tests.docs.pages import site_page
from tests.engines.prepared import installed, link_node_packages
from tests.sites.pages import TAG, UNKNOWN_ID, page_below
from tests.sites.site import Change, Command, Environment, Site

_OURS_ALONE = Environment()
_NO_EVENT = f'rtpsnippets build made no button, link or script for "{UNKNOWN_ID}"'


_HUGO, _JEKYLL, _ELEVENTY = (f"docs/integrations/{name}.md" for name in ("hugo", "jekyll", "eleventy"))


def _binding(layout: str, folder: str) -> Change:
    return Change(layout, TAG, f'{TAG}\n<script src="/js/rtp-events.js" defer></script>', folder)


def _command(page: str) -> Command:
    """The line for the shell that the page shows."""
    return ("bash", "-c", site_page(page, "sh"))


FILE_SITES = (
    Site(
        "Hugo",
        _HUGO,
        "Hugo",
        _OURS_ALONE,
        {
            "hugo.toml": 'title = "Site"\ndisableKinds = ["home", "taxonomy", "term"]\n',
            "layouts/_default/single.html": '{{ define "main" }}{{ .Content }}{{ end }}\n',
            "content/page.md": page_below("title: Page\n", _HUGO, "{{{{< rtp {} >}}}}"),
        },
        _command(_HUGO),
        "public",
        "page/index.html",
        unknown=f'/content/page.md:5:17": {_NO_EVENT}',
        reads_shortcodes=False,
        binding=_binding("layouts/_default/baseof.html", "static/js"),
        prepare=lambda _: installed("hugo"),
    ),
    Site(
        "Jekyll",
        _JEKYLL,
        "Jekyll",
        _OURS_ALONE,
        {
            "page.md": page_below("layout: default\n", _JEKYLL, '{{% include rtp.html id="{}" %}}'),
        },
        _command(_JEKYLL),
        "_site",
        "page.html",
        unknown=f"{_NO_EVENT} Valid syntax: {{% include file.ext param='value' param2='value' %}} in page.md",
        reads_shortcodes=False,
        binding=_binding("_layouts/default.html", "js"),
        prepare=lambda _: installed("jekyll"),
    ),
    Site(
        "Eleventy",
        _ELEVENTY,
        "Eleventy",
        _OURS_ALONE,
        {
            # A virtual environment in the folder contains templates, including ours.
            ".venv/lib/button.html": "{%- broken -%}",
            "page.md": page_below("layout: layout.html\n", _ELEVENTY, '{{% rtp "{}" %}}'),
        },
        _command(_ELEVENTY),
        "_site",
        "page/index.html",
        unknown=f"{_NO_EVENT}, file:./page.md",
        reads_shortcodes=False,
        binding=_binding("_includes/layout.html", "_site/js"),
        prepare=link_node_packages,
    ),
)
