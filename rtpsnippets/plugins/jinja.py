"""The extension of Jinja: `rtp_button("ID")` and the like, `rtp_binding()`, and the filter `rtp_handlers`.

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
    """Return the functions by their names in a template: one for each format, and `rtp_binding`.

    Those of the formats take the id of an event, and a `label`. `snippet` and `binding` are those of a `Lookup`. The
    functions can be pickled if these can: Pelican's cache does so.
    """
    return {f"rtp_{format}": partial(_snippet_of, snippet, format) for format in FORMATS} | {"rtp_binding": binding}


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
    `rtp_templates` are the arguments of `Lookup`: call `environment.extend(rtp_definitions=...)` before
    the extension is added. The definitions are read when it is added. Raises `ProblemsError` if they are
    wrong or missing, `FileAccessError` if the system refuses to read them.
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
        """The lookup; raise `ProblemsError` if an option was set too late: other definitions would be used."""
        if self._read_options() != self._options:
            what = "rtp_definitions or rtp_templates was changed after the extension was added"
            raise ProblemsError([Problem(what, "set them first, then add the extension")])
        return self._read

    def _read_options(self) -> tuple[Any, Any]:
        return getattr(self.environment, "rtp_definitions", None), getattr(self.environment, "rtp_templates", None)


def _lookup(definitions: Any, templates: Any, folder: Path) -> Lookup:
    """The lookup of a program's options, with its definitions read: what is wrong is said when the program starts."""
    try:
        lookup = Lookup(definitions, templates, folder)
        lookup.events()
    except RtpSnippetsError as error:
        raise by_setting(error, "rtp_") from None
    return lookup


def define_env(env: Any) -> None:
    """Give the functions and the filter to the pages of MkDocs: mkdocs-macros calls this for the name of a module.

    In `mkdocs.yml`, `extra: {rtp_definitions: ..., rtp_templates: ...}` are the arguments of `Lookup`. The definitions
    are read at once; raises as the extension does.
    """
    extra = env.conf["extra"]
    folder = Path(env.conf["config_file_path"]).parent
    lookup = _lookup(extra.get("rtp_definitions"), extra.get("rtp_templates"), folder)
    for name, function in functions(lookup.snippet, lookup.binding).items():
        env.macro(function, name)
    for name, filter_ in filters(lookup.with_handlers).items():
        env.filter(filter_, name)
