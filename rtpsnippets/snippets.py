"""Render the snippets of an event, each format from its template.

A template gets finished markup only, so that it holds loops and conditions and no escaping.
"""

from __future__ import annotations

import os
import traceback
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import jinja2
from markupsafe import Markup

from rtpsnippets.errors import Problem, ProblemsError, cannot, gather, quoted
from rtpsnippets.event import Event
from rtpsnippets.formats import FORMATS, Format, formats_of
from rtpsnippets.html import escape, escape_text
from rtpsnippets.javascript import surrogate_problem
from rtpsnippets.verify import is_sent

PathLike = str | os.PathLike[str]


class _Calls(list[Markup]):
    """The calls as a template sees them: a list, and as a text all of them with spaces between."""

    def __html__(self) -> str:
        return " ".join(self)

    __str__ = __html__


def render(event: Event, format: str, templates: PathLike | None = None) -> str:
    """Return the snippet of `event` in `format` (`js`, `script`, `button`), ready to paste.

    `templates` is a folder with a person's own templates; what is not there comes from ours. They
    are trusted code, but the snippet must make the event's calls. Raises `ProblemsError` for an
    unknown format, one that the event has nothing for, and a template that is missing or fails;
    `FileAccessError` if the system refuses to read a template.

    >>> from rtpsnippets.button import Button
    >>> print(render(Event("go", "Go!", Button("Go")), "button"))
    <button id="go" type="button" onclick="rtp('send', 'event', { value: 'Go!' });">Go</button>
    """
    row = FORMATS.get(format)
    if row is None:
        known = f"known formats: {', '.join(FORMATS)}"
        raise ProblemsError([Problem(f"unknown format {quoted(str(format))}", known)])
    if not row.fits(event):
        what = f'the event "{event.id}" has no {row.needs}'
        raise ProblemsError([Problem(what, f'give it the key "{row.needs}", or take another format')])
    if templates is None:
        return _OURS.get_template(row.template).render(_variables(event))
    return _render_own(event, row, Path(templates))


def snippets_of(event: Event, templates: PathLike | None = None) -> dict[str, str]:
    """Return the snippets of `event` in every format that fits it, by the format's name; raises as `render` does."""
    names = [format.name for format in formats_of(event)]
    return dict(zip(names, gather(partial(render, event, name, templates) for name in names), strict=True))


def _variables(event: Event) -> dict[str, object]:
    """What a template sees: finished markup only, so that nothing is escaped twice or not at all."""
    variables: dict[str, object] = {
        "id": escape(event.id),
        "calls": _Calls(Markup(call) for call in event.calls),  # noqa: S704 (a call is safe as it is)
    }
    if event.button is not None:
        attributes = dict(event.button.attributes)
        variables["id"] = escape(str(attributes.pop("id", event.id)))
        variables["label"] = escape_text(event.button.label)
        variables["attributes"] = [
            (name, escape("" if value is True else str(value)))
            for name, value in attributes.items()
            if value is not False
        ]
    return variables


def _environment(loader: jinja2.BaseLoader) -> jinja2.Environment:
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)


_OUR_LOADER = jinja2.PackageLoader("rtpsnippets.templates", "")
_OURS = _environment(_OUR_LOADER)


def _own_names(templates: Path) -> tuple[str, ...]:
    """The templates in a folder of a person's own; raise `ProblemsError` if it has none."""
    names = [format.template for format in FORMATS.values()]
    if not templates.is_dir():
        raise ProblemsError([Problem("no such folder", "name the folder of your own templates", file=str(templates))])
    own = tuple(name for name in names if (templates / name).is_file())
    if not own:
        problem = Problem(f"has none of {', '.join(names)}", "a template has one of these names", file=str(templates))
        raise ProblemsError([problem])
    return own


@cache
def _own_environment(templates: Path, _own: tuple[str, ...]) -> jinja2.Environment:
    """The environment for a folder with these templates; Jinja itself sees that one changes, not that one is added."""
    return _environment(jinja2.ChoiceLoader([jinja2.FileSystemLoader(templates), _OUR_LOADER]))


def _render_own(event: Event, format: Format, templates: Path) -> str:
    """The snippet by a person's own template, verified."""
    template = str(templates / format.template)
    try:
        environment = _own_environment(templates, _own_names(templates))
        snippet = environment.get_template(format.template).render(_variables(event))
    except ProblemsError:
        raise
    except Exception as error:
        # A template that isn't there is an OSError too, without a number: Jinja's own.
        if isinstance(error, OSError) and error.errno is not None:
            raise cannot("read", error.filename or template, error) from None
        raise ProblemsError([_template_problem(error, template)]) from error
    if problem := surrogate_problem(snippet):
        raise ProblemsError([replace(problem, file=template)])
    if not is_sent(event.calls, snippet, is_html=format.is_html):
        what = f'the snippet of "{event.id}" does not make its calls'
        where = "in a handler between double quotes or in a script" if format.is_html else "in the code"
        raise ProblemsError([Problem(what, f"write {{{{ calls }}}} {where}, with no filter", file=template)])
    return snippet


def _template_problem(error: Exception, template: str) -> Problem:
    if isinstance(error, jinja2.TemplateSyntaxError):
        what = f"not a valid template: {error.message}"
        return Problem(what, "mend the template's Jinja", (), error.filename or template, error.lineno)
    places = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == template]
    line = places[-1].lineno if places else None
    return Problem(f"the template fails: {error}", "a template has id, calls, label and attributes", (), template, line)
