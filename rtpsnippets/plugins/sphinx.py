"""The extension of Sphinx: the role `:rtp:` and a directive for each format, such as `.. rtp-button:: ID`.

An element of raw HTML with the mark `data-rtp-event="ID"` gets the event's handler.

In `conf.py`: `extensions = ["rtpsnippets.plugins.sphinx"]`; `rtp_definitions` (a path or a list) and
`rtp_templates` are the arguments of `Lookup`, relative to the folder of `conf.py`. `rtp_audit`, `rtp_audit_ignore` and
`rtp_audit_base_url` are those of the audit.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.typing import ExtensionMetadata

from rtpsnippets.errors import RtpSnippetsError
from rtpsnippets.formats import FORMATS
from rtpsnippets.plugins.sphinx_audit import audit_built, check_audit
from rtpsnippets.plugins.sphinx_lookup import check, lookup_of, note_files, warn
from rtpsnippets.plugins.sphinx_marked import note_marked, put_handlers_on_page
from rtpsnippets.plugins.sphinx_node import put_labels, put_labels_in_contents, rtp_snippet, write_html


class _Role(SphinxRole):
    """`my-event` or `my-event script`."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        return [_node(self.env, self.text, self.get_location())], []


class _Directive(SphinxDirective):
    """A snippet in the format that is the directive's name, in a paragraph of its own."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        mark = f"{self.arguments[0]} {self.name.removeprefix('rtp-')}"
        return [nodes.paragraph("", "", _node(self.env, mark, self.get_location()))]


def _node(env: BuildEnvironment, mark: str, location: str) -> nodes.Node:
    """The node of a mark; a warning and the mark as it stands if there is no snippet."""
    note_files(env)
    lookup = lookup_of(env.config)
    try:
        return rtp_snippet("", lookup.label_of_mark(mark), html=str(lookup.of_mark(mark)))
    except RtpSnippetsError as error:
        warn(error, location)
        return nodes.problematic(mark, mark)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register all of it: Sphinx calls this for each of `extensions`."""
    app.add_config_value("rtp_definitions", None, "env", (str, list, tuple))
    app.add_config_value("rtp_templates", None, "env", (str,))
    app.add_config_value("rtp_audit", default=False, rebuild="", types=(bool,))
    app.add_config_value("rtp_audit_ignore", (), "", (str, list, tuple))
    app.add_config_value("rtp_audit_base_url", "", "", (str,))
    app.add_config_value("rtp_state", (), "env", (tuple,))  # not a person's: all is read again when it changes
    app.connect("config-inited", check, priority=900)  # after Sphinx has warned of values of a wrong type
    app.connect("config-inited", check_audit, priority=900)
    app.connect("build-finished", audit_built, priority=900)  # after extensions that write something more
    app.connect("doctree-read", put_labels_in_contents)
    app.connect("doctree-read", note_marked)
    app.connect("html-page-context", put_handlers_on_page)
    app.connect("doctree-resolved", put_labels)
    app.add_node(rtp_snippet, html=(write_html, None))
    app.add_role("rtp", _Role())
    for format in FORMATS.values():
        if format.is_html:
            app.add_directive(f"rtp-{format.name}", _Directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
