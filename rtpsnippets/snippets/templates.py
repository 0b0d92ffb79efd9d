"""Fill a template: one of ours, or the user's own instead.

>>> fill("script.html", {"calls": "rtp();", "nonce_attribute": ""})
'<script>rtp();</script>'
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path

import jinja2
from markupsafe import Markup

from rtpsnippets.errors import Location, Problem, ProblemsError, cannot
from rtpsnippets.filesystem import is_file, is_folder, mode_of
from rtpsnippets.snippets.formats import TEMPLATES
from rtpsnippets.web.javascript import surrogate_problem

PathLike = str | os.PathLike[str]


def fill(template: str, variables: Mapping[str, object], templates: PathLike | None = None) -> str:
    """Return the template filled with the variables.

    `templates` is a folder with the user's own templates; ours are used for the missing ones. Raises
    `ProblemsError` for a folder without templates, and for a template that fails; `FileAccessError` if
    the system refuses to read it.
    """
    if templates is None:
        return _OURS.get_template(template).render(variables)
    path = str(Path(templates) / template)
    try:
        environment = _own_environment(Path(templates), _own_names(Path(templates)))
        text = environment.get_template(template).render(variables)
    except ProblemsError:
        raise
    except Exception as error:
        # Jinja's error for a missing template is also an OSError, but has no number.
        if isinstance(error, OSError) and error.errno is not None:
            raise cannot("read", error.filename or path, error) from None
        raise ProblemsError([_template_problem(error, path, variables)]) from error
    if problem := surrogate_problem(text):
        raise ProblemsError([replace(problem, location=Location(path))])
    return text


def fill_each(template: str, rows: Iterable[dict[str, object]]) -> list[str]:
    """Return one of our templates filled with each row of variables; all rows have the same names in the same order.

    The template is wrapped in a loop over the rows, which is much faster than filling it for each row. All texts of a
    row must already be markup. Nothing is escaped: checking each text would take as long as everything else.
    """
    rows = iter(rows)
    first_row = next(rows, None)
    if first_row is None:
        return []
    values = map(dict.values, chain([first_row], rows))
    return _looped(template, tuple(first_row)).render(rows=values).split(_END)[:-1]


def files_in(templates: PathLike) -> list[str]:
    """Return all files in and below a folder of the user's own templates: a template may include any of them."""
    return sorted(str(path) for path in Path(templates).rglob("*") if path.is_file())


def _environment(loader: jinja2.BaseLoader) -> jinja2.Environment:
    environment = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    environment.filters["without_indentation"] = _without_indentation
    return environment


def _without_indentation(code: Markup) -> Markup:
    """Return the code without white space around its lines, and without empty lines."""
    return Markup("\n").join(filter(None, map(Markup.strip, code.splitlines())))


# Separates the rows: no template or variable contains a lone surrogate, because files and pages cannot.
_END = "\ud800"

_OUR_LOADER = jinja2.PackageLoader("rtpsnippets.templates", "")
_OURS = _environment(_OUR_LOADER)


@cache
def _looped(template: str, names: tuple[str, ...]) -> jinja2.Template:
    """Return one of our templates in a loop over `rows` of the variables with these names."""
    source, _, _ = _OUR_LOADER.get_source(_OURS, template)
    body = source.removesuffix("\n").removesuffix("\r")
    loop = f"{{% for {', '.join(names)} in rows %}}{body}{_END}{{% endfor %}}"
    return _OURS.from_string(f"{{% autoescape false %}}{loop}{{% endautoescape %}}")


def _own_names(templates: Path) -> tuple[str, ...]:
    """Return the names of the templates in the user's folder; raise `ProblemsError` if there are none."""
    if not is_folder(templates):
        what = "is not a folder" if mode_of(templates) else "no such folder"
        raise ProblemsError(
            [Problem(what, "specify the folder of your own templates", location=Location(str(templates)))]
        )
    own = tuple(name for name in TEMPLATES if is_file(templates / name))
    if not own:
        what = f"contains no template ({', '.join(TEMPLATES)})"
        raise ProblemsError([Problem(what, "give each template one of these names", location=Location(str(templates)))])
    return own


@cache
def _own_environment(templates: Path, _own: tuple[str, ...]) -> jinja2.Environment:
    """Return the environment for a folder with these templates; Jinja notices changed templates, but not new ones."""
    return _environment(jinja2.ChoiceLoader([jinja2.FileSystemLoader(templates), _OUR_LOADER]))


def _template_problem(error: Exception, template: str, variables: Mapping[str, object]) -> Problem:
    if isinstance(error, jinja2.TemplateSyntaxError):
        what = f"not a valid template: {error.message}"
        return Problem(what, "fix the Jinja syntax", location=Location(error.filename or template, error.lineno))
    location = Location(template, _line(error, template))
    if isinstance(error, jinja2.TemplateNotFound):
        what = f"the template uses the template {error.name}, which does not exist"
        return Problem(what, "add it to the same folder, or remove the reference", location=location)
    if isinstance(error, UnicodeDecodeError):
        return Problem("is not UTF-8, or includes a template that is not", "save the file as UTF-8", location=location)
    what = f"the template fails: {str(error) or type(error).__name__}"  # `MemoryError` has no message
    return Problem(what, f"available variables: {', '.join(variables)}", location=location)


def _line(error: Exception, template: str) -> int | None:
    """Return the line of the template that raised the error, or None if the error came from elsewhere."""
    places = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == template]
    return places[-1].lineno if places else None
