"""The extension of Jinja: `rtp_button("ID")` and the like in a template, and the filter `rtp_handlers`.

>>> environment = Environment(extensions=[RtpSnippetsExtension])
>>> environment.rtp_definitions = "templates/events.toml"
>>> print(environment.from_string("{{ rtp_script('my-event') }}").render())
<script>rtp('send', 'event', { value: 'MyEvent' });</script>
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import Markup

from rtpsnippets.errors import Problem, ProblemsError
from rtpsnippets.plugins.lookup import Lookup
from rtpsnippets.snippets.formats import FORMATS


def functions(snippet: Callable[..., Markup]) -> dict[str, Callable[..., Markup]]:
    """Return a function for each format, by its name in a template; each takes the id of an event, and a `label`.

    `snippet` is that of a `Lookup`. They can be pickled if it can: Pelican's cache does so.
    """
    return {f"rtp_{format}": partial(_snippet_of, snippet, format) for format in FORMATS}


def _snippet_of(
    snippet: Callable[..., Markup], format: str, *ids: str, label: str | None = None, **named: object
) -> Markup:
    if len(ids) != 1 or named:
        function = f"rtp_{format}"
        labelled = f', and a label as {function}("my-event", label="Download")' if FORMATS[format].needs else ""
        hint = f'write {function}("my-event"){labelled}'
        raise ProblemsError([Problem(f"{function} takes the id of one event", hint)])
    return snippet(ids[0], format, label)


def filters(with_handlers: Callable[[str], str]) -> dict[str, Callable[[object], str]]:
    """Return the filter that puts handlers on the marked elements of HTML, by its name in a template.

    `with_handlers` is that of a `Lookup`. What isn't markup is a text after it, too: it is escaped by who shows it.
    """
    return {"rtp_handlers": partial(_filtered, with_handlers)}


def _filtered(with_handlers: Callable[[str], str], html: object) -> str:
    if hasattr(html, "__html__"):
        return Markup(with_handlers(str(Markup(html))))  # noqa: S704 (it was markup)
    return with_handlers(str(html))


class RtpSnippetsExtension(Extension):
    """Give the functions and the filter to all templates; they raise `RtpSnippetsError` where there is no snippet.

    The environment's `rtp_definitions` (a path or a list; relative to the current folder) and
    `rtp_templates` are the arguments of `Lookup`: `environment.extend(rtp_definitions=...)`, before or
    after the extension is added, but before the first snippet.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.globals.update(functions(self._snippet))
        environment.filters.update(filters(self._with_handlers))

    def _snippet(self, event_id: str, format: str, label: str | None) -> Markup:
        return self._lookup.snippet(event_id, format, label)

    def _with_handlers(self, html: str) -> str:
        return self._lookup.with_handlers(html)

    @cached_property
    def _lookup(self) -> Lookup:
        environment = self.environment
        return Lookup(getattr(environment, "rtp_definitions", None), getattr(environment, "rtp_templates", None))


def define_env(env: Any) -> None:
    """Give the functions and the filter to the pages of MkDocs: mkdocs-macros calls this for the name of a module.

    In `mkdocs.yml`, `extra: {rtp_definitions: ..., rtp_templates: ...}` are the arguments of `Lookup`.
    """
    extra = env.conf["extra"]
    folder = Path(env.conf["config_file_path"]).parent
    lookup = Lookup(extra.get("rtp_definitions"), extra.get("rtp_templates"), folder)
    for name, function in functions(lookup.snippet).items():
        env.macro(function, name)
    for name, filter_ in filters(lookup.with_handlers).items():
        env.filter(filter_, name)
