"""All sites, a row each."""

from __future__ import annotations

from tests.sites.django_sites import DJANGO_SITES
from tests.sites.file_sites import FILE_SITES
from tests.sites.jinja_sites import JINJA_SITES
from tests.sites.markdown_sites import MARKDOWN_SITES
from tests.sites.sphinx_sites import SPHINX_SITES

SITES = (*MARKDOWN_SITES, *SPHINX_SITES, *JINJA_SITES, *DJANGO_SITES, *FILE_SITES)
