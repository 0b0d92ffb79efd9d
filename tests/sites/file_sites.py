"""The sites of the generators that take the files that `rtpsnippets build` writes."""

from __future__ import annotations

from tests.docs.readme import site_page
from tests.engines.prepared import installed, link_node_packages
from tests.sites.pages import UNKNOWN_ID, layout, page_below
from tests.sites.site import Command, Environment, Site

_OURS_ALONE = Environment()
_NO_EVENT = f'rtpsnippets build made no button, link or script for "{UNKNOWN_ID}"'


def _command(heading: str) -> Command:
    """The line for the shell that the README shows."""
    return ("bash", "-c", site_page(heading, "sh"))


FILE_SITES = (
    Site(
        "Hugo",
        "Hugo",
        _OURS_ALONE,
        {
            "hugo.toml": 'title = "Site"\ndisableKinds = ["home", "taxonomy", "term"]\n',
            "layouts/_default/single.html": layout("{{ .Content }}"),
            "content/page.md": page_below("title: Page\n", "Hugo", "{{{{< rtp {} >}}}}"),
        },
        _command("Hugo"),
        "public",
        "page/index.html",
        unknown=f'/content/page.md:5:17": {_NO_EVENT}',
        reads_marks=False,
        prepare=lambda _: installed("hugo"),
    ),
    Site(
        "Jekyll",
        "Jekyll",
        _OURS_ALONE,
        {
            "_layouts/page.html": layout("{{ content }}"),
            "page.md": page_below("layout: page\n", "Jekyll", '{{% include rtp.html id="{}" %}}'),
        },
        _command("Jekyll"),
        "_site",
        "page.html",
        unknown=f"{_NO_EVENT} Valid syntax: {{% include file.ext param='value' param2='value' %}} in page.md",
        reads_marks=False,
        prepare=lambda _: installed("jekyll"),
    ),
    Site(
        "Eleventy",
        "Eleventy",
        _OURS_ALONE,
        {
            "_includes/page.liquid": layout("{{ content }}"),
            # An environment that a person has in the folder holds templates, ours among them.
            ".venv/lib/button.html": "{%- broken -%}",
            "page.md": page_below("layout: page.liquid\n", "Eleventy", '{{% rtp "{}" %}}'),
        },
        _command("Eleventy"),
        "_site",
        "page/index.html",
        unknown=f"{_NO_EVENT}, file:./page.md",
        reads_marks=False,
        prepare=link_node_packages,
    ),
)
