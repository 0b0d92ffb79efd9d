"""The marked elements of Sphinx's pages: where they are noted, and where they get their handlers."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from rtpsnippets.errors import RtpSnippetsError
from rtpsnippets.event import Event
from rtpsnippets.marked import may_be_marked, put_handlers
from rtpsnippets.plugins.sphinx_lookup import lookup_of, note_files, warn
from rtpsnippets.plugins.sphinx_node import is_for_browsers


def note_marked(app: Sphinx, doctree: nodes.document) -> None:
    """Let a page with marked elements be read again when the definitions change."""
    if any(may_be_marked(node.astext()) for node in doctree.findall(nodes.raw)):
        note_files(app.env)


def put_handlers_on_page(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Put handlers on the marked elements of a page for browsers; a warning where an id is unknown."""

    def event_of(event_id: str) -> Event | None:
        try:
            return lookup_of(app.config).event(event_id)
        except RtpSnippetsError as error:
            warn(error, page)
            return None

    if "body" in context and is_for_browsers(app):
        context["body"] = put_handlers(context["body"], event_of)
