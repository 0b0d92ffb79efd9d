"""The Sphinx extension: the role `:rtp:` and a directive for each format, such as `.. rtp-button:: ID`.

For another label, write `LABEL <ID>` in the role, or use the directive's option `:label:`.

A raw HTML element that is marked with `data-rtp-event="ID"` gets the event's handler.

In `conf.py`: `extensions = ["rtpsnippets.plugins.sphinx"]`; `rtp_definitions` (a path or a list) and
`rtp_templates` are the arguments of `Lookup`, relative to the folder of `conf.py`. `rtp_audit`, `rtp_audit_ignore` and
`rtp_audit_base_url` are those of the audit. After an HTML build, the extension adds the binding if an event or a
marked element needs it, unless `rtp_binding` is false.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.typing import ExtensionMetadata

from rtpsnippets.display import harmless
from rtpsnippets.errors import Location, Problem, RtpSnippetsError
from rtpsnippets.plugins.auditing import SiteOptions, audit_site, site_options
from rtpsnippets.plugins.binding import add_binding
from rtpsnippets.plugins.lookup import LOOKS_LIKE_A_SHORTCODE, Lookup, by_setting
from rtpsnippets.snippets.formats import FORMATS
from rtpsnippets.snippets.marked_elements import may_be_marked, without_used_ids
from rtpsnippets.version import VERSION


class rtp_snippet(nodes.Inline, nodes.TextElement):
    """A snippet, in the attribute `html`; its text, such as a button's label, is shown where there is no HTML."""


def write_html(translator: Any, node: rtp_snippet) -> None:
    """Write the HTML unchanged. It enters the page only here, so the search index does not contain it."""
    translator.body.append(node["html"])
    raise nodes.SkipNode


def put_labels(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    """Replace snippets with their labels where the page is not HTML; in HTML, remove repeated ids."""
    if not is_for_browsers(app):
        _put_labels_in(doctree)
        return
    used: set[str] = set()
    for node in doctree.findall(rtp_snippet):
        node["html"] = without_used_ids(node["html"], used)


def is_for_browsers(app: Sphinx) -> bool:
    """Return whether the pages are HTML that can contain the RTP tag; an EPUB cannot."""
    return app.builder.format == "html" and app.builder.name != "epub"


def put_labels_in_contents(app: Sphinx, doctree: nodes.document) -> None:
    """Replace buttons in headings with their labels in titles and tables of contents."""
    env, page = app.env, app.env.docname
    contents = [topic for topic in doctree.findall(nodes.topic) if "contents" in topic["classes"]]
    for tree in (env.tocs[page], env.titles[page], env.longtitles[page], *contents):
        _put_labels_in(tree)


def _put_labels_in(tree: nodes.Element) -> None:
    for node in list(tree.findall(rtp_snippet)):
        node.replace_self(node.children)


def note_marked(app: Sphinx, doctree: nodes.document) -> None:
    """Make Sphinx read a page with marked elements again when the definitions change."""
    texts = [node.astext() for node in doctree.findall(nodes.raw)]
    texts += [" ".join(node["classes"]) for node in doctree.findall(nodes.Element)]
    if any(map(may_be_marked, texts)):
        note_files(app.env)


def report_near_misses(app: Sphinx, doctree: nodes.document) -> None:
    """Warn about shortcodes in the text of a page: they do nothing in Sphinx."""
    for text in doctree.findall(nodes.Text):
        for found in LOOKS_LIKE_A_SHORTCODE.finditer(text):
            if _is_prose(text, found):
                target = " ".join(filter(None, found.group("id", "format")))
                report = partial(warn, location=text.parent)
                lookup_of(app.config).report_near_miss(found[0], _as_role(app.env, target, found["label"]), report)


def _as_role(env: BuildEnvironment, target: str, label: str | None) -> str:
    """Return the role to write on the current page, in MyST or reStructuredText."""
    role = "{rtp}" if str(env.doc2path(env.docname)).endswith(".md") else ":rtp:"
    return f"{role}`{label} <{target}>`" if label else f"{role}`{target}`"


_LITERAL = (nodes.literal, nodes.math, nodes.FixedTextElement, rtp_snippet)


def _is_prose(text: nodes.Text, found: re.Match[str]) -> bool:
    """Return whether the match is in ordinary text: not in code, escaped or in a table of contents."""
    node, source = text.parent, ""
    while node:
        if isinstance(node, _LITERAL) or "contents" in node["classes"]:
            return False
        source += node.rawsource
        node = node.parent
    begin = text[found.start() : found.end("id")]
    return f"\\{begin}" not in source and f"[\\{begin[1:]}" not in source


def put_handlers_on_page(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Put handlers on the marked elements of an HTML page; warn about unknown ids."""
    if "body" in context and is_for_browsers(app):
        context["body"] = lookup_of(app.config).with_handlers(context["body"], partial(warn, location=page))


def check(app: Sphinx, config: Config) -> None:
    """Read the definitions and note their files; raise `ConfigError` if they or other options are invalid."""
    try:
        named = Lookup(config.rtp_definitions, config.rtp_templates, app.confdir)
        config.rtp_definitions, config.rtp_templates = tuple(named.definitions), named.templates
        config.rtp_state = (VERSION, *named.files)
        lookup_of(config).events()
        _options(config)
    except RtpSnippetsError as error:
        raise ConfigError(str(by_setting(error, "rtp_"))) from None


def lookup_of(config: Config) -> Lookup:
    """Return the lookup for the settings, the same one for all pages; it raises errors."""
    return _lookup(config.rtp_definitions, config.rtp_templates)


@lru_cache(maxsize=1)
def _lookup(definitions: tuple[str, ...], templates: str | None) -> Lookup:
    return Lookup(definitions, templates, warn=partial(_log.warning, "%s", type="rtp", subtype="definitions"))


def note_files(env: BuildEnvironment) -> None:
    """Make Sphinx read the current page again when the definitions change."""
    for file in lookup_of(env.config).files:
        env.note_dependency(file)


def warn(error: RtpSnippetsError, location: str | nodes.Node) -> None:
    """Log an error on a page as a warning."""
    _log.warning("%s", error, location=location, type="rtp", subtype="unknown")


_BUILDERS = frozenset(("html", "dirhtml", "singlehtml"))
"""The builders of websites; others create books, help files and data."""

_log = logging.getLogger(__name__)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Add the binding to the site and audit it if the build succeeded."""
    if exception is None and app.builder.name in _BUILDERS:
        site, config, options = str(app.outdir), app.config, _options(app.config)
        add_binding(site, lookup_of(config), options, partial(_warn, subtype="binding"))
        audit_site(site, config.rtp_definitions, options, _warn, _log.info)


def _options(config: Config) -> SiteOptions:
    ignore, base_url = config.rtp_audit_ignore, config.rtp_audit_base_url
    return site_options(config.rtp_audit, ignore, base_url, config.html_baseurl, binding=config.rtp_binding)


def _warn(problem: Problem, subtype: str = "audit") -> None:
    # Without a line, Sphinx would treat the location as the name of a document.
    place = str(problem.location) if problem.location.line else None
    shown = replace(problem, location=Location()) if place else problem
    _log.warning("%s", harmless(str(shown)), location=place, type="rtp", subtype=problem.rule or subtype)


_LABEL_AND_TARGET = re.compile(r"(.+?)\s*<([^<>]*)>", re.DOTALL)


class _Role(SphinxRole):
    """The role `:rtp:` with the text `my-event` or `my-event script`; `Label <my-event>` or `Label <my-event link>`."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        labeled = _LABEL_AND_TARGET.fullmatch(self.text)
        label, target = labeled.groups() if labeled else (None, self.text)
        return [_node(self.env, target, label, self.get_location())], []


class _Directive(SphinxDirective):
    """A snippet in the format in the directive's name, in its own paragraph."""

    required_arguments = 1
    option_spec: ClassVar = {"label": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        target, label = f"{self.arguments[0]} {self.name.removeprefix('rtp-')}", self.options.get("label")
        # Sphinx translates the source of a paragraph, so this is the role, not the visible text.
        source = _as_role(self.env, target, label)
        return [nodes.paragraph(source, "", _node(self.env, target, label, self.get_location()))]


def _node(env: BuildEnvironment, target: str, label: str | None, location: str) -> nodes.Node:
    """Return the node with the snippet; if there is none, warn and return the text as written."""
    note_files(env)
    lookup = lookup_of(env.config)
    report = partial(warn, location=location)
    try:
        shown = lookup.label_of_shortcode(target, label)
    except RtpSnippetsError as error:
        report(error)
    else:
        if html := lookup.of_shortcode(target, report, label):
            return rtp_snippet("", shown, html=str(html))
    return nodes.problematic(target, target)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything: Sphinx calls this for each of `extensions`."""
    app.add_config_value("rtp_definitions", None, "env", (str, list, tuple))
    app.add_config_value("rtp_templates", None, "env", (str,))
    app.add_config_value("rtp_binding", default=True, rebuild="", types=(bool,))
    app.add_config_value("rtp_audit", default=False, rebuild="", types=(bool,))
    app.add_config_value("rtp_audit_ignore", (), "", (str, list, tuple))
    app.add_config_value("rtp_audit_base_url", "", "", (str,))
    app.add_config_value("rtp_state", (), "env", (tuple,))  # internal: Sphinx reads all pages again when it changes
    app.connect("config-inited", check, priority=900)  # after Sphinx has warned about values of a wrong type
    app.connect("build-finished", finish, priority=900)  # after extensions that add to the site
    app.connect("doctree-read", put_labels_in_contents)
    app.connect("doctree-read", note_marked)
    app.connect("doctree-read", report_near_misses)
    app.connect("html-page-context", put_handlers_on_page)
    app.connect("doctree-resolved", put_labels)
    app.add_node(rtp_snippet, html=(write_html, None))
    app.add_role("rtp", _Role())
    for format in FORMATS.values():
        if format.is_html:
            app.add_directive(f"rtp-{format.name}", _Directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
