"""The extension of Sphinx: the role `:rtp:` and a directive for each format, such as `.. rtp-button:: ID`.

In `conf.py`: `extensions = ["rtpsnippets.plugins.sphinx"]`; `rtp_definitions` (a path or a list) and
`rtp_templates` are the arguments of `Lookup`, relative to the folder of `conf.py`.
"""

from __future__ import annotations

from functools import lru_cache, partial
from importlib.metadata import version

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.typing import ExtensionMetadata

from rtpsnippets.errors import RtpSnippetsError
from rtpsnippets.formats import FORMATS
from rtpsnippets.lookup import Lookup
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


def _node(env: BuildEnvironment, mark: str, location: str) -> nodes.Node:
    """The node of a mark; a warning and the mark as it stands if there is no snippet."""
    lookup = _lookup(env.config.rtp_definitions, env.config.rtp_templates)
    for file in lookup.files:
        env.note_dependency(file)
    try:
        return rtp_snippet("", lookup.label_of_mark(mark), html=str(lookup.of_mark(mark)))
    except RtpSnippetsError as error:
        _log.warning("%s", error, location=location, type="rtp", subtype="unknown")
        return nodes.problematic(mark, mark)


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
    app.connect("doctree-resolved", put_labels)
    app.add_node(rtp_snippet, html=(write_html, None))
    app.add_role("rtp", _Role())
    for format in FORMATS.values():
        if format.is_html:
            app.add_directive(f"rtp-{format.name}", _Directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
