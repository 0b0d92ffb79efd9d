"""The node of a snippet in Sphinx's documents: HTML where there is some, the label anywhere else."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx


class rtp_snippet(nodes.Inline, nodes.TextElement):
    """A snippet, as the attribute `html`; its text, a button's label, stands in for it where there is no HTML."""


def put_snippets(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    """Put the HTML on a page of HTML, and the label anywhere else: in a book, in PDF."""
    is_html = app.builder.format == "html" and app.builder.name != "epub"
    for node in list(doctree.findall(rtp_snippet)):
        node.replace_self(nodes.raw("", node["html"], format="html") if is_html else node.children)


def put_labels_in_contents(app: Sphinx, _doctree: nodes.document) -> None:
    """Leave just the label of a heading's button in the tables of contents."""
    env, page = app.env, app.env.docname
    for tree in (env.tocs[page], env.titles[page], env.longtitles[page]):
        for node in list(tree.findall(rtp_snippet)):
            node.replace_self(node.children)
