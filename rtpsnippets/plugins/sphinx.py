"""The extension of Sphinx: the role `:rtp:` and a directive for each format, such as `.. rtp-button:: ID`.

The role takes another label as `LABEL <ID>`, the directives as the option `:label:`.

An element of raw HTML with the mark `data-rtp-event="ID"` gets the event's handler.

In `conf.py`: `extensions = ["rtpsnippets.plugins.sphinx"]`; `rtp_definitions` (a path or a list) and
`rtp_templates` are the arguments of `Lookup`, relative to the folder of `conf.py`. `rtp_audit`, `rtp_audit_ignore` and
`rtp_audit_base_url` are those of the audit. After a build for browsers the site gets the binding, if an event or a
mark needs it, unless `rtp_binding` is false.
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
from rtpsnippets.plugins.lookup import LOOKS_LIKE_A_MARK, Lookup, by_setting
from rtpsnippets.snippets.formats import FORMATS
from rtpsnippets.snippets.marks import may_be_marked, without_used_ids
from rtpsnippets.version import VERSION


class rtp_snippet(nodes.Inline, nodes.TextElement):
    """A snippet, as the attribute `html`; its text, a button's label, stands in for it where there is no HTML."""


def write_html(translator: Any, node: rtp_snippet) -> None:
    """Write the HTML as it is. It stays out of the document until here, so that no index of words holds it."""
    translator.body.append(node["html"])
    raise nodes.SkipNode


def put_labels(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    """Put the label where the page is not one of HTML: in a book, in PDF. On a page of HTML, each id is there once."""
    if not is_for_browsers(app):
        _put_labels_in(doctree)
        return
    used: set[str] = set()
    for node in doctree.findall(rtp_snippet):
        node["html"] = without_used_ids(node["html"], used)


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


def note_marked(app: Sphinx, doctree: nodes.document) -> None:
    """Let a page with marked elements be read again when the definitions change."""
    texts = [node.astext() for node in doctree.findall(nodes.raw)]
    texts += [" ".join(node["classes"]) for node in doctree.findall(nodes.Element)]
    if any(map(may_be_marked, texts)):
        note_files(app.env)


def say_near_misses(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of shortcodes of Markdown in the text of a page: here they do nothing."""
    for text in doctree.findall(nodes.Text):
        for found in LOOKS_LIKE_A_MARK.finditer(text):
            if _is_read(text, found):
                mark = " ".join(filter(None, found.group("id", "format")))
                report = partial(warn, location=text.parent)
                lookup_of(app.config).say_near_miss(found[0], _as_role(app.env, mark, found["label"]), report)


def _as_role(env: BuildEnvironment, mark: str, label: str | None) -> str:
    """The role to write on the page that is read now, in its language."""
    role = "{rtp}" if str(env.doc2path(env.docname)).endswith(".md") else ":rtp:"
    return f"{role}`{label} <{mark}>`" if label else f"{role}`{mark}`"


_LITERAL = (nodes.literal, nodes.math, nodes.FixedTextElement, rtp_snippet)


def _is_read(text: nodes.Text, found: re.Match[str]) -> bool:
    """Tell whether what was found is neither code nor behind a backslash, nor in a table of contents."""
    node, source = text.parent, ""
    while node:
        if isinstance(node, _LITERAL) or "contents" in node["classes"]:
            return False
        source += node.rawsource
        node = node.parent
    begin = text[found.start() : found.end("id")]
    return f"\\{begin}" not in source and f"[\\{begin[1:]}" not in source


def put_handlers_on_page(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Put handlers on the marked elements of a page for browsers; a warning where an id is unknown."""
    if "body" in context and is_for_browsers(app):
        context["body"] = lookup_of(app.config).with_handlers(context["body"], partial(warn, location=page))


def check(app: Sphinx, config: Config) -> None:
    """Read the definitions, and name all of their files; raise `ConfigError` if they or other options are wrong."""
    try:
        named = Lookup(config.rtp_definitions, config.rtp_templates, app.confdir)
        config.rtp_definitions, config.rtp_templates = tuple(named.definitions), named.templates
        config.rtp_state = (VERSION, *named.files)
        lookup_of(config).events()
        _options(config)
    except RtpSnippetsError as error:
        raise ConfigError(str(by_setting(error, "rtp_"))) from None


def lookup_of(config: Config) -> Lookup:
    """The lookup that the settings say, the same one for all pages; it raises errors."""
    return _lookup(config.rtp_definitions, config.rtp_templates)


@lru_cache(maxsize=1)
def _lookup(definitions: tuple[str, ...], templates: str | None) -> Lookup:
    return Lookup(definitions, templates, warn=partial(_log.warning, "%s", type="rtp", subtype="definitions"))


def note_files(env: BuildEnvironment) -> None:
    """Let the page that is read now be read again when the definitions change."""
    for file in lookup_of(env.config).files:
        env.note_dependency(file)


def warn(error: RtpSnippetsError, location: str | nodes.Node) -> None:
    """Say what is wrong on a page."""
    _log.warning("%s", error, location=location, type="rtp", subtype="unknown")


_BUILDERS = frozenset(("html", "dirhtml", "singlehtml"))
"""Those that make a site for browsers; the others make books, help files and data."""

_log = logging.getLogger(__name__)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Add the binding to the site and audit it, if the build went well."""
    if exception is None and app.builder.name in _BUILDERS:
        site, config, options = str(app.outdir), app.config, _options(app.config)
        add_binding(site, lookup_of(config), options, partial(_warn, subtype="binding"))
        audit_site(site, config.rtp_definitions, options, _warn, _log.info)


def _options(config: Config) -> SiteOptions:
    ignore, base_url = config.rtp_audit_ignore, config.rtp_audit_base_url
    return site_options(config.rtp_audit, ignore, base_url, config.html_baseurl, binding=config.rtp_binding)


def _warn(problem: Problem, subtype: str = "audit") -> None:
    # Without a line Sphinx takes a place for the name of a document.
    place = str(problem.location) if problem.location.line else None
    shown = replace(problem, location=Location()) if place else problem
    _log.warning("%s", harmless(str(shown)), location=place, type="rtp", subtype=problem.rule or subtype)


_LABEL_AND_MARK = re.compile(r"(.+?)\s*<([^<>]*)>", re.DOTALL)


class _Role(SphinxRole):
    """`my-event` or `my-event script`; `Label <my-event>` or `Label <my-event link>`."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        labelled = _LABEL_AND_MARK.fullmatch(self.text)
        label, mark = labelled.groups() if labelled else (None, self.text)
        return [_node(self.env, mark, label, self.get_location())], []


class _Directive(SphinxDirective):
    """A snippet in the format that is the directive's name, in a paragraph of its own."""

    required_arguments = 1
    option_spec: ClassVar = {"label": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        mark, label = f"{self.arguments[0]} {self.name.removeprefix('rtp-')}", self.options.get("label")
        # A translation takes the place of the whole paragraph: it is one of the role, not of its text.
        source = _as_role(self.env, mark, label)
        return [nodes.paragraph(source, "", _node(self.env, mark, label, self.get_location()))]


def _node(env: BuildEnvironment, mark: str, label: str | None, location: str) -> nodes.Node:
    """The node of a mark; a warning and the mark as it stands if there is no snippet."""
    note_files(env)
    lookup = lookup_of(env.config)
    report = partial(warn, location=location)
    try:
        shown = lookup.label_of_mark(mark, label)
    except RtpSnippetsError as error:
        report(error)
    else:
        if html := lookup.of_mark(mark, report, label):
            return rtp_snippet("", shown, html=str(html))
    return nodes.problematic(mark, mark)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register all of it: Sphinx calls this for each of `extensions`."""
    app.add_config_value("rtp_definitions", None, "env", (str, list, tuple))
    app.add_config_value("rtp_templates", None, "env", (str,))
    app.add_config_value("rtp_binding", default=True, rebuild="", types=(bool,))
    app.add_config_value("rtp_audit", default=False, rebuild="", types=(bool,))
    app.add_config_value("rtp_audit_ignore", (), "", (str, list, tuple))
    app.add_config_value("rtp_audit_base_url", "", "", (str,))
    app.add_config_value("rtp_state", (), "env", (tuple,))  # not for users: all is read again when it changes
    app.connect("config-inited", check, priority=900)  # after Sphinx has warned of values of a wrong type
    app.connect("build-finished", finish, priority=900)  # after extensions that write something more
    app.connect("doctree-read", put_labels_in_contents)
    app.connect("doctree-read", note_marked)
    app.connect("doctree-read", say_near_misses)
    app.connect("html-page-context", put_handlers_on_page)
    app.connect("doctree-resolved", put_labels)
    app.add_node(rtp_snippet, html=(write_html, None))
    app.add_role("rtp", _Role())
    for format in FORMATS.values():
        if format.is_html:
            app.add_directive(f"rtp-{format.name}", _Directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
