"""Render the snippets of an event, each format from its template.

A template gets finished markup only, so that it holds loops and conditions and no escaping.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from rtpsnippets.errors import Problem, ProblemsError, quoted
from rtpsnippets.event import Event
from rtpsnippets.formats import FORMATS, Format, formats_of
from rtpsnippets.html import escape
from rtpsnippets.verify import is_sent


def render(event: Event, format: str, templates: str | os.PathLike[str] | None = None) -> str:
    """Return the snippet of `event` in `format` (`js`, `script`, `button`), ready to paste.

    `templates` is a folder with a person's own templates; what is not there comes from ours. They
    are trusted code, but the snippet must hold the event's calls unchanged. Raises `ProblemsError`
    for an unknown format, one that the event has nothing for, and a template that fails.

    >>> from rtpsnippets.button import Button
    >>> print(render(Event("go", "Go!", Button("Go")), "button"))
    <button id="go" type="button" onclick="rtp('send', 'event', { value: 'Go!' });">Go</button>
    """
    row = FORMATS.get(format)
    if row is None:
        raise ProblemsError([Problem(f"unknown format {quoted(format)}", f"known formats: {', '.join(FORMATS)}")])
    if not row.fits(event):
        what = f'the event "{event.id}" has no {row.needs}'
        raise ProblemsError([Problem(what, f'give it the key "{row.needs}", or take another format')])
    return _render(event, row, Path(templates) if templates is not None else None)


def snippets_of(event: Event, templates: str | os.PathLike[str] | None = None) -> dict[str, str]:
    """Return the snippets of `event` in every format that fits it, by the format's name; raises as `render` does."""
    return {format.name: render(event, format.name, templates) for format in formats_of(event)}


def _render(event: Event, format: Format, templates: Path | None) -> str:
    calls = event.calls
    try:
        snippet = _environment(templates).get_template(format.template).render(_variables(event, calls))
    except Exception as error:
        if templates is None:
            raise
        raise ProblemsError([_template_problem(error, templates / format.template)]) from error
    if templates is not None and not is_sent(calls, snippet, is_html=format.is_html):
        what = f'the snippet of "{event.id}" does not hold its calls as they were given'
        hint = "write {{ calls | join(' ') }} between double quotes or in a script, with no other filter"
        raise ProblemsError([Problem(what, hint, file=str(templates / format.template))])
    return snippet


def _variables(event: Event, calls: Iterable[str]) -> dict[str, object]:
    """What a template sees: finished markup only, so that nothing is escaped twice or not at all."""
    variables: dict[str, object] = {
        "id": escape(event.id),
        "calls": [Markup(call) for call in calls],  # noqa: S704 (a call is safe as it is)
    }
    if event.button is not None:
        attributes = dict(event.button.attributes)
        variables["id"] = escape(str(attributes.pop("id", event.id)))
        variables["label"] = escape(event.button.label)
        variables["attributes"] = [
            (name, escape("" if value is True else str(value)))
            for name, value in attributes.items()
            if value is not False
        ]
    return variables


@cache
def _environment(templates: Path | None) -> jinja2.Environment:
    ours = jinja2.PackageLoader("rtpsnippets.templates", "")
    loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(templates), ours]) if templates else ours
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)


def _template_problem(error: Exception, template: Path) -> Problem:
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Problem(f"not a valid template: {error.message}", "", (), error.filename or str(template), error.lineno)
    places = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(template)]
    hint = "a template has id, calls, label and attributes" if isinstance(error, jinja2.UndefinedError) else ""
    line = places[-1].lineno if places else None
    return Problem(f"the template fails: {error}", hint, (), str(template), line)
