"""Template engines in Python, each with its common syntax enabled."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def _jinja() -> Callable[[str], str]:
    import jinja2

    extensions = ["jinja2.ext.do", "jinja2.ext.i18n", "jinja2.ext.loopcontrols"]
    environment = jinja2.Environment(
        autoescape=True, line_statement_prefix="%", line_comment_prefix="##", extensions=extensions
    )
    return lambda text: environment.from_string(text).render()


def _django() -> Callable[[str], str]:
    import django
    from django.conf import settings
    from django.template import Context, Engine

    settings.configure()
    django.setup()
    engine = Engine()
    return lambda text: str(engine.from_string(text).render(Context()))


def _mako() -> Callable[[str], str]:
    from mako.template import Template

    return lambda text: str(Template(text).render_unicode())  # noqa: S702 (the tests' own text)


def _liquid() -> Callable[[str], str]:
    from liquid import Environment

    environment = Environment(autoescape=True)
    return lambda text: str(environment.from_string(text).render())


ENGINES: Mapping[str, Callable[[], Callable[[str], str]]] = {
    "jinja": _jinja,
    "django": _django,
    "mako": _mako,
    "liquid": _liquid,
}
"""For each engine, by name: returns the function that converts a document."""
