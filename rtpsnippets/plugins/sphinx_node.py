"""The node of a snippet in Sphinx's documents: HTML where there is some, the label anywhere else."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx


class rtp_snippet(nodes.Inline, nodes.TextElement):
    """A snippet, as the attribute `html`; its text, a button's label, stands in for it where there is no HTML."""


def write_html(translator: Any, node: rtp_snippet) -> None:
    """Write the HTML as it is. It stays out of the document until here, so that no index of words holds it."""
    translator.body.append(node["html"])
    raise nodes.SkipNode


def put_labels(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    """Put the label where the page is not one of HTML: in a book, in PDF."""
    if not is_for_browsers(app):
        _put_labels_in(doctree)


def is_for_browsers(app: Sphinx) -> bool:
    """Tell whether the pages are HTML in which Marketo's tag can be: a book has none."""
    return app.builder.format == "html" and app.builder.name != "epub"


def put_labels_in_contents(app: Sphinx, doctree: nodes.document) -> None:
    """Put the label of a heading's button into the titles and tables of contents: a button is there once."""
    env, page = app.env, app.env.docname
    contents = [topic for topic in doctree.findall(nodes.topic) if "contents" in topic["classes"]]
    for tree in (env.tocs[page], env.titles[page], env.longtitles[page], *contents):
        _put_labels_in(tree)


def _put_labels_in(tree: nodes.Element) -> None:
    for node in list(tree.findall(rtp_snippet)):
        node.replace_self(node.children)
