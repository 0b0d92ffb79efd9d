"""The plugin of MkDocs and ProperDocs: marks on the pages, functions in the theme's templates.

In `mkdocs.yml`: `plugins: [rtpsnippets]`, or with options `plugins: [rtpsnippets: {definitions: events.toml}]`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import Config
from mkdocs.config.config_options import Dir, ListOfItems, Optional
from mkdocs.config.config_options import File as FilePath
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.pages import Page

from rtpsnippets.errors import RtpSnippetsError
from rtpsnippets.lookup import Lookup
from rtpsnippets.plugins.jinja import filters, functions
from rtpsnippets.plugins.markdown import RtpSnippetsExtension

_log = get_plugin_logger("rtpsnippets")


class _Files(ListOfItems[str]):
    """A file that is there, or several; relative to the folder of `mkdocs.yml`."""

    def run_validation(self, value: object) -> list[str]:
        return super().run_validation([value] if isinstance(value, str) else value)


class RtpSnippetsConfig(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin: those of `Lookup`."""

    definitions = _Files(FilePath(exists=True), default=[])
    templates = Optional(Dir(exists=True))


class RtpSnippetsPlugin(BasePlugin[RtpSnippetsConfig]):  # type: ignore[no-untyped-call]
    """Put the snippets into the pages; what is wrong on a page is a warning, which `--strict` makes an error."""

    _lookup: Lookup
    _place = ""

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the definitions, and extend Markdown; raise `PluginError` if they are wrong."""
        folder = Path(config.config_file_path).parent
        self._lookup = Lookup(self.config.definitions, self.config.templates, folder, self._report, _log.warning)
        try:
            self._lookup.events()
        except RtpSnippetsError as error:
            raise PluginError(str(error)) from None
        extensions: list[Any] = config.markdown_extensions  # MkDocs hands them on to Python-Markdown as they are
        extensions.append(RtpSnippetsExtension(self._lookup))

    def on_env(self, env: Environment, **_: object) -> None:
        """Give the functions and the filter to the theme's templates."""
        env.globals.update(functions(self._lookup.snippet))
        env.filters.update(filters(self._lookup.with_handlers))

    def _keep_place(self, thing: Any, /, page: Page | None = None, template_name: str = "", **_: object) -> Any:
        """Keep in mind what is built now: a page, or a template without one."""
        self._place = page.file.src_uri if page else template_name
        return thing

    on_page_markdown = on_page_context = on_pre_template = _keep_place

    def on_serve(self, server: LiveReloadServer, **_: object) -> None:
        """Build again when the definitions or the templates change."""
        for path in filter(None, [*self._lookup.definitions, self._lookup.templates]):
            server.watch(path)

    def _report(self, error: RtpSnippetsError) -> None:
        _log.warning("%s: %s", self._place, error)
