"""The marked elements of Sphinx's pages: where they are noted, and where they get their handlers."""

from __future__ import annotations

from functools import partial
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from rtpsnippets.marked import may_be_marked
from rtpsnippets.plugins.sphinx_lookup import lookup_of, note_files, warn
from rtpsnippets.plugins.sphinx_node import is_for_browsers


def note_marked(app: Sphinx, doctree: nodes.document) -> None:
    """Let a page with marked elements be read again when the definitions change."""
    if any(may_be_marked(node.astext()) for node in doctree.findall(nodes.raw)):
        note_files(app.env)


def put_handlers_on_page(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Put handlers on the marked elements of a page for browsers; a warning where an id is unknown."""
    if "body" in context and is_for_browsers(app):
        context["body"] = lookup_of(app.config).with_handlers(context["body"], partial(warn, location=page))
