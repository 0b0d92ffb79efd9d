"""The extension of Sphinx: the role `:rtp:` and a directive for each format, such as `.. rtp-button:: ID`.

An element of raw HTML with the mark `data-rtp-event="ID"` gets the event's handler.

In `conf.py`: `extensions = ["rtpsnippets.plugins.sphinx"]`; `rtp_definitions` (a path or a list) and
`rtp_templates` are the arguments of `Lookup`, relative to the folder of `conf.py`.
"""

from __future__ import annotations

from functools import lru_cache, partial
from importlib.metadata import version
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.typing import ExtensionMetadata

from rtpsnippets.errors import RtpSnippetsError
from rtpsnippets.event import Event
from rtpsnippets.formats import FORMATS
from rtpsnippets.lookup import Lookup
from rtpsnippets.marked import put_handlers
from rtpsnippets.names import MARK
from rtpsnippets.plugins.sphinx_node import put_labels, put_labels_in_contents, rtp_snippet, write_html

_log = logging.getLogger(__name__)


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


def _note_marked(app: Sphinx, doctree: nodes.document) -> None:
    """Let a page with marked elements be read again when the definitions change."""
    if any(MARK in node.astext() for node in doctree.findall(nodes.raw)):
        _note_files(app.env)


def _put_handlers(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Put handlers on the marked elements of a page of HTML; a warning where an id is unknown."""
    lookup = _lookup(app.config.rtp_definitions, app.config.rtp_templates)

    def event_of(event_id: str) -> Event | None:
        try:
            return lookup.event(event_id)
        except RtpSnippetsError as error:
            _warn(error, page)
            return None

    context["body"] = put_handlers(context.get("body", ""), event_of)


def _node(env: BuildEnvironment, mark: str, location: str) -> nodes.Node:
    """The node of a mark; a warning and the mark as it stands if there is no snippet."""
    _note_files(env)
    lookup = _lookup(env.config.rtp_definitions, env.config.rtp_templates)
    try:
        return rtp_snippet("", lookup.label_of_mark(mark), html=str(lookup.of_mark(mark)))
    except RtpSnippetsError as error:
        _warn(error, location)
        return nodes.problematic(mark, mark)


def _note_files(env: BuildEnvironment) -> None:
    """Let the page that is read now be read again when the definitions change."""
    for file in _lookup(env.config.rtp_definitions, env.config.rtp_templates).files:
        env.note_dependency(file)


def _warn(error: RtpSnippetsError, location: str) -> None:
    _log.warning("%s", error, location=location, type="rtp", subtype="unknown")


@lru_cache(maxsize=1)
def _lookup(definitions: tuple[str, ...], templates: str | None) -> Lookup:
    return Lookup(definitions, templates, warn=partial(_log.warning, "%s", type="rtp", subtype="definitions"))


def _check(app: Sphinx, config: Config) -> None:
    """Read the definitions, and name all of their files; raise `ConfigError` if they are wrong."""
    try:
        named = Lookup(config.rtp_definitions, config.rtp_templates, app.confdir)
        config.rtp_definitions, config.rtp_templates = tuple(named.definitions), named.templates
        config.rtp_state = (version("rtpsnippets"), *named.files)
        _lookup(config.rtp_definitions, config.rtp_templates).events()
    except RtpSnippetsError as error:
        raise ConfigError(str(error)) from None


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register all of it: Sphinx calls this for each of `extensions`."""
    app.add_config_value("rtp_definitions", None, "env", (str, list, tuple))
    app.add_config_value("rtp_templates", None, "env", (str,))
    app.add_config_value("rtp_state", (), "env", (tuple,))  # not a person's: all is read again when it changes
    app.connect("config-inited", _check, priority=900)  # after Sphinx has warned of values of a wrong type
    app.connect("doctree-read", put_labels_in_contents)
    app.connect("doctree-read", _note_marked)
    app.connect("html-page-context", _put_handlers)
    app.connect("doctree-resolved", put_labels)
    app.add_node(rtp_snippet, html=(write_html, None))
    app.add_role("rtp", _Role())
    for format in FORMATS.values():
        if format.is_html:
            app.add_directive(f"rtp-{format.name}", _Directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
