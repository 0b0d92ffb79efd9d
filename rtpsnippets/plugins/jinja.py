"""The Jinja extension: `rtp_button("ID")` and the other formats, `rtp_binding()`, and the filter `rtp_handlers`.

>>> environment = Environment()
>>> environment.extend(rtp_definitions="templates/events.toml")
>>> environment.add_extension(RtpSnippetsExtension)
>>> print(environment.from_string("{{ rtp_script('my-event') }}").render())
<script>rtp('send', 'event', { value: 'MyEvent' });</script>
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import Markup

from rtpsnippets.errors import Problem, ProblemsError, RtpSnippetsError
from rtpsnippets.plugins.lookup import Lookup, by_setting
from rtpsnippets.snippets.formats import FORMATS


def functions(snippet: Callable[..., Markup], binding: Callable[[], Markup]) -> dict[str, Callable[..., Markup]]:
    """Return the functions for templates by name: one for each format, and `rtp_binding`.

    The function of a format takes an event id and a `label`. `snippet` and `binding` are methods of a `Lookup`. The
    functions can be pickled if these methods can: Pelican's cache pickles them.
    """
    return {f"rtp_{format}": partial(_snippet_of, snippet, format) for format in FORMATS} | {"rtp_binding": binding}


def _snippet_of(
    snippet: Callable[..., Markup], format: str, *ids: str, label: str | None = None, **named: object
) -> Markup:
    if len(ids) != 1 or named:
        function = f"rtp_{format}"
        labeled = f', or {function}("my-event", label="Download")' if FORMATS[format].needs else ""
        hint = f'write {function}("my-event"){labeled}'
        raise ProblemsError([Problem(f"{function} takes exactly one event id", hint)])
    return snippet(ids[0], format, label)


def filters(with_handlers: Callable[[str], str]) -> dict[str, Callable[[object], str]]:
    """Return the filter that puts handlers on the marked elements of HTML, by its name in templates.

    `with_handlers` is a method of a `Lookup`. Plain text stays plain text, so that the template still escapes it.
    """
    return {"rtp_handlers": partial(_filtered, with_handlers)}


def _filtered(with_handlers: Callable[[str], str], html: object) -> str:
    if hasattr(html, "__html__"):
        return Markup(with_handlers(str(Markup(html))))  # noqa: S704 (it was markup)
    return with_handlers(str(html))


class RtpSnippetsExtension(Extension):
    """Add the functions and the filter to all templates; they raise `RtpSnippetsError` if there is no snippet.

    The environment's `rtp_definitions` (a path or a list, relative to the current folder) and `rtp_templates` are the
    arguments of `Lookup`. Set them with `environment.extend(rtp_definitions=...)` before you add the extension, which
    reads the definitions. Raises `ProblemsError` if they are invalid or missing, `FileAccessError` if not readable.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._options = self._read_options()
        self._read = _lookup(*self._options, Path.cwd())
        environment.globals.update(functions(self._snippet, self._binding))
        environment.filters.update(filters(self._with_handlers))

    def _snippet(self, event_id: str, format: str, label: str | None) -> Markup:
        return self._lookup.snippet(event_id, format, label)

    def _binding(self) -> Markup:
        return self._lookup.binding()

    def _with_handlers(self, html: str) -> str:
        return self._lookup.with_handlers(html)

    @property
    def _lookup(self) -> Lookup:
        """The lookup. Raises `ProblemsError` if an option has changed since the extension was added."""
        if self._read_options() != self._options:
            what = "rtp_definitions or rtp_templates was changed after the extension was added"
            raise ProblemsError([Problem(what, "set them first, then add the extension")])
        return self._read

    def _read_options(self) -> tuple[Any, Any]:
        return getattr(self.environment, "rtp_definitions", None), getattr(self.environment, "rtp_templates", None)


def _lookup(definitions: Any, templates: Any, folder: Path) -> Lookup:
    """Return a lookup with its definitions already read, so that errors appear when the program starts."""
    try:
        lookup = Lookup(definitions, templates, folder)
        lookup.events()
    except RtpSnippetsError as error:
        raise by_setting(error, "rtp_") from None
    return lookup


def define_env(env: Any) -> None:
    """Add the functions and the filter to MkDocs pages: mkdocs-macros calls this for each of its `modules`.

    In `mkdocs.yml`, `extra: {rtp_definitions: ..., rtp_templates: ...}` are the arguments of `Lookup`. Reads the
    definitions and raises the same errors as the extension.
    """
    extra = env.conf["extra"]
    folder = Path(env.conf["config_file_path"]).parent
    lookup = _lookup(extra.get("rtp_definitions"), extra.get("rtp_templates"), folder)
    for name, function in functions(lookup.snippet, lookup.binding).items():
        env.macro(function, name)
    for name, filter_ in filters(lookup.with_handlers).items():
        env.filter(filter_, name)
