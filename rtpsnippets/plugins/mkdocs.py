"""The MkDocs and ProperDocs plugin: shortcodes on the pages, functions in the theme's templates.

In `mkdocs.yml`: `plugins: [rtpsnippets]`, or with options `plugins: [rtpsnippets: {definitions: events.toml}]`.
After the build, the plugin adds the binding if an event or a marked element needs it, unless `binding` is false.
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

if TYPE_CHECKING:  # only `mkdocs serve` needs the server, which is slow to import
    from mkdocs.livereload import LiveReloadServer

_log = get_plugin_logger("rtpsnippets")

_Value = TypeVar("_Value")


class _OneOrMore(ListOfItems[str]):
    """One item, or a list of them."""

    def run_validation(self, value: object) -> list[str]:
        if not isinstance(value, (str, list)):
            raise ValidationError("write a string in quotes, or a list of strings")
        return super().run_validation([value] if isinstance(value, str) else value)


class _Explained(Type[_Value]):
    """A value of one type; `how` is the error message for any other type."""

    def __init__(self, kind: type[_Value], how: str, default: _Value) -> None:
        super().__init__(kind, default=default)
        self._how = how

    def run_validation(self, value: object) -> _Value:
        try:
            return super().run_validation(value)
        except ValidationError:
            raise ValidationError(self._how) from None


class RtpSnippetsConfig(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin: those of `Lookup`, paths relative to `mkdocs.yml`, and those for the built site."""

    definitions = _OneOrMore(FilePath(exists=True), default=[])
    templates = Optional(Dir(exists=True))
    binding = _Explained(bool, "write true or false, without quotes", default=True)
    audit = _Explained(bool, "write true or false, without quotes", default=False)
    audit_ignore = _OneOrMore(Type(str), default=[])
    audit_base_url = _Explained(str, "write a URL in quotes", default="")


class RtpSnippetsPlugin(BasePlugin[RtpSnippetsConfig]):  # type: ignore[no-untyped-call]
    """Put the snippets into the pages. A problem on a page is a warning, which `--strict` turns into an error."""

    _lookup: Lookup
    _site: SiteOptions
    _source = ""
    _builds = 0  # how many are running: a plugin may build each language inside the first build

    @event_priority(-inf)  # after plugins that change `site_url`, such as mike
    def on_config(self, config: MkDocsConfig) -> None:
        """Read the definitions and extend Markdown; raise `PluginError` if they or the options are invalid."""
        if self._builds:  # already done for the whole site; `site_url` may now be that of a single language
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
        extensions: list[Any] = config.markdown_extensions  # MkDocs passes them to Python-Markdown unchanged
        extensions.append(RtpSnippetsExtension(self._lookup))

    def on_env(self, env: Environment, **_: object) -> None:
        """Add the functions and the filter to the theme's templates."""
        env.globals.update(functions(self._lookup.snippet, self._lookup.binding))
        env.filters.update(filters(self._lookup.with_handlers))

    def _note_source(self, thing: Any, /, page: Page | None = None, template_name: str = "", **_: object) -> Any:
        """Remember the page being built, or the template if there is no page, for messages."""
        self._source = page.file.src_uri if page else template_name
        return thing

    on_page_markdown = on_page_context = on_pre_template = _note_source

    @event_priority(inf)  # before plugins that start another build
    def on_pre_build(self, **_: object) -> None:
        """Count the running builds."""
        self._builds += 1

    @event_priority(-inf)  # after all plugins that add to the built site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the binding to the site and audit it, unless another build is running. Each finding is a warning."""
        self._builds = max(self._builds - 1, 0)
        if not self._builds:
            add_binding(config.site_dir, self._lookup, self._site, _warn)
            audit_site(config.site_dir, self._lookup.definitions, self._site, _warn, _log.info)

    def on_build_error(self, **_: object) -> None:
        """Reset the count: if an outer build continues, an extra audit is better than none."""
        self._builds = 0

    def on_serve(self, server: LiveReloadServer, **_: object) -> None:
        """Build again when the definitions or the templates change."""
        for path in filter(None, [*self._lookup.definitions, self._lookup.templates]):
            server.watch(path)

    def _report(self, error: RtpSnippetsError) -> None:
        _log.warning("%s: %s", self._source, error)


def _warn(problem: Problem) -> None:
    _log.warning("%s", harmless(str(problem)))
