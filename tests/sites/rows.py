"""All sites, a row each."""

from __future__ import annotations

from tests.sites.django_sites import DJANGO_SITES
from tests.sites.file_sites import FILE_SITES
from tests.sites.jinja_sites import JINJA_SITES
from tests.sites.markdown_sites import MARKDOWN_SITES
from tests.sites.pages import TAG
from tests.sites.site import Change
from tests.sites.sphinx_sites import SPHINX_SITES

SITES = (*MARKDOWN_SITES, *SPHINX_SITES, *JINJA_SITES, *DJANGO_SITES, *FILE_SITES)

_FUNCTION = "{{ rtp_binding() }}"
_BY_FUNCTION = Change("templates/page.html", TAG, TAG + _FUNCTION)

BINDING = {
    "MkDocs": None,
    "ProperDocs": None,
    "Pelican": None,
    "Sphinx": None,
    "Sphinx with MyST": None,
    "Frozen-Flask": _BY_FUNCTION,
    "staticjinja": _BY_FUNCTION,
    "mkdocs-macros": Change("docs/index.md", "{{ rtp_script", f"{_FUNCTION}\n\n{{{{ rtp_script"),
    "Zensical": Change(
        "zensical.toml", "watch =", 'extra_javascript = ["js/rtp-events.js"]\nwatch =', folder="docs/js"
    ),
    "Nikola": Change(
        "conf.py", f'"{TAG}"', f"""'{TAG}<script src="/js/rtp-events.js" defer></script>'""", folder="files/js"
    ),
}
"""The sites that get the binding, by their names: what a user changes for that, or nothing."""
