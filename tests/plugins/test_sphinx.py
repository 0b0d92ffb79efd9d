"""The extension of Sphinx: the contract, in reStructuredText and in MyST, and the audit."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

from tests.plugins.audit_contract import BAD, SITE_URL, AuditContract
from tests.plugins.binding_contract import BindingContract
from tests.plugins.contract import Built, PluginContract, marked_html, write_pages
from tests.plugins.sphinx_site import build


class TestContractInRst(PluginContract):
    """The role in reStructuredText."""

    module = "rtpsnippets.plugins.sphinx"
    place = "page.rst:4: WARNING: no event has the id"
    place_of_element = "page.rst: WARNING: no event has the id"
    suffix = ".rst"

    def mark(self, event_id: str, format: str = "") -> str:
        return f"Page\n====\n\n:rtp:`{event_id} {format}`\n" if format else f"Page\n====\n\n:rtp:`{event_id}`\n"

    def marked(self, event_id: str) -> str:
        return f"Page\n====\n\n.. raw:: html\n\n   {marked_html(event_id)}\n"

    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        return build(folder, pages, *(["-W"] if is_strict else []), suffix=self.suffix)


class TestContractInRstDirective(TestContractInRst):
    """The directives in reStructuredText."""

    names_a_format = True
    place = "page.rst:4: WARNING: no event has the id"

    def mark(self, event_id: str, format: str = "button") -> str:
        return f"Page\n====\n\n.. rtp-{format}:: {event_id}\n"


class TestContractInMyst(TestContractInRst):
    """The role in MyST."""

    place = "page.md:3: WARNING: no event has the id"
    place_of_element = "page.md: WARNING: no event has the id"
    suffix = ".md"

    def mark(self, event_id: str, format: str = "") -> str:
        return f"# Page\n\n{{rtp}}`{event_id} {format}`\n"

    def marked(self, event_id: str) -> str:
        return f"# Page\n\nA sentence with {marked_html(event_id)}.\n"


class TestContractInMystDirective(TestContractInMyst):
    """The directives in MyST."""

    names_a_format = True

    def mark(self, event_id: str, format: str = "button") -> str:
        return f"# Page\n\n```{{rtp-{format}}} {event_id}\n```\n"

    def marked(self, event_id: str) -> str:
        return f"# Page\n\n<div>\n{marked_html(event_id)}\n</div>\n"


AUDITED = f"""\
html_baseurl = "{SITE_URL}"
html_extra_path = ["scripts"]
templates_path = ["theme"]
"""


class TestBuiltSite(AuditContract, BindingContract):
    """A site with Sphinx's own theme."""

    site = "html"
    files = "scripts"
    ignore_setting = "rtp_audit_ignore"
    theme = "alabaster"
    layout = "layout"
    good = f"""\
Page
====

:rtp:`download-whitepaper` :rtp:`my-event script`

.. raw:: html

   {marked_html("download-whitepaper")} {marked_html("read-on")}

.. code-block:: html

{textwrap.indent(BAD, "   ")}
"""

    def html_page(self, html: str) -> str:
        return f"Page\n====\n\n.. raw:: html\n\n{textwrap.indent(html, '   ')}\n"

    def build(
        self, folder: Path, page: str, settings: Mapping[str, object], *, head: str = "", is_strict: bool = False
    ) -> Built:
        block = f'{{% extends "!{self.layout}.html" %}}{{% block extrahead %}}{{{{ super() }}}}{head}{{% endblock %}}'
        write_pages(folder / "theme", {self.layout: block}, ".html")
        lines = [f'html_theme = "{self.theme}"', *(f"rtp_{name} = {value!r}" for name, value in settings.items())]
        given = "\n".join([AUDITED, *lines])
        return build(folder, {"page": page}, *(["-W", "--keep-going"] if is_strict else []), settings=given)

    def test_good_site__of_a_theme_that_many_sites_use_has_no_findings(self, folder: Path) -> None:
        self.theme, self.layout = "furo", "base"
        self.test_good_site__has_no_findings(folder)
