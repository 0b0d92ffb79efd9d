"""The extension of Sphinx: the contract, in reStructuredText and in MyST, and the audit."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from tests.plugins.audit_contract import BAD, SITE_URL, AuditContract
from tests.plugins.binding_contract import BindingContract
from tests.plugins.contract import Built, TextContract, marked_html, write_pages
from tests.plugins.sphinx_site import build


class TestContractInRst(TextContract):
    """The role in reStructuredText."""

    module = "rtpsnippets.plugins.sphinx"
    place = "page.rst:4: WARNING: no event has the id"
    place_of_element = "page.rst: WARNING: no event has the id"
    suffix = ".rst"
    near_misses: ClassVar = {
        "[[rtp:my-event]]": ":rtp:`my-event`",
        "[[RTP: my-event script]]": ":rtp:`my-event script`",
        "[[rtp:read-on link “A”]]": ":rtp:`A <read-on link>`",
    }
    not_meant = (
        *("``[[rtp:my-event]]``", r"\[[rtp:my-event]]", r"*[\[rtp:my-event]]*", ".. [[rtp:my-event]]"),
        *("::\n\n   [[rtp:my-event]]", ".. code-block:: text\n\n   [[rtp:my-event]]"),
        ".. contents::\n   :local:\n\n\\[[rtp:my-event]]\n---------------------",
    )

    def page(self, text: str) -> str:
        return f"Page\n====\n\n{text}\n"

    def shortcode(self, event_id: str, format: str = "", label: str = "") -> str:
        # In reStructuredText itself, a backslash and a backquote are written with a backslash.
        escaped = label.replace("\\", r"\\").replace("`", r"\`")
        target = f"{event_id} {format}".strip()
        return self.page(f":rtp:`{escaped} <{target}>`" if label else f":rtp:`{target}`")

    def marked(self, event_id: str) -> str:
        return f"Page\n====\n\n.. raw:: html\n\n   {marked_html(event_id)}\n"

    def build(self, folder: Path, pages: Mapping[str, str], *, is_strict: bool = False) -> Built:
        return build(folder, pages, *(["-W"] if is_strict else []), suffix=self.suffix)


class TestContractInRstDirective(TestContractInRst):
    """The directives in reStructuredText."""

    names_a_format = True
    place = "page.rst:4: WARNING: no event has the id"

    def shortcode(self, event_id: str, format: str = "", label: str = "") -> str:
        option = f"   :label: {label}\n" if label else ""
        return self.page(f".. rtp-{format or 'button'}:: {event_id}\n{option}")


class TestContractInMyst(TestContractInRst):
    """The role in MyST."""

    place = "page.md:3: WARNING: no event has the id"
    place_of_element = "page.md: WARNING: no event has the id"
    suffix = ".md"
    near_misses: ClassVar = {
        "[[rtp:my-event]]": "{rtp}`my-event`",
        "[[RTP: my-event script]]": "{rtp}`my-event script`",
        "[[rtp:read-on link “A”]]": "{rtp}`A <read-on link>`",
    }
    not_meant = (
        *("`[[rtp:my-event]]`", r"\[[rtp:my-event]]", r"*[\[rtp:my-event]]*", "% [[rtp:my-event]]"),
        *("    [[rtp:my-event]]", "```text\n[[rtp:my-event]]\n```", "<!-- [[rtp:my-event]] -->"),
    )

    def page(self, text: str) -> str:
        return f"# Page\n\n{text}\n"

    def shortcode(self, event_id: str, format: str = "", label: str = "") -> str:
        target = f"{event_id} {format}".strip()
        return self.page(f"{{rtp}}``{label} <{target}>``" if label else f"{{rtp}}`{target}`")

    def marked(self, event_id: str) -> str:
        return f"# Page\n\nA sentence with {marked_html(event_id)}.\n"


class TestContractInMystDirective(TestContractInMyst):
    """The directives in MyST."""

    names_a_format = True

    def shortcode(self, event_id: str, format: str = "", label: str = "") -> str:
        option = f":label: {json.dumps(label, ensure_ascii=False)}\n" if label else ""
        return self.page(f"```{{rtp-{format or 'button'}}} {event_id}\n{option}```")

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
