"""While a generator watches a site, rebuilt files appear on the page without further steps."""

from __future__ import annotations

import pytest

from tests.docs.pages import site_page
from tests.patience import wait_until
from tests.sites.conftest import Start
from tests.sites.file_sites import FILE_SITES
from tests.sites.pages import CHANGED_LABEL, LABEL
from tests.sites.site import Site

_WATCHES = {
    "Jekyll": (("jekyll", "build", "--watch"), "Auto-regeneration: enabled"),
    # Not by way of npx, which doesn't take it along when it is stopped.
    "Eleventy": (("node", "node_modules/@11ty/eleventy/cmd.cjs", "--watch"), "Watching"),
}
"""The command that watches a site, and what the generator says when it does.

Hugo isn't here: whether it notices depends on its version, as the manual says.
"""


@pytest.mark.parametrize("site", [pytest.param(site, id=site.name) for site in FILE_SITES if site.name in _WATCHES])
def test_watch__builds_again_when_the_files_are_built_again(site: Site, start: Start) -> None:
    command, says = _WATCHES[site.name]
    build, _, _ = site_page(site.page, "sh").partition(" && ")
    started = start(site)
    started.do(("bash", "-c", build))
    with started.running(command) as log:
        wait_until(lambda: says in log.read_text("utf-8") and f">{LABEL}</button>" in started.page, log)
        started.change_definitions()
        started.do(("bash", "-c", build))
        wait_until(lambda: f">{CHANGED_LABEL}</button>" in started.page, log)
