"""The plugin of MkDocs and ProperDocs: marks on the pages, functions in the theme's templates.

In `mkdocs.yml`: `plugins: [rtpsnippets]`, or with options `plugins: [rtpsnippets: {definitions: events.toml}]`.
After the build the site gets the binding, if an event or a mark needs it, unless `binding` is false.
"""

from __future__ import annotations

from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2 import Environment
from mkdocs.config import Config
from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import Dir, ListOfItems, Optional, Type
from mkdocs.config.config_options import File as FilePath
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.pages import Page

from rtpsnippets.display import harmless
from rtpsnippets.errors import Problem, RtpSnippetsError
from rtpsnippets.plugins.auditing import SiteOptions, audit_site, site_options
from rtpsnippets.plugins.binding import add_binding
from rtpsnippets.plugins.jinja import filters, functions
from rtpsnippets.plugins.lookup import Lookup
from rtpsnippets.plugins.markdown import RtpSnippetsExtension

if TYPE_CHECKING:  # a build has no server, whose import takes as long as that of all definitions
    from mkdocs.livereload import LiveReloadServer

_log = get_plugin_logger("rtpsnippets")

_Value = TypeVar("_Value")


class _OneOrMore(ListOfItems[str]):
    """One item, or a list of them."""

    def run_validation(self, value: object) -> list[str]:
        if not isinstance(value, (str, list)):
            raise ValidationError("write one in quotes, or a list of them")
        return super().run_validation([value] if isinstance(value, str) else value)


class _Said(Type[_Value]):
    """A value of one type; `how` says how to write it."""

    def __init__(self, kind: type[_Value], how: str, default: _Value) -> None:
        super().__init__(kind, default=default)
        self._how = how

    def run_validation(self, value: object) -> _Value:
        try:
            return super().run_validation(value)
        except ValidationError:
            raise ValidationError(self._how) from None


class RtpSnippetsConfig(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin: those of `Lookup`, its paths relative to `mkdocs.yml`; those for the built site."""

    definitions = _OneOrMore(FilePath(exists=True), default=[])
    templates = Optional(Dir(exists=True))
    binding = _Said(bool, "write true or false, without quotes", default=True)
    audit = _Said(bool, "write true or false, without quotes", default=False)
    audit_ignore = _OneOrMore(Type(str), default=[])
    audit_base_url = _Said(str, "write an address in quotes", default="")


class RtpSnippetsPlugin(BasePlugin[RtpSnippetsConfig]):  # type: ignore[no-untyped-call]
    """Put the snippets into the pages; what is wrong on a page is a warning, which `--strict` makes an error."""

    _lookup: Lookup
    _site: SiteOptions
    _place = ""
    _builds = 0  # how many run now: a plugin may build each language within the build of the first

    @event_priority(-inf)  # after a plugin that changes `site_url`, such as that of mike
    def on_config(self, config: MkDocsConfig) -> None:
        """Read the definitions, and extend Markdown; raise `PluginError` if they or the options are wrong."""
        if self._builds:  # this was done for the whole site; `site_url` may now be that of one language
            return
        folder, given = Path(config.config_file_path).parent, self.config
        self._lookup = Lookup(given.definitions, given.templates, folder, self._report, _log.warning)
        try:
            self._site = site_options(
                given.audit, given.audit_ignore, given.audit_base_url, config.site_url, binding=given.binding
            )
            self._lookup.events()
        except RtpSnippetsError as error:
            raise PluginError(str(error)) from None
        extensions: list[Any] = config.markdown_extensions  # MkDocs hands them on to Python-Markdown as they are
        extensions.append(RtpSnippetsExtension(self._lookup))

    def on_env(self, env: Environment, **_: object) -> None:
        """Give the functions and the filter to the theme's templates."""
        env.globals.update(functions(self._lookup.snippet, self._lookup.binding))
        env.filters.update(filters(self._lookup.with_handlers))

    def _keep_place(self, thing: Any, /, page: Page | None = None, template_name: str = "", **_: object) -> Any:
        """Keep in mind what is built now: a page, or a template without one."""
        self._place = page.file.src_uri if page else template_name
        return thing

    on_page_markdown = on_page_context = on_pre_template = _keep_place

    @event_priority(inf)  # before a plugin that builds something first
    def on_pre_build(self, **_: object) -> None:
        """Count the builds that run."""
        self._builds += 1

    @event_priority(-inf)  # after all plugins that write something into the built site, or build more of it
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the binding to the site and audit it, if no other build goes on: each finding is a warning."""
        self._builds = max(self._builds - 1, 0)
        if not self._builds:
            add_binding(config.site_dir, self._lookup, self._site, _warn)
            audit_site(config.site_dir, self._lookup.definitions, self._site, _warn, _log.info)

    def on_build_error(self, **_: object) -> None:
        """Forget the builds: if one goes on all the same, an audit too many is better than none."""
        self._builds = 0

    def on_serve(self, server: LiveReloadServer, **_: object) -> None:
        """Build again when the definitions or the templates change."""
        for path in filter(None, [*self._lookup.definitions, self._lookup.templates]):
            server.watch(path)

    def _report(self, error: RtpSnippetsError) -> None:
        _log.warning("%s: %s", self._place, error)


def _warn(problem: Problem) -> None:
    _log.warning("%s", harmless(str(problem)))
